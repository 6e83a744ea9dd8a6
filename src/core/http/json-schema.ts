/**
 * From zod to the JSON Schema (2020-12) of the OpenAPI document. Schemas with an id
 * become components; one that differs between what is taken and what is answered
 * becomes two: `Thing` is answered and `ThingInput` taken, or, where the name ends so
 * already, `ThingInput` is taken and `ThingInputFilled` answered, with its defaults.
 */
import * as z from 'zod';

/** JSON, as loosely as walking over a document needs. */
export type Json = { [key: string]: Json } | Json[] | string | number | boolean | null | undefined;
export type JsonObject = { [key: string]: Json };
export type Direction = 'input' | 'output';

const COMPONENTS = '#/components/schemas/';
/** Marks references while it is not known yet whether a component has two forms. */
const INPUT_MARK = '~input';

export interface SchemaCollector {
  /** Converts many schemas in one go, which is several times as fast as one by one. */
  prepare(schemas: Iterable<z.ZodType>, direction: Direction): void;
  /** The schema, with references to components that the collector has noted. */
  convert(schema: z.ZodType, direction: Direction): JsonObject;
  /** All components that were referred to, and the document with its references settled. */
  settle(document: JsonObject): { document: JsonObject; schemas: JsonObject };
}

export function createSchemaCollector(): SchemaCollector {
  const noted = { input: new Map<string, JsonObject>(), output: new Map<string, JsonObject>() };
  const converted = {
    input: new Map<z.ZodType, JsonObject>(),
    output: new Map<z.ZodType, JsonObject>(),
  };
  const prepare = (schemas: Iterable<z.ZodType>, direction: Direction) => {
    const wanted = [...new Set(schemas)].filter((schema) => !converted[direction].has(schema));
    const shape = Object.fromEntries(wanted.map((schema, index) => [`s${index}`, schema]));
    const { properties, $defs = {} } = z.toJSONSchema(z.object(shape), {
      io: direction,
      unrepresentable: 'any',
    }) as { properties: Record<string, JsonObject>; $defs?: Record<string, JsonObject> };
    for (const [name, definition] of Object.entries($defs)) {
      if (!noted[direction].has(name)) noted[direction].set(name, tidy(definition, direction));
    }
    for (const [index, schema] of wanted.entries()) {
      converted[direction].set(schema, tidy(properties[`s${index}`] ?? {}, direction));
    }
  };
  return {
    prepare,
    convert(schema, direction) {
      if (!converted[direction].has(schema)) prepare([schema], direction);
      return converted[direction].get(schema) ?? {};
    },
    settle(document) {
      const differing = findDiffering(noted.input, noted.output);
      const named = (marked: string) => {
        const name = marked.replace(INPUT_MARK, '');
        const isInput = marked !== name;
        if (!differing.has(name) || isInput === name.endsWith('Input')) return name;
        return isInput ? `${name}Input` : `${name}Filled`;
      };
      const schemas: JsonObject = {};
      for (const [name, schema] of noted.output) schemas[named(name)] = rename(schema, named);
      for (const [name, schema] of noted.input) {
        const target = named(name + INPUT_MARK);
        if (target !== name && Object.hasOwn(schemas, target)) {
          throw new Error(`Two schemas would be called ${target}: rename one of them.`);
        }
        schemas[target] ??= rename(schema, named);
      }
      return { document: rename(document, named) as JsonObject, schemas };
    },
  };
}

/** The components whose two forms differ, in themselves or in what they refer to. */
function findDiffering(
  inputs: ReadonlyMap<string, JsonObject>,
  outputs: ReadonlyMap<string, JsonObject>,
): Set<string> {
  const unmarked = (name: string) => name.replace(INPUT_MARK, '');
  const both = [...inputs.keys()].filter((name) => outputs.has(name));
  const differing = new Set(
    both.filter(
      (name) =>
        JSON.stringify(rename(inputs.get(name), unmarked)) !== JSON.stringify(outputs.get(name)),
    ),
  );
  for (let before = -1; before !== differing.size; ) {
    before = differing.size;
    for (const name of both) {
      const text = JSON.stringify(outputs.get(name));
      if ([...differing].some((other) => text.includes(`"${COMPONENTS}${other}"`))) {
        differing.add(name);
      }
    }
  }
  return differing;
}

