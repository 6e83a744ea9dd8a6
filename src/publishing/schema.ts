/** What the steps of the workflow take, and what the check before publication finds. */
import * as z from 'zod';
import { filled, id, idOrSlug, instant, text } from '../core/http/scalars.ts';
import { GATE_CODES, type GateCode } from './gate-problem.ts';

export const gateProblem = z
  .strictObject({
    code: z.enum(Object.keys(GATE_CODES) as [GateCode, ...GateCode[]]),
    severity: z.enum(['error', 'warning']),
    pointer: z.string().meta({ description: 'JSON pointer into the article.' }),
    message: z.string(),
    suggestion: z.unknown().optional(),
  })
  .meta({ id: 'GateProblem', description: 'What the check before publication found.' });

const note = text(2_000)
  .nullable()
  .optional()
  .meta({ description: 'What changed and why, as readers are told.' });

export const checkBody = z
  .strictObject({ note })
  .meta({
    id: 'CheckInput',
    description: 'The note that the publication would have.',
    examples: [{ note: 'The fire service revised its count.' }],
  })
  .optional();

const embargoUntil = instant.nullable().optional().meta({
  description:
    'Keeps it out of everything public until then. `null` lifts an embargo that still holds.',
});

export const publishBody = z
  .strictObject({
    note,
    embargoUntil,
    publishedAt: instant.optional().meta({
      description:
        'When it was first published elsewhere; not in the future, and only for the first edition.',
    }),
  })
  .meta({
    id: 'PublishInput',
    description: 'What readers are told about a new edition.',
    examples: [{ note: 'The fire service revised its count.' }],
  })
  .optional();

export const scheduleBody = z
  .strictObject({
    publishAt: instant.meta({ description: 'When it is published; in the future.' }),
    note,
    embargoUntil,
  })
  .meta({
    id: 'ScheduleInput',
    description: 'When to publish.',
    examples: [{ publishAt: '2036-11-01T06:00:00Z' }],
  });

export const correctionBody = z
  .strictObject({
    note: filled(2_000),
    about: z
      .array(id)
      .max(1_000)
      .optional()
      .meta({ description: 'The quotes and claims that it is about, beside those that change.' }),
  })
  .meta({
    id: 'CorrectionInput',
    description: 'A correction, as readers are told of it.',
    examples: [{ note: 'An earlier version gave the wrong year.' }],
  });

export const withdrawBody = z
  .strictObject({ note })
  .meta({
    id: 'WithdrawInput',
    description: 'Why an article is taken off the wire.',
    examples: [{ note: 'Published by mistake.' }],
  })
  .optional();

export const retractBody = z
  .strictObject({
    note: filled(2_000).meta({ description: 'The notice that readers see.' }),
    replacedBy: idOrSlug.optional().meta({ description: 'The article that replaces it.' }),
  })
  .meta({
    id: 'RetractInput',
    description: 'The notice of a retraction.',
    examples: [{ note: 'The report was based on a forged document.' }],
  });
