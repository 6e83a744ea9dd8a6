import type { Client } from '../core/database/types.ts';
import { notFound } from '../core/errors.ts';
import type { Redirect } from '../core/http/rendition.ts';
import { type DatedClaim, newestFirst, readClaims } from './series.ts';
import {
  countFigureClaims,
  findArticleLanguages,
  listFigureClaims,
  listNewestClaims,
  publishedFigures,
} from './wire-store.ts';

/**
 * A series is one answer; of more claims about one figure the newest are kept. One of twice as
 * many would hold others up for more than a tenth of a second.
 */
const SERIES_MAX = 5_000;

/** A published figure and what was claimed about it. */
export interface FigureClaims {
  id: string;
  slug: string;
  /** The figure as the wire answers it. */
  document: string;
  /** In order of their as-of dates. */
  claims: DatedClaim[];
  /** How many older claims there are beside. */
  omitted: number;
}

/**
 * A published figure with its claims, or where it is now.
 *
 * @param suffix what comes after the figure in the address
 * @throws Problem not-found
 */
export async function findFigureClaims(
  client: Client,
  slug: string,
  withSuperseded: boolean,
  suffix: string,
  max = SERIES_MAX,
): Promise<FigureClaims | Redirect> {
  const row = await findFigureOr(client, slug, suffix);
  if ('redirect' in row) return row;
  const rows = await listFigureClaims(client, row.id, withSuperseded, max);
  const omitted =
    rows.length < max ? 0 : (await countFigureClaims(client, row.id, withSuperseded)) - max;
  return { ...row, claims: await readClaims(rows), omitted };
}

/** In which languages claims were published, by the ids of their articles. */
export function findLanguages(
  client: Client,
  claims: readonly DatedClaim[],
): Promise<Map<string, string>> {
  return findArticleLanguages(client, [...new Set(claims.map(({ claim }) => claim.article.id))]);
}

/** As `findFigureClaims`, with the newest current claim of each source, newest first. */
export async function findNewestClaims(
  client: Client,
  slug: string,
): Promise<Omit<FigureClaims, 'omitted'> | Redirect> {
  const row = await findFigureOr(client, slug, '');
  if ('redirect' in row) return row;
  const rows = await listNewestClaims(client, row.id);
  return { ...row, claims: (await readClaims(rows)).sort(newestFirst) };
}

async function findFigureOr(
  client: Client,
  slug: string,
  suffix: string,
): Promise<Pick<FigureClaims, 'id' | 'slug' | 'document'> | Redirect> {
  const row = await publishedFigures.find(client, slug);
  if (row !== null) return { id: row.id, slug: row.slug, document: row.document };
  const present = await publishedFigures.findPresent(client, slug);
  if (present === null) throw notFound();
  return { redirect: `/v1/figures/${present.slug}${suffix}` };
}

/** The ids of everything in a series: what drops it from caches. */
export function tagsOf({ id, claims }: Pick<FigureClaims, 'id' | 'claims'>): string[] {
  const tags = new Set([id]);
  for (const { claim } of claims) tags.add(claim.id).add(claim.article.id).add(claim.source.id);
  return [...tags];
}
