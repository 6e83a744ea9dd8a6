import * as z from 'zod';
import { filled, id, instant, text } from '../core/http/scalars.ts';
import { sourceMention, sourceRef } from '../sources/schema.ts';

export const turnRole = z
  .enum(['question', 'answer', 'remark'])
  .meta({ id: 'TurnRole', description: 'Whether a turn asks, answers or does neither.' });
export type TurnRole = z.infer<typeof turnRole>;

export const turnInput = z
  .strictObject({
    id: id.optional(),
    role: turnRole,
    speaker: sourceMention.nullable().optional(),
    speakerRole: text(300).nullable().optional(),
    text: filled(100_000).meta({ description: 'CommonMark.' }),
  })
  .meta({
    id: 'TurnInput',
    description: 'One speaker’s uninterrupted words.',
    examples: [
      {
        role: 'question',
        speaker: { kind: 'organisation', name: 'The Ledger' },
        text: 'What comes next?',
      },
    ],
  });
export type TurnInput = z.infer<typeof turnInput>;

export const TURNS_MAX = 2_000;
export const INTERVIEWS_MAX = 50;

export const interviewInput = z
  .strictObject({
    id: id.optional(),
    title: text(500).nullable().optional(),
    turns: z.array(turnInput).max(TURNS_MAX).optional(),
  })
  .meta({
    id: 'InterviewInput',
    description: 'A conversation in an article.',
    examples: [{ title: 'After the flood', turns: [] }],
  });
export type InterviewInput = z.infer<typeof interviewInput>;

export const deskTurn = z
  .strictObject({
    id,
    role: turnRole,
    speaker: sourceRef.nullable(),
    speakerRole: z.string().nullable(),
    text: z.string(),
  })
  .meta({ id: 'DeskTurn', description: 'A turn at the desk.' });

export const deskInterview = z
  .strictObject({ id, title: z.string().nullable(), turns: z.array(deskTurn) })
  .meta({ id: 'DeskInterview', description: 'An interview at the desk.' });

const turnFields = {
  id,
  url: z.string(),
  position: z.int().min(1).meta({ description: 'Place among all turns of the article, from 1.' }),
  role: turnRole,
  speaker: sourceRef,
  speakerRole: z.string().nullable(),
  replyTo: id.nullable().meta({ description: 'The question that an answer answers.' }),
  text: z.string().meta({ description: 'CommonMark.' }),
  html: z.string(),
  plainText: z.string().meta({ description: 'What anchors in this turn point into.' }),
};

/** A turn inside its article. */
export const wireTurn = z
  .strictObject(turnFields)
  .meta({ id: 'Turn', description: 'One speaker’s uninterrupted words.' });

export const wireInterview = z
  .strictObject({ id, title: z.string().nullable(), turns: z.array(wireTurn) })
  .meta({ id: 'Interview', description: 'A conversation in an article.' });

/** The article of a part that stands alone. */
export const articleRef = z
  .strictObject({
    id,
    slug: z.string(),
    headline: z.string(),
    url: z.string(),
    publishedAt: instant,
  })
  .meta({ id: 'ArticleRef', description: 'An article in short.' });
export type ArticleRef = z.infer<typeof articleRef>;

/** A turn outside its article. */
export const standaloneTurn = z
  .strictObject({ ...turnFields, interview: id, article: articleRef })
  .meta({ id: 'StandaloneTurn', description: 'A turn, with the article that it stands in.' });
