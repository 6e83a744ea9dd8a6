/** The desk's routes for reference data: sources, figures, sections and tags alike. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { capitalise } from '../../text/capitalise.ts';
import type { Client } from '../database/types.ts';
import { jobUrl } from '../jobs/desk.ts';
import type { Merge } from '../references/merge.ts';
import type { Work } from '../work.ts';
import type { HttpContext } from './context.ts';
import { type DeskAnswer, deskRead, deskWrite } from './desk.ts';
import { pageOf, pageQuery, readPage } from './pagination.ts';
import { type Precondition, versionTag } from './preconditions.ts';
import { idOrSlug } from './scalars.ts';

interface Row {
  id: string;
  version: number;
}

/** A row after its change, and the job that goes on showing it, if there is one. */
export interface Changed<R> {
  row: R;
  job: string | null;
}

export interface ReferenceDesk<R extends Row, Input, Patch> {
  name: string;
  plural: string;
  tag: string;
  input: z.ZodType<Input>;
  patch: z.ZodType<Patch>;
  shown: z.ZodType;
  /** Filters of the list beside `limit` and `cursor`. */
  filters?: z.ZodRawShape;
  list(
    client: Client,
    query: Record<string, string | undefined>,
    after: string | null,
    take: number,
  ): Promise<R[]>;
  create(work: Work, input: Input): Promise<R>;
  get(client: Client, idOrSlug: string): Promise<R>;
  change(
    work: Work,
    idOrSlug: string,
    patch: Patch,
    precondition: Precondition,
  ): Promise<Changed<R>>;
  /** Makes it part of another of its kind. `row` is the one that it became. */
  merge(work: Work, merge: Merge): Promise<Changed<R>>;
  remove(work: Work, idOrSlug: string, precondition: Precondition): Promise<void>;
  present(row: R): unknown;
}

const mergeBody = z
  .strictObject({ into: idOrSlug.meta({ description: 'The one that it becomes part of.' }) })
  .meta({
    id: 'MergeInput',
    description: 'What to merge it into.',
    examples: [{ into: 'mara-elsing' }],
  });

const LATER =
  '202 when many documents show it: Location is the job that goes on with them, and until it is done some show what they showed before.';

/** The addresses of a kind, and its names as operation ids have them. */
function namesOf({ name, plural }: { name: string; plural: string }) {
  const url = `/v1/desk/${plural}`;
  return { url, one: `${url}/:id`, capital: capitalise(name), capitals: capitalise(plural) };
}

const params = z.strictObject({ id: idOrSlug });

type Presenter<R extends Row> = Pick<ReferenceDesk<R, never, never>, 'present'>;

function answer<R extends Row>(kind: Presenter<R>, row: R) {
  return { body: kind.present(row), etag: versionTag(row.version) };
}

function answerChange<R extends Row>(kind: Presenter<R>, { row, job }: Changed<R>): DeskAnswer {
  return job === null
    ? answer(kind, row)
    : { ...answer(kind, row), status: 202, location: jobUrl(job) };
}

export function registerReference<R extends Row, Input, Patch>(
  app: FastifyInstance,
  context: HttpContext,
  kind: ReferenceDesk<R, Input, Patch>,
): void {
  registerReads(app, context, kind);
  registerWrites(app, context, kind);
  registerRemovals(app, context, kind);
}

function registerReads<R extends Row, Input, Patch>(
  app: FastifyInstance,
  context: HttpContext,
  kind: ReferenceDesk<R, Input, Patch>,
): void {
  const { url, one, capital, capitals } = namesOf(kind);
  deskRead(app, context, {
    method: 'get',
    url,
    operationId: `listDesk${capitals}`,
    tag: kind.tag,
    summary: `List ${kind.plural}`,
    description: `All ${kind.plural}, oldest first; those that were merged into another are left out.`,
    role: 'reader',
    query: z.strictObject({ ...pageQuery, ...kind.filters }),
    responses: { 200: pageOf(kind.shown, `Desk${capital}Page`) },
    async read({ query }) {
      const filters = query as Record<string, string | undefined>;
      const { items, page } = await readPage(`desk-${kind.plural}`, filters, 'id', (after, take) =>
        kind.list(context.db.current, filters, after, take),
      );
      return { body: { data: items.map(kind.present), page } };
    },
  });

  deskRead(app, context, {
    method: 'get',
    url: one,
    operationId: `readDesk${capital}`,
    tag: kind.tag,
    summary: `Read a ${kind.name} at the desk`,
    description: `By id or slug. A merged ${kind.name} leads to the one that it became.`,
    role: 'reader',
    params,
    responses: { 200: kind.shown },
    read: async ({ params: { id } }) => answer(kind, await kind.get(context.db.current, id)),
  });
}

function registerWrites<R extends Row, Input, Patch>(
  app: FastifyInstance,
  context: HttpContext,
  kind: ReferenceDesk<R, Input, Patch>,
): void {
  const { url, one, capital } = namesOf(kind);
  deskWrite(app, context, {
    method: 'post',
    url,
    operationId: `create${capital}`,
    tag: kind.tag,
    summary: `Create a ${kind.name}`,
    description: `A new ${kind.name}. It is public once something published refers to it.`,
    role: 'editor',
    body: kind.input,
    responses: { 201: kind.shown },
    async write(work, { body }) {
      const row = await kind.create(work, body);
      return { ...answer(kind, row), status: 201, location: `${url}/${row.id}` };
    },
  });

  deskWrite(app, context, {
    method: 'patch',
    url: one,
    operationId: `update${capital}`,
    tag: kind.tag,
    summary: `Change a ${kind.name}`,
    description: `JSON Merge Patch. Everything published that shows it is shown anew. ${LATER}`,
    role: 'editor',
    ifMatch: true,
    params,
    body: kind.patch,
    responses: { 200: kind.shown, 202: kind.shown },
    problems: [409, 422],
    write: async (work, { params: { id }, body, precondition }) =>
      answerChange(kind, await kind.change(work, id, body, precondition)),
  });
}

/** It becomes part of another one, or is gone. */
function registerRemovals<R extends Row, Input, Patch>(
  app: FastifyInstance,
  context: HttpContext,
  kind: ReferenceDesk<R, Input, Patch>,
): void {
  const { one, capital } = namesOf(kind);
  deskWrite(app, context, {
    method: 'post',
    url: `${one}/merge`,
    operationId: `merge${capital}`,
    tag: kind.tag,
    summary: `Merge a ${kind.name} into another one`,
    description: `Everything that refers to it refers to the other one from now on, and its address leads there. Answers the other one. ${LATER}`,
    role: 'editor',
    ifMatch: true,
    params,
    body: mergeBody,
    responses: { 200: kind.shown, 202: kind.shown },
    write: async (work, { params: { id }, body, precondition }) =>
      answerChange(kind, await kind.merge(work, { from: id, into: body.into, precondition })),
  });

  deskWrite(app, context, {
    method: 'delete',
    url: one,
    operationId: `delete${capital}`,
    tag: kind.tag,
    summary: `Delete a ${kind.name}`,
    description: 'Only what nothing refers to can be deleted; the rest is merged.',
    role: 'editor',
    ifMatch: true,
    params,
    responses: { 204: null },
    problems: [409],
    async write(work, { params: { id }, precondition }) {
      await kind.remove(work, id, precondition);
      return { status: 204 };
    },
  });
}
