import * as z from 'zod';
import { filled, id, text } from '../core/http/scalars.ts';
import { parseEdtf } from './dates.ts';

/** A date that may be uncertain, as EDTF (ISO 8601-2): `2024-10`, `2024-10-28~`, `2024-10-21/2024-10-31`. */
export const edtfInput = z
  .string()
  .max(64)
  .refine((value) => parseEdtf(value) !== null, {
    error:
      'is not a date that exists, in EDTF: such as 2024-10, 2024-10-28~ or 2024-10-21/2024-10-31',
  })
  .meta({ example: '2024-10' });

/** An uncertain date with its earliest and latest day. */
export const edtfDate = z
  .strictObject({
    edtf: z.string(),
    from: z.string().nullable().meta({ description: 'Earliest day, YYYY-MM-DD.' }),
    to: z.string().nullable().meta({ description: 'Latest day, YYYY-MM-DD.' }),
  })
  .meta({
    id: 'UncertainDate',
    description: 'A date as EDTF (ISO 8601-2), with its earliest and latest day.',
  });

const PIECES_MAX = 20;
/** UTF-16 units of a piece at most. */
export const PIECE_MAX = 5_000;

const pieceInput = z
  .strictObject({
    exact: filled(PIECE_MAX).meta({ description: 'The words as they stand in the text.' }),
    prefix: text(500)
      .optional()
      .meta({ description: 'What stands before, where the words occur twice.' }),
    suffix: text(500)
      .optional()
      .meta({ description: 'What stands after, where the words occur twice.' }),
    start: z
      .int()
      .nullable()
      .optional()
      .meta({ description: 'As answered; the server finds it again.' }),
    end: z
      .int()
      .nullable()
      .optional()
      .meta({ description: 'As answered; the server finds it again.' }),
  })
  .meta({ id: 'AnchorPieceInput', description: 'Some of the words, in one stretch.' });

const place = z.union([
  z.literal('body'),
  id,
  z
    .strictObject({ interview: z.int().min(0).max(999), turn: z.int().min(0).max(9_999) })
    .meta({ id: 'TurnPlace', description: 'The places of an interview and a turn, from 0.' }),
]);
const PLACE = '`body`, a turn’s id, or the places of interview and turn in this document, from 0.';
const pieces = z.array(pieceInput).min(1).max(PIECES_MAX);

/** Where a quote or claim stands, as an editor says it. */
export const anchorInput = z
  .strictObject({ in: place.default('body').meta({ description: PLACE }), pieces })
  .meta({
    id: 'AnchorInput',
    description: 'Where words stand in the text. The server finds the offsets.',
  });

/** An anchor in a merge patch: what is left out stays, the place as well. */
export const anchorPatch = z
  .strictObject({
    in: place.optional().meta({ description: PLACE }),
    pieces: pieces.optional(),
  })
  .meta({ id: 'AnchorPatch', description: 'An anchor in a patch: what is left out stays.' });

const piece = z
  .strictObject({
    exact: z.string(),
    prefix: z.string(),
    suffix: z.string(),
    start: z.int().min(0),
    end: z.int().min(0),
  })
  .meta({ id: 'AnchorPiece', description: 'Words in one stretch, and where they stand.' });

/** A located anchor: a W3C Web Annotation TextQuoteSelector and TextPositionSelector in one. */
export const anchor = z
  .strictObject({
    in: z.string().meta({ description: '`body` or a turn’s id.' }),
    pieces: z.array(piece),
  })
  .meta({
    id: 'Anchor',
    description:
      'Where words stand in the plain text: exact words, context and offsets in Unicode code points, end exclusive.',
  });

/** An anchor at the desk; its offsets are null while its words are not in the text. */
export const deskAnchor = z
  .strictObject({
    in: z.string(),
    pieces: z.array(
      piece
        .extend({ start: z.int().min(0).nullable(), end: z.int().min(0).nullable() })
        .meta({ id: 'DeskAnchorPiece', description: 'Words, and where they stand if they do.' }),
    ),
  })
  .meta({
    id: 'DeskAnchor',
    description: 'An anchor; offsets are null while its words are not found.',
  });

/** Whether an anchor's words stand in the text: once, not at all, or at several places. */
const ANCHOR_STATUSES = ['anchored', 'orphaned', 'ambiguous'] as const;
export const anchorStatus = z.enum(ANCHOR_STATUSES).meta({
  id: 'AnchorStatus',
  description: 'Whether the words stand in the text: once, not at all, or at several places.',
});
/** In what an editor sends: a part can be sent back as it was answered. */
export const answeredStatus = anchorStatus.meta({
  description: 'As answered; the server looks for the words again.',
});
export type AnchorStatus = z.infer<typeof anchorStatus>;
export type AnchorInput = z.infer<typeof anchorInput>;
export type DeskAnchor = z.infer<typeof deskAnchor>;
