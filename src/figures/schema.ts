import * as z from 'zod';
import { filled, id, idOrSlug, instant, slug, text } from '../core/http/scalars.ts';

const details = {
  question: filled(500).meta({ description: 'The quantity, put as a question.' }),
  unit: filled(100).meta({ description: 'What is counted: soldiers, EUR, percent.' }),
  subject: text(300).nullable(),
  place: text(300).nullable(),
};

/** A figure as an editor makes it. */
export const figureInput = z
  .strictObject({
    question: details.question,
    unit: details.unit,
    slug: slug.optional(),
    subject: details.subject.optional(),
    place: details.place.optional(),
  })
  .meta({
    id: 'FigureInput',
    description: 'The quantity that claims are about.',
    examples: [
      {
        slug: 'marrowford-flood-evacuees',
        question: 'How many people had to leave their homes in Marrowford?',
        unit: 'people',
      },
    ],
  });
export type FigureInput = z.infer<typeof figureInput>;

export const figurePatch = figureInput.partial().meta({
  id: 'FigurePatch',
  description: 'JSON Merge Patch (RFC 7396) of a figure.',
  examples: [{ place: 'Marrowford' }],
});

/** How an article names a figure: by id, by slug, or by what it asks. */
export const figureMention = z
  .union([
    idOrSlug,
    z
      .strictObject({
        id,
        slug: slug.optional(),
        question: filled(500).optional(),
        unit: filled(100).optional(),
      })
      .meta({ id: 'KnownFigure', description: 'A figure by its id, as it was answered.' }),
    figureInput,
  ])
  .meta({
    id: 'FigureMention',
    description:
      'A figure: its id, its slug, or `{slug, question, unit, …}`, which is created if its slug is new.',
  });
export type FigureMention = z.infer<typeof figureMention>;

export const figureRef = z
  .strictObject({ id, slug, question: z.string(), unit: z.string() })
  .meta({ id: 'FigureRef', description: 'A figure in short.' });
export type FigureRef = z.infer<typeof figureRef>;

export const deskFigure = z
  .strictObject({
    id,
    slug,
    ...details,
    mergedInto: id.nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'DeskFigure', description: 'A figure at the desk.' });
export type DeskFigure = z.infer<typeof deskFigure>;

/** A figure on the wire. */
const wireFigure = z
  .strictObject({
    id,
    slug,
    url: z.string(),
    question: z.string(),
    unit: z.string(),
    subject: z.string().nullable(),
    place: z.string().nullable(),
  })
  .meta({ id: 'Figure', description: 'The quantity that published claims are about.' });
export type WireFigure = z.infer<typeof wireFigure>;

export const figureItem = wireFigure
  .extend({
    counts: z
      .strictObject({ claims: z.int() })
      .meta({ id: 'ClaimCount', description: 'How many published claims there are.' }),
  })
  .meta({ id: 'FigureItem', description: 'A figure, and how many published claims are about it.' });
