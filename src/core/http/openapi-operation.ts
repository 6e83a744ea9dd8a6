/** One operation of the OpenAPI document, from the description of its route. */
import type * as z from 'zod';
import { consumedBy, headersOf, problemStatuses, type RouteDescription } from './contract.ts';
import type { Json, JsonObject, SchemaCollector } from './json-schema.ts';

const JSON_TYPE = 'application/json';

/** Success answers by status, where their schema says nothing better. */
const SUCCESS: Record<number, string> = {
  200: 'As asked.',
  201: 'Created; Location names it.',
  202: 'Accepted; the work goes on.',
  204: 'Done; there is nothing to tell.',
};

/** What parameters mean that need no words of their own in each route. */
const PARAMETERS: Record<string, string> = {
  id: 'Id of the thing; where things have slugs, its slug is accepted as well.',
  slug: 'Slug or id of the thing.',
  section: 'Slug of the section.',
  tag: 'Slug of a tag.',
  language: 'BCP 47 tag of the language.',
  kind: 'Only those of this kind.',
  state: 'Only those in this state.',
  order: 'The order of the list.',
  q: 'Words to look for.',
  speaker: 'Id or slug of the source who speaks.',
  source: 'Id or slug of a source.',
  figure: 'Id or slug of a figure.',
  article: 'Id or slug of an article.',
  limit: 'How many items a page holds.',
  number: 'Its number, from 1.',
  part: 'Id of the part.',
  role: 'Only those with this role.',
  unit: 'Only claims in this unit.',
  comparator: 'Only claims whose bounds are meant like that.',
  standing: 'Only claims that are current, or only superseded ones.',
  hash: 'SHA-256 of the content, as in the address that an answer gives.',
  name: 'Name of the file, as in the address that an answer gives.',
  token: 'The secret of the link.',
  delivery: 'Id of the delivery.',
  actor: 'Id of the token that did it.',
  action: 'What was done, such as `article.publish`.',
  page: 'Its number, from 1.',
  from: 'The earlier of the two.',
  to: 'The later of the two.',
  after: 'The last one that is known; those after it follow.',
};

export function describeOperation(route: RouteDescription, schemas: SchemaCollector): JsonObject {
  const { operationId, summary, description, role, tag, surface } = route;
  const parameters = [
    ...parametersOf('path', route.params, schemas),
    ...parametersOf('query', route.query, schemas),
    ...parametersOf('header', headersOf(route), schemas),
    ...(surface === 'wire' ? CONDITIONS : []),
  ];
  return {
    operationId,
    tags: [tag],
    summary,
    description: role === undefined ? description : `${description}\n\nRole: ${role}.`,
    security: surface === 'desk' ? [{ token: [] }] : [],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(route.body === undefined ? {} : { requestBody: bodyOf(route, route.body, schemas) }),
    responses: responsesOf(route, schemas),
  };
}

/** Every schema that the operations of these routes are described by. */
export function schemasOf(routes: readonly RouteDescription[]): {
  input: z.ZodType[];
  output: z.ZodType[];
} {
  const isSchema = (schema: z.ZodType | null | undefined) => schema != null;
  return {
    input: routes
      .flatMap((route) => [route.params, route.query, headersOf(route), route.body])
      .filter(isSchema),
    output: routes
      .flatMap(({ produces, responses }) => [
        ...Object.values(produces ?? {}),
        ...Object.values(responses ?? {}),
      ])
      .filter(isSchema),
  };
}

/** Every wire GET takes these; they are HTTP's own (RFC 9110 §13.1). */
const CONDITIONS: JsonObject[] = ['IfNoneMatch', 'IfModifiedSince'].map((name) => ({
  $ref: `#/components/parameters/${name}`,
}));

/** Header names as HTTP writes them; Node has them in lower case. */
const HEADER_NAMES: Record<string, string> = {
  'if-match': 'If-Match',
  'idempotency-key': 'Idempotency-Key',
  'last-event-id': 'Last-Event-ID',
};

