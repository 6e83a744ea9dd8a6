import * as z from 'zod';
import { articleInput, articlePatch } from '../articles/schema.ts';
import { problemSchema } from '../core/http/problems.ts';
import { id, idOrSlug, instant, slug, text } from '../core/http/scalars.ts';

const ifMatch = z.string().min(1).max(1_000).optional().meta({
  description: 'The ETag of the version that was read; `*` for any. Required, as If-Match is.',
});

const createLine = z
  .strictObject({ op: z.literal('create'), article: articleInput })
  .meta({ id: 'BulkCreate', description: 'Creates an article, as a draft.' });

const updateLine = z
  .strictObject({ op: z.literal('update'), id: idOrSlug, ifMatch, patch: articlePatch })
  .meta({ id: 'BulkUpdate', description: 'Changes an article by JSON Merge Patch.' });

const publishLine = z
  .strictObject({
    op: z.literal('publish'),
    id: idOrSlug,
    ifMatch,
    note: text(2_000).nullable().optional(),
    publishedAt: instant.optional().meta({
      description: 'When it was first published elsewhere; only for the first edition.',
    }),
  })
  .meta({ id: 'BulkPublish', description: 'Publishes an article. Role: editor.' });

/** One line of a bulk request. */
export const bulkLine = z.discriminatedUnion('op', [createLine, updateLine, publishLine]).meta({
  id: 'BulkLine',
  description: 'One line of the body. Each is checked as the request that it stands for.',
  examples: [{ op: 'create', article: { headline: 'The ferry is late again' } }],
});
export type BulkLine = z.infer<typeof bulkLine>;

/** What became of one line. */
export const bulkResult = z
  .strictObject({
    line: z.int().min(1).meta({ description: 'Number of the line, from 1.' }),
    status: z.int().meta({ description: 'As the single request would have answered.' }),
    id: id.optional(),
    slug: slug.optional(),
    etag: z.string().optional(),
    problem: problemSchema.optional(),
  })
  .meta({
    id: 'BulkResult',
    description: 'What became of one line, in the order of the lines.',
    examples: [
      {
        line: 1,
        status: 201,
        id: '01932c07-8a5b-7c1d-9e2f-3a4b5c6d7e8f',
        slug: 'the-ferry-is-late-again',
        etag: '"r1.1"',
      },
    ],
  });
export type BulkResult = z.infer<typeof bulkResult>;
