import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { notFound } from '../core/errors.ts';
import type { HttpContext } from '../core/http/context.ts';
import { deskRead, deskWrite } from '../core/http/desk.ts';
import { pageOf, pageQuery, readPage } from '../core/http/pagination.ts';
import { versionTag } from '../core/http/preconditions.ts';
import { id } from '../core/http/scalars.ts';
import { jobUrl } from '../core/jobs/desk.ts';
import type { Reproject } from '../core/references/reproject.ts';
import { assetPatch, assetUpload, deskAsset, PICTURE_POLICY, renditionName } from './schema.ts';
import {
  blobKey,
  changeAsset,
  createAsset,
  deleteAsset,
  dropFiles,
  getAsset,
  keepFiles,
  presentAsset,
  renditionsOf,
} from './service.ts';
import { type AssetRow, listAssets } from './store.ts';
import { acceptForms } from './upload.ts';

const TAG = 'Desk: pictures';
const URL = '/v1/desk/assets';
const params = z.strictObject({ id });

export function registerAssetDesk(
  app: FastifyInstance,
  context: HttpContext,
  reproject: Reproject,
): void {
  registerUpload(app, context);
  registerReads(app, context);
  registerChanges(app, context, reproject);
}

const answer = (row: AssetRow) => ({ body: presentAsset(row), etag: versionTag(row.version) });

/** Only this route takes forms; everywhere else they are 415. */
function registerUpload(app: FastifyInstance, context: HttpContext): void {
  app.register(async (scope) => {
    await acceptForms(scope);
    deskWrite(scope, context, {
      method: 'post',
      url: URL,
      operationId: 'createAsset',
      tag: TAG,
      summary: 'Upload a picture',
      description:
        'Takes a form with one file. Its type is told by its content; it is drawn anew in fixed widths, upright and without its metadata. 409 when the same file was uploaded before.',
      role: 'writer',
      body: assetUpload,
      consumes: ['multipart/form-data'],
      responses: { 201: deskAsset },
      async before({ body }) {
        // The decoders are loaded by the first picture: a server that takes none does without.
        const { readPicture } = await import('./picture.ts');
        const picture = await readPicture(Buffer.from(await body.file.arrayBuffer()));
        await keepFiles(context.blobs, picture);
        return picture;
      },
      async write(work, { body }, picture) {
        const row = await createAsset(work, picture, body);
        return { ...answer(row), status: 201, location: `${URL}/${row.id}` };
      },
    });
  });
}

function registerReads(app: FastifyInstance, context: HttpContext): void {
  const client = context.db.current;
  deskRead(app, context, {
    method: 'get',
    url: URL,
    operationId: 'listAssets',
    tag: TAG,
    summary: 'List pictures',
    description: 'All pictures, newest first.',
    role: 'reader',
    query: z.strictObject(pageQuery),
    responses: { 200: pageOf(deskAsset, 'DeskAssetPage') },
    async read({ query }) {
      const { items, page } = await readPage('desk-assets', query, 'id', (after, take) =>
        listAssets(client, after, take),
      );
      return { body: { data: items.map(presentAsset), page } };
    },
  });

  deskRead(app, context, {
    method: 'get',
    url: `${URL}/:id`,
    operationId: 'readAsset',
    tag: TAG,
    summary: 'Read a picture',
    description: 'What is said about it, and its renditions, which need a token here.',
    role: 'reader',
    params,
    responses: { 200: deskAsset },
    read: async ({ params: { id: asset } }) => answer(await getAsset(client, asset)),
  });

  deskRead(app, context, {
    method: 'get',
    url: `${URL}/:id/:name`,
    operationId: 'readAssetRendition',
    tag: TAG,
    summary: 'Read a rendition of a picture',
    description: 'The picture itself, published or not, in one of its widths and types.',
    role: 'reader',
    params: z.strictObject({ id, name: renditionName }),
    produces: { 'image/webp': z.file(), 'image/jpeg': z.file() },
    responses: {},
    async read({ params: { id: asset, name } }) {
      const row = await getAsset(client, asset);
      const rendition = renditionsOf(row).find((file) => file.name === name);
      const body = rendition && (await context.blobs.find(blobKey(row.hash, rendition.name)));
      if (rendition === undefined || body == null) throw notFound();
      return {
        body,
        headers: {
          'content-type': rendition.type,
          'content-security-policy': PICTURE_POLICY,
        },
      };
    },
  });
}

function registerChanges(app: FastifyInstance, context: HttpContext, reproject: Reproject): void {
  deskWrite(app, context, {
    method: 'patch',
    url: `${URL}/:id`,
    operationId: 'changeAsset',
    tag: TAG,
    summary: 'Change what is said about a picture',
    description:
      'Everything published that shows it is shown anew. 202 when that is much: Location is the job that goes on with it.',
    role: 'writer',
    ifMatch: true,
    params,
    body: assetPatch,
    responses: { 200: deskAsset, 202: deskAsset },
    async write(work, { params: { id: asset }, body, precondition }) {
      const { before, after } = await changeAsset(work, asset, body, precondition);
      const job = await reproject(
        work,
        'asset',
        { ...before, slug: before.id },
        { ...after, slug: after.id },
      );
      return job === null
        ? answer(after)
        : { ...answer(after), status: 202, location: jobUrl(job) };
    },
  });

  const removed = new WeakMap<object, AssetRow>();
  deskWrite(app, context, {
    method: 'delete',
    url: `${URL}/:id`,
    operationId: 'deleteAsset',
    tag: TAG,
    summary: 'Delete a picture',
    description: '409 while an article shows it, or when an edition ever showed it.',
    role: 'editor',
    ifMatch: true,
    problems: [409],
    params,
    responses: { 204: null },
    async write(work, { params: { id: asset }, precondition, request }) {
      removed.set(request, await deleteAsset(work, asset, precondition));
      return { status: 204 };
    },
    async after({ request }) {
      const row = removed.get(request);
      if (row !== undefined) await dropFiles(context.db.current, context.blobs, row);
    },
  });
}
