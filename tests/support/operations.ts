/** Every operation of the OpenAPI document, as tests that go over all of them need it. */
import type { Newsroom } from './newsroom.ts';

type Json = Record<string, unknown>;

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  schema: Json;
}

export interface Operation {
  id: string;
  method: string;
  /** With `{parameters}`. */
  path: string;
  isDesk: boolean;
  /** The least role, on desk operations. */
  role: string | null;
  needsMatch: boolean;
  parameters: Parameter[];
  /** Media types of the body and their schemas; null if it takes none. */
  body: Record<string, Json> | null;
  bodyRequired: boolean;
  statuses: string[];
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Reads the served document. */
export async function listOperations(
  newsroom: Newsroom,
): Promise<{ document: Json; operations: Operation[] }> {
  const { body: document } = await newsroom.get('/openapi.json');
  const operations = Object.entries(document.paths as Record<string, Json>).flatMap(
    ([path, item]) =>
      METHODS.filter((method) => item[method] !== undefined).map((method) =>
        readOperation(document, path, method, item),
      ),
  );
  return { document, operations };
}

function readOperation(document: Json, path: string, method: string, item: Json): Operation {
  const operation = item[method] as Json;
  const listed = [
    ...((item.parameters as Json[]) ?? []),
    ...((operation.parameters as Json[]) ?? []),
  ];
  const parameters = listed
    .map((entry) => resolve(document, entry))
    .map((entry) => ({
      name: String(entry.name),
      in: entry.in as Parameter['in'],
      required: entry.required === true,
      schema: resolve(document, (entry.schema ?? {}) as Json),
    }));
  const body =
    operation.requestBody === undefined ? null : resolve(document, operation.requestBody as Json);
  const security = (operation.security ?? []) as Json[];
  return {
    id: String(operation.operationId),
    method: method.toUpperCase(),
    path,
    isDesk: security.some((entry) => Object.keys(entry).length > 0),
    role: /Role: (\w+)/.exec(String(operation.description))?.[1] ?? null,
    needsMatch: parameters.some(({ name }) => name.toLowerCase() === 'if-match'),
    parameters,
    body:
      body === null
        ? null
        : Object.fromEntries(
            Object.entries(body.content as Record<string, Json>).map(([type, media]) => [
              type,
              (media.schema ?? {}) as Json,
            ]),
          ),
    bodyRequired: body?.required === true,
    statuses: Object.keys(operation.responses as Json),
  };
}

/** Follows `$ref` inside the document. */
export function resolve(document: Json, value: Json): Json {
  if (typeof value.$ref !== 'string') return value;
  let target: unknown = document;
  for (const key of value.$ref.slice(2).split('/'))
    target = (target as Json)[key.replaceAll('~1', '/')];
  return resolve(document, target as Json);
}

/** A path with its parameters filled in. */
export function fill(path: string, values: Record<string, string> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? MISSING_ID);
}

/** An id that nothing has. */
export const MISSING_ID = '0192e4a0-0000-7000-8000-00000000dead';
