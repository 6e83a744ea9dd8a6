/** What the formats need beside a published article. */
import type { WireArticle } from '../articles/schema.ts';
import type { Site } from '../core/http/context.ts';
import type { SourceRef, WireSource } from '../sources/schema.ts';
import { amountInUnit } from '../text/amounts.ts';

/** The article holds paths only; the site says where they lead. */
export interface Surroundings extends Site {
  /** What is known of its sources, by id. */
  sources: ReadonlyMap<string, Pick<WireSource, 'sameAs' | 'affiliation'>>;
}

export type Article = WireArticle;
export type Quote = Article['quotes'][number];
export type Claim = Article['claims'][number];
export type Turn = Article['interviews'][number]['turns'][number];

export const sourceUrl = (publicUrl: string, { slug }: SourceRef): string =>
  `${publicUrl}/v1/sources/${slug}`;

/** The words of a quote or a claim; what the text has between its pieces is marked as left out. */
export function quotedWords({ anchor: { pieces } }: Pick<Quote | Claim, 'anchor'>): string {
  return pieces.reduce((words, { exact, start }, index) => {
    const before = pieces[index - 1];
    if (before === undefined) return exact;
    const isNext = start >= before.end && start - before.end <= 1;
    return `${words}${isNext ? ' ' : ' […] '}${exact}`;
  }, '');
}

/** What a claim says, in words: `at least 1,200 people`. Bounds stay bounds. */
export function claimInWords(claim: Claim): string {
  return amountInUnit(claim, claim.unit);
}

/** Where and as of when it says so, behind its words: ` (Marrowford), as of 2024-10`. */
export function claimedOf({ place, asOf }: Pick<Claim, 'place' | 'asOf'>): string {
  return `${place ? ` (${place})` : ''}${asOf === null ? '' : `, as of ${asOf.edtf}`}`;
}
