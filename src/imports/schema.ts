import * as z from 'zod';
import { claimInput, claimPatch } from '../claims/schema.ts';
import { besideOthers } from '../core/http/members.ts';
import { problemCode, problemItem } from '../core/http/problems.ts';
import { atMost, day, filled, id, instant, language, slug, text } from '../core/http/scalars.ts';
import { extractionSchema } from '../extraction/schema.ts';
import { quoteInput, quotePatch } from '../quotes/schema.ts';
import { interviewInput } from '../turns/schema.ts';
import { FORMATS } from './item.ts';

/** A megabyte of text is a long book; files that are larger go through the command line. */
const CONTENT_MAX = 1_000_000;

export const extractInput = z
  .strictObject({
    text: text(CONTENT_MAX).min(1),
    publishedOn: day.optional().meta({ description: 'Relative dates are read from it.' }),
  })
  .meta({
    id: 'ExtractInput',
    description: 'Text to look for turns, quotes and claims in.',
    examples: [
      { text: '“We wait for the fog to lift,” said Ada Renn.', publishedOn: '2024-11-01' },
    ],
  });

export const extraction = extractionSchema.meta({
  id: 'Extraction',
  description: 'What was found in a text. Offsets are Unicode code points into it, end exclusive.',
});

const confidence = z.number().min(0).max(1);

export const importInput = z
  .strictObject({
    name: filled(300).meta({
      description:
        'A file name, or what it is called where it comes from. Importing it twice is importing it once.',
    }),
    content: z.string().min(1).check(atMost(CONTENT_MAX)).optional(),
    contentBase64: z
      .base64()
      .max(1_400_000)
      .optional()
      .meta({ description: 'Bytes in any encoding, instead of `content`.' }),
    format: z.enum(FORMATS).optional().meta({ description: 'Told from the content if not given.' }),
    accept: confidence
      .nullable()
      .optional()
      .meta({ description: 'Accept suggestions that are at least this sure.' }),
    section: slug
      .optional()
      .meta({ description: 'For stories that name none; `news` if not given.' }),
    language: language
      .optional()
      .meta({ description: 'For stories that name none; `en` if not given.' }),
    publishedOn: day.optional().meta({
      description: 'The date of stories that carry none; relative dates are read from it.',
    }),
  })
  .refine(
    ({ content, contentBase64 }) => (content === undefined) !== (contentBase64 === undefined),
    besideOthers({
      error: 'or contentBase64 is required, and not both',
      path: ['content'],
      params: { code: 'required' },
    }),
  )
  .meta({
    id: 'ImportInput',
    description: 'Documents of another system.',
    examples: [
      {
        name: 'bridge.txt',
        content: 'Mill Bridge is closed. “It has cracks,” said Ada Renn.',
        accept: 0.8,
      },
    ],
  });
export type ImportInput = z.infer<typeof importInput>;

const suggestionBase = {
  id: z.string(),
  confidence,
  state: z.enum(['suggested', 'accepted', 'refused']),
  text: z.string(),
};

const turn = z
  .int()
  .nullable()
  .meta({ description: 'The turn of the suggested interview that the words stand in.' });

const suggestion = z
  .discriminatedUnion('kind', [
    z
      .strictObject({
        ...suggestionBase,
        kind: z.literal('interview'),
        value: interviewInput,
        removes: z
          .string()
          .meta({ description: 'The part of the body that becomes the conversation.' }),
        keeps: z.string().optional().meta({
          description:
            'What of it stays in the body: subheadings, pictures and captions between turns.',
        }),
      })
      .meta({ id: 'InterviewSuggestion', description: 'A conversation that was found.' }),
    z
      .strictObject({ ...suggestionBase, kind: z.literal('quote'), value: quoteInput, turn })
      .meta({ id: 'QuoteSuggestion', description: 'A quote that was found.' }),
    z
      .strictObject({
        ...suggestionBase,
        kind: z.literal('claim'),
        value: claimInput,
        turn,
        partOf: z.string().nullable(),
      })
      .meta({ id: 'ClaimSuggestion', description: 'A claim that was found.' }),
  ])
  .meta({
    id: 'Suggestion',
    description:
      'Something that was found in an imported text, in the form in which it would be accepted.',
  });

const storyProblem = z
  .strictObject({ code: problemCode, detail: z.string(), errors: z.array(problemItem) })
  .meta({ id: 'StoryProblem', description: 'Why one story could not be imported.' });

const importItem = z
  .strictObject({
    origin: z.string(),
    headline: z.string(),
    outcome: z.enum(['created', 'published', 'known', 'failed']),
    article: id.nullable(),
    notices: z.array(z.string()),
    suggestions: z.array(suggestion),
    problem: storyProblem
      .nullable()
      .meta({ description: 'What was wrong with a story that failed; nothing of it came in.' }),
  })
  .meta({ id: 'ImportItem', description: 'What became of one story.' });

const summaryFields = {
  id,
  name: z.string(),
  format: z.enum(FORMATS),
  state: z
    .enum(['ready', 'accepted'])
    .meta({ description: '`accepted` once no suggestion is left to be decided about.' }),
  createdAt: instant,
  report: z
    .strictObject({
      stories: z.int(),
      created: z.int(),
      known: z.int(),
      failed: z.int(),
      suggestions: z.int(),
      accepted: z.int(),
      notices: z.array(z.string()),
    })
    .meta({ id: 'ImportReport', description: 'What an import came to, and what was lost.' }),
};

export const importSummary = z
  .strictObject(summaryFields)
  .meta({ id: 'ImportSummary', description: 'An import in the desk’s list.' });

export const importJob = z
  .strictObject({ ...summaryFields, items: z.array(importItem) })
  .meta({ id: 'Import', description: 'An import, with its report and its suggestions.' });

export const acceptInput = z
  .strictObject({
    confidence: confidence
      .optional()
      .meta({ description: 'Accept all that are at least this sure.' }),
    accept: z
      .array(
        z
          .strictObject({
            article: id,
            suggestion: filled(20),
            change: z.union([quotePatch, claimPatch]).optional(),
          })
          .meta({ id: 'AcceptedSuggestion', description: 'A suggestion, and how it is changed.' }),
      )
      .max(1_000)
      .optional()
      .meta({ description: 'Accept these, changed by a merge patch where one is given.' }),
    refuse: z
      .array(z.strictObject({ article: id, suggestion: filled(20) }))
      .max(1_000)
      .optional(),
  })
  .meta({
    id: 'AcceptInput',
    description: 'Which items of an import become drafts.',
    examples: [{ confidence: 0.8 }],
  });
export type AcceptInput = z.infer<typeof acceptInput>;
