import type { Client, Database } from '../core/database/types.ts';
import { findIndexFault, findStrayRows } from '../search/verify-store.ts';
import { parseArticle, walk } from './check-content.ts';
import { type Finding, Findings } from './report.ts';

const BATCH = 50;

/** Everything published is found by all its words, and nothing else is in the search index. */
export async function checkSearch({ read, engine }: Database): Promise<Finding> {
  const findings = new Findings('search index');
  const faultOf = async (id: string) => {
    const row = await findDocument(read, id);
    // A document that is no JSON is told by the check of the anchors.
    const article = row === null ? null : parseArticle(row.document);
    return article && findIndexFault(read, engine, article);
  };
  await walk(
    (after) =>
      read.publishedArticle.findMany({
        where: { id: { gt: after } },
        orderBy: { id: 'asc' },
        select: { id: true, slug: true },
        take: BATCH,
      }),
    async ({ id, slug }) => {
      findings.look();
      // Asked again, because it may have been published anew between the two reads.
      const fault = (await faultOf(id)) && (await faultOf(id));
      if (fault !== null) findings.report(`article ${slug} ${fault}: run onrecord rebuild`);
    },
  );
  for (const row of await findStrayRows(read))
    findings.report(`row ${row} belongs to nothing published: run onrecord rebuild`);
  return findings.finish();
}

function findDocument(client: Client, id: string): Promise<{ document: string } | null> {
  return client.publishedArticle.findUnique({ where: { id }, select: { document: true } });
}
