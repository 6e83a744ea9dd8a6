/** The desk's routes for reference data: sources, figures, sections and tags alike. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { Client } from '../database/types.ts';
import { jobUrl } from '../jobs/desk.ts';
import type { Merge } from '../references/merge.ts';
import type { Work } from '../work.ts';
import type { HttpContext } from './context.ts';
import { deskRead, deskWrite } from './desk.ts';
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

export interface ReferenceKind<R extends Row, Input, Patch> {
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
  get(work: Pick<Work, 'client'>, idOrSlug: string): Promise<R>;
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

export function registerReference<R extends Row, Input, Patch>(
  app: FastifyInstance,
  context: HttpContext,
  kind: ReferenceKind<R, Input, Patch>,
): void {
  const url = `/v1/desk/${kind.plural}`;
  const one = `${url}/:id`;
  const capital = kind.name.charAt(0).toUpperCase() + kind.name.slice(1);
  const capitals = kind.plural.charAt(0).toUpperCase() + kind.plural.slice(1);
  const params = z.strictObject({ id: idOrSlug });
  const answer = (row: R) => ({ body: kind.present(row), etag: versionTag(row.version) });
  const answerChange = ({ row, job }: Changed<R>) =>
    job === null ? answer(row) : { ...answer(row), status: 202 as const, location: jobUrl(job) };

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
      return { ...answer(row), status: 201, location: `${url}/${row.id}` };
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
    read: async ({ params: { id } }) => answer(await kind.get({ client: context.db.current }, id)),
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
      answerChange(await kind.change(work, id, body, precondition)),
  });

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
      answerChange(await kind.merge(work, { from: id, into: body.into, precondition })),
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
