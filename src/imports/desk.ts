import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { notFound } from '../core/errors.ts';
import type { HttpContext } from '../core/http/context.ts';
import { deskRead, deskWrite } from '../core/http/desk.ts';
import { pageOf, pageQuery, readPage } from '../core/http/pagination.ts';
import { id } from '../core/http/scalars.ts';
import { acceptImport } from './deciding.ts';
import { type ImportJob, presentSummary, writeImportJob, writeNewImportJob } from './jobs.ts';
import { createReader, type Reader } from './reader.ts';
import { importPrepared, prepareImport } from './request.ts';
import {
  acceptInput,
  extractInput,
  extraction,
  importInput,
  importJob,
  importSummary,
} from './schema.ts';
import { findImportJob, findKnown, listImportJobs } from './store.ts';

const TAG = 'Desk: imports';
const URL = '/v1/desk/imports';
const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' };
const params = z.strictObject({ id });

/** Finished bytes: writing megabytes of them here would hold up other requests. */
const answer = async (job: ImportJob) => ({
  body: await writeNewImportJob(job),
  headers: JSON_HEADERS,
});

export function registerImportDesk(app: FastifyInstance, context: HttpContext): void {
  const reader = createReader();
  app.addHook('onClose', () => reader.close());

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
      body: Buffer.from((await reader.extract(body.text, body.publishedOn)).buffer),
      headers: JSON_HEADERS,
    }),
  });
  registerJobs(app, context, reader);
}

function registerJobs(app: FastifyInstance, context: HttpContext, reader: Reader): void {
  deskWrite(app, context, {
    method: 'post',
    url: URL,
    operationId: 'createImport',
    tag: TAG,
    summary: 'Import stories',
    description:
      'Text, Markdown, HTML, RSS/Atom, WordPress, Ghost, ninjs or our own NDJSON. Each story becomes a draft with suggestions; twice is once. What can’t be read is refused as a whole; a story that can’t be an article is an item that failed, beside the others. Nothing is fetched.',
    role: 'writer',
    body: importInput,
    responses: { 201: importJob },
    before: ({ body }) =>
      prepareImport(body, reader, (stories) => findKnown(context.db.current, stories)),
    async write(work, _input, prepared) {
      const job = await importPrepared(work, prepared);
      return { ...(await answer(job)), status: 201, location: `${URL}/${job.summary.id}` };
    },
  });

  deskRead(app, context, {
    method: 'get',
    url: URL,
    operationId: 'listImports',
    tag: TAG,
    summary: 'List imports',
    description:
      'What came with requests and through the command line, the newest first. A large file is several imports, of some stories each.',
    role: 'reader',
    query: z.strictObject(pageQuery),
    responses: { 200: pageOf(importSummary, 'ImportPage') },
    async read({ query }) {
      const { items, page } = await readPage('imports', query, 'id', (before, take) =>
        listImportJobs(context.db.current, before, take),
      );
      return { body: { data: items.map(presentSummary), page } };
    },
  });

  deskRead(app, context, {
    method: 'get',
    url: `${URL}/:id`,
    operationId: 'readImport',
    tag: TAG,
    summary: 'Read an import',
    description: 'Its report, and what was suggested, accepted and refused.',
    role: 'reader',
    params,
    responses: { 200: importJob },
    async read({ params: { id: jobId } }) {
      const row = await findImportJob(context.db.current, jobId);
      if (row === null) throw notFound();
      return { body: writeImportJob(row, row.items), headers: JSON_HEADERS };
    },
  });

  deskWrite(app, context, {
    method: 'post',
    url: `${URL}/:id/accept`,
    operationId: 'acceptImport',
    tag: TAG,
    summary: 'Accept suggestions',
    description:
      'One by one, changed where need be, or all that are sure enough. Each draft gets a new revision.',
    role: 'writer',
    params,
    body: acceptInput,
    responses: { 200: importJob },
    write: async (work, { params: { id: jobId }, body }) =>
      answer(await acceptImport(work, jobId, body)),
  });
}
