/** The desk's routes for reference data: sources, figures, sections and tags alike. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Client } from '../database/types.ts';
import type { Work } from '../work.ts';
import type { HttpContext } from './context.ts';
import { deskRead, deskWrite } from './desk.ts';
import { cutPage, pageOf, pageQuery, pageRequest } from './pagination.ts';
import { type Precondition, versionTag } from './preconditions.ts';
import { idOrSlug } from './scalars.ts';

interface Row {
  id: string;
  version: number;
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
  change(work: Work, idOrSlug: string, patch: Patch, precondition: Precondition): Promise<R>;
  remove(work: Work, idOrSlug: string, precondition: Precondition): Promise<void>;
  present(row: R): unknown;
}

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
      const page = pageRequest(`desk-${kind.plural}`, filters, 1);
      const after = page.after === null ? null : String(page.after[0]);
      const rows = await kind.list(context.db.read, filters, after, page.limit + 1);
      const { items, next } = cutPage(rows, page, (row) => [row.id]);
      return { body: { data: items.map(kind.present), page: { limit: page.limit, next } } };
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
    read: async ({ params: { id } }) => answer(await kind.get({ client: context.db.read }, id)),
  });

  deskWrite(app, context, {
    method: 'patch',
    url: one,
    operationId: `update${capital}`,
    tag: kind.tag,
    summary: `Change a ${kind.name}`,
    description: 'JSON Merge Patch. Everything published that shows it is shown anew.',
    role: 'editor',
    ifMatch: true,
    params,
    body: kind.patch,
    responses: { 200: kind.shown },
    problems: [409, 422],
    write: async (work, { params: { id }, body, precondition }) =>
      answer(await kind.change(work, id, body, precondition)),
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
