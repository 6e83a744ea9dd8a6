import type { FastifySchemaCompiler } from 'fastify';
import * as z from 'zod';
import { nearest } from '../../text/slug.ts';
import { Problem, type ProblemItem } from '../errors.ts';
import { parserOf } from './parsing.ts';

type Issue = z.core.$ZodIssue;
type Part = 'body' | 'querystring' | 'params' | 'headers';

/** So many problems are listed at once; a body of a million wrong keys is answered as fast. */
const ITEMS_MAX = 100;

/** Less than any problem counts, for all that are listed. */
const UNKNOWN_WEIGHT = 1e-6;

const SUBJECTS: Record<Part, string> = {
  body: 'The body is',
  querystring: 'The query is',
  params: 'The path is',
  headers: 'The headers are',
};

/** Validates a part of a request with its zod schema; all problems come at once, as one 400. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const part = httpPart as Part;
  const parse = parserOf(schema);
  return (data) => {
    const result = parse(data ?? (part === 'body' ? undefined : {}));
    if (result.success) return { value: result.data };
    return { error: asProblem(result.error.issues, schema, part) };
  };
};

/**
 * Checks a value that did not come through a route, such as a line of a bulk request.
 *
 * @param at where it stands in the body: a JSON pointer
 */
export function parseBody<T>(schema: z.ZodType<T>, value: unknown, at = ''): T {
  const result = parserOf(schema)(value);
  if (result.success) return result.data;
  throw asProblem(result.error.issues, schema, 'body', at);
}

function asProblem(issues: Issue[], schema: z.ZodType, part: Part, at = ''): Problem {
  const all = issues
    .slice(0, ITEMS_MAX)
    .flatMap((issue) => describe(issue, schema, part))
    .map((item) => (item.pointer === undefined ? item : { ...item, pointer: at + item.pointer }));
  const items = all.filter((item, index) => !isEcho(item, all.slice(0, index))).slice(0, ITEMS_MAX);
  const first = items[0];
  const where = first?.parameter ?? first?.pointer ?? '';
  const detail =
    items.length === 1 && first !== undefined
      ? `${SUBJECTS[part]} not valid: ${where === '' ? '' : `${where} `}${first.message}.`
      : `${SUBJECTS[part]} not valid: ${items.length === ITEMS_MAX ? 'many' : items.length} problems, listed under errors.`;
  return new Problem('request-invalid', detail, { errors: items });
}

/** What is empty fails every other check as well; one says it. */
function isEcho(item: ProblemItem, before: ProblemItem[]): boolean {
  return before.some(
    ({ pointer, parameter, code, message }) =>
      pointer === item.pointer &&
      parameter === item.parameter &&
      (code === 'too-small' || message === item.message),
  );
}

function describe(issue: Issue, schema: z.ZodType, part: Part): ProblemItem[] {
  if (part !== 'body' && issue.path.length === 1 && Array.isArray(issue.input)) {
    return [{ ...place(issue.path, part), code: 'repeated', message: 'is given more than once' }];
  }
  if (issue.code === 'invalid_union') return describeUnion(issue, schema, part);
  const branch = issue.code === 'unrecognized_keys' ? otherBranch(issue, schema) : null;
  if (branch !== null) return describeWithin(branch, issue.path, schema, part);
  if (issue.code === 'unrecognized_keys') {
    const known = [...new Set(keysAt(schema, issue.path))];
    return issue.keys.slice(0, ITEMS_MAX).map((key) => ({
      ...place([...issue.path, key], part),
      code: part === 'body' ? 'unknown-field' : 'unknown-parameter',
      ...unknownKey(
        key,
        known.filter((name) => name !== key),
      ),
    }));
  }
  return [
    {
      ...place(issue.path, part),
      code: codeOf(issue),
      message: messageOf(issue),
      ...suggestionOf(issue),
    },
  ];
}

/** Where a value fits no branch of a union, what is wrong by the branch that it meant. */
function describeUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  schema: z.ZodType,
  part: Part,
): ProblemItem[] {
  const meant = findMeant(issue.errors);
  if (meant === undefined) {
    return [{ ...place(issue.path, part), code: 'invalid', message: unionMessage(issue) }];
  }
  return describeWithin(meant, issue.path, schema, part);
}

