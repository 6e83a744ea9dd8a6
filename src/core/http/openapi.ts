import type { FastifyInstance } from 'fastify';
import { stringify } from 'yaml';
import type { DocumentInfo } from './described-routes.ts';
import { createSchemaCollector, type Json, type JsonObject } from './json-schema.ts';
import { HEADERS, PARAMETERS, SECURITY, sharedResponses } from './openapi-components.ts';
import { describeOperation, schemasOf } from './openapi-operation.ts';

type Methods = Record<string, JsonObject>;

/** The finished document: everything shared is a component, keys are in a fixed order. */
export function finishDocument(
  { documentInfo, describedRoutes: routes }: FastifyInstance,
  examples: Record<string, unknown> = {},
): JsonObject {
  const collector = createSchemaCollector();
  const { input, output } = schemasOf(routes.map(({ route }) => route));
  collector.prepare(input, 'input');
  collector.prepare(output, 'output');
  const paths: Record<string, Methods> = {};
  for (const { path, method, route } of routes) {
    paths[path] = { ...paths[path], [method]: describeOperation(route, collector) };
  }
  const unsettled = {
    ...frameOf(documentInfo),
    paths,
    components: { responses: sharedResponses(collector) },
  };
  const { document, schemas } = collector.settle(JSON.parse(JSON.stringify(unsettled)));
  const responses = (document.components as JsonObject).responses as JsonObject;
  const components: Record<string, JsonObject> = {
    schemas,
    responses,
    headers: structuredClone(HEADERS) as JsonObject,
    parameters: structuredClone(PARAMETERS) as JsonObject,
    examples: {},
    securitySchemes: SECURITY,
  };
  document.components = components;
  shareParameters(document.paths as Record<string, Methods>, components.parameters as JsonObject);
  allowFields(document.paths as Record<string, Methods>, schemas);
  addExamples(document, examples);
  dropUnused(document, components);
  for (const [kind, entries] of Object.entries(components)) components[kind] = sorted(entries);
  return document;
}

function frameOf({ title, version, description, publicUrl, tags }: DocumentInfo): JsonObject {
  return {
    openapi: '3.1.0',
    info: {
      title,
      version,
      description,
      license: { name: 'MIT', identifier: 'MIT' },
      contact: { name: 'Onrecord' },
    },
    servers: [{ url: publicUrl, description: 'This service.' }],
    tags,
  };
}

export function toYaml(document: JsonObject): string {
  return stringify(document, { aliasDuplicateObjects: false, lineWidth: 100 });
}

/** Parameters that mean the same everywhere are written once. */
const SHARED = ['limit', 'cursor', 'from', 'to', 'If-Match', 'Idempotency-Key', 'Last-Event-ID'];

function shareParameters(paths: Record<string, Methods>, shared: JsonObject): void {
  for (const operation of operationsOf(paths)) {
    const parameters = (operation.parameters ?? []) as JsonObject[];
    operation.parameters = parameters.map((parameter) => {
      const name = String(parameter.name);
      if (!SHARED.includes(name)) return parameter;
      const key = name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
      shared[key] ??= parameter;
      const isSame = JSON.stringify(shared[key]) === JSON.stringify(parameter);
      return isSame ? { $ref: `#/components/parameters/${key}` } : parameter;
    });
    if (parameters.length === 0) delete operation.parameters;
  }
}

/**
 * Where `fields` may leave members out, the answer is the whole thing or a part of it.
 * The parts get schemas of their own, so that a client of the whole has all members.
 */
function allowFields(paths: Record<string, Methods>, schemas: JsonObject): void {
  for (const operation of operationsOf(paths)) {
    const parameters = (operation.parameters ?? []) as JsonObject[];
    if (!parameters.some(({ name }) => name === 'fields')) continue;
    const answer = (operation.responses as Record<string, JsonObject>)['200'];
    const media = (answer?.content as Record<string, JsonObject> | undefined)?.['application/json'];
    const name = referredBy(media?.schema);
    if (media === undefined || name === null) continue;
    media.schema = { anyOf: [{ $ref: refTo(name) }, { $ref: refTo(addPart(name, schemas)) }] };
  }
}

