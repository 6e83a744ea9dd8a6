import { hash, timingSafeEqual } from 'node:crypto';

/** SHA-256 as lower-case hexadecimal. */
export function sha256(value: string | Uint8Array): string {
  return hash('sha256', value);
}

/** A strong entity tag (RFC 9110 §8.8.3) from a document's bytes. */
export function entityTag(document: string | Uint8Array): string {
  return `"${hash('sha256', document, 'base64url').slice(0, 22)}"`;
}

/** Compares two secrets' hashes in constant time. */
export function equalHashes(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
