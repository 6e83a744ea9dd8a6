import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { HttpContext } from '../core/http/context.ts';
import type { Redirect, WireAnswer } from '../core/http/rendition.ts';
import { idOrSlug } from '../core/http/scalars.ts';
import { wireRoute } from '../core/http/wire.ts';
import { NINJS_TYPE } from '../formats/ninjs.ts';
import { jsonLd, markdown, ninjs, renderFormat } from '../formats/render.ts';
import { type Format, JSONLD_TYPE } from '../formats/write.ts';
import type { FormatWriter } from '../formats/writer.ts';
import { findPublishedOr } from './wire-find.ts';
import { findDocument, type PublishedDocument } from './wire-store.ts';

const params = z.strictObject({ slug: idOrSlug });
const shared = { tag: 'Articles', params, problems: [410], redirects: true } as const;

/** The article in other formats, each at an address of its own. */
export function registerArticleFormats(
  app: FastifyInstance,
  context: HttpContext,
  writer: FormatWriter,
): void {
  const answerNamed = nameAnswer(context, writer);
  wireRoute(app, context, {
    ...shared,
    url: '/v1/articles/:slug/jsonld',
    operationId: 'readArticleJsonLd',
    summary: 'Read an article as JSON-LD',
    description: 'schema.org’s NewsArticle, for pages and search engines.',
    produces: { [JSONLD_TYPE]: jsonLd, 'application/json': jsonLd },
    handler: ({ params: { slug }, accept }) =>
      answerNamed(slug, 'jsonld', otherThan(JSONLD_TYPE, accept)),
  });
  wireRoute(app, context, {
    ...shared,
    url: '/v1/articles/:slug/ninjs',
    operationId: 'readArticleNinjs',
    summary: 'Read an article as ninjs',
    description: 'IPTC ninjs, for agencies: version 3.1, or 1.6.',
    query: z.strictObject({
      version: z.enum(['1', '3']).optional().meta({
        description: 'The generation of ninjs: `3` (the default) is 3.1, `1` is 1.6.',
      }),
    }),
    produces: { [NINJS_TYPE]: ninjs, 'application/json': ninjs },
    handler: ({ params: { slug }, query: { version }, accept }) =>
      answerNamed(slug, version === '1' ? 'ninjs1' : 'ninjs', otherThan(NINJS_TYPE, accept)),
  });
  wireRoute(app, context, {
    ...shared,
    url: '/v1/articles/:slug/markdown',
    operationId: 'readArticleMarkdown',
    summary: 'Read an article as Markdown',
    description: 'Text with its quotes’ and claims’ sources as footnotes.',
    produces: { 'text/markdown': markdown, 'text/plain': markdown },
    handler: ({ params: { slug }, accept }) =>
      answerNamed(slug, 'markdown', otherThan('text/markdown', accept)),
  });
}

/** The type that is asked for, where a format's own would not do. */
function otherThan(own: string, accept: string): string | undefined {
  return accept === own ? undefined : accept;
}

function nameAnswer(context: HttpContext, writer: FormatWriter) {
  return async (name: string, format: Format, type?: string): Promise<WireAnswer | Redirect> => {
    const path = (slug: string) => `/v1/articles/${slug}/${format === 'ninjs1' ? 'ninjs' : format}`;
    const row = await findPublishedOr(context.db.read, name, path, findDocument);
    if ('redirect' in row) return row;
    const answer = await answerFormat(context, writer, row, format);
    return type === undefined ? answer : { ...answer, type: `${type}; charset=utf-8` };
  };
}

/** A published article in a format. */
export async function answerFormat(
  context: HttpContext,
  writer: FormatWriter,
  row: PublishedDocument,
  format: Format,
): Promise<WireAnswer> {
  const { body, type, sourcesChangedAt } = await renderFormat(
    context.db.read,
    context,
    writer,
    String(row.document),
    format,
  );
  return {
    body,
    type,
    // It shows more of its sources than the article does.
    lastModified: sourcesChangedAt > row.lastModified ? sourcesChangedAt : row.lastModified,
    tags: row.cacheTags,
  };
}
