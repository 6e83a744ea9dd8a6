/** A whole quotation that stands further behind its cue. */

import type { Token } from '../reading/tokens.ts';
import type { Site } from './sites.ts';

/** So many tokens at most stand between a cue and the quotation that it opens. */
const QUOTATION_REACH = 24;

/** `wrote a few years earlier, “It …”`: a whole quotation behind a comma and words without a verb; -1 if none. */
export function laterQuotation(
  tokens: readonly Token[],
  site: Site,
  sites: readonly Site[],
  to: number,
): number {
  const limit = Math.min(to, site.next + QUOTATION_REACH);
  for (let at = site.next; at < limit; at += 1) {
    const token = tokens[at];
    if (!token || /^[;.]$/.test(token.text) || sites.some((other) => other.at === at)) return -1;
    if (token.quote < 0) continue;
    return tokens[at - 1]?.text === ',' && opensSentence(tokens, at) ? at : -1;
  }
  return -1;
}

/** A quotation that begins as a sentence does, not as a title: its next words are small. */
function opensSentence(tokens: readonly Token[], mark: number): boolean {
  if (!/^\p{Lu}/u.test(tokens[mark + 1]?.text ?? '')) return false;
  const next = tokens.slice(mark + 2, mark + 6).filter((token) => /^\p{L}/u.test(token.text));
  return next.filter((token) => token.quote >= 0 && token.text === token.lower).length > 1;
}
