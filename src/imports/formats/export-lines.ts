/** Lines of our own export, docs/export.md. */

import { isId } from '../../core/ids.ts';
import { Unreadable } from '../../text/encoding.ts';
import { readDate } from '../dates.ts';
import {
  clip,
  type FoundStory,
  type ImportItem,
  type ImportPart,
  type Note,
  REFERENCE_KINDS,
} from '../item.ts';
import { type Json, list, parseLine, text } from './json.ts';

const LINE_MAX = 16 * 1024 * 1024;

/** @throws Unreadable */
export async function* readExport(
  chunks: AsyncIterable<string>,
  note: Note,
): AsyncGenerator<ImportPart> {
  for await (const line of readObjects(chunks)) {
    const item = fromLine(line, note);
    if (item !== null) yield item;
  }
}

/** What the lines hold, one by one. @throws Unreadable when one holds no object */
export async function* readObjects(chunks: AsyncIterable<string>): AsyncGenerator<Json> {
  let number = 0;
  for await (const line of linesOf(chunks)) {
    number += 1;
    if (line.trim() !== '') yield parseLine(line, number);
  }
}

async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const lines = chunk.split('\n');
    const last = lines.pop() ?? '';
    for (const line of lines) {
      yield rest.join('') + line;
      rest = [];
      length = 0;
    }
    rest.push(last);
    length += last.length;
    if (length > LINE_MAX)
      throw new Unreadable(`A line is longer than ${LINE_MAX / 1024 / 1024} MB.`);
  }
  yield rest.join('');
}

/** An article as it is, or what articles refer to; null for what is not known here. */
function fromLine({ type = 'article', ...members }: Json, note: Note): ImportPart | null {
  const reference = REFERENCE_KINDS.find((kind) => kind === type);
  if (reference !== undefined) return { reference, members };
  if (type === 'article') return findArticle(members);
  note(`Not imported: a line of the type ${text(type) || 'unknown'}.`);
  return null;
}

function findArticle(article: Json): FoundStory {
  const id = text(article.id);
  const origin = `onrecord:${id || text(article.slug)}`;
  return { origin, id: isId(id) ? id : null, read: () => readArticle(article, origin) };
}

function readArticle(article: Json, origin: string): ImportItem {
  return {
    origin,
    headline: text(article.headline),
    summary: text(article.summary),
    body: text(article.body),
    slug: null,
    language: text(article.language) || null,
    section: null,
    tags: [],
    bylines: [],
    place: null,
    publishedAt: readDate(article.publishedAt),
    hold: isPublic(article) ? null : `it was ${text(article.state)} where it comes from`,
    lost: lostOf(article),
    article,
  };
}

/** What is scheduled may have been public before, and is public until then. */
function isPublic({ state, liveRevision }: Json): boolean {
  if (state === 'scheduled') return typeof liveRevision === 'number';
  return state === undefined || state === 'live';
}

function lostOf(article: Json): string[] {
  const editions = list(article.editions);
  const notes = editions.map(({ note }) => text(note)).filter((note) => note !== '');
  const times = [
    ['was scheduled for', article.publishAt],
    ['was under embargo until', article.embargoUntil],
  ] as const;
  return [
    ...(editions.length > 1 ? ['Earlier editions are not in an export.'] : []),
    ...notes.map(
      (note) => `What readers were told of an edition is not kept: “${clip(note, 300)}”.`,
    ),
    ...times.flatMap(([what, at]) =>
      text(at) === '' ? [] : [`It ${what} ${text(at)}; set that anew.`],
    ),
    ...(hasPictures(article) ? ['Its pictures are not in an export.'] : []),
  ];
}

function hasPictures({ image, bylines }: Json): boolean {
  return image != null || list(bylines).some((byline) => byline.image != null);
}
