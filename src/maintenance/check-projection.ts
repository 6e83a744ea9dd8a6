/**
 * The published tables, compared with what a rebuild would make. Each article is projected
 * again in a transaction of its own that is always rolled back, so that every column takes
 * part, and a running server waits for moments only. What is compressed is opened instead.
 */
import type { Client, Database } from '../core/database/types.ts';
import { entityTag } from '../core/hash.ts';
import { decompress, ENCODINGS, type Encoding } from '../core/http/compression.ts';
import { listJobs, listOpenJobs } from '../core/jobs/store.ts';
import { projectAgain } from '../publishing/projection.ts';
import { projectFigures, projectSources } from '../publishing/reference-projection.ts';
import { walk } from './check-content.ts';
import { type Finding, Findings } from './report.ts';

const BATCH = 100;
const OPEN_JOBS_MAX = 100;

export async function checkProjection(db: Database): Promise<Finding> {
  const findings = new Findings('published tables');
  const pending = await listOpenJobs(db.read, OPEN_JOBS_MAX);
  if (pending.length > 0) return findings.finish(jobNote(pending.length));
  const newest = await newestJob(db.read);
  await checkArticles(db, findings);
  await checkReferences(db, findings);
  const finding = findings.finish();
  if (finding.wrong === 0 || (await newestJob(db.read)) === newest) return finding;
  return new Findings('published tables').finish(jobNote('some'));
}

function jobNote(count: number | 'some'): string {
  return `${count} jobs are open, which make some of the published tables anew: check again when they are done.`;
}

/** Which job was made last: one that is made while this runs leaves some tables behind for a while. */
async function newestJob(client: Client): Promise<string | undefined> {
  const [job] = await listJobs(client, null, 1);
  return job?.id;
}

async function checkArticles(db: Database, findings: Findings): Promise<void> {
  await walk(
    (after) =>
      db.read.article.findMany({
        where: { id: { gt: after } },
        orderBy: { id: 'asc' },
        select: { id: true, slug: true, live: true },
        take: BATCH,
      }),
    async ({ id, slug, live }) => {
      if (live !== null) findings.look();
      const differences = await compare(
        db,
        (client) => readArticle(client, id),
        (client) => projectAgain(client, [id], new Date()),
      );
      for (const name of differences)
        findings.report(`article ${slug}: ${name} is not what it was made from`);
      for (const encoding of await findDamagedVariants(db.read, id))
        findings.report(
          `article ${slug}: its document in ${encoding} is not what it was made from`,
        );
    },
  );
  // Rows of articles that are not live, or that do not exist at all.
  const live = new Set<string>();
  await walk(
    (after) =>
      db.read.article.findMany({
        where: { id: { gt: after }, live: { not: null } },
        orderBy: { id: 'asc' },
        select: { id: true },
        take: 1_000,
      }),
    ({ id }) => {
      live.add(id);
    },
  );
  for (const [name, ids] of await publishedIds(db.read))
    for (const id of ids)
      if (!live.has(id) && !(await isLive(db.read, id)))
        findings.report(`${name} shows article ${id}, which is not live`);
}

/**
 * The encodings in which an article’s document has other bytes than its entity tag says. That there
 * are none is no fault: what is published by an older version is compressed when it is asked for.
 */
async function findDamagedVariants(client: Client, id: string): Promise<string[]> {
  const row = await client.publishedArticle.findUnique({
    where: { id },
    select: { etag: true, br: true, gzip: true },
  });
  if (row === null) return [];
  return ENCODINGS.filter((encoding) => isDamaged(encoding, row[encoding], row.etag));
}

function isDamaged(encoding: Encoding, bytes: Uint8Array | null, etag: string): boolean {
  if (bytes === null) return false;
  try {
    return entityTag(decompress(encoding, bytes)) !== etag;
  } catch {
    return true;
  }
}

