import * as z from 'zod';
import { filled, id, instant, slug } from '../core/http/scalars.ts';

/** A section or a tag as an editor makes it. */
export const termInput = z.strictObject({ slug: slug.optional(), name: filled(200) }).meta({
  id: 'TermInput',
  description: 'A section or a tag.',
  examples: [{ slug: 'world', name: 'World' }],
});
export type TermInput = z.infer<typeof termInput>;

export const termPatch = termInput.partial().meta({
  id: 'TermPatch',
  description: 'JSON Merge Patch (RFC 7396) of a section or tag.',
  examples: [{ name: 'The world' }],
});

export const deskTerm = z
  .strictObject({
    id,
    slug,
    name: z.string(),
    mergedInto: id.nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'DeskTerm', description: 'A section or a tag at the desk.' });
export type DeskTerm = z.infer<typeof deskTerm>;

/** A section or a tag as everything that carries it shows it. */
export const termRef = z
  .strictObject({ slug, name: z.string() })
  .meta({ id: 'TermRef', description: 'A section or a tag.' });
export type TermRef = z.infer<typeof termRef>;
