import * as z from 'zod';
import { deskFields } from '../articles/schema.ts';
import { id, instant, slug, text } from '../core/http/scalars.ts';

const revisionHead = {
  number: z.int().min(1),
  author: z.string().meta({ description: 'The name of the token that saved it.' }),
  note: z.string().nullable(),
  hash: z.string().meta({ description: 'SHA-256 of what was saved.' }),
  createdAt: instant,
  live: z.boolean().meta({ description: 'Whether the wire shows it.' }),
  scheduled: z.boolean().meta({ description: 'Whether it is scheduled for publication.' }),
  editions: z.array(z.int().min(1)).meta({ description: 'The editions that published it.' }),
};

export const revisionItem = z
  .strictObject(revisionHead)
  .meta({ id: 'RevisionSummary', description: 'One saved state of an article, in short.' });

export const revision = z
  .strictObject({
    ...revisionHead,
    article: z
      .strictObject({ slug, ...deskFields })
      .meta({ id: 'RevisionContent', description: 'An article as a revision has it.' }),
  })
  .meta({
    id: 'Revision',
    description: 'One saved state of an article. It is never changed and never deleted.',
  });

const segment = z
  .strictObject({ op: z.enum(['same', 'added', 'removed']), text: z.string() })
  .meta({
    id: 'DiffSegment',
    description:
      'A stretch of text. What is not `added` is the text before, what is not `removed` the text after.',
  });

const fieldChange = z
  .strictObject({
    field: z.string(),
    before: z.unknown(),
    after: z.unknown(),
    words: z
      .array(segment)
      .nullable()
      .meta({ description: 'The changed words; null where a side is no text.' }),
  })
  .meta({ id: 'FieldChange', description: 'A field that is not the same in two revisions.' });

const place = z.int().min(1).nullable();
const partFields = {
  id,
  change: z.enum(['added', 'removed', 'changed', 'moved']),
  positionBefore: place,
  positionAfter: place,
  fields: z.array(fieldChange),
};
const partChange = z
  .strictObject(partFields)
  .meta({ id: 'PartChange', description: 'What two revisions say differently about a part.' });
const turnChange = z
  .strictObject({ ...partFields, interview: id })
  .meta({ id: 'TurnChange', description: 'What two revisions say differently about a turn.' });

export const revisionDiff = z
  .strictObject({
    from: z.int().min(1),
    to: z.int().min(1),
    fields: z.array(fieldChange),
    interviews: z.array(partChange),
    turns: z.array(turnChange),
    quotes: z.array(partChange),
    claims: z.array(partChange),
  })
  .meta({
    id: 'RevisionDiff',
    description:
      'What was changed between two revisions: fields by name, parts by id. Offsets that only moved do not count.',
  });

export const restoreInput = z
  .strictObject({
    revision: z.int().min(1).max(1_000_000),
    note: text(2_000).nullable().optional().meta({ description: 'Says why; kept with it.' }),
  })
  .meta({
    id: 'RestoreInput',
    description: 'The revision whose content is wanted back.',
    examples: [{ revision: 1 }],
  });
