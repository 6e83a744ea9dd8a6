import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { HttpContext } from '../core/http/context.ts';
import type { Redirect, WireAnswer } from '../core/http/rendition.ts';
import { httpUrl, idOrSlug, instant } from '../core/http/scalars.ts';
import { wireRoute } from '../core/http/wire.ts';
import { nextTurn, othersWait } from '../core/turns.ts';
import {
  ATOM_TYPE,
  JSON_FEED_TYPE,
  type Pieces,
  RSS_TYPE,
  toAtom,
  toJsonFeed,
  toRss,
} from './formats.ts';
import type { Feed } from './items.ts';
import { type FoundFeed, ITEMS_MAX, SCOPES, type Scope, scopedFeed, siteFeed } from './service.ts';
import { registerSitemaps } from './wire-sitemaps.ts';

const TAG = 'Feeds';
const xml = z.string().meta({ description: 'XML in UTF-8.' });

const jsonFeed = z
  .strictObject({
    version: z.literal('https://jsonfeed.org/version/1.1'),
    title: z.string(),
    description: z.string(),
    language: z
      .string()
      .optional()
      .meta({ description: 'That of all items, if they have one in common.' }),
    home_page_url: z.string(),
    feed_url: z.string(),
    items: z.array(
      z
        .strictObject({
          id: z.string(),
          url: httpUrl,
          title: z.string(),
          summary: z.string(),
          content_html: z.string(),
          date_published: instant,
          date_modified: instant,
          authors: z.array(z.strictObject({ name: z.string() })).optional(),
          tags: z.array(z.string()).optional(),
          language: z.string().optional(),
          image: httpUrl.optional(),
          _onrecord: z.strictObject({
            corrections: z.array(
              z.strictObject({ note: z.string().nullable(), published_at: instant }),
            ),
          }),
        })
        .meta({ id: 'JsonFeedItem', description: 'An article in a JSON Feed.' }),
    ),
  })
  .meta({ id: 'JsonFeed', description: 'JSON Feed 1.1; corrections are an extension.' });

interface FeedFormat {
  file: string;
  name: string;
  operation: string;
  types: Record<string, z.ZodType>;
  write(feed: Feed): Pieces;
}

const FORMATS: readonly FeedFormat[] = [
  {
    file: 'rss.xml',
    name: 'RSS 2.0',
    operation: 'Rss',
    types: { [RSS_TYPE]: xml, 'application/xml': xml, 'text/xml': xml },
    write: toRss,
  },
  {
    file: 'atom.xml',
    name: 'Atom',
    operation: 'Atom',
    types: { [ATOM_TYPE]: xml, 'application/xml': xml, 'text/xml': xml },
    write: toAtom,
  },
  {
    file: 'feed.json',
    name: 'JSON Feed 1.1',
    operation: 'JsonFeed',
    types: { [JSON_FEED_TYPE]: jsonFeed, 'application/json': jsonFeed },
    write: toJsonFeed,
  },
];

const SCOPE_WORDS: Record<Scope, [singular: string, what: string]> = {
  sections: [
    'Section',
    `The newest ${ITEMS_MAX} articles of a section. \`/v1/articles?section=\` has all of them, in pages.`,
  ],
  tags: [
    'Tag',
    `The newest ${ITEMS_MAX} articles with a tag. \`/v1/articles?tag=\` has all of them, in pages.`,
  ],
  sources: [
    'Source',
    `The newest ${ITEMS_MAX} of what someone said: quotes, claims and turns. \`/v1/quotes\`, \`/v1/claims\` and \`/v1/turns\` have all of it, in pages.`,
  ],
  figures: [
    'Figure',
    `The newest ${ITEMS_MAX} claims about a figure. \`/v1/claims?figure=\` has all of them, in pages.`,
  ],
};

/** Feeds of the site, and of each section, tag, source and figure. */
export function registerFeeds(app: FastifyInstance, context: HttpContext): void {
  for (const format of FORMATS) {
    registerSiteFeed(app, context, format);
    for (const scope of SCOPES) registerScopedFeed(app, context, format, scope);
  }
  registerSitemaps(app, context);
}

function registerSiteFeed(app: FastifyInstance, context: HttpContext, format: FeedFormat): void {
  const url = `/feeds/${format.file}`;
  wireRoute(app, context, {
    url,
    operationId: `readSite${format.operation}`,
    tag: TAG,
    summary: `Follow the site as ${format.name}`,
    description: `The newest ${ITEMS_MAX} articles, with their corrections. \`/v1/articles\` has all of them, in pages.`,
    produces: format.types,
    handler: async ({ accept, changedAt }) =>
      answer(
        context,
        format,
        accept,
        url,
        await siteFeed(context.db.read, siteOf(context, changedAt)),
      ),
  });
}

function registerScopedFeed(
  app: FastifyInstance,
  context: HttpContext,
  format: FeedFormat,
  scope: Scope,
): void {
  const [singular, what] = SCOPE_WORDS[scope];
  const path = (slug: string) => `/feeds/${scope}/${slug}/${format.file}`;
  wireRoute(app, context, {
    url: path(':slug'),
    operationId: `read${singular}${format.operation}`,
    tag: TAG,
    summary: `Follow a ${singular.toLowerCase()} as ${format.name}`,
    description: what,
    params: z.strictObject({ slug: idOrSlug }),
    produces: format.types,
    redirects: true,
    async handler({ params: { slug }, accept, changedAt }): Promise<WireAnswer | Redirect> {
      const site = siteOf(context, changedAt);
      const found = await scopedFeed(context.db.read, site, scope, slug, path);
      return 'redirect' in found ? found : answer(context, format, accept, path(slug), found);
    },
  });
}

/** The site as its feeds see it. */
function siteOf({ publicUrl, publicationName }: HttpContext, changedAt: Date) {
  return { publicUrl, publicationName, changedAt };
}

async function answer(
  { publicUrl }: HttpContext,
  format: FeedFormat,
  type: string,
  path: string,
  { feed, tags }: FoundFeed,
): Promise<WireAnswer> {
  return {
    body: await toBytes(format.write({ ...feed, url: publicUrl + path })),
    type: `${type}; charset=utf-8`,
    tags,
  };
}

/** The bytes of a text; others come to their turn between its pieces. */
async function toBytes(pieces: Pieces): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (const piece of pieces) {
    parts.push(Buffer.from(piece));
    if (othersWait()) await nextTurn();
  }
  return Buffer.concat(parts);
}
