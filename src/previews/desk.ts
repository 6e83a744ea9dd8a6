import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { getArticleRow } from '../articles/service.ts';
import type { HttpContext } from '../core/http/context.ts';
import { deskRead, deskWrite } from '../core/http/desk.ts';
import { pageOf, pageQuery, readPage } from '../core/http/pagination.ts';
import { id, idOrSlug } from '../core/http/scalars.ts';
import { deskPreview, newPreview, PREVIEW_HOURS_DEFAULT, previewInput } from './schema.ts';
import { createPreview, endPreview, presentPreview, previewPath } from './service.ts';
import { listPreviews } from './store.ts';

const TAG = 'Desk: previews';
const params = z.strictObject({ id: idOrSlug });

export function registerPreviewDesk(app: FastifyInstance, context: HttpContext): void {
  deskWrite(app, context, {
    method: 'post',
    url: '/v1/desk/articles/:id/previews',
    operationId: 'createPreview',
    tag: TAG,
    summary: 'Create a preview link',
    description: `Whoever holds the link sees the newest revision of this article, without a token, until it expires (after ${PREVIEW_HOURS_DEFAULT} hours if not said otherwise) or is revoked. The link is in this answer and nowhere else.`,
    role: 'writer',
    params,
    body: previewInput.optional(),
    responses: { 201: newPreview },
    async write(work, { params: { id: article }, body }) {
      const { row, secret } = await createPreview(work, article, body ?? {});
      const url = context.publicUrl + previewPath(secret);
      return {
        status: 201,
        body: { ...presentPreview(row, work.now), url },
        location: `/v1/desk/previews/${row.id}`,
      };
    },
  });

  deskRead(app, context, {
    method: 'get',
    url: '/v1/desk/articles/:id/previews',
    operationId: 'listPreviews',
    tag: TAG,
    summary: 'List an article’s preview links',
    description: 'All of them, newest first, without their secrets.',
    role: 'reader',
    params,
    query: z.strictObject({ ...pageQuery }),
    responses: { 200: pageOf(deskPreview, 'PreviewPage') },
    async read({ params: { id: article }, query }) {
      const client = context.db.current;
      const row = await getArticleRow(client, article);
      const list = `${row.id}/previews`;
      const { items, page } = await readPage(list, query, 'id', (before, take) =>
        listPreviews(client, row.id, before, take),
      );
      const now = context.clock();
      return { body: { data: items.map((item) => presentPreview(item, now)), page } };
    },
  });

  deskWrite(app, context, {
    method: 'delete',
    url: '/v1/desk/previews/:id',
    operationId: 'revokePreview',
    tag: TAG,
    summary: 'Revoke a preview link',
    description:
      'The link shows nothing from now on. No If-Match: revoking twice is revoking once.',
    role: 'writer',
    params: z.strictObject({ id }),
    responses: { 204: null },
    async write(work, { params: { id: preview } }) {
      await endPreview(work, preview);
      return { status: 204 };
    },
  });
}
