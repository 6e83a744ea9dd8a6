import type { ReferenceKind } from '../core/references/store.ts';

/**
 * A story that was found in an input. To read it takes far longer than to find it, so that
 * one which is here already is not read.
 */
export interface FoundStory {
  /** What the origin calls it (a guid, a URL, an id); importing it twice is importing it once. */
  origin: string;
  /** The id that its article has in the newsroom that it comes from, if it comes from one. */
  id: string | null;
  read(): ImportItem;
}

/** One story as it came in, whatever the format: what an article can be made of. */
export interface ImportItem {
  origin: string;
  headline: string;
  summary: string;
  /** CommonMark. */
  body: string;
  /** The last part of its address there. */
  slug: string | null;
  language: string | null;
  section: ImportTerm | null;
  tags: ImportTerm[];
  bylines: { name: string; role: string | null }[];
  /** Where it was written. */
  place: string | null;
  publishedAt: Date | null;
  /** Why it must not be published by itself: it was a draft, or private. Ends a sentence. */
  hold: string | null;
  /** What the format held and an article does not, in sentences for the editor. */
  lost: string[];
  /** A whole article of our own export: taken as it is, without extraction. */
  article?: Record<string, unknown>;
}

/** A section or a tag with the name that it has where it comes from. */
export interface ImportTerm {
  slug: string;
  name: string;
}

/** A section, tag, source or figure of our own export, with its members as they stand there. */
export interface ImportReference {
  reference: ReferenceKind;
  members: Record<string, unknown>;
}

export const REFERENCE_KINDS: readonly ReferenceKind[] = ['section', 'tag', 'source', 'figure'];

/** What an input gives, one after the other. */
export type ImportPart = FoundStory | ImportReference;

/** Says something about an input that belongs to none of its stories. */
export type Note = (notice: string) => void;

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

/** A story of another system, which has no id of an article. */
export const found = (origin: string, read: () => ImportItem): FoundStory => ({
  origin,
  id: null,
  read,
});

/** The first sentence of a text, cut at a word where it is long. */
export function firstSentence(text: string, max: number): string {
  const [paragraph = ''] = text.trim().split(/\n+/, 1);
  const end = /[.!?…]["”’)]?(?=\s|$)/.exec(paragraph);
  const sentence = end === null ? paragraph : paragraph.slice(0, end.index + end[0].length);
  return clip(sentence, max);
}

/** A text of at most so many UTF-16 units, cut at a word, with an ellipsis where it was cut. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  const end = Math.max(cut.lastIndexOf(' '), Math.floor(max / 2));
  return `${cut.slice(0, end).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
