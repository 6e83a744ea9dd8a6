import type { Client } from '../core/database/types.ts';
import type { FigureRef } from '../figures/schema.ts';
import { presentFigureRef } from '../figures/service.ts';
import { figureStore } from '../figures/store.ts';
import type { SourceRef } from '../sources/schema.ts';
import { presentRef } from '../sources/service.ts';
import { sourceStore } from '../sources/store.ts';
import { findTermRefs } from '../taxonomy/store.ts';
import { type ArticleContent, references } from './content.ts';
import type { ArticleState, DeskArticle } from './schema.ts';
import type { Loaded } from './service.ts';
import type { ArticleRow } from './store.ts';

/**
 * What a content refers to, as it is now: sources and figures by id, and the present slugs of
 * sections and tags by those that it names.
 */
export interface Directory {
  sources: Map<string, SourceRef>;
  figures: Map<string, FigureRef>;
  sections: ReadonlyMap<string, { slug: string }>;
  tags: ReadonlyMap<string, { slug: string }>;
}

export async function readDirectory(client: Client, content: ArticleContent): Promise<Directory> {
  const named = references(content);
  const sources = await sourceStore.follow(client, [...named.source]);
  const figures = await figureStore.follow(client, [...named.figure]);
  return {
    sources: new Map([...sources].map(([id, row]) => [id, presentRef(row)])),
    figures: new Map([...figures].map(([id, row]) => [id, presentFigureRef(row)])),
    sections: await findTermRefs(client, 'section', [...named.section]),
    tags: await findTermRefs(client, 'tag', [...named.tag]),
  };
}

/** The entity tag of an article at the desk: its newest revision, and its place in the workflow. */
export function articleTag(row: Pick<ArticleRow, 'head' | 'version'>): string {
  return `"r${row.head}.${row.version}"`;
}

/** What an article row tells at the desk, its content apart. */
export function presentMeta(row: ArticleRow) {
  return {
    id: row.id,
    slug: row.slug,
    state: row.state as ArticleState,
    revision: row.head,
    liveRevision: row.live,
    publishAt: row.publishAt?.toISOString() ?? null,
    scheduledRevision: row.scheduledRevision,
    scheduleFailure:
      row.scheduleFailure === null
        ? null
        : (JSON.parse(row.scheduleFailure) as DeskArticle['scheduleFailure']),
    embargoUntil: row.embargoUntil?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** The parts of an article at the desk, with their references spelt out. */
export function presentContent(content: ArticleContent, directory: Directory) {
  const { sources, figures, sections, tags } = directory;
  const source = (id: string | null) => (id === null ? null : (sources.get(id) ?? null));
  return {
    headline: content.headline,
    summary: content.summary,
    body: content.body,
    language: content.language,
    section: sections.get(content.section)?.slug ?? content.section,
    tags: [...new Set(content.tags.map((tag) => tags.get(tag)?.slug ?? tag))],
    bylines: content.bylines,
    dateline: content.dateline,
    image: content.image,
    interviews: content.interviews.map(({ id, title, turns }) => ({
      id,
      title,
      turns: turns.map((turn) => ({ ...turn, speaker: source(turn.speaker) })),
    })),
    quotes: content.quotes.map((quote) => ({ ...quote, speaker: source(quote.speaker) })),
    claims: content.claims.map((claim) => ({
      ...claim,
      figure: figures.get(claim.figure) as FigureRef,
      chain: claim.chain.map((link) => ({
        ...link,
        source: sources.get(link.source) as SourceRef,
      })),
    })),
  };
}

/** An article as the desk shows it. */
export async function presentArticle(
  client: Client,
  row: ArticleRow,
  content: ArticleContent,
): Promise<DeskArticle> {
  const directory = await readDirectory(client, content);
  return { ...presentMeta(row), ...presentContent(content, directory) };
}

/** The answer that shows an article at the desk, with its entity tag. */
export async function answerArticle(client: Client, { row, content }: Loaded) {
  return { body: await presentArticle(client, row, content), etag: articleTag(row) };
}
