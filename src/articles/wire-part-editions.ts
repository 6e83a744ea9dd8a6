/** `/v1/quotes/{id}/editions` and its like: what was public about a part, and when. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { wireClaim } from '../claims/schema.ts';
import type { Client } from '../core/database/types.ts';
import { notFound } from '../core/errors.ts';
import type { HttpContext } from '../core/http/context.ts';
import { pageOf, pageQuery, pageRequest } from '../core/http/pagination.ts';
import { id, instant } from '../core/http/scalars.ts';
import { wireRoute } from '../core/http/wire.ts';
import { answerList, requireNotRetracted } from '../core/http/wire-list.ts';
import { wireQuote } from '../quotes/schema.ts';
import { capitalise } from '../text/capitalise.ts';
import { wireTurn } from '../turns/schema.ts';
import { PART_CHANGES, type PartName } from './part-editions.ts';

const PARTS = {
  turn: { tag: 'Turns', shown: wireTurn },
  quote: { tag: 'Quotes', shown: wireQuote },
  claim: { tag: 'Claims', shown: wireClaim },
} as const;

const shared = {
  edition: z.int().min(1),
  kind: z.enum(['publication', 'update', 'correction']),
  note: z.string().nullable().meta({ description: 'What the edition changed, and why.' }),
  publishedAt: instant,
  url: z.string().meta({ description: 'The edition of the whole article.' }),
  change: z.enum(PART_CHANGES).meta({ description: 'What the edition did to this part.' }),
};

/** Registers the editions of one kind of part. */
export function registerPartEditions(
  app: FastifyInstance,
  context: HttpContext,
  kind: PartName,
): void {
  const client = context.db.read;
  const { tag, shown } = PARTS[kind];
  const capital = capitalise(kind);
  const item = z.strictObject({ ...shared, [kind]: shown.nullable() }).meta({
    id: `${capital}Edition`,
    description: `What an edition showed of a ${kind}; null where it left the ${kind} out.`,
  });
  wireRoute(app, context, {
    url: `/v1/${kind}s/:id/editions`,
    operationId: `list${capital}Editions`,
    tag,
    summary: `List what was published about a ${kind}`,
    description: `Every edition that published, changed, corrected or left out the ${kind}, newest first. It goes on answering when the present edition no longer holds the ${kind}.`,
    params: z.strictObject({ id }),
    query: z.strictObject({ ...pageQuery }),
    produces: { 'application/json': pageOf(item, `${capital}EditionPage`) },
    problems: [410],
    async handler({ params, query }) {
      const article = await getArticleOf(client, kind, params.id);
      const page = pageRequest(`${params.id}/editions`, query, ['int']);
      const before = page.after === null ? null : Number(page.after[0]);
      const rows = await listPartEditions(client, params.id, before, page.limit + 1);
      const editions = await findEditions(client, article.id, rows);
      return answerList({
        path: `/v1/${kind}s/${params.id}/editions`,
        query,
        page,
        rows,
        position: (row) => [row.edition],
        document: (row) => present(kind, row, editions.get(row.edition), article.slug),
        ids: () => [params.id],
        tag: article.id,
      });
    },
  });
}

/** The published article that a part is or was in. @throws Problem not-found, retracted */
async function getArticleOf(
  client: Client,
  kind: PartName,
  partId: string,
): Promise<{ id: string; slug: string }> {
  const part = await client.partEdition.findFirst({
    where: { partId, kind },
    select: { articleId: true },
  });
  if (part === null) throw notFound();
  const article = await client.publishedArticle.findUnique({
    where: { id: part.articleId },
    select: { id: true, slug: true },
  });
  if (article !== null) return article;
  await requireNotRetracted(client, { id: partId });
  throw notFound();
}

function listPartEditions(client: Client, partId: string, before: number | null, take: number) {
  return client.partEdition.findMany({
    where: { partId, ...(before === null ? {} : { edition: { lt: before } }) },
    orderBy: { edition: 'desc' },
    take,
  });
}

type PartRow = Awaited<ReturnType<typeof listPartEditions>>[number];
type EditionRow = { number: number; kind: string; note: string | null; publishedAt: Date };

async function findEditions(
  client: Client,
  articleId: string,
  rows: PartRow[],
): Promise<Map<number, EditionRow>> {
  const editions = await client.edition.findMany({
    where: { articleId, number: { in: rows.map(({ edition }) => edition) } },
    select: { number: true, kind: true, note: true, publishedAt: true },
  });
  return new Map(editions.map((edition) => [edition.number, edition]));
}

function present(
  kind: PartName,
  row: PartRow,
  edition: EditionRow | undefined,
  slug: string,
): string {
  const head = JSON.stringify({
    edition: row.edition,
    kind: edition?.kind,
    note: edition?.note,
    publishedAt: edition?.publishedAt.toISOString(),
    url: `/v1/articles/${slug}/editions/${row.edition}`,
    change: row.change,
  });
  const document = row.change === 'removed' ? 'null' : row.document;
  return `${head.slice(0, -1)},"${kind}":${document}}`;
}
