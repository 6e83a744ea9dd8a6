import { z } from 'zod';
import { Problem } from '../errors.ts';
import { sha256 } from '../hash.ts';
import { wholeNumber } from './scalars.ts';

export const LIMIT_DEFAULT = 20;
export const LIMIT_MAX = 100;

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
  positionLength = 2,
): PageRequest {
  const { limit, cursor, fields: _fields, ...filters } = query;
  const scope = JSON.stringify([
    list,
    Object.entries(filters)
      .filter(([, v]) => v !== undefined)
      .sort(),
  ]);
  return {
    limit: limit === undefined ? LIMIT_DEFAULT : Number(limit),
    after: cursor === undefined ? null : readCursor(cursor, scope, positionLength),
    cursor: (position) => writeCursor(position, scope),
  };
}

/**
 * Cuts a page from rows that were read with one more than the limit.
 */
export function cutPage<T>(rows: T[], page: PageRequest, position: (row: T) => Position): Page<T> {
  const items = rows.slice(0, page.limit);
  const last = items.at(-1);
  const more = rows.length > page.limit && last !== undefined;
  return { items, next: more ? page.cursor(position(last)) : null };
}

function writeCursor(position: Position, scope: string): string {
  const payload = Buffer.from(JSON.stringify(position)).toString('base64url');
  return `${payload}.${digest(payload, scope)}`;
}

function readCursor(cursor: string, scope: string, length: number): Position {
  const [payload = '', mark, ...rest] = cursor.split('.');
  if (rest.length === 0 && mark === digest(payload, scope)) {
    const position: unknown = parse(Buffer.from(payload, 'base64url').toString());
    if (Array.isArray(position) && position.length === length) return position;
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

/** The schema of a list's answer. */
export function pageOf<T extends z.ZodType>(item: T, name: string) {
  return z
    .strictObject({
      data: z.array(item),
      page: z.strictObject({ limit: z.int(), next: z.string().nullable() }),
    })
    .meta({ id: name, description: 'One page of a list, and the cursor of the next.' });
}
