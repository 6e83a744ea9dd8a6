import { listRows } from '../core/database/list.ts';
import { findRows, findWholeRows } from '../core/database/rows.ts';
import type { Client } from '../core/database/types.ts';
import { wordsIn } from '../core/http/wire-list.ts';
import { isId } from '../core/ids.ts';

export async function findPublishedSource(client: Client, idOrSlug: string) {
  const [row] = await findWholeRows(client, 'PublishedSource', named(idOrSlug));
  return row ?? null;
}

function named(idOrSlug: string) {
  return isId(idOrSlug) ? { id: idOrSlug } : { slug: idOrSlug };
}

/** The id of a published source; a former slug and a merged source lead to the present one. */
export async function findPublishedSourceId(
  client: Client,
  idOrSlug: string,
): Promise<string | null> {
  const [row] = await findRows(client, 'PublishedSource', named(idOrSlug), ['id']);
  if (row !== undefined) return row.id;
  return (await findPresentSource(client, idOrSlug))?.id ?? null;
}

/** What a former slug, or the id of a merged source, means now; only if it is public. */
export async function findPresentSource(
  client: Client,
  idOrSlug: string,
): Promise<{ id: string; slug: string } | null> {
  const target = isId(idOrSlug)
    ? (await client.source.findUnique({ where: { id: idOrSlug }, select: { mergedIntoId: true } }))
        ?.mergedIntoId
    : (
        await client.formerSlug.findUnique({
          where: { kind_slug: { kind: 'source', slug: idOrSlug } },
        })
      )?.targetId;
  if (target == null) return null;
  const row = await client.publishedSource.findUnique({
    where: { id: target },
    select: { id: true, slug: true },
  });
  return row ?? findPresentSource(client, target);
}

export interface SourceListFilter {
  kind?: string | undefined;
  q?: string | undefined;
}

export function listPublishedSources(
  client: Client,
  filter: SourceListFilter,
  after: string | null,
  take: number,
) {
  return listRows(client, 'PublishedSource', {
    where: {
      kind: filter.kind,
      AND: [wordsIn(filter.q), after === null ? {} : { id: { gt: after } }],
    },
    orderBy: [{ id: 'asc' }],
    take,
    columns: ['id'],
    bytes: ['document'],
  });
}

/** The newest statements of a source. */
export async function newestStatements(client: Client, sourceId: string, take: number) {
  const order = {
    orderBy: [{ publishedAt: 'desc' as const }, { id: 'desc' as const }],
    take,
    columns: ['id', 'articleId', 'document'] as const,
  };
  return {
    quotes: await listRows(client, 'PublishedQuote', { where: { speakerId: sourceId }, ...order }),
    claims: await listRows(client, 'PublishedClaim', {
      where: { sources: { some: { sourceId } } },
      ...order,
    }),
    turns: await listRows(client, 'PublishedTurn', { where: { speakerId: sourceId }, ...order }),
  };
}
