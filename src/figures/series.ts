/**
 * A figure's series: what was claimed, by whom, as of when. Pure functions. Claims are
 * compared, never added up, and bounds stay bounds.
 */
import type { z } from 'zod';
import type { standaloneClaim } from '../claims/schema.ts';
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
  /** Whether the source counted itself, or passes on what another one counted. */
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
    relayed: claim.chain.some(({ role }) => role === 'relay'),
    article: claim.article,
  }));
}

/** The sources of a series, in the order of their first claim. */
export function sourcesOf(claims: readonly DatedClaim[]): SourceRef[] {
  return [...new Map(claims.map(({ claim }) => [claim.source.id, claim.source])).values()];
}

/** How many sources counted for themselves: relays of one origin count as that one. */
export function countIndependent(claims: readonly DatedClaim[]): number {
  return new Set(claims.map(({ claim }) => claim.source.id)).size;
}

/** The newest claim of each source, newest first. */
export function newestBySource(claims: readonly DatedClaim[]): SeriesClaim[] {
  const newest = new Map<string, DatedClaim>();
  for (const dated of claims) {
    const known = newest.get(dated.claim.source.id);
    if (known === undefined || isNewer(dated, known)) newest.set(dated.claim.source.id, dated);
  }
  return [...newest.values()].sort((a, b) => (isNewer(a, b) ? -1 : 1)).map(({ claim }) => claim);
}

function isNewer(a: DatedClaim, b: DatedClaim): boolean {
  if (a.to !== b.to) return a.to > b.to;
  if (a.from !== b.from) return a.from > b.from;
  return a.claim.article.publishedAt >= b.claim.article.publishedAt;
}

/**
 * Claims that can't both be right: of the same days, by different sources, about the same
 * place, with no value that both allow.
 */
function findConflicts(claims: readonly DatedClaim[]): Set<string> {
  const byDays = new Map<string, DatedClaim[]>();
  for (const dated of claims) {
    if (dated.claim.standing !== 'current') continue;
    const key = `${dated.from}/${dated.to}`;
    byDays.set(key, [...(byDays.get(key) ?? []), dated]);
  }
  const found = new Set<string>();
  for (const group of byDays.values()) {
    for (const [index, a] of group.entries()) {
      for (const b of group.slice(index + 1)) {
        if (a.claim.source.id === b.claim.source.id || !areDisjoint(a.claim, b.claim)) continue;
        found.add(a.claim.id).add(b.claim.id);
      }
    }
  }
  return found;
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
