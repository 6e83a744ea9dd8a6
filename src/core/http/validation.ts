import type { FastifySchemaCompiler } from 'fastify';
import { z } from 'zod';
import { nearest } from '../../text/slug.ts';
import { Problem, type ProblemItem } from '../errors.ts';

type Issue = z.core.$ZodIssue;
type Part = 'body' | 'querystring' | 'params' | 'headers';

/** Issues carry what was given, to tell what is missing from what is of another type. */
const REPORTED = { reportInput: true };
/** So many problems are listed at once; a body of a million wrong keys is answered as fast. */
const ITEMS_MAX = 100;

const PART_NAMES: Record<Part, string> = {
  body: 'The body',
  querystring: 'The query',
  params: 'The path',
  headers: 'The headers',
};

/** Validates a part of a request with its zod schema; all problems come at once, as one 400. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const part = httpPart as Part;
  return (data) => {
    const result = schema.safeParse(data ?? (part === 'body' ? undefined : {}), REPORTED);
    if (result.success) return { value: result.data };
    return { error: asProblem(result.error.issues, schema, part) };
  };
};

/** Checks a value that did not come through a route, such as a line of a bulk request. */
export function parseBody<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value, REPORTED);
  if (result.success) return result.data;
  throw asProblem(result.error.issues, schema, 'body');
}

function asProblem(issues: Issue[], schema: z.ZodType, part: Part): Problem {
  const all = issues.slice(0, ITEMS_MAX).flatMap((issue) => describe(issue, schema, part));
  const items = all.slice(0, ITEMS_MAX);
  const first = items[0];
  const where = first?.parameter ?? first?.pointer ?? '';
  const detail =
    items.length === 1 && first !== undefined
      ? `${PART_NAMES[part]} is not valid: ${where === '' ? '' : `${where} `}${first.message}.`
      : `${PART_NAMES[part]} is not valid: ${items.length === ITEMS_MAX ? 'many' : items.length} problems, listed under errors.`;
  return new Problem('request-invalid', detail, { errors: items });
}

function describe(issue: Issue, schema: z.ZodType, part: Part): ProblemItem[] {
  if (issue.code === 'invalid_union') return describeUnion(issue, schema, part);
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    return issue.keys.slice(0, ITEMS_MAX).map((key) => ({
      ...place([...issue.path, key], part),
      code: part === 'body' ? 'unknown-field' : 'unknown-parameter',
      ...unknownKey(key, known),
    }));
  }
  return [{ ...place(issue.path, part), code: codeOf(issue), message: messageOf(issue) }];
}

/** Of a union's branches, the one that came furthest: the value meant it. */
function describeUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  schema: z.ZodType,
  part: Part,
): ProblemItem[] {
  const meant = issue.errors.find(
    (branch) =>
      branch.length > 0 &&
      !branch.some((inner) => inner.path.length === 0 && inner.code === 'invalid_type'),
  );
  if (
    meant === undefined ||
    meant.some((inner) => inner.path.length === 0 && inner.code !== 'unrecognized_keys')
  ) {
    return [{ ...place(issue.path, part), code: 'invalid', message: messageOf(issue) }];
  }
  return meant.flatMap((inner) =>
    describe({ ...inner, path: [...issue.path, ...inner.path] } as Issue, schema, part),
  );
}

function unknownKey(key: string, known: string[]): { message: string; suggestion?: string } {
  const suggestion = nearest(key, known);
  const message = 'is not known here';
  return suggestion === null
    ? {
        message:
          known.length > 0 && known.length <= 12
            ? `${message}; known are ${known.join(', ')}`
            : message,
      }
    : { message: `${message}; did you mean ${suggestion}?`, suggestion };
}

function codeOf(issue: Issue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'required';
  return issue.code.replaceAll('_', '-');
}

function messageOf(issue: Issue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'is required';
  if (issue.code === 'invalid_type') return `must be ${article(issue.expected)}`;
  if (issue.code === 'too_big') {
    return issue.origin === 'number'
      ? `is more than the maximum of ${issue.maximum}`
      : `is longer than the maximum of ${issue.maximum}`;
  }
  if (issue.code === 'too_small' && issue.minimum === 1) return 'is empty';
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`;
  return lowerFirst(issue.message);
}

function article(type: string): string {
  return /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}

function place(
  path: readonly PropertyKey[],
  part: Part,
): Pick<ProblemItem, 'pointer' | 'parameter'> {
  if (part === 'body') return { pointer: pointerTo(path) };
  return { parameter: path.length === 0 ? '' : String(path[0]) };
}

/** A JSON pointer (RFC 6901). */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The keys that the object schema at a path knows, for "did you mean". */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let current: z.ZodType | undefined = schema;
  for (const key of path) current = step(unwrap(current), key);
  const candidates = branches(unwrap(current));
  return candidates.flatMap((candidate) =>
    candidate instanceof z.ZodObject ? Object.keys(candidate.shape) : [],
  );
}

function step(schema: z.ZodType | undefined, key: PropertyKey): z.ZodType | undefined {
  for (const candidate of branches(schema)) {
    if (candidate instanceof z.ZodArray) return candidate.element as z.ZodType;
    if (candidate instanceof z.ZodObject && String(key) in candidate.shape) {
      return candidate.shape[String(key)] as z.ZodType;
    }
  }
  return undefined;
}

function branches(schema: z.ZodType | undefined): z.ZodType[] {
  if (schema === undefined) return [];
  if (schema instanceof z.ZodUnion) {
    return schema.options.flatMap((option) => branches(unwrap(option as z.ZodType)));
  }
  return [schema];
}

function unwrap(schema: z.ZodType | undefined): z.ZodType | undefined {
  let current = schema;
  while (
    current instanceof z.ZodOptional ||
    current instanceof z.ZodNullable ||
    current instanceof z.ZodDefault
  ) {
    current = current.unwrap() as z.ZodType;
  }
  return current;
}
