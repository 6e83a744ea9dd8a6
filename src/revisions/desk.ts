import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { answerArticle, articleTag } from '../articles/present.ts';
import { deskArticle } from '../articles/schema.ts';
import { getArticleRow } from '../articles/service.ts';
import type { HttpContext } from '../core/http/context.ts';
import { deskRead, deskWrite } from '../core/http/desk.ts';
import { pageOf, pageQuery, readPage } from '../core/http/pagination.ts';
import { idOrSlug, wholeNumber } from '../core/http/scalars.ts';
import { restoreInput, revision, revisionDiff, revisionItem } from './schema.ts';
import {
  compareRevisions,
  getRevision,
  presentHeads,
  presentRevisionContent,
  restoreRevision,
} from './service.ts';
import { listRevisions } from './store.ts';

const TAG = 'Desk: history';
const number = wholeNumber(1, 1_000_000);
const params = z.strictObject({ id: idOrSlug });

export function registerRevisionDesk(app: FastifyInstance, context: HttpContext): void {
  const client = context.db.current;
  deskRead(app, context, {
    method: 'get',
    url: '/v1/desk/articles/:id/revisions',
    operationId: 'listRevisions',
    tag: TAG,
    summary: 'List an article’s revisions',
    description: 'Every saved state, newest first: who, when and why.',
    role: 'reader',
    params,
    query: z.strictObject({ ...pageQuery }),
    responses: { 200: pageOf(revisionItem, 'RevisionPage') },
    async read({ params: { id }, query }) {
      const row = await getArticleRow(client, id);
      const list = `${row.id}/revisions`;
      const { items, page } = await readPage(list, query, 'number', (before, take) =>
        listRevisions(client, row.id, before, take),
      );
      const data = await presentHeads(client, row, items);
      return { body: { data, page }, etag: articleTag(row) };
    },
  });

  deskRead(app, context, {
    method: 'get',
    url: '/v1/desk/articles/:id/revisions/:number',
    operationId: 'readRevision',
    tag: TAG,
    summary: 'Read a revision',
    description: 'The article as it was saved then.',
    role: 'reader',
    params: params.extend({ number }),
    responses: { 200: revision },
    async read({ params: { id, number: wanted } }) {
      const row = await getArticleRow(client, id);
      const found = await getRevision(client, row.id, Number(wanted));
      const [head] = await presentHeads(client, row, [found]);
      return { body: { ...head, article: await presentRevisionContent(client, found.content) } };
    },
  });

  deskRead(app, context, {
    method: 'get',
    url: '/v1/desk/articles/:id/revisions/:from/diff/:to',
    operationId: 'compareRevisions',
    tag: TAG,
    summary: 'Compare two revisions',
    description:
      'What was changed to get from the one to the other: fields by name; interviews, turns, quotes and claims by id; changed words in texts.',
    role: 'reader',
    params: params.extend({ from: number, to: number }),
    responses: { 200: revisionDiff },
    async read({ params: { id, from, to } }) {
      const row = await getArticleRow(client, id);
      return { body: await compareRevisions(client, row.id, Number(from), Number(to)) };
    },
  });

  deskWrite(app, context, {
    method: 'post',
    url: '/v1/desk/articles/:id/restore',
    operationId: 'restoreRevision',
    tag: TAG,
    summary: 'Restore a revision',
    description:
      'Saves an earlier revision again, as the newest one. What is public and what is scheduled stay as they are.',
    role: 'writer',
    ifMatch: true,
    params,
    body: restoreInput,
    responses: { 200: deskArticle },
    async write(work, { params: { id }, body, precondition }) {
      const wanted = { revision: body.revision, note: body.note ?? null };
      return answerArticle(work.client, await restoreRevision(work, id, wanted, precondition));
    },
  });
}
