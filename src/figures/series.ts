/**
 * A figure's series: what was claimed, by whom, as of when. Pure functions. Claims are
 * compared, never added up, and bounds stay bounds.
 */
import type * as z from 'zod';
import { placeKey } from '../charts/data.ts';
import type { standaloneClaim } from '../claims/schema.ts';
import { nextTurn } from '../core/turns.ts';
import type { SourceRef } from '../sources/schema.ts';

export type SeriesClaim = z.infer<typeof standaloneClaim>;

export interface SeriesPoint {
  claim: string;
  source: SourceRef;
  asOf: SeriesClaim['asOf'];
  comparator: SeriesClaim['comparator'];
  low: number | null;
  high: number | null;
  unit: string;
  place: string | null;
  standing: SeriesClaim['standing'];
  /** Another source's claim of the same days allows none of the values that this one allows. */
  conflict: boolean;
  /** It reached the article through another source. */
  relayed: boolean;
  article: SeriesClaim['article'];
}

/** A claim and the days that it is filed under (YYYYMMDD). */
export interface DatedClaim {
  claim: SeriesClaim;
  from: number;
  to: number;
}

/** Points in the order of the claims, which is that of their as-of dates. */
export function makePoints(claims: readonly DatedClaim[]): SeriesPoint[] {
  const conflicting = findConflicts(claims);
  return claims.map(({ claim }) => ({
    claim: claim.id,
    source: claim.source,
    asOf: claim.asOf,
    comparator: claim.comparator,
    low: claim.low,
    high: claim.high,
    unit: claim.unit,
    place: claim.place,
    standing: claim.standing,
    conflict: conflicting.has(claim.id),
    relayed: isRelayed(claim),
    article: claim.article,
  }));
}

/** Whether a claim reached its article through another source than its own. */
export function isRelayed({ chain }: Pick<SeriesClaim, 'chain'>): boolean {
  return chain.some(({ role }) => role === 'relay');
}

/** Who counted for themselves, in the order of their first claim; relays of one origin are that one. */
export function sourcesOf(claims: readonly DatedClaim[]): SourceRef[] {
  return [...new Map(claims.map(({ claim }) => [claim.source.id, claim.source])).values()];
}

/** How many claims are read from their documents before others have their turn. */
const BATCH = 500;

/** Claims from published rows, without holding up other requests for a long series. */
export async function readClaims(
  rows: readonly { document: string; asOfFrom: number; asOfTo: number }[],
): Promise<DatedClaim[]> {
  const claims: DatedClaim[] = [];
  for (const [index, { document, asOfFrom, asOfTo }] of rows.entries()) {
    if (index > 0 && index % BATCH === 0) await nextTurn();
    claims.push({ claim: JSON.parse(document) as SeriesClaim, from: asOfFrom, to: asOfTo });
  }
  return claims;
}

/** Orders claims by their as-of dates, the newest first; no two are equal. */
export function newestFirst(a: DatedClaim, b: DatedClaim): number {
  return (
    b.to - a.to ||
    b.from - a.from ||
    compare(published(b), published(a)) ||
    compare(b.claim.id, a.claim.id)
  );
}

const published = ({ claim }: DatedClaim) => claim.article.publishedAt;

/**
 * Claims that can't both be right: of the same days, by different sources, about the same
 * place, with no value that both allow.
 */
function findConflicts(claims: readonly DatedClaim[]): Set<string> {
  const byDays = new Map<string, SeriesClaim[]>();
  for (const { claim, from, to } of claims) {
    if (claim.standing !== 'current' || rangeOf(claim) === null) continue;
    append(byDays, `${from}/${to}`, claim);
  }
  const found = new Set<string>();
  for (const group of byDays.values()) {
    const extremes = findExtremes(group);
    for (const claim of group) if (isContradicted(claim, extremes)) found.add(claim.id);
  }
  return found;
}

/**
 * The claims of a group that end lowest and start highest, by place; whatever contradicts a
 * claim at all, one of these does. So a day with thousands of claims takes one pass.
 */
type Extremes = Map<string, SeriesClaim[]>;

const ANYWHERE = '*';
const NOWHERE = '';

function findExtremes(group: readonly SeriesClaim[]): Extremes {
  const byPlace = new Map<string, SeriesClaim[]>();
  for (const claim of group) {
    append(byPlace, placeKey(claim), claim);
    append(byPlace, ANYWHERE, claim);
  }
  return new Map(
    [...byPlace].map(([place, claims]) => [
      place,
      [
        ...firstOfTwoSources(claims, (a, b) => compareEnds(rangeOf(a), rangeOf(b))),
        ...firstOfTwoSources(claims, (a, b) => compareStarts(rangeOf(b), rangeOf(a))),
      ],
    ]),
  );
}

/** A claim that names no place is about its figure's, and meets every other one. */
function isContradicted(claim: SeriesClaim, extremes: Extremes): boolean {
  const place = placeKey(claim);
  const others = place === NOWHERE ? [ANYWHERE] : [place, NOWHERE];
  return others
    .flatMap((other) => extremes.get(other) ?? [])
    .some((rival) => rival.source.id !== claim.source.id && areDisjoint(claim, rival));
}

/** The first claim in an order, and the first of another source than that one's. */
function firstOfTwoSources(
  claims: readonly SeriesClaim[],
  compare: (a: SeriesClaim, b: SeriesClaim) => number,
): SeriesClaim[] {
  const best = (rivals: readonly SeriesClaim[]) =>
    rivals.reduce<SeriesClaim | undefined>(
      (known, claim) => (known === undefined || compare(claim, known) < 0 ? claim : known),
      undefined,
    );
  const first = best(claims);
  const second = best(claims.filter(({ source }) => source.id !== first?.source.id));
  return [first, second].filter((claim) => claim !== undefined);
}

function append(groups: Map<string, SeriesClaim[]>, key: string, claim: SeriesClaim): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [claim]);
  else group.push(claim);
}

/** “About” allows for rounding: a tenth to either side. */
const APPROXIMATE_SHARE = 0.1;

interface Range {
  low: number;
  high: number;
  lowOpen: boolean;
  highOpen: boolean;
}

function areDisjoint(a: SeriesClaim, b: SeriesClaim): boolean {
  const [left, right] = [rangeOf(a), rangeOf(b)];
  if (left === null || right === null) return false;
  return endsBefore(left, right) || endsBefore(right, left);
}

function compareEnds(a: Range | null, b: Range | null): number {
  if (a === null || b === null) return 0;
  return compare(a.high, b.high) || Number(b.highOpen) - Number(a.highOpen);
}

function compareStarts(a: Range | null, b: Range | null): number {
  if (a === null || b === null) return 0;
  return compare(a.low, b.low) || Number(a.lowOpen) - Number(b.lowOpen);
}

/** Infinities have no difference. */
function compare<T extends number | string>(a: T, b: T): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function endsBefore(a: Range, b: Range): boolean {
  return a.high < b.low || (a.high === b.low && (a.highOpen || b.lowOpen));
}

function rangeOf({ comparator, low, high }: SeriesClaim): Range | null {
  if (low === null && high === null) return null;
  const slack = comparator === 'approx' ? APPROXIMATE_SHARE : 0;
  const from = low ?? Number.NEGATIVE_INFINITY;
  const to = high ?? Number.POSITIVE_INFINITY;
  return {
    low: from - Math.abs(from === Number.NEGATIVE_INFINITY ? 0 : from) * slack,
    high: to + Math.abs(to === Number.POSITIVE_INFINITY ? 0 : to) * slack,
    lowOpen: comparator === 'gt',
    highOpen: comparator === 'lt',
  };
}
