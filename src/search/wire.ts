import type { FastifyInstance } from 'fastify';
import type { Client } from '../core/database/types.ts';
import type { HttpContext } from '../core/http/context.ts';
import { type Position, pageRequest } from '../core/http/pagination.ts';
import { nextLink, wireRoute } from '../core/http/wire.ts';
import { NONE, optionalId } from '../core/http/wire-list.ts';
import { publishedFigures } from '../figures/wire-store.ts';
import { publishedSources } from '../sources/wire-store.ts';
import { findPresentSlug } from '../taxonomy/store.ts';
import { createKeptTexts } from './kept-texts.ts';
import { joinTexts } from './page.ts';
import { type SearchPage, type SearchQuery, searchPage, searchQuery } from './schema.ts';
import {
  readQuery,
  type SearchFilter,
  type SearchPosition,
  type SearchResult,
  search,
  suggest,
} from './service.ts';

const PATH = '/v1/search';

export function registerSearchWire(app: FastifyInstance, context: HttpContext): void {
  const { db, listCacheBytes } = context;
  const searched = { db, keptTexts: createKeptTexts(listCacheBytes) };
  wireRoute(app, context, {
    url: PATH,
    operationId: 'search',
    tag: 'Search',
    summary: 'Search what is published',
    description:
      'Finds articles, turns, quotes and claims. A word in a headline counts more than one in a summary or in the words of a quote or claim, and those more than one in a body or a turn; among equals the newest comes first. Matches are given as offsets, and each hit names its place in the article. The first 1,000 hits can be paged through.',
    query: searchQuery,
    produces: { 'application/json': searchPage },
    async handler({ query }) {
      const page = pageRequest('search', query, ['int', 'text', 'int']);
      const tree = readQuery(query.q);
      const filter = await readFilter(db.read, query);
      const after = page.after === null ? null : readPosition(page.after);
      const found: SearchResult =
        filter === null
          ? { hits: [], ids: new Set(), next: null }
          : await search(searched, tree, filter, after, page.limit);
      const nothing = found.hits.length === 0 && after === null && filter !== null;
      const next =
        found.next === null
          ? null
          : page.cursor([found.next.step, String(found.next.row), found.next.count]);
      const suggestion = nothing ? await suggest(searched, query.q, tree, filter) : null;
      return {
        body: writePage(found.hits, { limit: page.limit, next }, suggestion),
        // Whatever is published next may be found as well.
        tags: ['articles', ...found.ids].join(),
        headers: nextLink(PATH, query, next),
      };
    },
  });
}

/** A page of finished hits, as the schema says. */
function writePage(
  hits: readonly string[],
  page: SearchPage['page'],
  suggestion: string | null,
): Buffer {
  const texts = ['{"data":['];
  for (const [index, hit] of hits.entries()) texts.push(index === 0 ? hit : `,${hit}`);
  texts.push(`],"page":${JSON.stringify(page)},"suggestion":${JSON.stringify(suggestion)}}`);
  return joinTexts(texts);
}

/** The filters with ids for names, and present slugs for former ones; null where one names what is not public. */
async function readFilter(client: Client, query: SearchQuery): Promise<SearchFilter | null> {
  const source = await optionalId(client, query.source, publishedSources.findId);
  const speaker = await optionalId(client, query.speaker, publishedSources.findId);
  const figure = await optionalId(client, query.figure, publishedFigures.findId);
  if (source === NONE || speaker === NONE || figure === NONE) return null;
  const section = await findPresentSlug(client, 'section', query.section);
  const tag = await findPresentSlug(client, 'tag', query.tag);
  const { type, language, from, to } = query;
  return { type, section, tag, language, source, speaker, figure, from, to };
}

function readPosition([step, row, count]: Position): SearchPosition {
  const number = Number(row);
  return {
    step: Number(step),
    row: Number.isSafeInteger(number) ? number : 0,
    count: Number(count),
  };
}
