import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { notFound } from '../errors.ts';
import type { HttpContext } from '../http/context.ts';
import { deskRead } from '../http/desk.ts';
import { pageOf, pageQuery, readPage } from '../http/pagination.ts';
import { id, instant } from '../http/scalars.ts';
import type { JobKinds } from './runner.ts';
import { findJob, type JobRow, listJobs } from './store.ts';

const TAG = 'Desk: jobs';
const URL = '/v1/desk/jobs';

const job = z
  .strictObject({
    id,
    kind: z.string(),
    title: z.string().meta({ description: 'What it does.' }),
    state: z.enum(['open', 'done']),
    done: z.int().min(0).meta({ description: 'How much of `total` is done.' }),
    total: z.int().min(0),
    error: z.string().nullable().meta({
      description: 'Why the last step failed, if it did; it is tried again.',
    }),
    createdAt: instant,
    updatedAt: instant,
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'Job', description: 'Work that goes on after the request that asked for it.' });

/** Where the progress of a job is read. */
export function jobUrl(jobId: string): string {
  return `${URL}/${jobId}`;
}

export function registerJobDesk(app: FastifyInstance, context: HttpContext, kinds: JobKinds): void {
  const client = context.db.current;
  const present = (row: JobRow): z.infer<typeof job> => ({
    id: row.id,
    kind: row.kind,
    title: kinds[row.kind]?.describe(JSON.parse(row.payload)) ?? row.kind,
    state: row.state === 'done' ? 'done' : 'open',
    done: row.done,
    total: Math.max(row.total, row.done),
    error: row.error,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  });

  deskRead(app, context, {
    method: 'get',
    url: URL,
    operationId: 'listJobs',
    tag: TAG,
    summary: 'List jobs',
    description: 'Work that goes on after the request that asked for it, newest first.',
    role: 'reader',
    query: z.strictObject(pageQuery),
    responses: { 200: pageOf(job, 'JobPage') },
    async read({ query }) {
      const { items, page } = await readPage('jobs', query, 'id', (before, take) =>
        listJobs(client, before, take),
      );
      return { body: { data: items.map(present), page } };
    },
  });

  deskRead(app, context, {
    method: 'get',
    url: `${URL}/:id`,
    operationId: 'readJob',
    tag: TAG,
    summary: 'Read a job',
    description: 'How far it is. A job goes on after a restart, and in one process at a time.',
    role: 'reader',
    params: z.strictObject({ id }),
    responses: { 200: job },
    async read({ params }) {
      const row = await findJob(client, params.id);
      if (row === null) throw notFound();
      return { body: present(row) };
    },
  });
}
