/** What the formats need beside a published article. */
import type { WireArticle } from '../articles/schema.ts';
import type { SourceRef, WireSource } from '../sources/schema.ts';

export interface Surroundings {
  /** Where clients reach the service; the article holds paths only. */
  publicUrl: string;
  /** What is known of its sources, by id. */
  sources: ReadonlyMap<string, Pick<WireSource, 'sameAs' | 'affiliation' | 'country'>>;
}

export type Article = WireArticle;
export type Quote = Article['quotes'][number];
export type Claim = Article['claims'][number];
export type Turn = Article['interviews'][number]['turns'][number];

export const sourceUrl = (publicUrl: string, { slug }: SourceRef): string =>
  `${publicUrl}/v1/sources/${slug}`;

const WORDS: Record<Claim['comparator'], string> = {
  eq: '',
  approx: 'about ',
  gt: 'more than ',
  gte: 'at least ',
  lt: 'less than ',
  lte: 'at most ',
  between: '',
};

/** What a claim says, in words: `at least 1200 people`. Bounds stay bounds. */
export function claimInWords({ comparator, low, high, unit }: Claim): string {
  const about = WORDS[comparator];
  if (low === null && high === null) return `an unstated number of ${unit}`;
  if (low !== null && high !== null && low !== high) return `${about}${low} to ${high} ${unit}`;
  return `${about}${low ?? high} ${unit}`;
}
