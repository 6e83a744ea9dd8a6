import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { HttpContext } from '../core/http/context.ts';
import { deskRead, deskWrite } from '../core/http/desk.ts';
import { cutPage, pageOf, pageQuery, pageRequest } from '../core/http/pagination.ts';
import { filled, idOrSlug, languageFilter, slug } from '../core/http/scalars.ts';
import { findPresentSlug } from '../taxonomy/store.ts';
import { answerArticle, presentMeta } from './present.ts';
import {
  articleInput,
  articlePatch,
  articleState,
  deskArticle,
  deskArticleSummary,
} from './schema.ts';
import { changeArticle, createArticle, deleteArticle, getArticle } from './service.ts';
import { listArticles } from './store.ts';

const TAG = 'Desk: articles';
const params = z.strictObject({ id: idOrSlug });

export function registerArticleDesk(app: FastifyInstance, context: HttpContext): void {
  deskWrite(app, context, {
    method: 'post',
    url: '/v1/desk/articles',
    operationId: 'createArticle',
    tag: TAG,
    summary: 'Create an article',
    description: 'Creates a whole article with its turns, quotes and claims. It is always a draft.',
    role: 'writer',
    body: articleInput,
    responses: { 201: deskArticle },
    async write(work, { body }) {
      const loaded = await createArticle(work, body);
      const answer = await answerArticle(work.client, loaded);
      return { ...answer, status: 201, location: `/v1/desk/articles/${loaded.row.id}` };
    },
  });

  registerList(app, context);

  deskRead(app, context, {
    method: 'get',
    url: '/v1/desk/articles/:id',
    operationId: 'readDeskArticle',
    tag: TAG,
    summary: 'Read an article at the desk',
    description: 'The newest revision, whether it is public or not.',
    role: 'reader',
    params,
    responses: { 200: deskArticle },
    read: async ({ params: { id } }) =>
      answerArticle(context.db.current, await getArticle(context.db.current, id)),
  });

  deskWrite(app, context, {
    method: 'patch',
    url: '/v1/desk/articles/:id',
    operationId: 'updateArticle',
    tag: TAG,
    summary: 'Change an article',
    description:
      'JSON Merge Patch. Makes a new revision; what is public stays as it is until it is published again.',
    role: 'writer',
    ifMatch: true,
    params,
    body: articlePatch,
    responses: { 200: deskArticle },
    problems: [409, 422],
    write: async (work, { params: { id }, body, precondition }) =>
      answerArticle(work.client, await changeArticle(work, id, body, precondition)),
  });

  deskWrite(app, context, {
    method: 'delete',
    url: '/v1/desk/articles/:id',
    operationId: 'deleteArticle',
    tag: TAG,
    summary: 'Delete an article',
    description:
      'Only what was never public can be deleted; anything else is withdrawn or retracted.',
    role: 'writer',
    ifMatch: true,
    params,
    responses: { 204: null },
    problems: [409],
    async write(work, { params: { id }, precondition }) {
      await deleteArticle(work, id, precondition);
      return { status: 204 };
    },
  });
}

function registerList(app: FastifyInstance, context: HttpContext): void {
  deskRead(app, context, {
    method: 'get',
    url: '/v1/desk/articles',
    operationId: 'listDeskArticles',
    tag: TAG,
    summary: 'List articles at the desk',
    description: 'All articles in all states, last changed first.',
    role: 'reader',
    query: z.strictObject({
      state: articleState.optional(),
      section: slug.optional(),
      language: languageFilter.optional(),
      tag: slug.optional().meta({
        description: 'Slug of a tag that the newest, the public or the scheduled revision carries.',
      }),
      q: filled(200).optional().meta({ description: 'Part of the headline or slug.' }),
      ...pageQuery,
    }),
    responses: { 200: pageOf(deskArticleSummary, 'DeskArticlePage') },
    async read({ query }) {
      const { current: client } = context.db;
      const { state, language, q } = query;
      const section = await findPresentSlug(client, 'section', query.section);
      const tag = await findPresentSlug(client, 'tag', query.tag);
      const page = pageRequest('desk-articles', query);
      const filter = { state, section, language, tag, q };
      const rows = await listArticles(client, filter, page.after, page.limit + 1);
      const { items, next } = cutPage(rows, page, (row) => [row.updatedAt.getTime(), row.id]);
      const data = items.map((row) => ({
        ...presentMeta(row),
        headline: row.headline,
        section: row.section,
        language: row.language,
      }));
      return { body: { data, page: { limit: page.limit, next } } };
    },
  });
}
