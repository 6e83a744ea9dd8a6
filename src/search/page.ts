/** UTF-16 units take so many bytes of UTF-8 at most. */
const UNIT_BYTES_MAX = 3;

/**
 * Texts one behind the other, in UTF-8. Each is written where it belongs: as one long text they
 * would be copied, and counted, before they are.
 */
export function joinTexts(texts: readonly string[]): Buffer {
  let units = 0;
  for (const text of texts) units += text.length;
  const bytes = Buffer.allocUnsafe(UNIT_BYTES_MAX * units);
  let end = 0;
  for (const text of texts) end += bytes.write(text, end);
  // A copy, which takes no more room than it needs.
  return Buffer.from(bytes.subarray(0, end));
}