/** Adds the schema of a part of a component, or of a page of parts, and says its name. */
function addPart(name: string, schemas: JsonObject): string {
  const part = `${name}Fields`;
  if (part in schemas) return part;
  const whole = schemas[name] as JsonObject & { properties: JsonObject };
  const data = whole.properties.data as { items?: Json } | undefined;
  const item = referredBy(data?.items);
  if (item !== null) {
    const items = { $ref: refTo(addPart(item, schemas)) };
    const properties = { ...whole.properties, data: { type: 'array', items } };
    schemas[part] = { ...whole, properties, description: 'One page of a list, by `fields`.' };
    return part;
  }
  const { required: _all, examples: _whole, ...rest } = whole;
  schemas[part] = { ...rest, minProperties: 1, description: `What \`fields\` names of ${name}.` };
  return part;
}

const refTo = (name: string) => `#/components/schemas/${name}`;

/** The component that a schema refers to, if it does nothing else. */
function referredBy(schema: Json): string | null {
  const ref = (schema as { $ref?: Json } | undefined)?.$ref;
  return typeof ref === 'string' ? ref.slice(refTo('').length) : null;
}

/**
 * Examples stand once, by the name of what they are an example of: those of requests come
 * from their schemas, those of answers were recorded (scripts/openapi-examples.ts).
 */
function addExamples(document: JsonObject, recorded: Record<string, unknown>): void {
  const components = document.components as Record<string, JsonObject>;
  const examples = components.examples as JsonObject;
  for (const [name, schema] of Object.entries(components.schemas as Record<string, JsonObject>)) {
    if (Array.isArray(schema.examples)) examples[name] = { value: schema.examples[0] };
    if (schema.type === 'object') delete schema.examples;
  }
  for (const [name, value] of Object.entries(recorded)) examples[name] ??= { value: value as Json };
  const refer = (media: JsonObject, name: string | null) => {
    if (name === null || examples[name] === undefined) return;
    media.examples = { [name]: { $ref: `#/components/examples/${name}` } };
  };
  const mediaOf = (holder: JsonObject | undefined) =>
    Object.values((holder?.content ?? {}) as Record<string, JsonObject>);
  for (const operation of operationsOf(document.paths as Record<string, Methods>)) {
    for (const media of mediaOf(operation.requestBody as JsonObject)) {
      refer(media, referredBy(media.schema));
    }
    for (const answer of Object.values(operation.responses as Record<string, JsonObject>)) {
      for (const media of mediaOf(answer)) {
        const [first] = ((media.schema as JsonObject).anyOf ?? [media.schema]) as Json[];
        refer(media, referredBy(first));
      }
    }
  }
  for (const [name, answer] of Object.entries(components.responses as Record<string, JsonObject>)) {
    for (const media of mediaOf(answer)) refer(media, name);
  }
}

/** Components that nothing refers to. */
function dropUnused(document: JsonObject, components: Record<string, JsonObject>): void {
  const used = new Set<string>();
  const follow = (part: Json): void => {
    if (typeof part !== 'object' || part === null) return;
    const { $ref } = part as JsonObject;
    if (typeof $ref === 'string' && !used.has($ref)) {
      used.add($ref);
      const [kind = '', name = ''] = $ref.slice('#/components/'.length).split('/');
      follow(components[kind]?.[name]);
    }
    for (const inner of Object.values(part)) follow(inner);
  };
  follow(document.paths);
  for (const [kind, entries] of Object.entries(components)) {
    if (kind === 'securitySchemes') continue;
    for (const name of Object.keys(entries)) {
      if (!used.has(`#/components/${kind}/${name}`)) delete entries[name];
    }
  }
}

function* operationsOf(paths: Record<string, Methods>): Generator<JsonObject> {
  for (const methods of Object.values(paths)) yield* Object.values(methods);
}

function sorted(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}
