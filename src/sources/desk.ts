import type { FastifyInstance } from 'fastify';
import type { HttpContext } from '../core/http/context.ts';
import { registerReference } from '../core/http/reference-desk.ts';
import { filled } from '../core/http/scalars.ts';
import type { Reproject } from '../core/references/reproject.ts';
import { mergeSource } from './merge.ts';
import { deskSource, sourceInput, sourceKind, sourcePatch } from './schema.ts';
import { changeSource, createSource, deleteSource, getSource, presentSource } from './service.ts';
import { listSources } from './store.ts';

export function registerSourceDesk(
  app: FastifyInstance,
  context: HttpContext,
  reproject: Reproject,
): void {
  registerReference(app, context, {
    name: 'source',
    plural: 'sources',
    tag: 'Desk: sources',
    input: sourceInput,
    patch: sourcePatch,
    shown: deskSource,
    filters: {
      kind: sourceKind.optional(),
      q: filled(300).optional().meta({ description: 'Part of a name or alias.' }),
    },
    list: (client, { kind, q }, after, take) => listSources(client, { kind, q }, after, take),
    create: createSource,
    get: getSource,
    async change(work, id, patch, precondition) {
      const { before, after } = await changeSource(work, id, patch, precondition);
      return { row: after, job: await reproject(work, 'source', before, after) };
    },
    async merge(work, merge) {
      const { before, after } = await mergeSource(work, merge);
      return { row: after, job: await reproject(work, 'source', before, after) };
    },
    remove: deleteSource,
    present: presentSource,
  });
}
