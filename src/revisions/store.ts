import type { Client } from '../core/database/types.ts';

const HEAD = { number: true, author: true, note: true, hash: true, createdAt: true } as const;

export interface RevisionHead {
  number: number;
  author: string;
  note: string | null;
  hash: string;
  createdAt: Date;
}

/** The revisions of an article, newest first, without their content. */
export function listRevisions(
  client: Client,
  articleId: string,
  before: number | null,
  take: number,
): Promise<RevisionHead[]> {
  return client.revision.findMany({
    where: { articleId, ...(before === null ? {} : { number: { lt: before } }) },
    orderBy: { number: 'desc' },
    take,
    select: HEAD,
  });
}

export function findRevision(
  client: Client,
  articleId: string,
  number: number,
): Promise<(RevisionHead & { content: string }) | null> {
  return client.revision.findUnique({
    where: { articleId_number: { articleId, number } },
    select: { ...HEAD, content: true },
  });
}

/** Which editions published which revision. */
export async function findEditionsOf(
  client: Client,
  articleId: string,
  revisions: number[],
): Promise<Map<number, number[]>> {
  const rows = await client.edition.findMany({
    where: { articleId, revision: { in: revisions }, kind: { not: 'retraction' } },
    orderBy: { number: 'asc' },
    select: { number: true, revision: true },
  });
  const editions = new Map<number, number[]>();
  for (const { number, revision } of rows)
    editions.set(revision, [...(editions.get(revision) ?? []), number]);
  return editions;
}
