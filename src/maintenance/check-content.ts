/** What was saved and published, compared with its hashes and with its own words. */
import type { WireArticle } from '../articles/schema.ts';
import type { Client } from '../core/database/types.ts';
import { entityTag, sha256 } from '../core/hash.ts';
import { indexCodePoints } from '../text/codepoints.ts';
import { type Finding, Findings } from './report.ts';

const BATCH = 50;

/** Every revision is as it was saved, and every article's revisions are there. */
export async function checkRevisions(client: Client): Promise<Finding> {
  const findings = new Findings('revisions');
  await walk(
    (after) =>
      client.revision.findMany({
        where: { id: { gt: after } },
        orderBy: { id: 'asc' },
        select: { id: true, articleId: true, number: true, content: true, hash: true },
        take: BATCH,
      }),
    ({ articleId, number, content, hash }) => {
      findings.look();
      if (sha256(content) !== hash)
        findings.report(`revision ${number} of article ${articleId} was changed`);
    },
  );
  await walk(
    (after) =>
      client.article.findMany({
        where: { id: { gt: after } },
        orderBy: { id: 'asc' },
        select: { id: true, head: true, live: true, _count: { select: { revisions: true } } },
        take: BATCH,
      }),
    ({ id, head, live, _count }) => {
      if (_count.revisions !== head)
        findings.report(`article ${id} has ${_count.revisions} of ${head} revisions`);
      if (live !== null && live > head)
        findings.report(`article ${id} shows revision ${live}, which does not exist`);
    },
  );
  return findings.finish();
}

/** Every edition is as it was published. */
export async function checkEditions(client: Client): Promise<Finding> {
  const findings = new Findings('editions');
  await walk(
    (after) =>
      client.edition.findMany({
        where: { id: { gt: after } },
        orderBy: { id: 'asc' },
        select: { id: true, articleId: true, number: true, kind: true, document: true, etag: true },
        take: BATCH,
      }),
    ({ articleId, number, kind, document, etag }) => {
      findings.look();
      if (kind !== 'retraction' && entityTag(document) !== etag)
        findings.report(`edition ${number} of article ${articleId} was changed`);
    },
  );
  return findings.finish();
}

/** The exact words of every published quote and claim stand where their anchor says. */
export async function checkAnchors(client: Client): Promise<Finding> {
  const findings = new Findings('anchors');
  await walk(
    (after) =>
      client.publishedArticle.findMany({
        where: { id: { gt: after } },
        orderBy: { id: 'asc' },
        select: { id: true, slug: true, document: true },
        take: BATCH,
      }),
    ({ slug, document }) => {
      const article = parseArticle(document);
      if (article === null) findings.report(`${slug}: its document is no JSON`);
      else checkArticle(article, findings);
    },
  );
  return findings.finish();
}

function checkArticle(article: WireArticle, findings: Findings): void {
  const texts = new Map([['body', indexCodePoints(article.bodyText)]]);
  for (const { turns } of article.interviews)
    for (const turn of turns) texts.set(turn.id, indexCodePoints(turn.plainText));
  for (const part of [...article.quotes, ...article.claims]) {
    for (const { exact, start, end } of part.anchor.pieces) {
      findings.look();
      if (texts.get(part.anchor.in)?.slice(start, end) !== exact)
        findings.report(`${article.slug}: “${exact}” of ${part.url} is not at ${start}–${end}`);
    }
  }
}

/** Null where it is no JSON. */
export function parseArticle(document: string): WireArticle | null {
  try {
    return JSON.parse(document) as WireArticle;
  } catch {
    return null;
  }
}

/** Reads rows batch by batch in the order of their ids, so that memory stays small. */
export async function walk<R extends { id: string }>(
  read: (after: string) => Promise<R[]>,
  each: (row: R) => void | Promise<void>,
): Promise<void> {
  let after = '';
  for (;;) {
    const rows = await read(after);
    for (const row of rows) await each(row);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