function rename(value: Json, named: (name: string) => string): Json {
  return JSON.parse(JSON.stringify(value), (key, inner: Json) =>
    key === '$ref' && typeof inner === 'string' && inner.startsWith(COMPONENTS)
      ? COMPONENTS + named(inner.slice(COMPONENTS.length))
      : inner,
  ) as Json;
}

/** Formats that say what zod's long patterns say; a short pattern adds what they leave open. */
const FORMAT_PATTERNS: Record<string, string | undefined> = {
  date: undefined,
  'date-time': 'Z$',
  uuid: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
};

/** The same schema without what says nothing to a reader. Recurses into subschemas only. */
function tidy(schema: JsonObject, direction: Direction): JsonObject {
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === '$schema' || key === 'id' || key === '$id') continue;
    if (key === 'minimum' && value === Number.MIN_SAFE_INTEGER) continue;
    if (key === 'maximum' && value === Number.MAX_SAFE_INTEGER) continue;
    if (key === 'propertyNames' && JSON.stringify(value) === '{"type":"string"}') continue;
    result[key] = tidyKeyword(key, value, direction);
  }
  if (typeof result.$ref === 'string') {
    const name = result.$ref.slice('#/$defs/'.length);
    result.$ref = COMPONENTS + name + (direction === 'input' ? INPUT_MARK : '');
  }
  if (result.type === 'integer' || result.type === 'number') delete result.pattern;
  // Unicode classes mean something else in a pattern that is read without the flag `u`.
  if (String(result.pattern).includes('\\p{')) delete result.pattern;
  return withoutNullUnion(withShortPattern(withExamples(withoutTuple(result))));
}

const SUBSCHEMA = new Set(['items', 'additionalProperties', 'not', 'propertyNames']);
const SUBSCHEMAS = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);

function tidyKeyword(key: string, value: Json, direction: Direction): Json {
  if (key === 'properties') {
    return Object.fromEntries(
      Object.entries(value as JsonObject).map(([name, property]) => [
        name,
        tidy(property as JsonObject, direction),
      ]),
    );
  }
  if (SUBSCHEMA.has(key) && typeof value === 'object') return tidy(value as JsonObject, direction);
  if (SUBSCHEMAS.has(key)) {
    return (value as JsonObject[]).map((branch) => tidy(branch, direction));
  }
  return value;
}

/** A tuple of like members as a list of that length, which more tools understand. */
function withoutTuple(schema: JsonObject): JsonObject {
  const { prefixItems, ...rest } = schema;
  if (!Array.isArray(prefixItems)) return schema;
  const [first] = prefixItems;
  const alike = prefixItems.every((item) => JSON.stringify(item) === JSON.stringify(first));
  const length = { minItems: prefixItems.length, maxItems: prefixItems.length };
  return alike
    ? { ...rest, items: first, ...length }
    : { ...schema, items: { not: {} }, ...length };
}

/** JSON Schema 2020-12 has `examples`; `example` is OpenAPI 3.0's. */
function withExamples(schema: JsonObject): JsonObject {
  if (!('example' in schema)) return schema;
  const { example, ...rest } = schema;
  const isNumber = rest.type === 'integer' || rest.type === 'number';
  return { ...rest, examples: [isNumber ? Number(example) : example] };
}

function withShortPattern(schema: JsonObject): JsonObject {
  const { allOf, ...rest } = schema;
  // An id: zod says its form and that it is lower-case as two patterns.
  if (rest.format === 'lowercase' && Array.isArray(allOf)) {
    return { ...rest, format: 'uuid', pattern: FORMAT_PATTERNS.uuid };
  }
  if (typeof rest.format !== 'string' || !Object.hasOwn(FORMAT_PATTERNS, rest.format)) {
    return schema;
  }
  const { pattern: _long, ...short } = schema;
  const pattern = FORMAT_PATTERNS[rest.format];
  return pattern === undefined ? short : { ...short, pattern };
}

/** `anyOf: [{type: string}, {type: null}]` as `type: [string, null]`. */
function withoutNullUnion(schema: JsonObject): JsonObject {
  const { anyOf, ...rest } = schema;
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return schema;
  const [first, second] = anyOf as [JsonObject, JsonObject];
  const isPlain = typeof first.type === 'string' && !('enum' in first) && !('const' in first);
  if (!isPlain || JSON.stringify(second) !== '{"type":"null"}') return schema;
  return { ...first, ...rest, type: [first.type as string, 'null'] };
}
