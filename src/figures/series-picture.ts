import type { ChartClaim, ChartData } from '../charts/data.ts';
import { commonLanguage } from '../text/language.ts';
import type { FigureClaims } from './figure-claims.ts';
import type { WireFigure } from './schema.ts';
import { type DatedClaim, makePoints, sourcesOf } from './series.ts';

/** More claims than this make no picture. */
const DRAWN_MAX = 400;

/** The claims that a chart shows, which are the newest. */
export function drawnOf({ claims }: Pick<FigureClaims, 'claims'>): DatedClaim[] {
  return claims.slice(-DRAWN_MAX);
}

/**
 * What the chart of a figure shows; its claims are those of `drawnOf`, in their order.
 *
 * @param languages of their articles, by id
 */
export function chartData(
  found: Pick<FigureClaims, 'document' | 'claims' | 'omitted'>,
  languages: ReadonlyMap<string, string>,
): ChartData {
  const figure = JSON.parse(found.document) as WireFigure;
  const claims = drawnOf(found);
  const sources = sourcesOf(claims);
  const places = new Map(sources.map(({ id }, index) => [id, index]));
  const points = makePoints(claims);
  return {
    question: figure.question,
    language: commonLanguage([...languages.values()]),
    unit: figure.unit,
    sources: sources.map(({ name }) => name),
    claims: claims.map((dated, index): ChartClaim => {
      const { claim } = dated;
      return {
        source: places.get(claim.source.id) ?? 0,
        comparator: claim.comparator,
        low: claim.low,
        high: claim.high,
        place: claim.place || null,
        ...daysOf(dated),
        undated: claim.asOf === null,
        superseded: claim.standing !== 'current',
        conflict: points[index]?.conflict ?? false,
      };
    }),
    omitted: found.omitted + found.claims.length - claims.length,
  };
}

/** First and last day in milliseconds; a side that is unknown stands where the other one is. */
function daysOf({
  claim: { asOf },
  from,
  to,
}: DatedClaim): Pick<ChartClaim, 'from' | 'to' | 'openEnd'> {
  const first = asOf?.from ?? asOf?.to;
  const last = asOf?.to ?? asOf?.from;
  if (first == null || last == null)
    return { from: dayToTime(from), to: dayToTime(to), openEnd: null };
  const openEnd = asOf?.from == null ? 'first' : asOf.to == null ? 'last' : null;
  return { from: Date.parse(first), to: Date.parse(last), openEnd };
}

/** 20241009 as the milliseconds of its midnight in UTC. */
function dayToTime(day: number): number {
  return Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100);
}
