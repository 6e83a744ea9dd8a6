import type { Client } from '../core/database/types.ts';
import { wordsIn } from '../core/http/wire-list.ts';
import { isId } from '../core/ids.ts';

export function findPublishedFigure(client: Client, idOrSlug: string) {
  return client.publishedFigure.findUnique({
    where: isId(idOrSlug) ? { id: idOrSlug } : { slug: idOrSlug },
  });
}

/** The id of a published figure; a former slug and a merged figure lead to the present one. */
export async function findPublishedFigureId(
  client: Client,
  idOrSlug: string,
): Promise<string | null> {
  const row = await findPublishedFigure(client, idOrSlug);
  if (row !== null) return row.id;
  return (await findPresentFigure(client, idOrSlug))?.id ?? null;
}

/** What a former slug, or the id of a merged figure, means now; only if it is public. */
export async function findPresentFigure(
  client: Client,
  idOrSlug: string,
): Promise<{ id: string; slug: string } | null> {
  const target = isId(idOrSlug)
    ? (await client.figure.findUnique({ where: { id: idOrSlug }, select: { mergedIntoId: true } }))
        ?.mergedIntoId
    : (
        await client.formerSlug.findUnique({
          where: { kind_slug: { kind: 'figure', slug: idOrSlug } },
        })
      )?.targetId;
  if (target == null) return null;
  const row = await client.publishedFigure.findUnique({
    where: { id: target },
    select: { id: true, slug: true },
  });
  return row ?? findPresentFigure(client, target);
}

export function listPublishedFigures(
  client: Client,
  q: string | undefined,
  after: string | null,
  take: number,
) {
  return client.publishedFigure.findMany({
    where: {
      AND: [wordsIn(q), after === null ? {} : { id: { gt: after } }],
    },
    orderBy: { id: 'asc' },
    take,
    select: { id: true, document: true },
  });
}

/**
 * The claims about a figure in order of as-of date, the newest of them if there are more
 * than `take`; those superseded only if asked for.
 */
export async function listFigureClaims(
  client: Client,
  figureId: string,
  withSuperseded: boolean,
  take: number,
) {
  const rows = await client.publishedClaim.findMany({
    where: { figureId, ...(withSuperseded ? {} : { standing: 'current' }) },
    orderBy: [{ asOfFrom: 'desc' }, { asOfTo: 'desc' }, { publishedAt: 'desc' }, { id: 'desc' }],
    take,
    select: {
      id: true,
      articleId: true,
      sourceId: true,
      asOfFrom: true,
      asOfTo: true,
      document: true,
    },
  });
  return rows.reverse();
}

/** How many claims a figure's series has in all. */
export function countFigureClaims(
  client: Client,
  figureId: string,
  withSuperseded: boolean,
): Promise<number> {
  return client.publishedClaim.count({
    where: { figureId, ...(withSuperseded ? {} : { standing: 'current' }) },
  });
}
