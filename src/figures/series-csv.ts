import { toCsv } from '../core/csv.ts';
import { type DatedClaim, makePoints } from './series.ts';

const COLUMNS = [
  'claim',
  'source',
  'sourceKind',
  'sourceId',
  'asOf',
  'asOfFrom',
  'asOfTo',
  'comparator',
  'low',
  'high',
  'unit',
  'place',
  'standing',
  'conflict',
  'relayed',
  'article',
  'articleHeadline',
  'publishedAt',
] as const;

/** A series as a table: each bound in a column of its own, empty where it is open. */
export function seriesCsv(claims: readonly DatedClaim[]): string {
  const rows = makePoints(claims).map((point) => [
    point.claim,
    point.source.name,
    point.source.kind,
    point.source.id,
    point.asOf?.edtf ?? null,
    point.asOf?.from ?? null,
    point.asOf?.to ?? null,
    point.comparator,
    point.low,
    point.high,
    point.unit,
    point.place,
    point.standing,
    point.conflict,
    point.relayed,
    point.article.slug,
    point.article.headline,
    point.article.publishedAt,
  ]);
  return toCsv(COLUMNS, rows);
}
