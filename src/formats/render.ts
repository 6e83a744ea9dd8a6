/** A published article in another format than our own. */
import * as z from 'zod';
import type { Client } from '../core/database/types.ts';
import type { Site } from '../core/http/context.ts';
import type { WireSource } from '../sources/schema.ts';
import { toJsonLd } from './jsonld.ts';
import { MARKDOWN_TYPE, toMarkdown } from './markdown.ts';
import { NINJS_TYPE } from './ninjs.ts';
import { toNinjs1 } from './ninjs1.ts';
import { toNinjs3 } from './ninjs3.ts';
import type { Article, Surroundings } from './surroundings.ts';

export const JSONLD_TYPE = 'application/ld+json';
const MARKDOWN = 'text/markdown';

export const FORMATS = ['jsonld', 'ninjs', 'markdown'] as const;
export type Format = (typeof FORMATS)[number] | 'ninjs1';

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

interface Written {
  body: string;
  type: string;
}

/** The bytes and the media type of a published document in a format; its sources last changed then. */
export async function renderFormat(
  client: Client,
  { publicUrl, publicationName }: Site,
  document: string,
  format: Format,
): Promise<Written & { sourcesChangedAt: Date }> {
  const article = JSON.parse(document) as Article;
  const { sources, changedAt } = await readSources(client, article);
  const around: Surroundings = { publicUrl, publicationName, sources };
  return { ...write(article, around, format), sourcesChangedAt: changedAt };
}

function write(article: Article, around: Surroundings, format: Format): Written {
  switch (format) {
    case 'jsonld':
      return { body: JSON.stringify(toJsonLd(article, around)), type: JSONLD_TYPE };
    case 'ninjs':
      return { body: JSON.stringify(toNinjs3(article, around)), type: NINJS_TYPE };
    case 'ninjs1':
      return { body: JSON.stringify(toNinjs1(article, around)), type: NINJS_TYPE };
    case 'markdown':
      return { body: toMarkdown(article, around), type: MARKDOWN_TYPE };
  }
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
      const { sameAs, affiliation, country } = JSON.parse(document) as WireSource;
      return [id, { sameAs, affiliation, country }];
    }),
  );
  const changedAt = new Date(Math.max(0, ...rows.map(({ updatedAt }) => updatedAt.getTime())));
  return { sources, changedAt };
}
