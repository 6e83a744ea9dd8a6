/** Checks each answer that a test gets against the OpenAPI document that the app serves. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { FastifyInstance } from 'fastify';
import { PROBLEMS, type ProblemCode } from '../../src/core/errors.ts';
import type { JsonObject } from '../../src/core/http/json-schema.ts';
import { finishDocument } from '../../src/core/http/openapi.ts';

/** An answer, as far as the contract says something about it. */
export interface Exchange {
  method: string;
  /** Path and query of the request. */
  url: string;
  status: number;
  headers: Record<string, unknown>;
  text: string;
}

type Fail = (reason: string) => never;
type Branch = Record<string, JsonObject>;

const DOCUMENT = 'https://onrecord.test/openapi.json';
const PROBLEM_TYPE = 'application/problem+json';

/** Headers that say something about what is asked for; the others are the same everywhere. */
const TELLING = [
  ...['allow', 'cache-control', 'cache-tag', 'content-disposition', 'etag', 'last-modified'],
  ...['link', 'location', 'ratelimit', 'ratelimit-policy', 'retry-after', 'vary'],
  'www-authenticate',
];

let contract: Contract | undefined;

/** @throws Error that says how an answer differs from the document */
export function checkAnswer(server: FastifyInstance, exchange: Exchange): void {
  // All newsrooms of a process have the same routes; one document does for them all.
  contract ??= new Contract(finishDocument(server));
  contract.check(exchange);
}

/** The document with validators that are made when they are first needed. */
export class Contract {
  readonly document: JsonObject;
  readonly #ajv: Ajv2020;
  readonly #paths: { pattern: RegExp; path: string; methods: Branch }[];
  readonly #validators = new Map<string, ValidateFunction>();

  constructor(document: JsonObject) {
    this.document = document;
    this.#ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
    formats.default(this.#ajv);
    this.#ajv.addFormat('base64', /^[A-Za-z0-9+/]*={0,2}$/);
    this.#ajv.addSchema(document, DOCUMENT);
    // Paths without parameters come first, as OpenAPI demands.
    this.#paths = Object.entries(document.paths as Record<string, Branch>)
      .map(([path, methods]) => ({ path, methods, pattern: patternOf(path) }))
      .sort((a, b) => Number(a.path.includes('{')) - Number(b.path.includes('{')));
  }

  check(exchange: Exchange): void {
    const { method, url, status, headers, text } = exchange;
    const fail: Fail = (reason) => {
      throw new Error(`${method} ${url} → ${status} is outside the contract: ${reason}`);
    };
    if (method === 'OPTIONS' || url.startsWith('/docs/assets/')) return;
    const operation = this.#find(method, url);
    if (operation === undefined) {
      if (status < 400) fail('the document has no such operation');
      const problem = pointer('components', 'schemas', 'Problem');
      this.#checkProblem(exchange, problem, fail);
      return;
    }
    const declared = operation.responses[String(status)];
    if (declared === undefined) fail(`${operation.id} does not declare this status`);
    const { value, at } = this.#resolve(declared, operation.at, 'responses', String(status));
    this.#checkHeaders(value, headers, fail);
    const isBodiless = method === 'HEAD' || value.content === undefined;
    if (isBodiless) {
      if (text !== '') fail('it has a body');
      return;
    }
    const type = String(headers['content-type']).split(';', 1)[0] as string;
    if ((value.content as Branch)[type] === undefined) fail(`its media type is ${type}`);
    const schema = `${at}/content/${escaped(type)}/schema`;
    if (type === PROBLEM_TYPE) this.#checkProblem(exchange, schema, fail);
    else if (type === 'application/x-ndjson') {
      for (const line of text.split('\n'))
        if (line !== '') this.#validate(schema, JSON.parse(line), fail);
    } else if (type.includes('json')) this.#validate(schema, JSON.parse(text), fail);
  }

  /** Whether a value is what the schema at a JSON pointer describes; else, why not. */
  explain(schemaPointer: string, value: unknown): string | null {
    let validate = this.#validators.get(schemaPointer);
    if (validate === undefined) {
      validate = this.#ajv.compile({ $ref: `${DOCUMENT}#${encodeURI(schemaPointer)}` });
      this.#validators.set(schemaPointer, validate);
    }
    if (validate(value)) return null;
    const [first] = (validate.errors ?? []).slice(0, 1);
    const found = JSON.stringify(first?.params);
    return `${first?.instancePath ?? ''} ${first?.message ?? ''} ${found}`;
  }

  #validate(schema: string, value: unknown, fail: Fail): void {
    const reason = this.explain(schema, value);
    if (reason !== null) fail(`${reason} in ${JSON.stringify(value).slice(0, 400)}`);
  }

  #checkProblem({ status, text, headers, method }: Exchange, schema: string, fail: Fail): void {
    if (!String(headers['content-type']).startsWith(PROBLEM_TYPE))
      fail('it is no problem document');
    if (method === 'HEAD') return;
    const problem = JSON.parse(text) as { code: ProblemCode; status: number; type: string };
    this.#validate(schema, problem, fail);
    if (problem.status !== status) fail(`its body says ${problem.status}`);
    if (PROBLEMS[problem.code][0] !== status) fail(`${problem.code} is not a code of this status`);
    if (!problem.type.endsWith(`/docs/problems/${problem.code}`))
      fail(`its type is ${problem.type}`);
  }

  #checkHeaders(declared: JsonObject, headers: Record<string, unknown>, fail: Fail): void {
    for (const [name, header] of Object.entries((declared.headers ?? {}) as Branch)) {
      const { value } = this.#resolve(header);
      if (value.required === true && headers[name.toLowerCase()] === undefined) {
        fail(`the header ${name} is missing`);
      }
    }
    const known = Object.keys((declared.headers ?? {}) as Branch).map((name) => name.toLowerCase());
    for (const name of TELLING) {
      if (headers[name] !== undefined && !known.includes(name))
        fail(`the document does not know its header ${name}`);
    }
  }

  #find(method: string, url: string) {
    const [path = ''] = url.split('?', 1);
    const verb = method === 'HEAD' ? 'get' : method.toLowerCase();
    const found = this.#paths.find(({ pattern, methods }) => pattern.test(path) && methods[verb]);
    const operation = found?.methods[verb];
    if (found === undefined || operation === undefined) return undefined;
    return {
      id: String(operation.operationId),
      at: pointer('paths', found.path, verb),
      responses: operation.responses as Branch,
    };
  }

  /** A part of the document and its pointer, following `$ref`. */
  #resolve(part: JsonObject, ...at: string[]): { value: JsonObject; at: string } {
    if (typeof part.$ref !== 'string') {
      const [base = '', ...rest] = at;
      return { value: part, at: base + pointer(...rest) };
    }
    const names = part.$ref.slice(2).split('/');
    const value = names.reduce<JsonObject>(
      (current, name) => current[name] as JsonObject,
      this.document,
    );
    return { value, at: pointer(...names) };
  }
}

const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** A JSON pointer (RFC 6901). */
export function pointer(...names: string[]): string {
  return names.map((name) => `/${escaped(name)}`).join('');
}

function patternOf(path: string): RegExp {
  const source = path
    .split(/\{[^}]+\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^/]+');
  return new RegExp(`^${source}$`);
}
