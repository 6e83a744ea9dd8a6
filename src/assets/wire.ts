import type { FastifyInstance, FastifyReply } from 'fastify';
import * as z from 'zod';
import { notFound } from '../core/errors.ts';
import { acceptedType } from '../core/http/accept.ts';
import type { HttpContext } from '../core/http/context.ts';
import { describeRoute } from '../core/http/contract.ts';
import { wireHeaders } from '../core/http/headers.ts';
import { demandsCopy, holdsCopy, requireCopy, takeAllowance, toObject } from '../core/http/send.ts';
import { PICTURE_POLICY, pictureHash, RENDITION_TYPES, renditionName } from './schema.ts';
import { blobKey, renditionsOf, type StoredRendition } from './service.ts';
import { type AssetRow, findAssetByHash, isPublicAsset } from './store.ts';

const params = z.strictObject({ hash: pictureHash, name: renditionName });

/** The bytes behind an address never change; whether they are public may, for new readers. */
const CACHE_CONTROL = 'public, max-age=31536000, immutable';

/**
 * Published pictures. They pass the cache of answers by, where each would push out
 * hundreds of articles, and come from the files themselves.
 */
export function registerAssetWire(app: FastifyInstance, context: HttpContext): void {
  const shared = {
    ...wireHeaders(context),
    'content-security-policy': PICTURE_POLICY,
    'cache-control': CACHE_CONTROL,
  };
  app.get(
    '/assets/:hash/:name',
    {
      schema: describeRoute({
        surface: 'wire',
        method: 'get',
        operationId: 'readPicture',
        tag: 'Pictures',
        summary: 'Read a picture',
        description:
          'A published picture in one of its widths, as the renditions of a document name it. What no public document shows is 404.',
        params,
        produces: { 'image/webp': z.file(), 'image/jpeg': z.file() },
      }),
    },
    async (request, reply) => {
      reply.headers(toObject(takeAllowance(context, request.ip)));
      const { hash, name } = request.params as z.infer<typeof params>;
      acceptedType(request, [RENDITION_TYPES[name.endsWith('.webp') ? 'webp' : 'jpg']]);
      const { row, file } = await getPublic(context, hash, name);
      const etag = `"${hash.slice(0, 22)}-${name}"`;
      const headers = {
        ...shared,
        etag,
        'last-modified': row.createdAt.toUTCString(),
        'cache-tag': row.id,
      };
      // As told: the second of the upload brings no other bytes.
      const lastModifiedMs = Date.parse(headers['last-modified']);
      if (demandsCopy(request.headers)) requireCopy(request.headers, [etag], lastModifiedMs);
      if (holdsCopy(request.headers, etag, lastModifiedMs))
        return reply.headers(headers).code(304).send();
      return sendFile(context, reply, row, file, headers);
    },
  );
}

async function getPublic(
  { db }: HttpContext,
  hash: string,
  name: string,
): Promise<{ row: AssetRow; file: StoredRendition }> {
  const row = await findAssetByHash(db.read, hash);
  const file = row === null ? undefined : renditionsOf(row).find((known) => known.name === name);
  if (row === null || file === undefined || !(await isPublicAsset(db.read, row.id)))
    throw notFound();
  return { row, file };
}

async function sendFile(
  { blobs }: HttpContext,
  reply: FastifyReply,
  row: AssetRow,
  file: StoredRendition,
  headers: Record<string, string>,
): Promise<FastifyReply> {
  const bytes = await blobs.find(blobKey(row.hash, file.name));
  if (bytes === null) throw notFound();
  return reply.headers(headers).type(file.type).send(bytes);
}
