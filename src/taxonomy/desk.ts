import type { FastifyInstance } from 'fastify';
import type { HttpContext } from '../core/http/context.ts';
import { registerReference } from '../core/http/reference-desk.ts';
import type { Reproject } from '../core/references/reproject.ts';
import { mergeTerm } from './merge.ts';
import { deskTerm, termInput, termPatch } from './schema.ts';
import { changeTerm, createTerm, deleteTerm, getTerm, presentTerm } from './service.ts';
import { type TermKind, termStores } from './store.ts';

export function registerTaxonomyDesk(
  app: FastifyInstance,
  context: HttpContext,
  reproject: Reproject,
): void {
  registerTerm(app, context, 'section', 'sections', reproject);
  registerTerm(app, context, 'tag', 'tags', reproject);
}

function registerTerm(
  app: FastifyInstance,
  context: HttpContext,
  kind: TermKind,
  plural: string,
  reproject: Reproject,
): void {
  registerReference(app, context, {
    name: kind,
    plural,
    tag: 'Desk: sections and tags',
    input: termInput,
    patch: termPatch,
    shown: deskTerm,
    list: (client, _query, after, take) => termStores[kind].list(client, after, take),
    create: (work, input) => createTerm(work, kind, input),
    get: (client, id) => getTerm(client, kind, id),
    async change(work, id, patch, precondition) {
      const { before, after } = await changeTerm(work, kind, id, patch, precondition);
      return { row: after, job: await reproject(work, kind, before, after) };
    },
    async merge(work, merge) {
      const { before, after } = await mergeTerm(work, kind, merge);
      return { row: after, job: await reproject(work, kind, before, after) };
    },
    remove: (work, id, precondition) => deleteTerm(work, kind, id, precondition),
    present: presentTerm,
  });
}
