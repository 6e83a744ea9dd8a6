import type { FastifyInstance } from 'fastify';
import { position, registerParts } from '../articles/parts.ts';
import { referenceUnknown } from '../core/errors.ts';
import type { HttpContext } from '../core/http/context.ts';
import { id } from '../core/http/scalars.ts';
import { deskInterview, deskTurn, interviewInput, turnInput } from './schema.ts';

export function registerInterviewDesk(app: FastifyInstance, context: HttpContext): void {
  registerParts(app, context, {
    name: 'interview',
    plural: 'interviews',
    tag: 'Desk: interviews and turns',
    input: interviewInput,
    create: interviewInput
      .omit({ id: true })
      .extend({ position })
      .meta({
        id: 'InterviewCreate',
        description: 'A new interview, and where it goes.',
        examples: [{ title: 'After the flood' }],
      }),
    patch: interviewInput
      .omit({ id: true })
      .partial()
      .extend({ position })
      .meta({
        id: 'InterviewPatch',
        description: 'JSON Merge Patch (RFC 7396) of an interview.',
        examples: [{ title: 'After the flood' }],
      }),
    shown: deskInterview,
    placement: ['position'],
    listFor(document) {
      document.interviews ??= [];
      return document.interviews;
    },
    lists: (document) => [document.interviews ?? []],
    present: (article) => article.interviews,
  });
}

export function registerTurnDesk(app: FastifyInstance, context: HttpContext): void {
  registerParts(app, context, {
    name: 'turn',
    plural: 'turns',
    tag: 'Desk: interviews and turns',
    input: turnInput,
    create: turnInput
      .omit({ id: true })
      .extend({
        interview: id.meta({ description: 'The interview that it belongs to.' }),
        position,
      })
      .meta({
        id: 'TurnCreate',
        description: 'A new turn, and where it goes.',
        examples: [
          {
            interview: '0192e4a0-0000-7000-8000-000000000000',
            role: 'answer',
            speaker: 'mara-elsing',
            text: 'We knew by four.',
          },
        ],
      }),
    patch: turnInput
      .omit({ id: true })
      .partial()
      .extend({ position })
      .meta({
        id: 'TurnPatch',
        description: 'JSON Merge Patch (RFC 7396) of a turn.',
        examples: [{ text: 'We knew by five.' }],
      }),
    shown: deskTurn,
    placement: ['position', 'interview'],
    listFor(document, where) {
      const interview = document.interviews?.find((candidate) => candidate.id === where.interview);
      if (interview !== undefined) {
        interview.turns ??= [];
        return interview.turns;
      }
      const detail = 'There is no such interview in this article.';
      throw referenceUnknown(detail, '/interview', 'names no interview of this article');
    },
    lists: (document) => (document.interviews ?? []).map((interview) => interview.turns ?? []),
    present: (article) => article.interviews.flatMap((interview) => interview.turns),
  });
}
