import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { HttpContext } from '../core/http/context.ts';
import { describeRoute } from '../core/http/contract.ts';
import { wireHeaders } from '../core/http/headers.ts';
import { takeAllowance, toObject } from '../core/http/send.ts';
import { previewedArticle } from './schema.ts';
import { readPreview } from './service.ts';

/**
 * `GET /v1/previews/{token}`: the one address that shows drafts without a token of the
 * desk. It is no wire route: no answer of it is ever kept, here or by anybody else, and
 * nothing that it does is logged, as its path is its secret.
 */
export function registerPreviewWire(app: FastifyInstance, context: HttpContext): void {
  const headers = {
    ...wireHeaders(context),
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex, nofollow, noarchive',
  };
  // Any text is taken as a token, so that a wrong one can't be told from an expired one.
  const params = z.strictObject({ token: z.string().min(1).max(200) });

  app.get(
    '/v1/previews/:token',
    {
      schema: describeRoute({
        surface: 'service',
        method: 'get',
        operationId: 'readPreview',
        tag: 'Previews',
        summary: 'Read a draft by its preview link',
        description:
          'The newest revision of one article in the shape of a published one. A link that is unknown, has expired or was revoked answers 404.',
        params,
        responses: { 200: previewedArticle },
      }),
      onRequest: async (request, reply) => {
        reply.headers(headers);
        reply.headers(toObject(takeAllowance(context, request.ip)));
      },
    },
    async (request, reply) => {
      const { token } = request.params as z.output<typeof params>;
      return reply.send(await readPreview(context.db.read, token, context.clock()));
    },
  );
}
