import { project } from '../../text/projection.ts';
import { slugify } from '../../text/slug.ts';
import { firstSentence, type ImportItem, Unreadable } from '../item.ts';
import { htmlToMarkdown, textToMarkdown } from '../markdown.ts';
import { readDate } from './feed.ts';

type Json = Record<string, unknown>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): Json[] =>
  Array.isArray(value) ? (value.filter((v) => typeof v === 'object' && v !== null) as Json[]) : [];

export function parseJson(source: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    throw new Unreadable(`The JSON is broken: ${(error as Error).message}.`);
  }
  if (typeof value !== 'object' || value === null) throw new Unreadable('The JSON holds no story.');
  return value as Json;
}

/** A Ghost export: `{db: [{data: {posts, tags, users, posts_tags, posts_authors}}]}`. */
export function* readGhost(document: Json): Generator<ImportItem> {
  const data = (list(document.db)[0]?.data ?? document.data) as Json | undefined;
  if (data === undefined) throw new Unreadable('The JSON is no Ghost export: it has no db.');
  const names = (key: string) => new Map(list(data[key]).map((row) => [row.id, text(row.name)]));
  const [tags, users] = [names('tags'), names('users')];
  const related = (key: string, post: unknown, column: string, of: Map<unknown, string>) =>
    list(data[key])
      .filter((row) => row.post_id === post)
      .sort((a, b) => Number(a.sort_order ?? 0) - Number(b.sort_order ?? 0))
      .map((row) => of.get(row[column]) ?? '')
      .filter((name) => name !== '' && !name.startsWith('#'));
  for (const post of list(data.posts)) {
    const body =
      text(post.html) === ''
        ? textToMarkdown(text(post.plaintext))
        : htmlToMarkdown(text(post.html));
    const labels = related('posts_tags', post.id, 'tag_id', tags);
    yield {
      origin: `ghost:${text(post.uuid) || String(post.id)}`,
      headline: (text(post.title) || firstSentence(project(body).text, 200)).slice(0, 500),
      summary: (text(post.custom_excerpt) || firstSentence(project(body).text, 400)).slice(
        0,
        5_000,
      ),
      body,
      language: text(post.locale) || null,
      section: labels[0] === undefined ? null : slugify(labels[0]),
      tags: labels.slice(1).map((name) => slugify(name)),
      bylines: related('posts_authors', post.id, 'author_id', users).map((name) => ({
        name,
        role: null,
      })),
      publishedAt: post.status === 'published' ? readDate(String(post.published_at ?? '')) : null,
      lost: text(post.feature_image) === '' ? [] : ['The feature image is not fetched.'],
    };
  }
}

/** IPTC ninjs 1.x and 3.x: `headline` or `headlines`, `body_xhtml` or `bodies`. */
export function* readNinjs(document: Json): Generator<ImportItem> {
  const items = Array.isArray(document) ? list(document) : [document];
  for (const item of items) {
    const bodies = list(item.bodies);
    const body = bodies.find(({ role }) => role === 'main') ?? bodies[0];
    const html =
      text(item.body_xhtml) ||
      text(item.body_html) ||
      (/html/.test(text(body?.contenttype)) ? text(body?.value) : '');
    const plain = text(item.body_text) || text(body?.value);
    const markdown = html === '' ? textToMarkdown(plain) : htmlToMarkdown(html);
    const headline =
      text(item.headline) || text(list(item.headlines)[0]?.value) || text(item.title);
    const summary = text(item.description_text) || text(list(item.descriptions)[0]?.value);
    const subjects = list(item.subject).concat(list(item.subjects));
    yield {
      origin: text(item.uri) || headline,
      headline: (headline || firstSentence(project(markdown).text, 200)).slice(0, 500),
      summary: (summary || firstSentence(project(markdown).text, 400)).slice(0, 5_000),
      body: markdown,
      language: text(item.language) || null,
      section: null,
      tags: [
        ...new Set(
          subjects
            .map(({ name }) => text(name))
            .filter((name) => name !== '')
            .map((name) => slugify(name)),
        ),
      ],
      bylines:
        text(item.byline) === ''
          ? list(item.bylines)
              .map(({ byline }) => ({ name: text(byline), role: null }))
              .filter(({ name }) => name !== '')
          : [{ name: text(item.byline), role: null }],
      publishedAt: readDate(
        text(item.firstcreated) || text(item.contentcreated) || text(item.versioncreated),
      ),
      lost: Object.keys(item).some((key) => /^(associations|renditions)$/.test(key))
        ? ['Associated items and renditions are not fetched.']
        : [],
    };
  }
}

/** One line of our own export: an article as it is; reference data is brought along by articles. */
export function fromExportLine(line: Json): ImportItem | null {
  const { type, ...article } = line;
  if (type !== undefined && type !== 'article') return null;
  return {
    origin: `onrecord:${text(article.id) || text(article.slug)}`,
    headline: text(article.headline),
    summary: text(article.summary),
    body: text(article.body),
    language: text(article.language) || null,
    section: text(article.section) || null,
    tags: [],
    bylines: [],
    // What was withdrawn or retracted keeps the date at which it was published.
    publishedAt: isLive(article) ? readDate(text(article.publishedAt)) : null,
    lost: [],
    article,
  };
}

function isLive({ state }: Json): boolean {
  return state === undefined || state === 'live';
}
