import * as z from 'zod';
import { Problem } from '../errors.ts';
import { sha256 } from '../hash.ts';
import { isText, wholeNumber } from './scalars.ts';

export const LIMIT_DEFAULT = 20;
const LIMIT_MAX = 100;

/** The query parameters of every list. */
export const pageQuery = {
  limit: wholeNumber(1, LIMIT_MAX)
    .optional()
    .meta({
      description: `How many items a page holds, at most ${LIMIT_MAX}; ${LIMIT_DEFAULT} if not given.`,
      example: '20',
    }),
  cursor: z.string().max(512).optional().meta({
    description: 'Where to go on: `page.next` of the page before. Opaque.',
  }),
};

/** A position in a keyset: the sort key of the last item, and its id. */
export type Position = readonly (string | number)[];

/**
 * What a member of a position is: a time in milliseconds, a whole number that a database
 * column can hold, or an id or other text.
 */
export type PositionKind = 'time' | 'int' | 'text';

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface PageRequest {
  limit: number;
  /** The last position of the page before, or null at the beginning. */
  after: Position | null;
  /** Makes the cursor that goes on after a position. */
  cursor(position: Position): string;
}

/**
 * Reads `limit` and `cursor`. A cursor holds a digest of the list, its filters and its
 * order, so that it is refused anywhere else, and when it was altered.
 *
 * @throws Problem cursor-invalid
 */
export function pageRequest(
  list: string,
  query: Record<string, string | undefined>,
  kinds: readonly PositionKind[] = ['time', 'text'],
): PageRequest {
  const { limit, cursor, fields: _fields, ...filters } = query;
  const given = Object.keys(filters).filter((name) => filters[name] !== undefined);
  const scope = JSON.stringify([list, given.sort().map((name) => [name, filters[name]])]);
  return {
    limit: limit === undefined ? LIMIT_DEFAULT : Number(limit),
    after: cursor === undefined ? null : readCursor(cursor, scope, kinds),
    cursor: (position) => writeCursor(position, scope),
  };
}

/** Cuts a page from rows that were read with one more than the limit. */
export function cutPage<T>(rows: T[], page: PageRequest, position: (row: T) => Position): Page<T> {
  const items = rows.slice(0, page.limit);
  const last = items.at(-1);
  const more = rows.length > page.limit && last !== undefined;
  return { items, next: more ? page.cursor(position(last)) : null };
}

/** The columns by which lists at the desk are ordered, one each. */
interface Places {
  id: string;
  number: number;
  seq: number;
}

/**
 * Reads one page of a list that is ordered by one column.
 *
 * @param list what cursors belong to, beside the filters in `query`
 * @param read at most `take` rows from behind a place, in the order of the list
 * @returns the rows, and where the page stands as its answer says it
 * @throws Problem cursor-invalid
 */
export async function readPage<C extends keyof Places, R extends Pick<Places, C>>(
  list: string,
  query: Record<string, string | undefined>,
  column: C,
  read: (after: Places[C] | null, take: number) => Promise<R[]>,
): Promise<{ items: R[]; page: z.infer<typeof pageInfo> }> {
  const page = pageRequest(list, query, [column === 'id' ? 'text' : 'int']);
  const after = page.after === null ? null : (page.after[0] as Places[C]);
  const rows = await read(after, page.limit + 1);
  const { items, next } = cutPage(rows, page, (row) => [row[column]]);
  return { items, page: { limit: page.limit, next } };
}

function writeCursor(position: Position, scope: string): string {
  const payload = Buffer.from(JSON.stringify(position)).toString('base64url');
  return `${payload}.${digest(payload, scope)}`;
}

/**
 * The digest finds mistakes, not forgers: who knows how it is made can point a cursor
 * anywhere. So that what it holds is checked like any other input.
 */
function readCursor(cursor: string, scope: string, kinds: readonly PositionKind[]): Position {
  const [payload = '', mark, ...rest] = cursor.split('.');
  if (rest.length === 0 && mark === digest(payload, scope)) {
    const position: unknown = parse(Buffer.from(payload, 'base64url').toString());
    if (isPosition(position, kinds)) return position;
  }
  throw new Problem(
    'cursor-invalid',
    'The cursor was altered or belongs to another list, filter or order.',
    {
      errors: [
        { parameter: 'cursor', code: 'cursor-invalid', message: 'does not fit this request' },
      ],
    },
  );
}

const INT_MAX = 2_147_483_647;
/** The years 1 to 9999, which both databases can hold. */
const FIRST_TIME = Date.parse('0001-01-01T00:00:00Z');
const LAST_TIME = Date.parse('9999-12-31T23:59:59.999Z');

function isPosition(value: unknown, kinds: readonly PositionKind[]): value is Position {
  return (
    Array.isArray(value) &&
    value.length === kinds.length &&
    kinds.every((kind, index) => isMember(value[index], kind))
  );
}

function isMember(value: unknown, kind: PositionKind): boolean {
  if (kind === 'text') return typeof value === 'string' && isText(value);
  if (!Number.isSafeInteger(value)) return false;
  const number = value as number;
  return kind === 'int' ? Math.abs(number) <= INT_MAX : number >= FIRST_TIME && number <= LAST_TIME;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function digest(payload: string, scope: string): string {
  return sha256(`${scope}\n${payload}`).slice(0, 24);
}

/** Where a page of a list stands. */
export const pageInfo = z
  .strictObject({
    limit: z.int().meta({ description: 'How many items a page holds.' }),
    next: z
      .string()
      .nullable()
      .meta({ description: 'The cursor of the next page; null on the last one.' }),
  })
  .meta({ id: 'PageInfo', description: 'Where a page of a list stands.' });

/** The schema of a list's answer. */
export function pageOf<T extends z.ZodType>(item: T, name: string) {
  return z
    .strictObject({
      data: z.array(item),
      page: pageInfo,
    })
    .meta({ id: name, description: 'One page of a list, and the cursor of the next.' });
}
