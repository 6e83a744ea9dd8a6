/**
 * The contract of extraction: what `extract` returns, the command line prints and the desk API
 * answers. All offsets are Unicode code points into the given text, end exclusive.
 */
import * as z from 'zod';

const offset = z.number().int().min(0);
const spanSchema = z.tuple([offset, offset]);
const confidence = z.number().min(0).max(1);
const rule = z.string().optional();

const comparatorSchema = z.enum(['eq', 'approx', 'gt', 'gte', 'lt', 'lte', 'between']);
const sourceKindSchema = z.enum(['person', 'organisation', 'unnamed']);

const named = (name: string, description: string) => ({ id: `Extracted${name}`, description });

const turnSchema = z
  .strictObject({
    start: offset,
    end: offset,
    speaker: z.string().nullable(),
    role: z.enum(['question', 'answer', 'remark']),
    rule,
  })
  .meta(named('Turn', 'A turn that was found in a text.'));

const quoteSchema = z
  .strictObject({
    kind: z.enum(['direct', 'mixed', 'indirect']),
    spans: z.array(spanSchema).min(1),
    speaker: z
      .strictObject({
        mention: spanSchema.nullable(),
        /** The whole phrase ("Ann Lee, 34, who chairs the council,") where it is more. */
        mentionSpans: z.array(spanSchema).optional(),
        name: z.string().nullable(),
        kind: sourceKindSchema,
      })
      .meta(named('Speaker', 'Who speaks, and where the text says so.'))
      .nullable(),
    speakerRole: z.string().nullable(),
    organisation: z.string().nullable(),
    verb: spanSchema.nullable(),
    /** The whole cue ("has also called for") where it is more than `verb`, its head. */
    verbSpans: z.array(spanSchema).optional(),
    anonymous: z.boolean(),
    confidence,
    rule,
  })
  .meta(named('Quote', 'A quote that was found in a text.'));

const figure = {
  span: spanSchema,
  comparator: comparatorSchema,
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string().nullable(),
  subject: z.string().nullable(),
};

const claimSchema = z
  .strictObject({
    ...figure,
    place: z.string().nullable(),
    /** A date or an interval in Extended Date/Time Format (ISO 8601-2), or null. */
    asOf: z.string().nullable(),
    source: z.strictObject({ name: z.string(), kind: sourceKindSchema }).nullable(),
    partOf: z.number().int().min(0).nullable(),
    supersedes: z.number().int().min(0).nullable(),
    confidence,
    rule,
  })
  .meta(named('Claim', 'A claim that was found in a text.'));

const quantitySchema = z
  .strictObject({
    ...figure,
    change: z.enum(['up', 'down']).optional(),
    rule,
  })
  .meta(named('Quantity', 'A number that was found in a text, whether anybody claims it or not.'));

export const extractionSchema = z.strictObject({
  turns: z.array(turnSchema),
  quotes: z.array(quoteSchema),
  claims: z.array(claimSchema),
  quantities: z.array(quantitySchema),
  /** The text's language as far as it could be told; only English is read in full. */
  language: z.string().optional(),
  /** What was left alone, and why, in sentences for the editor. */
  notices: z.array(z.string()).optional(),
});

export type Span = z.infer<typeof spanSchema>;
export type Turn = z.infer<typeof turnSchema>;
export type Quote = z.infer<typeof quoteSchema>;
export type Claim = z.infer<typeof claimSchema>;
export type Quantity = z.infer<typeof quantitySchema>;
export type SourceKind = z.infer<typeof sourceKindSchema>;
export type Extraction = z.infer<typeof extractionSchema>;
