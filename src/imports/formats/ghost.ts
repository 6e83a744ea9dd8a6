/** Ghost exports: `{db: [{data: {posts, tags, users, posts_tags, posts_authors, posts_meta}}]}`. */

import { Unreadable } from '../../text/encoding.ts';
import { type Converted, convertHtml, htmlToText } from '../html.ts';
import { type FoundStory, found, type ImportItem, type ImportTerm, type Note } from '../item.ts';
import { textToMarkdown } from '../markdown.ts';
import { term, toItem } from './fields.ts';
import { lexicalToHtml, mobiledocToHtml, unreadCards } from './ghost-cards.ts';
import { isObject, type Json, list, text } from './json.ts';

/** What posts refer to, by their ids. */
interface Tables {
  tags: Map<unknown, ImportTerm>;
  users: Map<unknown, string>;
  postTags: Map<unknown, unknown[]>;
  postAuthors: Map<unknown, unknown[]>;
  meta: Map<unknown, Json>;
}

export function* readGhost(document: Json | unknown[], note: Note): Generator<FoundStory> {
  const data = findData(document);
  const tables = readTables(data);
  for (const name of ['members', 'newsletters', 'emails', 'comments', 'snippets'])
    if (list(data[name]).length > 0) note(`Not imported: ${name}.`);
  for (const post of list(data.posts)) {
    const origin = `ghost:${text(post.uuid) || String(post.id)}`;
    yield found(origin, () => readPost(post, origin, tables));
  }
}

function findData(document: Json | unknown[]): Json {
  if (isObject(document)) {
    const [db] = list(document.db);
    for (const data of [db?.data, document.data, document])
      if (isObject(data) && Array.isArray(data.posts)) return data;
  }
  throw new Unreadable('The JSON is no Ghost export: it has no posts.');
}

function readTables(data: Json): Tables {
  const tags = list(data.tags).filter((tag) => !isInternal(tag));
  return {
    tags: new Map(tags.map((tag) => [tag.id, term(text(tag.name), text(tag.slug))])),
    users: new Map(list(data.users).map((user) => [user.id, text(user.name)])),
    postTags: related(list(data.posts_tags), 'tag_id'),
    postAuthors: related(list(data.posts_authors), 'author_id'),
    meta: new Map(list(data.posts_meta).map((row) => [row.post_id, row])),
  };
}

/** Ghost keeps tags that only its themes see under names with a hash. */
const isInternal = (tag: Json): boolean =>
  tag.visibility === 'internal' || text(tag.name).startsWith('#');

function related(rows: Json[], column: string): Map<unknown, unknown[]> {
  const byPost = new Map<unknown, unknown[]>();
  const sorted = [...rows].sort((a, b) => Number(a.sort_order ?? 0) - Number(b.sort_order ?? 0));
  for (const row of sorted) {
    const known = byPost.get(row.post_id);
    if (known === undefined) byPost.set(row.post_id, [row[column]]);
    else known.push(row[column]);
  }
  return byPost;
}

function readPost(post: Json, origin: string, tables: Tables): ImportItem {
  const { markdown, lost } = readBody(post);
  const tags = tagsOf(post, tables);
  const meta = tables.meta.get(post.id) ?? post;
  return toItem({
    origin,
    title: text(post.title) === '(Untitled)' ? '' : text(post.title),
    summary: htmlToText(text(post.custom_excerpt)),
    body: markdown,
    slug: text(post.slug),
    section: tags[0] ?? null,
    tags: tags.slice(1),
    authors: authorsOf(post, tables),
    language: text(post.locale),
    dates: post.status === 'published' ? [post.published_at, post.created_at] : [],
    hold: holdOf(post),
    lost: [
      ...lost,
      ...(text(post.feature_image) === ''
        ? []
        : [`The feature picture is not fetched${captionOf(meta)}.`]),
      ...(text(post.codeinjection_head) + text(post.codeinjection_foot) === ''
        ? []
        : ['Injected code is left out.']),
    ],
  });
}

function captionOf(meta: Json): string {
  const caption = htmlToText(text(meta.feature_image_caption));
  return caption === '' ? '' : `; its caption was “${caption}”`;
}

function tagsOf(post: Json, { tags, postTags }: Tables): ImportTerm[] {
  const inline = list(post.tags).filter((tag) => !isInternal(tag));
  if (inline.length > 0) return inline.map((tag) => term(text(tag.name), text(tag.slug)));
  return (postTags.get(post.id) ?? []).flatMap((id) => tags.get(id) ?? []);
}

function authorsOf(post: Json, { users, postAuthors }: Tables): string[] {
  const inline = list(post.authors).map(({ name }) => text(name));
  if (inline.length > 0) return inline;
  const ids = postAuthors.get(post.id) ?? [post.author_id];
  return ids.map((id) => users.get(id) ?? '');
}

/** What only members could read, or nobody yet, is not published by itself. */
function holdOf(post: Json): string | null {
  const status = text(post.status);
  const visibility = text(post.visibility);
  if (post.type === 'page' || post.page === true || post.page === 1)
    return 'it was a page of the site and no post';
  if (visibility !== '' && visibility !== 'public') return `it was for ${visibility} only in Ghost`;
  if (status === 'published') return null;
  return status === 'sent' ? 'it went out by e-mail only' : `its status in Ghost was “${status}”`;
}

function readBody(post: Json): Converted {
  try {
    const made = text(post.html) === '';
    const html = made
      ? lexicalToHtml(post.lexical) || mobiledocToHtml(post.mobiledoc)
      : text(post.html);
    // The export does not say where the site stands.
    const converted = convertHtml(html.replaceAll('__GHOST_URL__', ''));
    const unread = made ? unreadCards(post.lexical, post.mobiledoc) : [];
    if (unread.length > 0)
      converted.lost.push(`Cards of Ghost that are left out: ${unread.slice(0, 10).join(', ')}.`);
    if (html.includes('__GHOST_URL__'))
      converted.lost.push('Addresses within the Ghost site are without its name.');
    return html === '' ? { markdown: textToMarkdown(text(post.plaintext)), lost: [] } : converted;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return {
      markdown: textToMarkdown(text(post.plaintext)),
      lost: ['Its text is in a form that could not be read; what plain text there is was taken.'],
    };
  }
}
