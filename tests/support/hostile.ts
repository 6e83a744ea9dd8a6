/** Hostile requests, made from the OpenAPI document and a number: the same number, the same request. */
import { fill, type Operation, resolve } from './operations.ts';

type Json = Record<string, unknown>;

/** A small generator of pseudo-random numbers (mulberry32). */
export function createRandom(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    chance: (share: number) => next() < share,
    below: (limit: number) => Math.floor(next() * limit),
    pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T,
  };
}
export type Random = ReturnType<typeof createRandom>;

/** Text that has broken something somewhere. */
const HOSTILE_TEXT: readonly string[] = [
  '',
  ' ',
  '0',
  '-1',
  '1e400',
  'NaN',
  'null',
  'true',
  '[]',
  '{}',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\uffff',
  '\u202e\u200b\u00ad',
  '💥'.repeat(50),
  'a'.repeat(190),
  'a'.repeat(5_000),
  '../../../etc/passwd',
  '..%2f..%2f',
  "' OR 1=1 --",
  '"; DROP TABLE "Article"; --',
  '%',
  '_',
  '\\',
  '$where',
  `{{7*7}}\${7*7}<%=7*7%>`,
  '<script>alert(1)</script>',
  '=HYPERLINK("http://x")',
  '__proto__',
  'constructor',
  'toString',
  '2024-02-30',
  '0000-00-00',
  '9999-12-31T23:59:59.999Z',
  '-271821-04-20T00:00:00Z',
  '0192e4a0-0000-7000-8000-00000000dead',
  '0192E4A0-0000-7000-8000-00000000DEAD',
  'http://127.0.0.1:1/',
  'javascript:alert(1)',
  '\r\nSet-Cookie: a=b',
  '((((((((((a+)+)+)+)+)+)+)+)+)+)+!',
];

/** JSON of every type. */
const HOSTILE_VALUES: readonly unknown[] = [
  ...HOSTILE_TEXT,
  null,
  true,
  false,
  0,
  -0,
  -1,
  1.5,
  1e308,
  2 ** 31,
  2 ** 53,
  [],
  [null],
  [[[[]]]],
  {},
  { not: '' },
  { equals: null, contains: '', in: [] },
  { $gt: '' },
  { id: 1 },
];

const HOSTILE_TYPES: readonly string[] = [
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/jsonp',
  'application/json, text/plain',
  'application/json;charset=utf-16',
  'application/json ; charset=utf-8',
  'application/json\t',
  'APPLICATION/JSON',
  'text/json',
  ';',
  'a/b/c',
  'application/',
];

/** A request, and whether it is known to be one that must be refused. */
export interface Hostile {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | undefined;
  mustFail: boolean;
}

/** Real things that paths may name, by the name of their parameter and the path's beginning. */
export type Names = (operation: Operation, parameter: string) => string;

export function makeHostile(
  document: Json,
  operation: Operation,
  names: Names,
  random: Random,
): Hostile {
  const values: Record<string, string> = {};
  for (const { name, in: place } of operation.parameters) {
    if (place !== 'path') continue;
    values[name] = random.chance(0.7)
      ? names(operation, name)
      : encodeURIComponent(wellFormed(random.pick(HOSTILE_TEXT)) || 'x');
  }
  const query = makeQuery(operation, random);
  const { body, type, mustFail } = makeBody(document, operation, random);
  const headers: Record<string, string> = {};
  if (type !== undefined) headers['content-type'] = type;
  if (operation.needsMatch && random.chance(0.85))
    headers['if-match'] = random.pick(['*', '"r1.1"', '"v1"', 'W/"x"', '*, *', ',']);
  if (random.chance(0.1))
    headers.accept = random.pick([
      '*/*',
      'image/png',
      'application/json;q=0',
      ';;;',
      'a'.repeat(500),
    ]);
  if (random.chance(0.05)) headers['if-none-match'] = random.pick(['*', '"', 'W/"a", "b"', ',,,']);
  if (random.chance(0.05)) headers['idempotency-key'] = random.pick(['k', 'x'.repeat(300), ' ']);
  return {
    method: operation.method,
    url: fill(operation.path, values) + query.text,
    headers,
    body,
    mustFail: mustFail || query.mustFail,
  };
}

/** URLs can't hold half of a surrogate pair. */
function wellFormed(text: string): string {
  return text.toWellFormed();
}

