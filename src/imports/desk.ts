import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { notFound } from '../core/errors.ts';
import type { HttpContext } from '../core/http/context.ts';
import { deskRead, deskWrite } from '../core/http/desk.ts';
import { id } from '../core/http/scalars.ts';
import { createExtractPool, type ExtractPool } from './extract-pool.ts';
import { acceptJob, createJob, prepareImport, presentJob } from './jobs.ts';
import { acceptInput, extractInput, extraction, importInput, importJob } from './schema.ts';
import { findJob } from './store.ts';

const TAG = 'Desk: imports';
const params = z.strictObject({ id });

export function registerImportDesk(app: FastifyInstance, context: HttpContext): void {
  const pool = createExtractPool();
  app.addHook('onClose', () => pool.close());

  deskRead(app, context, {
    method: 'post',
    url: '/v1/desk/extract',
    operationId: 'extract',
    tag: TAG,
    summary: 'Find turns, quotes and figures in a text',
    description: 'Answers suggestions with offsets and confidence. Nothing is kept.',
    role: 'writer',
    body: extractInput,
    responses: { 200: extraction },
    read: async ({ body }) => ({
      body: await pool.extract(body.text, { publishedOn: body.publishedOn }),
    }),
  });
  registerJobs(app, context, pool);
}

function registerJobs(app: FastifyInstance, context: HttpContext, pool: ExtractPool): void {
  deskWrite(app, context, {
    method: 'post',
    url: '/v1/desk/imports',
    operationId: 'createImport',
    tag: TAG,
    summary: 'Import stories',
    description:
      'Text, Markdown, HTML, RSS/Atom, WordPress, Ghost, ninjs or our own NDJSON. Each story becomes a draft with suggestions; twice is once. Nothing is fetched.',
    role: 'writer',
    body: importInput,
    responses: { 201: importJob },
    before: ({ body }) => prepareImport(body, pool.extract),
    async write(work, _input, prepared) {
      const row = await createJob(work, prepared);
      return { status: 201, body: presentJob(row), location: `/v1/desk/imports/${row.id}` };
    },
  });

  deskRead(app, context, {
    method: 'get',
    url: '/v1/desk/imports/:id',
    operationId: 'readImport',
    tag: TAG,
    summary: 'Read an import',
    description: 'Its report, and what was suggested, accepted and refused.',
    role: 'reader',
    params,
    responses: { 200: importJob },
    async read({ params: { id: jobId } }) {
      const row = await findJob(context.db.read, jobId);
      if (row === null) throw notFound();
      return { body: presentJob(row) };
    },
  });

  deskWrite(app, context, {
    method: 'post',
    url: '/v1/desk/imports/:id/accept',
    operationId: 'acceptImport',
    tag: TAG,
    summary: 'Accept suggestions',
    description:
      'One by one, changed where need be, or all that are sure enough. Each draft gets a new revision.',
    role: 'writer',
    params,
    body: acceptInput,
    responses: { 200: importJob },
    write: async (work, { params: { id: jobId }, body }) => ({
      body: presentJob(await acceptJob(work, jobId, body)),
    }),
  });
}
