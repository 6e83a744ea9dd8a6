/** One story as it came in, whatever the format: what an article can be made of. */
export interface ImportItem {
  /** What the origin calls it (a guid, a URL, an id); importing it twice is importing it once. */
  origin: string;
  headline: string;
  summary: string;
  /** CommonMark. */
  body: string;
  language: string | null;
  section: string | null;
  tags: string[];
  bylines: { name: string; role: string | null }[];
  publishedAt: Date | null;
  /** What the format held and an article does not, in sentences for the editor. */
  lost: string[];
  /** A whole article of our own export: taken as it is, without extraction. */
  article?: Record<string, unknown>;
}

/** A file that can't be read as what it seems to be, with a message for the editor. */
export class Unreadable extends Error {
  override name = 'Unreadable';
}

export const FORMATS = [
  'text',
  'markdown',
  'html',
  'feed',
  'wxr',
  'ghost',
  'ninjs',
  'ndjson',
] as const;
export type ImportFormat = (typeof FORMATS)[number];

/** The first sentence of a text, cut at a word where it is long. */
export function firstSentence(text: string, max: number): string {
  const [paragraph = ''] = text.trim().split(/\n+/, 1);
  const end = /[.!?…]["”’)]?(?=\s|$)/.exec(paragraph);
  const sentence = end === null ? paragraph : paragraph.slice(0, end.index + end[0].length);
  if (sentence.length <= max) return sentence;
  const cut = sentence.slice(0, max - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), Math.floor(max / 2)))}…`;
}
