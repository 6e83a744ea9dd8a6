/** Lines of our own export, docs/export.md. */

import { Unreadable } from '../../text/encoding.ts';
import { readDate } from '../dates.ts';
import type { ImportItem, Note } from '../item.ts';
import { isObject, type Json, parseJson, text } from './json.ts';

const LINE_MAX = 16 * 1024 * 1024;

/** @throws Unreadable */
export async function* readExport(
  chunks: AsyncIterable<string>,
  note: Note,
): AsyncGenerator<ImportItem> {
  let number = 0;
  for await (const line of linesOf(chunks)) {
    number += 1;
    if (line.trim() === '') continue;
    const item = fromLine(line, number, note);
    if (item !== null) yield item;
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

/** An article as it is; what it refers to is spelt out in it. */
function fromLine(line: string, number: number, note: Note): ImportItem | null {
  const { type = 'article', ...article } = readLine(line, number);
  if (type !== 'article') {
    note(
      `Not imported as such, articles bring what they name: a line of the type ${text(type) || 'unknown'}.`,
    );
    return null;
  }
  return {
    origin: `onrecord:${text(article.id) || text(article.slug)}`,
    headline: text(article.headline),
    summary: text(article.summary),
    body: text(article.body),
    slug: text(article.slug) || null,
    language: text(article.language) || null,
    section: null,
    tags: [],
    bylines: [],
    place: null,
    publishedAt: readDate(article.publishedAt),
    hold:
      text(article.state) === 'live' || article.state === undefined
        ? null
        : `it was ${text(article.state)} where it comes from`,
    lost: lostOf(article),
    article,
  };
}

function readLine(line: string, number: number): Json {
  try {
    const value = parseJson(line);
    if (isObject(value)) return value;
  } catch (error) {
    throw new Unreadable(`Line ${number}: ${(error as Error).message}`);
  }
  throw new Unreadable(`Line ${number} holds no object.`);
}

function lostOf(article: Json): string[] {
  const editions = Array.isArray(article.editions) ? article.editions.length : 0;
  return [
    ...(editions > 1
      ? ['Earlier editions and the notes of corrections are not in an export.']
      : []),
    ...(article.draft === undefined
      ? []
      : ['A newer revision that was not public yet is left out.']),
    ...(article.image == null ? [] : ['Its picture is not in an export.']),
    ...(JSON.stringify(article.claims ?? []).includes('"supersedes":"')
      ? ['Which earlier claims its claims supersede is left out.']
      : []),
  ];
}
