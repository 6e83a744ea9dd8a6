/** Stretches of markdown that nothing can be written into without changing what they are. */
import {
  isProse,
  isTangled,
  parseMarkdown,
  readableMarkdown,
  splitBlocks,
  splitMarkdown,
} from './markdown.ts';
import type { Range } from './offset-map.ts';

/** Code, HTML, a link or a picture: UTF-16 offsets, end exclusive. */
export interface ClosedRange extends Range {
  /** A block of its own, behind which nothing can be written in its last line either. */
  isBlock: boolean;
}

const BLOCKS = new Set(['codeFenced', 'codeIndented', 'htmlFlow']);
const INLINE = new Set(['codeText', 'link', 'image', 'autolink', 'htmlText']);
const EMPHASIS = new Set(['emphasis', 'strong']);
const TEXTS = new Set(['paragraph', 'atxHeadingText', 'setextHeadingText']);

export interface Structure {
  /** In the order of the document, the outer before the inner. */
  closed: ClosedRange[];
  /** Where emphasis begins, as UTF-16 offsets: signs that look as if they closed a word. */
  openings: number[];
  /** What stands in paragraphs and headings, without the signs that close those. */
  texts: Range[];
}

/**
 * What there is in the blocks in which some places stand.
 *
 * @param places UTF-16 offsets
 */
export function structureAt(markdown: string, places: readonly number[]): Structure {
  const structure: Structure = { closed: [], openings: [], texts: [] };
  const source = readableMarkdown(markdown);
  if (isProse(source) || isTangled(source)) return structure;
  for (const { start, end } of splitBlocks(source) ?? splitMarkdown(source))
    if (places.some((place) => start <= place && place <= end))
      addStructure(structure, source.slice(start, end), start);
  return structure;
}

function addStructure(structure: Structure, markdown: string, base: number): void {
  if (isProse(markdown)) return;
  const { closed, openings, texts } = structure;
  for (const [step, token] of parseMarkdown(markdown)) {
    if (step !== 'enter') continue;
    const range = { start: base + token.start.offset, end: base + token.end.offset };
    const isBlock = BLOCKS.has(token.type);
    if (isBlock || INLINE.has(token.type)) closed.push({ ...range, isBlock });
    else if (EMPHASIS.has(token.type)) openings.push(range.start);
    else if (TEXTS.has(token.type)) texts.push(range);
  }
}
