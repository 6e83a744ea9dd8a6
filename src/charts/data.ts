import type { Comparator } from '../claims/schema.ts';
import { foldForSearch } from '../text/words.ts';

/** One claim as a chart shows it. A side that the words leave open is null. */
export interface ChartClaim {
  /** Position of its source among the chart's sources. */
  source: number;
  comparator: Comparator;
  low: number | null;
  high: number | null;
  /** What it names of a place; null if it is about all that the figure is. */
  place: string | null;
  /** First and last day that it is about, in milliseconds of midnight UTC. */
  from: number;
  to: number;
  /** The end of its days that its date leaves open; it stands at the other one. */
  openEnd: 'first' | 'last' | null;
  /** It gives no date of its own and stands at the day on which it was published. */
  undated: boolean;
  superseded: boolean;
  conflict: boolean;
}

/** What a chart of a figure is made from. */
export interface ChartData {
  question: string;
  /** BCP 47: in which the question, its sources and places are; null if that isn’t known. */
  language: string | null;
  unit: string;
  sources: readonly string[];
  /** In order of their dates. */
  claims: readonly ChartClaim[];
  /** How many older claims are left out. */
  omitted: number;
}

/** A claim with at least one bound, which alone has a place on a scale. */
export function isBounded({ low, high }: ChartClaim): boolean {
  return low !== null || high !== null;
}

/** Which side of a claim is open; `none` for a number or a range. */
export function openSide({ low, high }: ChartClaim): 'above' | 'below' | 'none' {
  if (high === null) return 'above';
  return low === null ? 'below' : 'none';
}

/** Whether a claim stands for more than one value, both ends known. */
export function isRange({ low, high }: ChartClaim): boolean {
  return low !== null && high !== null && low !== high;
}

/** Whether claims are about different places, and so can't be read as one line. */
export function areApart(claims: readonly ChartClaim[]): boolean {
  return new Set(claims.map(placeKey).filter((key) => key !== '')).size > 1;
}

/** What two spellings of a place have in common; empty for a claim about none. */
export function placeKey({ place }: Pick<ChartClaim, 'place'>): string {
  return foldForSearch(place ?? '');
}
