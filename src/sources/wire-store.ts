import { listRows } from '../core/database/list.ts';
import type { Client } from '../core/database/types.ts';
import { wordsIn } from '../core/http/wire-list.ts';
import { createPublishedStore } from '../core/references/published-store.ts';

export const publishedSources = createPublishedStore('source');

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