/** Asked again, because it may have been published while this ran. */
async function isLive(client: Client, id: string): Promise<boolean> {
  const row = await client.article.findUnique({ where: { id }, select: { live: true } });
  return row?.live != null;
}

/** Which articles each published table shows anything of. */
async function publishedIds(client: Client): Promise<[string, string[]][]> {
  const parts = { distinct: ['articleId'] as 'articleId'[], select: { articleId: true } };
  const of = (rows: { articleId: string }[]) => rows.map(({ articleId }) => articleId);
  const articles = await client.publishedArticle.findMany({ select: { id: true } });
  return [
    ['PublishedArticle', articles.map(({ id }) => id)],
    ['PublishedTurn', of(await client.publishedTurn.findMany(parts))],
    ['PublishedQuote', of(await client.publishedQuote.findMany(parts))],
    ['PublishedClaim', of(await client.publishedClaim.findMany(parts))],
  ];
}

async function checkReferences(db: Database, findings: Findings): Promise<void> {
  const byId = (after: string) => ({
    where: { id: { gt: after } },
    orderBy: { id: 'asc' as const },
    select: { id: true, slug: true },
    take: BATCH,
  });
  const kinds = [
    {
      name: 'source',
      list: (after: string) => db.read.source.findMany(byId(after)),
      read: (client: Client, id: string) => client.publishedSource.findUnique({ where: { id } }),
      project: (client: Client, id: string) => projectSources(client, [id]),
    },
    {
      name: 'figure',
      list: (after: string) => db.read.figure.findMany(byId(after)),
      read: (client: Client, id: string) => client.publishedFigure.findUnique({ where: { id } }),
      project: (client: Client, id: string) => projectFigures(client, [id]),
    },
  ];
  for (const { name, list, read, project } of kinds) {
    await walk(list, async ({ id, slug }) => {
      findings.look();
      const differences = await compare(
        db,
        async (client) => ({ row: await read(client, id) }),
        (client) => project(client, id),
      );
      if (differences.length > 0)
        findings.report(`${name} ${slug}: what the wire shows is not what it was made from`);
    });
  }
}

type Rows = Record<string, unknown>;

/** All rows that one article has in the published tables. */
async function readArticle(client: Client, id: string): Promise<Rows> {
  const where = { articleId: id };
  const sorted = { where, orderBy: { id: 'asc' as const } };
  return {
    'its document': await client.publishedArticle.findUnique({
      where: { id },
      // Another version of Node may compress otherwise; what is inside is looked at apart.
      omit: { br: true, gzip: true },
    }),
    'a turn': await client.publishedTurn.findMany(sorted),
    'a quote': await client.publishedQuote.findMany(sorted),
    'a claim': await client.publishedClaim.findMany({
      ...sorted,
      include: { sources: { orderBy: { sourceId: 'asc' } } },
    }),
    'its tags': await client.publishedArticleTag.findMany({ where, orderBy: { tag: 'asc' } }),
    'its sources': await client.publishedArticleSource.findMany({
      where,
      orderBy: { sourceId: 'asc' },
    }),
    'its figures': await client.publishedArticleFigure.findMany({
      where,
      orderBy: { figureId: 'asc' },
    }),
  };
}

/** Thrown to undo what a comparison wrote. */
class Undo extends Error {
  override name = 'Undo';
}

/** Reads, makes again, reads again and undoes. @returns the names of what differs */
async function compare(
  db: Database,
  read: (client: Client) => Promise<Rows>,
  make: (client: Client) => Promise<unknown>,
): Promise<string[]> {
  let differences: string[] = [];
  try {
    await db.write(async (client) => {
      const before = await read(client);
      await make(client);
      const after = await read(client);
      differences = Object.keys(before).filter(
        (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
      );
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) {
      const reason = error instanceof Error ? error.message.split('\n').at(-1) : String(error);
      return [`it (it can’t be made again: ${reason})`];
    }
  }
  return differences;
}
