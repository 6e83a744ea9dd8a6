/** A published article in another format than our own. */
import * as z from 'zod';
import type { Client } from '../core/database/types.ts';
import type { Site } from '../core/http/context.ts';
import type { WireSource } from '../sources/schema.ts';
import { NINJS_TYPE } from './ninjs.ts';
import type { Article, Surroundings } from './surroundings.ts';
import { type Format, JSONLD_TYPE, MARKDOWN, type Written } from './write.ts';
import type { FormatWriter } from './writer.ts';

export const jsonLd = z
  .looseObject({ '@context': z.literal('https://schema.org'), '@type': z.literal('NewsArticle') })
  .meta({
    id: 'ArticleJsonLd',
    description:
      'The article as a NewsArticle of schema.org, with Quotations, Claims and CorrectionComments. An open bound is left out: “over 7,000” has a minValue and no maxValue.',
  });

export const ninjs = z
  .looseObject({ uri: z.url(), version: z.string(), language: z.string() })
  .meta({ id: 'ArticleNinjs', description: 'The article as IPTC ninjs.' });

export const markdown = z.string().meta({ description: 'Markdown; every source is a footnote.' });

/** What an article answers beside JSON, by media type. */
export const FORMAT_SCHEMAS = {
  [JSONLD_TYPE]: jsonLd,
  [NINJS_TYPE]: ninjs,
  [MARKDOWN]: markdown,
};

export const FORMATS_BY_TYPE: Readonly<Record<string, Format>> = {
  [JSONLD_TYPE]: 'jsonld',
  [NINJS_TYPE]: 'ninjs',
  [MARKDOWN]: 'markdown',
};

/** The bytes and the media type of a published document in a format; its sources last changed then. */
export async function renderFormat(
  client: Client,
  { publicUrl, publicationName }: Site,
  writer: FormatWriter,
  document: string,
  format: Format,
): Promise<Written & { sourcesChangedAt: Date }> {
  const article = JSON.parse(document) as Article;
  const { sources, changedAt } = await readSources(client, article);
  const around: Surroundings = { publicUrl, publicationName, sources };
  const written = await writer.write({ document, around, format }, article);
  return { ...written, sourcesChangedAt: changedAt };
}

async function readSources(
  client: Client,
  article: Article,
): Promise<Pick<Surroundings, 'sources'> & { changedAt: Date }> {
  const rows = await client.publishedSource.findMany({
    where: { id: { in: article.sources.map(({ id }) => id) } },
    select: { id: true, document: true, updatedAt: true },
  });
  const sources = new Map(
    rows.map(({ id, document }) => {
      const { sameAs, affiliation } = JSON.parse(document) as WireSource;
      return [id, { sameAs, affiliation }];
    }),
  );
  const changedAt = new Date(Math.max(0, ...rows.map(({ updatedAt }) => updatedAt.getTime())));
  return { sources, changedAt };
}
