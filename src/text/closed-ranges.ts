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

/**
 * Those in the blocks in which some places stand, in the order of the document, the outer before
 * the inner.
 *
 * @param places UTF-16 offsets
 */
export function closedRanges(markdown: string, places: readonly number[]): ClosedRange[] {
  const source = readableMarkdown(markdown);
  if (isProse(source) || isTangled(source)) return [];
  return (splitBlocks(source) ?? splitMarkdown(source))
    .filter(({ start, end }) => places.some((place) => start <= place && place <= end))
    .flatMap(({ start, end }) => rangesOf(source.slice(start, end), start));
}

function rangesOf(markdown: string, base: number): ClosedRange[] {
  if (isProse(markdown)) return [];
  return parseMarkdown(markdown).flatMap(([step, token]) => {
    const isBlock = BLOCKS.has(token.type);
    if (step !== 'enter' || !(isBlock || INLINE.has(token.type))) return [];
    return [{ start: base + token.start.offset, end: base + token.end.offset, isBlock }];
  });
}