function describeWithin(
  issues: Issue[],
  path: PropertyKey[],
  schema: z.ZodType,
  part: Part,
): ProblemItem[] {
  return issues.flatMap((inner) =>
    describe({ ...inner, path: [...path, ...inner.path] } as Issue, schema, part),
  );
}

/**
 * Zod takes the only branch of a union that fails by unknown names alone for the one that was
 * meant; `null` where it was.
 */
function otherBranch(issue: Issue, schema: z.ZodType): Issue[] | null {
  const union = schemaAt(schema, issue.path);
  if (!(union instanceof z.ZodUnion)) return null;
  const branchIssues = union.options.map(
    (option) => parserOf(option as z.ZodType)(issue.input).error?.issues ?? [],
  );
  const meant = findMeant(branchIssues);
  const isOther = meant?.every(({ code, path }) => code !== 'unrecognized_keys' || path.length > 0);
  return meant !== undefined && isOther === true ? meant : null;
}

/**
 * Of the branches that take values of this type, the one that it comes nearest to. A name
 * that is missing and one like it that is not known are one mistake.
 */
function findMeant(branches: Issue[][]): Issue[] | undefined {
  const ofType = branches.filter(
    (issues) => issues.length > 0 && issues.every((issue) => !refusesWhole(issue)),
  );
  const costs = ofType.map((issues) => costOf(issues));
  // Of equals the last: the shorter forms of a thing come first.
  return ofType[costs.lastIndexOf(Math.min(...costs))];
}

function refusesWhole({ path, code }: Issue): boolean {
  return path.length === 0 && code !== 'unrecognized_keys';
}

function costOf(issues: Issue[]): number {
  const unknown = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
  const others = issues.filter(({ code }) => code !== 'unrecognized_keys');
  const misspelt = others.filter(
    (issue) => isMissing(issue) && nearest(String(issue.path.at(-1)), unknown) !== null,
  );
  // Of two that are as near, the one that knows the names: a value is wrong more often.
  return unknown.length * (1 + UNKNOWN_WEIGHT) + others.length - misspelt.length;
}

/** What a value may be, if no branch of the union is near to it. */
function unionMessage(issue: z.core.$ZodIssueInvalidUnion): string {
  if ('options' in issue && Array.isArray(issue.options)) {
    return `must be one of ${issue.options.join(', ')}`;
  }
  if (issue.message !== 'Invalid input') return lowerFirst(issue.message);
  const roots = issue.errors.flatMap((branch) => branch.filter(({ path }) => path.length === 0));
  const typed = roots.filter(({ code }) => code !== 'invalid_type');
  const told = typed.length > 0 ? typed : roots;
  return [...new Set(told.map(messageOf))].join(', or ');
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

function isMissing(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.input === undefined;
}

/** A code of our own, where a check of ours gives one. */
function codeOf(issue: Issue): string {
  if (isMissing(issue)) return 'required';
  if (issue.code === 'custom') return String(issue.params?.code ?? 'invalid');
  return issue.code.replaceAll('_', '-');
}

function suggestionOf(issue: Issue): Pick<ProblemItem, 'suggestion'> {
  const suggestion: unknown = issue.code === 'custom' ? issue.params?.suggestion : undefined;
  return suggestion === undefined ? {} : { suggestion };
}

function messageOf(issue: Issue): string {
  if (isMissing(issue)) return 'is required';
  if (issue.code === 'invalid_type' && issue.expected === 'int') return 'must be a whole number';
  if (issue.code === 'invalid_type') return `must be ${article(issue.expected)}`;
  if (issue.code === 'too_big') {
    return issue.origin === 'number'
      ? `is more than the maximum of ${issue.maximum}`
      : `is longer than the maximum of ${issue.maximum}`;
  }
  if (issue.code === 'too_small' && issue.origin === 'number')
    return `is less than the minimum of ${issue.minimum}`;
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
function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The keys that the object schema at a path knows, for "did you mean". */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const candidates = branches(schemaAt(schema, path));
  return candidates.flatMap((candidate) =>
    candidate instanceof z.ZodObject ? Object.keys(candidate.shape) : [],
  );
}

function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let current: z.ZodType | undefined = schema;
  for (const key of path) current = step(unwrap(current), key);
  return unwrap(current);
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
    current instanceof z.ZodDefault ||
    current instanceof z.ZodPrefault
  ) {
    current = current.unwrap() as z.ZodType;
  }
  return current;
}
