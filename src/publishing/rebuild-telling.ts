import { appendChange, type NewChange } from '../changes/log.ts';
import type { Client } from '../core/database/types.ts';
import { entityTag } from '../core/hash.ts';
import type { Work } from '../core/work.ts';
import { LISTS } from './neighbours.ts';
import type { Answered } from './projection.ts';
import { rebuild } from './rebuild.ts';

/** How many documents are read at a time. */
const BATCH = 200;

type Kind = NewChange['kind'];
const KINDS: readonly Kind[] = ['article', 'source', 'figure'];

interface Shown {
  id: string;
  slug: string;
  document: string;
  edition?: number;
  cacheTags?: string;
  lastModified?: Date;
}

/**
 * Makes the published tables again and tells the log of changes what came out otherwise, as
 * it may after an upgrade or where the tables were tampered with. So whoever follows the
 * log holds the same bytes as the wire.
 *
 * @returns how many articles are published, and how many changes were told
 */
export async function rebuildAndTell(work: Work): Promise<{ count: number; told: number }> {
  const { client } = work;
  const before = new Map<string, { kind: Kind; slug: string; etag: string }>();
  const answered = new Map<string, Answered>();
  for (const kind of KINDS) {
    for await (const { id, slug, document, lastModified } of readShown(client, kind)) {
      // A document that was tampered with may have kept the entity tag in its row.
      const etag = entityTag(document);
      before.set(id, { kind, slug, etag });
      if (lastModified !== undefined) answered.set(id, { etag, lastModified });
    }
  }
  const count = await rebuild(client, work.now, answered);
  let told = 0;
  const tell = async (change: NewChange) => {
    await appendChange(work, change);
    told += 1;
  };
  for (const kind of KINDS) {
    for await (const shown of readShown(client, kind)) {
      const same = before.get(shown.id)?.etag === entityTag(shown.document);
      before.delete(shown.id);
      if (!same) await tell(refreshed(kind, shown));
    }
  }
  for (const [id, { kind, slug }] of before) await tell(gone(kind, id, slug));
  return { count, told };
}

function refreshed(kind: Kind, { id, slug, document, edition, cacheTags }: Shown): NewChange {
  return {
    type: kind === 'article' ? 'article.refreshed' : `${kind}.updated`,
    kind,
    targetId: id,
    ...(kind === 'article' ? { articleId: id } : {}),
    ...(edition === undefined ? {} : { edition }),
    slug,
    document,
    tags: [id, ...LISTS, ...(cacheTags?.split(',') ?? [])],
  };
}

function gone(kind: Kind, id: string, slug: string): NewChange {
  return {
    type: kind === 'article' ? 'article.withdrawn' : `${kind}.removed`,
    kind,
    targetId: id,
    ...(kind === 'article' ? { articleId: id } : {}),
    slug,
    document: null,
    tags: [id, ...LISTS],
  };
}

async function* readShown(client: Client, kind: Kind): AsyncGenerator<Shown> {
  let after = '';
  for (;;) {
    const rows = await listShown(client, kind, after);
    yield* rows;
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.id ?? after;
  }
}

function listShown(client: Client, kind: Kind, after: string): Promise<Shown[]> {
  const page = { where: { id: { gt: after } }, orderBy: { id: 'asc' }, take: BATCH } as const;
  const shown = { id: true, slug: true, document: true } as const;
  switch (kind) {
    case 'article':
      return client.publishedArticle.findMany({
        ...page,
        select: { ...shown, edition: true, cacheTags: true, lastModified: true },
      });
    case 'source':
      return client.publishedSource.findMany({ ...page, select: shown });
    case 'figure':
      return client.publishedFigure.findMany({ ...page, select: shown });
  }
}
