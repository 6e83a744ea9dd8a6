import { wordsOf } from '../../text/words.ts';
import type { Finished } from '../database/rows.ts';
import type { Client } from '../database/types.ts';
import { Problem } from '../errors.ts';
import { entityTag } from '../hash.ts';
import { cutPage, type Page, type PageRequest, type Position } from './pagination.ts';
import type { WireAnswer } from './rendition.ts';
import { moment, momentToDate } from './scalars.ts';
import { nextLink, pickFields } from './wire.ts';

export interface ListAnswer<R> {
  path: string;
  query: Record<string, string | undefined>;
  page: PageRequest;
  /** One row more than the limit, if there are as many. */
  rows: R[];
  position(row: R): Position;
  document(row: R): Finished;
  /** The entity tag of the document; where it is given, that of the page is made of them. */
  etag?(row: R): string;
  /** The ids in a row. */
  ids(row: R): readonly string[];
  /** The list's own tag: dropped when anything in it may have changed. */
  tag: string;
}

/** The answer of a list: finished documents joined, the next page's cursor, and its tags. */
export function answerList<R>(list: ListAnswer<R>): WireAnswer {
  const { items, next }: Page<R> = cutPage(list.rows, list.page, list.position);
  const { fields } = list.query;
  const documents = items.map((row) => pickFields(list.document(row), fields));
  const end = pageEnd(list.page.limit, next);
  return {
    body: joinPage(documents, end),
    ...(list.etag === undefined ? {} : { etag: pageTag(items.map(list.etag), fields, end) }),
    tags: tagsOf(list, items),
    headers: nextLink(list.path, list.query, next),
  };
}

const PAGE_START = Buffer.from('{"data":[');
const COMMA = Buffer.from(',');

/** What stands behind the documents of a page. */
function pageEnd(limit: number, next: string | null): string {
  return `],"page":{"limit":${limit},"next":${JSON.stringify(next)}}}`;
}

/** A page of finished documents, joined without parsing them. */
function joinPage(documents: readonly Finished[], end: string): Buffer {
  const pieces: Buffer[] = [PAGE_START];
  for (const [index, document] of documents.entries()) {
    if (index > 0) pieces.push(COMMA);
    pieces.push(toBuffer(document));
  }
  pieces.push(Buffer.from(end));
  return Buffer.concat(pieces);
}

/** The entity tag of a page, from all that its bytes follow from. */
function pageTag(etags: readonly string[], fields: string | undefined, end: string): string {
  return entityTag(`${PAGE_START}${etags.join()}${fields ?? ''}${end}`);
}

function toBuffer(piece: Finished): Buffer {
  return typeof piece === 'string' ? Buffer.from(piece) : piece;
}

function tagsOf<R>(list: ListAnswer<R>, items: readonly R[]): string {
  const tags = new Set([list.tag]);
  for (const row of items) for (const id of list.ids(row)) tags.add(id);
  return [...tags].join(',');
}

/** A keyset condition: rows after a position in the order of a column and the id. */
export function after(
  column: string,
  direction: 'asc' | 'desc',
  position: Position | null,
  isTime = true,
) {
  if (position === null) return {};
  const [key, id] = position;
  const value = isTime ? new Date(Number(key)) : key;
  const [past, upTo] = direction === 'asc' ? ['gt', 'gte'] : ['lt', 'lte'];
  return {
    AND: [
      { [column]: { [upTo]: value } },
      { OR: [{ [column]: { [past]: value } }, { id: { [past]: id } }] },
    ],
  };
}

/** `from` (inclusive) and `to` (exclusive) of a list, on a column of times. */
export const rangeQuery = {
  from: moment
    .optional()
    .meta({ description: 'From this instant or day on.', example: '2024-10-01' }),
  to: moment.optional().meta({ description: 'Before this instant or day.', example: '2024-11-01' }),
};

export function timeRange(column: string, from: string | undefined, to: string | undefined) {
  if (from === undefined && to === undefined) return {};
  return {
    [column]: {
      ...(from === undefined ? {} : { gte: momentToDate(from) }),
      ...(to === undefined ? {} : { lt: momentToDate(to) }),
    },
  };
}

/** A filter that names something which is not public: nothing can match. */
export const NONE = Symbol('none');

/** The id that a filter means; `undefined` without the filter. */
export async function optionalId(
  client: Client,
  name: string | undefined,
  find: (client: Client, idOrSlug: string) => Promise<string | null>,
): Promise<string | undefined | typeof NONE> {
  if (name === undefined) return undefined;
  return (await find(client, name)) ?? NONE;
}

/**
 * Answers what was retracted with its notice and what replaces it.
 *
 * @throws Problem retracted
 */
export async function requireNotRetracted(
  client: Client,
  where: { id: string } | { slug: string },
): Promise<void> {
  const stone = await client.tombstone.findFirst({ where, select: { document: true } });
  if (stone === null) return;
  const members = JSON.parse(stone.document) as { notice: string };
  throw new Problem('retracted', `It was retracted: ${members.notice}`, {
    members,
    headers: { 'cache-control': 'public, max-age=60' },
  });
}

/** A condition on a text that was folded for search. */
interface WordsCondition {
  AND?: { searchText: { contains: string } }[];
  id?: { in: string[] };
}

/** Every word of a query stands somewhere in the text, whatever its case and accents. */
export function wordsIn(q: string | undefined): WordsCondition {
  if (q === undefined) return {};
  const words = wordsOf(q);
  // Nothing but signs that stand for no word: nothing has it.
  if (words.length === 0) return { id: { in: [] } };
  return { AND: words.map((word) => ({ searchText: { contains: word } })) };
}
