/**
 * Files that are written once and never changed, by key: lower-case words, digits, dots
 * and hyphens in folders. The keys are made here, never taken from a client.
 */
export interface BlobStore {
  /** Keeps a file; one of the same key holds the same bytes. */
  put(key: string, bytes: Buffer, type: string): Promise<void>;
  find(key: string): Promise<Buffer | null>;
  /** Removes a file. It is no error if there is none. */
  remove(key: string): Promise<void>;
}

const KEY = /^[a-z0-9][a-z0-9-]*(?:[./][a-z0-9][a-z0-9-]*)*$/;

/** A key that could lead elsewhere is a fault of ours, and stops here. */
export function requireKey(key: string): string {
  if (KEY.test(key)) return key;
  throw new Error(`${JSON.stringify(key)} is no key of a file.`);
}