function parametersOf(
  place: 'path' | 'query' | 'header',
  schema: z.ZodType | undefined,
  schemas: SchemaCollector,
): JsonObject[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemas.convert(schema, 'input') as {
    properties?: Record<string, JsonObject>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => {
    const { description, examples, ...rest } = property;
    return {
      name: HEADER_NAMES[name] ?? name,
      in: place,
      required: place === 'path' || required.includes(name),
      description: description ?? PARAMETERS[name] ?? '',
      schema: rest,
      ...(Array.isArray(examples) ? { example: examples[0] } : {}),
    };
  });
}

function bodyOf(route: RouteDescription, body: z.ZodType, schemas: SchemaCollector): JsonObject {
  const schema = schemas.convert(body, 'input');
  return {
    required: !body.safeParse(undefined).success,
    content: Object.fromEntries(consumedBy(route).map((type) => [type, { schema }])),
  };
}

const header = (name: string): JsonObject => ({ $ref: `#/components/headers/${name}` });

const LIMITS: JsonObject = {
  RateLimit: header('RateLimit'),
  'RateLimit-Policy': header('RateLimitPolicy'),
};

const WIRE_HEADERS: JsonObject = {
  ETag: header('ETag'),
  'Last-Modified': header('LastModified'),
  'Cache-Control': header('CacheControl'),
  'Cache-Tag': header('CacheTag'),
  Vary: header('Vary'),
  ...LIMITS,
};

function responsesOf(route: RouteDescription, schemas: SchemaCollector): JsonObject {
  const responses: JsonObject = {};
  const { produces, responses: declared = {} } = route;
  const json = Object.entries(declared).map(([status, schema]) => [
    status,
    schema == null ? null : { [JSON_TYPE]: schema },
  ]);
  const successes: Record<string, Record<string, z.ZodType> | null> = {
    ...Object.fromEntries(json),
    ...(produces === undefined ? {} : { 200: produces }),
  };
  for (const [status, types] of Object.entries(successes)) {
    responses[status] = {
      description: SUCCESS[Number(status)] ?? SUCCESS[200],
      headers: successHeaders(Number(status), route),
      ...(types === null ? {} : { content: contentOf(types, schemas) }),
    };
  }
  if (route.surface === 'wire') responses[304] = { $ref: '#/components/responses/NotModified' };
  if (route.redirects) responses[308] = { $ref: '#/components/responses/FormerSlug' };
  for (const status of problemStatuses(route)) {
    responses[status] = { $ref: `#/components/responses/Problem${status}` };
  }
  return responses;
}

function contentOf(types: Record<string, z.ZodType>, schemas: SchemaCollector): JsonObject {
  return Object.fromEntries(
    Object.entries(types).map(([type, schema]): [string, Json] => [
      type,
      { schema: schemas.convert(schema, 'output') },
    ]),
  );
}

function successHeaders(status: number, route: RouteDescription): JsonObject {
  if (route.surface === 'wire') {
    const isList = route.query !== undefined && 'limit' in shapeOf(route.query);
    return {
      ...WIRE_HEADERS,
      ...(isList ? { Link: header('Link') } : {}),
      ...(route.isFile ? { 'Content-Disposition': header('ContentDisposition') } : {}),
    };
  }
  const always = { 'Cache-Control': header('CacheControl'), ...LIMITS };
  if (route.surface === 'service') return always;
  const places: Partial<Record<number, JsonObject>> = {
    201: { Location: header('Location') },
    202: { Location: header('ProgressLocation') },
  };
  const versioned = { ETag: header('DeskETag') };
  return { ...always, ...versioned, ...places[status], Vary: header('DeskVary') };
}

function shapeOf(schema: z.ZodType): Record<string, unknown> {
  return 'shape' in schema ? (schema.shape as Record<string, unknown>) : {};
}
