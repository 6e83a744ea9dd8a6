import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { Problem } from '../errors.ts';

/** A parameter of a media range that is no weight: `;charset=utf-8`, `; variant="GFM"`. */
const PARAMETER = /;\s*(?!q\s*=)[^\s;,="]+\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]*)/gi;

/**
 * The media type that a request accepts best (RFC 9110, § 12.5.1), the first of them if it
 * accepts all alike. Ours come in one charset and one variant, so that a client which asks
 * for `application/json; charset=utf-8` gets what it can read.
 *
 * @param types what there is, at least one
 * @throws Problem not-acceptable with the list
 */
export function acceptedType(
  { headers: { accept } }: Pick<FastifyRequest, 'headers'>,
  types: readonly string[],
  headers: Record<string, string> = {},
): string {
  const [first = ''] = types;
  // An empty list asks for nothing, as none does.
  if (accept === undefined || accept.trim() === '' || accept === '*/*' || accept === first)
    return first;
  const ranges = accept.includes(';') ? accept.replace(PARAMETER, '') : accept;
  const chosen = new Negotiator({ headers: { accept: ranges } }).mediaType([...types]);
  if (chosen !== undefined) return chosen;
  throw new Problem('not-acceptable', `This address answers ${types.join(', ')}.`, {
    members: { available: types },
    headers,
  });
}
