/** Why what somebody names could not be found, or could not be what they say of it. */
export interface UnknownMention {
  code: 'reference-unknown' | 'reference-mismatch';
  message: string;
}
