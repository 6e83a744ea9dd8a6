import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { ArticleSummary } from '../articles/schema.ts';
import type { Client } from '../core/database/types.ts';
import { notFound } from '../core/errors.ts';
import type { HttpContext } from '../core/http/context.ts';
import { wholeNumber } from '../core/http/scalars.ts';
import { wireRoute } from '../core/http/wire.ts';
import { newsSitemap, robotsText, sitemap, sitemapIndex } from './sitemaps.ts';
import { countPublished, lastUpdate, listAddresses, listRecent, newestBefore } from './store.ts';

const XML_TYPE = 'application/xml';
const produces = {
  [XML_TYPE]: z.string().meta({ description: 'XML in UTF-8.' }),
  'text/xml': z.string().meta({ description: 'XML in UTF-8.' }),
};
const typed = (accept: string) => `${accept}; charset=utf-8`;
/** The protocol allows ten times as many; making a file of those would hold others up. */
const PAGE_SIZE = 5_000;
const NEWS_AGE_MS = 48 * 60 * 60 * 1_000;
/** What Google reads of a news sitemap. */
const NEWS_MAX = 1_000;

const home = (publicUrl: string) => ({ url: `${publicUrl}/v1/articles`, updatedAt: null });

export function registerSitemaps(app: FastifyInstance, context: HttpContext): void {
  registerSitemapIndex(app, context);
  registerSitemapPage(app, context);
  registerNewsSitemap(app, context);
  registerRobots(app, context);
}

/** Crawlers look nowhere else for sitemaps that nobody told them of. */
function registerRobots(app: FastifyInstance, context: HttpContext): void {
  wireRoute(app, context, {
    url: '/robots.txt',
    operationId: 'readRobots',
    tag: 'Feeds',
    summary: 'Read the rules for crawlers',
    description: 'Where the sitemaps are, and that desk and previews are nothing for crawlers.',
    produces: { 'text/plain': z.string().meta({ description: 'RFC 9309.' }) },
    handler: async ({ accept }) => ({
      body: robotsText(context.publicUrl, ['/sitemap.xml', '/news-sitemap.xml']),
      type: typed(accept),
      tags: ['robots'],
    }),
  });
}

function registerSitemapIndex(app: FastifyInstance, context: HttpContext): void {
  const { publicUrl } = context;
  const client = context.db.read;
  wireRoute(app, context, {
    url: '/sitemap.xml',
    operationId: 'readSitemapIndex',
    tag: 'Feeds',
    summary: 'List the sitemaps',
    description: 'The index of the sitemaps, which hold some 5,000 addresses each.',
    produces,
    async handler({ accept }) {
      const count = Math.max(1, Math.ceil((await countPublished(client)) / PAGE_SIZE));
      const pages = [];
      for (let page = 0; page < count; page += 1) {
        pages.push({
          url: `${publicUrl}/sitemaps/${page + 1}.xml`,
          updatedAt: await lastUpdate(client, page * PAGE_SIZE, PAGE_SIZE),
        });
      }
      return {
        body: sitemapIndex(pages),
        type: typed(accept),
        tags: ['articles'],
      };
    },
  });
}

function registerSitemapPage(app: FastifyInstance, context: HttpContext): void {
  const { publicUrl } = context;
  const client = context.db.read;
  wireRoute(app, context, {
    url: '/sitemaps/:page.xml',
    operationId: 'readSitemap',
    tag: 'Feeds',
    summary: 'Read a sitemap',
    description: 'The addresses of published articles, and when they last changed.',
    params: z.strictObject({ page: wholeNumber(1, 10_000) }),
    produces,
    async handler({ params: { page }, accept }) {
      const rows = await listAddresses(client, (Number(page) - 1) * PAGE_SIZE, PAGE_SIZE);
      if (rows.length === 0 && page !== '1') throw notFound();
      const addresses = rows.map(({ slug, updatedAt }) => ({
        url: `${publicUrl}/v1/articles/${slug}`,
        updatedAt,
      }));
      return {
        body: sitemap(page === '1' ? [home(publicUrl), ...addresses] : addresses),
        type: typed(accept),
        tags: ['articles'],
      };
    },
  });
}

function registerNewsSitemap(app: FastifyInstance, context: HttpContext): void {
  const { publicUrl, clock } = context;
  const client = context.db.read;
  wireRoute(app, context, {
    url: '/news-sitemap.xml',
    operationId: 'readNewsSitemap',
    tag: 'Feeds',
    summary: 'Read the news sitemap',
    description: 'What was first published in the last 48 hours, at most 1,000 articles.',
    produces,
    async handler({ accept, changedAt }) {
      const since = new Date(clock().getTime() - NEWS_AGE_MS);
      const rows = await listRecent(client, since, NEWS_MAX);
      const news = rows.map(({ slug, summary, language, firstPublishedAt }) => ({
        url: `${publicUrl}/v1/articles/${slug}`,
        headline: (JSON.parse(summary.toString()) as ArticleSummary).headline,
        language,
        publishedAt: firstPublishedAt,
      }));
      const oldest = rows.at(-1)?.firstPublishedAt;
      return {
        body: newsSitemap(home(publicUrl), context.publicationName, news),
        type: typed(accept),
        lastModified: await lastNewsChange(client, since, changedAt),
        tags: ['articles'],
        ...(oldest === undefined ? {} : { expiresAt: new Date(oldest.getTime() + NEWS_AGE_MS) }),
      };
    },
  });
}

/** News changes by what is published, and by what grows too old to be news. */
async function lastNewsChange(client: Client, since: Date, changedAt: Date): Promise<Date> {
  const dropped = await newestBefore(client, since);
  if (dropped === null) return changedAt;
  const droppedAt = new Date(dropped.getTime() + NEWS_AGE_MS);
  return droppedAt > changedAt ? droppedAt : changedAt;
}
