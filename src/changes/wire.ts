import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { HttpContext } from '../core/http/context.ts';
import { LIMIT_DEFAULT, pageQuery } from '../core/http/pagination.ts';
import type { WireAnswer } from '../core/http/rendition.ts';
import { wholeNumber } from '../core/http/scalars.ts';
import { fieldsQuery, pickFields, wireRoute } from '../core/http/wire.ts';
import { renderChange } from './entry.ts';
import { CHANGES_TAG } from './log.ts';
import { change, SEQ_MAX } from './schema.ts';
import { type LogPage, listChanges, newestSeq, requirePlace } from './store.ts';

/** A full page never changes again; only an operator who prunes the log takes it away. */
const SETTLED_CACHE_CONTROL = 'public, max-age=3600, s-maxage=86400, immutable';
const NOTHING: LogPage = { changes: [], isFull: false };

/** `after`: a place in the log. */
export const afterQuery = wholeNumber(0, SEQ_MAX).meta({
  description: 'The `seq` of the last change that is known; 0 for all from the beginning.',
  example: '0',
});

const changePage = z
  .strictObject({
    data: z.array(change),
    page: z
      .strictObject({
        limit: z.int(),
        next: z
          .string()
          .nullable()
          .meta({ description: 'The `after` of the next page; null where the log ends.' }),
        last: z.int().meta({ description: 'Where to go on later: the last `seq` of this page.' }),
      })
      .meta({ id: 'ChangePageInfo', description: 'Where a page of the log stands.' }),
  })
  .meta({ id: 'ChangePage', description: 'A part of the log, in its order.' });

export function registerChangeWire(app: FastifyInstance, context: HttpContext): void {
  const client = context.db.read;
  wireRoute(app, context, {
    url: '/v1/changes',
    operationId: 'listChanges',
    tag: 'Changes',
    summary: 'Read what changed in public',
    description: [
      'Everything that the public saw change, in order and without gaps, deletions and retractions included. Remember the `seq` that was handled last and go on `after` it.',
      'Read from the beginning it rebuilds the public state: the last `data` of an article, source or figure is its document, `null` that there is none, a retraction’s notice that it answers 410. The document of a turn, quote or claim is its part of the article with, for turns, the `interview` and then the `article` as `{id, slug, headline, url, publishedAt}`.',
      '`after=latest` answers an empty page that says where the log ends. A page holds some megabytes at most, and fewer changes than `limit` where their documents are large. A place that is no longer kept is 410 `changes-expired` and says where to start again.',
    ].join('\n\n'),
    query: z.strictObject({
      after: z.union([afterQuery, z.literal('latest')]).optional(),
      limit: pageQuery.limit,
      fields: fieldsQuery(change),
    }),
    produces: { 'application/json': changePage },
    problems: [410],
    async handler({ query: { after = '0', limit, fields } }): Promise<WireAnswer> {
      const take = limit === undefined ? LIMIT_DEFAULT : Number(limit);
      const place = after === 'latest' ? await newestSeq(client) : Number(after);
      const { changes, isFull } =
        after === 'latest' ? NOTHING : await listChanges(client, place, take);
      // Asked afterwards: what was pruned meanwhile would be left out.
      if (after !== 'latest') await requirePlace(context.db, place);
      // Who is told of a change here finds its answers changed.
      await context.catchUp();
      const last = changes.at(-1);
      const next = isFull && last !== undefined ? String(last.seq) : null;
      const page = { limit: take, next, last: last?.seq ?? place };
      const entries = changes.map((row) => pickFields(renderChange(row), fields));
      return {
        body: `{"data":[${entries.join(',')}],"page":${JSON.stringify(page)}}`,
        ...(last === undefined ? {} : { lastModified: last.at }),
        tags: next === null ? [CHANGES_TAG] : [],
        headers: next === null ? {} : settled(next, limit, fields),
      };
    },
  });
}

function settled(
  next: string,
  limit: string | undefined,
  fields: string | undefined,
): Record<string, string> {
  const parameters = new URLSearchParams({ after: next });
  if (limit !== undefined) parameters.set('limit', limit);
  if (fields !== undefined) parameters.set('fields', fields);
  return {
    link: `</v1/changes?${parameters}>; rel="next"`,
    'cache-control': SETTLED_CACHE_CONTROL,
  };
}