function makeQuery(operation: Operation, random: Random): { text: string; mustFail: boolean } {
  const known = operation.parameters.filter(({ in: place }) => place === 'query');
  const pairs: [string, string][] = [];
  let mustFail = false;
  for (const { name, schema } of known) {
    if (!random.chance(0.25)) continue;
    const allowed = (schema.enum as string[] | undefined) ?? [];
    pairs.push([
      name,
      random.chance(0.4) && allowed.length > 0 ? random.pick(allowed) : random.pick(HOSTILE_TEXT),
    ]);
  }
  if (random.chance(0.08)) {
    const name = random.pick([
      'unknown',
      'where[id]',
      '$where',
      '__proto__',
      'limit[]',
      'constructor',
      'fields[0]',
    ]);
    pairs.push([name, random.pick(HOSTILE_TEXT)]);
    mustFail = true;
  }
  const [first] = pairs;
  if (first !== undefined && random.chance(0.08)) {
    pairs.push(first);
    mustFail = true;
  }
  const text = pairs
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(wellFormed(value))}`)
    .join('&');
  return { text: text === '' ? '' : `?${text}`, mustFail };
}

interface Body {
  body: string | undefined;
  type: string | undefined;
  mustFail: boolean;
}

function makeBody(document: Json, operation: Operation, random: Random): Body {
  if (operation.body === null) {
    if (operation.method === 'GET' || random.chance(0.9))
      return { body: undefined, type: undefined, mustFail: false };
    return { body: '{"unexpected":1}', type: 'application/json', mustFail: true };
  }
  const types = Object.keys(operation.body);
  const [declared = 'application/json'] = types;
  // Lines of JSON are answered line by line, with a result for each.
  if (!/^application\/(?:[\w.-]+\+)?json$/.test(declared))
    return {
      body: random.pick(HOSTILE_TEXT),
      type: random.pick([declared, 'text/plain']),
      mustFail: false,
    };
  if (random.chance(0.08)) {
    const type = random.pick(HOSTILE_TYPES);
    const isJson = /^application\/json\s*(;\s*charset=utf-8)?$/i.test(type);
    return { body: '{"headline":"x"}', type, mustFail: !isJson };
  }
  if (random.chance(0.08)) {
    const body = random.pick([
      '{',
      '[',
      '"',
      '{"a":}',
      '{"a":1,}',
      "{'a':1}",
      'undefined',
      '\ufeff{',
      '{"__proto__":{}}',
      '{"constructor":{"prototype":{}}}',
      '['.repeat(10_000),
      '{"a":'.repeat(5_000),
    ]);
    return { body, type: declared, mustFail: true };
  }
  if (random.chance(0.08))
    return {
      body: JSON.stringify(random.pick([null, 1, 'x', true, [], [{}]])),
      type: declared,
      mustFail: true,
    };
  const sample = structuredClone(sampleOf(document, operation.body[declared] ?? {}));
  const unknown = random.chance(0.1);
  if (unknown)
    (sample as Json)[
      random.pick(['unknown', 'ID', 'isAdmin', '$set', 'toString', 'hasOwnProperty'])
    ] = 1;
  else for (let change = random.below(3); change >= 0; change -= 1) mutate(sample, random);
  return { body: JSON.stringify(sample), type: declared, mustFail: unknown };
}

/** An example of a body as the document gives it. */
function sampleOf(document: Json, schema: Json): unknown {
  const found = resolve(document, schema);
  const [example] = (found.examples as unknown[] | undefined) ?? [];
  if (example !== undefined) return example;
  for (const list of ['anyOf', 'oneOf', 'allOf']) {
    const [first] = (found[list] as Json[] | undefined) ?? [];
    if (first !== undefined) return sampleOf(document, first);
  }
  return {};
}

/** Puts something hostile somewhere into a value, or takes something out of it. */
function mutate(value: unknown, random: Random): void {
  if (typeof value !== 'object' || value === null) return;
  const holder = value as Json;
  const keys = Object.keys(holder);
  if (keys.length === 0) return;
  const key = random.pick(keys);
  const inner = holder[key];
  if (typeof inner === 'object' && inner !== null && random.chance(0.6)) mutate(inner, random);
  else if (random.chance(0.15)) delete holder[key];
  else holder[key] = random.pick(HOSTILE_VALUES);
}
