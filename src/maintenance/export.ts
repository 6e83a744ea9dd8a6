/** A newsroom as lines of JSON. docs/export.md says what stands in them. */
import type { ArticleContent } from '../articles/content.ts';
import { presentContent, readDirectory } from '../articles/present.ts';
import { type ArticleRow, getContent } from '../articles/store.ts';
import type { Client } from '../core/database/types.ts';
import { presentFigure } from '../figures/service.ts';
import { figureStore } from '../figures/store.ts';
import { presentSource } from '../sources/service.ts';
import { listSources } from '../sources/store.ts';
import { presentTerm } from '../taxonomy/service.ts';
import { type TermKind, termStores } from '../taxonomy/store.ts';

const BATCH = 100;

export interface ExportOptions {
  /** Drafts, newer revisions of what is live, and why sources are unnamed, as well. */
  all: boolean;
}

type Line = { type: string } & Record<string, unknown>;

/** Every line of an export, in an order in which each only refers to lines before it. */
export async function* exportLines(client: Client, options: ExportOptions): AsyncGenerator<string> {
  for await (const line of lines(client, options)) yield `${JSON.stringify(line)}\n`;
}

async function* lines(client: Client, { all }: ExportOptions): AsyncGenerator<Line> {
  const sources = await namesOnWire(client, 'source', all);
  const figures = await namesOnWire(client, 'figure', all);
  for (const kind of ['section', 'tag'] as const) yield* terms(client, kind, all);
  for await (const row of paged((after) => listSources(client, {}, after, BATCH))) {
    if (sources !== null && !sources.has(row.id)) continue;
    const { mergedInto: _merged, reason, ...source } = presentSource(row);
    yield { type: 'source', ...source, ...(all ? { reason } : {}) };
  }
  for await (const row of paged((after) => figureStore.list(client, after, BATCH))) {
    if (figures !== null && !figures.has(row.id)) continue;
    const { mergedInto: _merged, ...figure } = presentFigure(row);
    yield { type: 'figure', ...figure };
  }
  yield* articles(client, all);
}

/** The ids that are public; `null` when all are asked for. */
async function namesOnWire(
  client: Client,
  kind: 'source' | 'figure',
  all: boolean,
): Promise<Set<string> | null> {
  if (all) return null;
  const query = { select: { id: true } };
  const rows =
    kind === 'source'
      ? await client.publishedSource.findMany(query)
      : await client.publishedFigure.findMany(query);
  return new Set(rows.map(({ id }) => id));
}

async function* terms(client: Client, kind: TermKind, all: boolean): AsyncGenerator<Line> {
  for await (const row of paged((after) => termStores[kind].list(client, after, BATCH))) {
    if (!all && !(await isTermPublic(client, kind, row.slug))) continue;
    const { mergedInto: _merged, ...term } = presentTerm(row);
    yield { type: kind, ...term };
  }
}

async function isTermPublic(client: Client, kind: TermKind, slug: string): Promise<boolean> {
  const found =
    kind === 'section'
      ? await client.publishedArticle.findFirst({ where: { section: slug }, select: { id: true } })
      : await client.publishedArticleTag.findFirst({ where: { tag: slug } });
  return found !== null;
}

async function* articles(client: Client, all: boolean): AsyncGenerator<Line> {
  const list = (after: string | null) =>
    client.article.findMany({
      where: {
        ...(after === null ? {} : { id: { gt: after } }),
        ...(all ? {} : { live: { not: null } }),
      },
      orderBy: { id: 'asc' },
      take: BATCH,
    });
  for await (const row of paged(list)) yield articleLine(client, row, all);
}

async function articleLine(client: Client, row: ArticleRow, all: boolean): Promise<Line> {
  // What is live leads, so that nobody who brings it in publishes a draft by accident.
  const shown = row.live ?? row.head;
  const content = await getContent(client, row.id, shown);
  const draft = all && shown !== row.head ? await getContent(client, row.id, row.head) : null;
  return {
    type: 'article',
    id: row.id,
    ...(await posted(client, content, all)),
    state: row.state,
    revision: row.head,
    liveRevision: row.live,
    publishedAt: time(row.publishedAt),
    firstPublishedAt: time(row.firstPublishedAt),
    createdAt: time(row.createdAt),
    updatedAt: time(row.updatedAt),
    editions: await editionsOf(client, row.id),
    ...(all ? { publishAt: time(row.publishAt), embargoUntil: time(row.embargoUntil) } : {}),
    ...(draft === null ? {} : { draft: await posted(client, draft, all) }),
  };
}

/** A content in the shape in which articles are posted, its references spelt out. */
async function posted(
  client: Client,
  content: ArticleContent,
  all: boolean,
): Promise<Record<string, unknown>> {
  const directory = await readDirectory(client, content);
  const { interviews, quotes, claims, ...head } = presentContent(content, directory);
  const reasons = all ? await readReasons(client, [...directory.sources.values()]) : new Map();
  const source = (ref: { id: string } | null) =>
    ref === null
      ? null
      : { ...ref, ...(reasons.has(ref.id) ? { reason: reasons.get(ref.id) } : {}) };
  return {
    slug: content.slug,
    ...head,
    interviews: interviews.map((interview) => ({
      ...interview,
      turns: interview.turns.map((turn) => ({ ...turn, speaker: source(turn.speaker) })),
    })),
    quotes: quotes.map(({ status: _status, speaker, ...quote }) => ({
      ...quote,
      speaker: source(speaker),
    })),
    claims: claims.map(({ status: _status, chain, ...claim }) => ({
      ...claim,
      chain: chain.map((link) => ({ ...link, source: source(link.source) })),
    })),
  };
}

/** Why unnamed sources are unnamed, by their ids. */
async function readReasons(
  client: Client,
  refs: readonly { id: string; kind: string }[],
): Promise<Map<string, string | null>> {
  const ids = refs.filter(({ kind }) => kind === 'unnamed').map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const rows = await client.source.findMany({
    where: { id: { in: ids } },
    select: { id: true, reason: true },
  });
  return new Map(rows.map(({ id, reason }) => [id, reason]));
}

async function editionsOf(client: Client, articleId: string) {
  const editions = await client.edition.findMany({
    where: { articleId },
    orderBy: { number: 'asc' },
    select: { number: true, kind: true, note: true, publishedAt: true },
  });
  return editions.map(({ publishedAt, ...edition }) => ({
    ...edition,
    publishedAt: publishedAt.toISOString(),
  }));
}

function time(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}

/** Rows batch by batch, so that memory does not grow with the newsroom. */
async function* paged<R extends { id: string }>(
  list: (after: string | null) => Promise<R[]>,
): AsyncGenerator<R> {
  let after: string | null = null;
  for (;;) {
    const rows: R[] = await list(after);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
