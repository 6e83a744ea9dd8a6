import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { PICTURE_POLICY, pictureHash, renditionName } from '../assets/schema.ts';
import { notFound } from '../core/errors.ts';
import type { HttpContext } from '../core/http/context.ts';
import { describeRoute } from '../core/http/contract.ts';
import { wireHeaders } from '../core/http/headers.ts';
import { takeAllowance, toObject } from '../core/http/send.ts';
import { previewedArticle } from './schema.ts';
import { findPreviewedPicture, readPreview } from './service.ts';

// Any text is taken as a token, so that a wrong one can't be told from an expired one.
const params = z.strictObject({ token: z.string().min(1).max(200) });
const pictureParams = params.extend({ hash: pictureHash, name: renditionName });

/**
 * `GET /v1/previews/{token}` and the pictures behind it: the one address that shows drafts
 * without a token of the desk. It is no wire route: no answer of it is ever kept, here or
 * by anybody else, and nothing that it does is logged, as its path is its secret.
 */
export function registerPreviewWire(app: FastifyInstance, context: HttpContext): void {
  const headers = {
    ...wireHeaders(context),
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex, nofollow, noarchive',
  };
  const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
    reply.headers(headers);
    reply.headers(toObject(takeAllowance(context, request.ip)));
  };

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
      onRequest,
    },
    async (request, reply) => {
      const { token } = request.params as z.output<typeof params>;
      return reply.send(await readPreview(context.db.current, token, context.clock()));
    },
  );

  app.get(
    '/v1/previews/:token/assets/:hash/:name',
    {
      schema: describeRoute({
        surface: 'service',
        method: 'get',
        operationId: 'readPreviewPicture',
        tag: 'Previews',
        summary: 'Read a picture of a draft by its preview link',
        description:
          'A picture that the draft shows, published or not, as the renditions of the draft name it. It ends with the link.',
        params: pictureParams,
        produces: { 'image/webp': z.file(), 'image/jpeg': z.file() },
      }),
      onRequest,
    },
    async (request, reply) => {
      const picture = request.params as z.output<typeof pictureParams>;
      const { key, type } = await findPreviewedPicture(
        context.db.current,
        picture,
        context.clock(),
      );
      const bytes = await context.blobs.find(key);
      if (bytes === null) throw notFound();
      return reply.header('content-security-policy', PICTURE_POLICY).type(type).send(bytes);
    },
  );
}
