/** What a token may do; each role includes the ones before it. */
export const ROLES = ['reader', 'writer', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];
