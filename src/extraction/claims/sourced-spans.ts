/** Stretches of text that somebody vouches for, found by figure and by sentence. */

import type { RawQuantity } from '../quantities/quantity.ts';
import type { Document } from '../reading/document.ts';
import type { SourcedSpan } from './claim.ts';

/** Finds the shortest sourced stretch that holds a figure; to be asked in the order of the text. */
export function innermostFinder(
  sourced: readonly SourcedSpan[],
): (quantity: RawQuantity) => SourcedSpan | null {
  let next = 0;
  let open: SourcedSpan[] = [];
  return ({ number }) => {
    for (; next < sourced.length; next += 1) {
      const span = sourced[next];
      if (!span || span.start > number.coreStart) break;
      open.push(span);
    }
    open = open.filter((span) => span.end >= number.coreEnd);
    return open.reduce<SourcedSpan | null>(
      (best, span) => (!best || span.end - span.start < best.end - best.start ? span : best),
      null,
    );
  };
}

/** The stretches of reports whose cue stands in a sentence, by the index of that sentence. */
export function spansBySentence(
  document: Document,
  sourced: readonly SourcedSpan[],
): (sentence: number) => readonly SourcedSpan[] {
  const { tokens, sentences } = document;
  const found = new Map<number, SourcedSpan[]>();
  const cued = sourced.filter((span) => span.cue !== undefined);
  cued.sort((a, b) => (a.cue ?? 0) - (b.cue ?? 0));
  let sentence = 0;
  for (const span of cued) {
    while (
      sentence + 1 < sentences.length &&
      (tokens[(sentences[sentence]?.to ?? 1) - 1]?.end ?? 0) <= (span.cue ?? 0)
    )
      sentence += 1;
    const list = found.get(sentence) ?? [];
    list.push(span);
    found.set(sentence, list);
  }
  return (index) => found.get(index) ?? [];
}
