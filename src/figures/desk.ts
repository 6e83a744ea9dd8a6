import type { FastifyInstance } from 'fastify';
import type { HttpContext } from '../core/http/context.ts';
import { registerReference } from '../core/http/reference-desk.ts';
import type { Reproject } from '../core/references/reproject.ts';
import { mergeFigure } from './merge.ts';
import { deskFigure, figureInput, figurePatch } from './schema.ts';
import { changeFigure, createFigure, deleteFigure, getFigure, presentFigure } from './service.ts';
import { figureStore } from './store.ts';

export function registerFigureDesk(
  app: FastifyInstance,
  context: HttpContext,
  reproject: Reproject,
): void {
  registerReference(app, context, {
    name: 'figure',
    plural: 'figures',
    tag: 'Desk: figures',
    input: figureInput,
    patch: figurePatch,
    shown: deskFigure,
    list: (client, _query, after, take) => figureStore.list(client, after, take),
    create: createFigure,
    get: getFigure,
    async change(work, id, patch, precondition) {
      const { before, after } = await changeFigure(work, id, patch, precondition);
      return { row: after, job: await reproject(work, 'figure', before, after) };
    },
    async merge(work, merge) {
      const { before, after } = await mergeFigure(work, merge);
      return { row: after, job: await reproject(work, 'figure', before, after) };
    },
    remove: deleteFigure,
    present: presentFigure,
  });
}
