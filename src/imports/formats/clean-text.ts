import { decodeText } from '../../text/encoding.ts';

/** Names of authors, places, sections and tags are no longer than this. */
export const NAME_MAX = 200;

/** Control characters and halves of characters are nobody's words, and no database keeps them all. */
export function cleanText(text: string): string {
  return withWindowsMarks(text)
    .replace(/[\f\u0085]/g, '\n')
    .replace(/(?![\t\n\r])\p{Cc}/gu, '')
    .replace(/\p{Cs}/gu, '\uFFFD');
}

/**
 * Quotation marks and dashes of Windows-1252 whose bytes became control characters, as HTML
 * reads their numbers (HTML, numeric character reference end state).
 */
function withWindowsMarks(text: string): string {
  if (!/[\u0091-\u0097]/.test(text)) return text;
  return text.replace(/[\u0080-\u009f]/g, (mark) =>
    decodeText(Uint8Array.of(mark.charCodeAt(0)), 'windows-1252'),
  );
}
