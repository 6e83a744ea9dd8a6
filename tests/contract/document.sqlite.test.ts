import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findStale } from '../../scripts/openapi.ts';
import { PROBLEMS } from '../../src/core/errors.ts';
import type { JsonObject } from '../../src/core/http/json-schema.ts';
import { GATE_CODES } from '../../src/publishing/gate-problem.ts';
import { Contract, pointer } from '../support/contract.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

type Branch = Record<string, JsonObject>;

/** Members that an object schema may have without a name of its own. */
const UNNAMED_MAX = 3;

let newsroom: Newsroom;
let document: JsonObject;
let components: Record<string, Branch>;

beforeAll(async () => {
  newsroom = await openNewsroom();
  document = (await newsroom.get('/openapi.json')).body;
  components = document.components as Record<string, Branch>;
});

afterAll(() => newsroom.close());

function operations(): { at: string; path: string; operation: JsonObject }[] {
  return Object.entries(document.paths as Record<string, Branch>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      at: `${method.toUpperCase()} ${path}`,
      path,
      operation,
    })),
  );
}

function resolve(part: JsonObject): JsonObject {
  if (typeof part.$ref !== 'string') return part;
  const [kind = '', name = ''] = part.$ref.slice('#/components/'.length).split('/');
  return components[kind]?.[name] as JsonObject;
}

/** What the router knows, as `GET /v1/articles/{slug}`, from the tree that Fastify prints. */
function registeredRoutes(): string[] {
  const line = /^((?:[│ ] {3})*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?$/gm;
  const stack: string[] = [];
  const tree = newsroom.server.printRoutes({ commonPrefix: false });
  return [...tree.matchAll(line)]
    .flatMap(([, indent = '', part = '', methods = '']) => {
      stack.length = indent.length / 4;
      stack.push(part);
      const path = stack.join('').replace(/:(\w+)/g, '{$1}');
      return methods.split(', ').map((method) => `${method} ${path}`);
    })
    .filter((route) => /^(?:GET|POST|PUT|PATCH|DELETE) \//.test(route))
    .sort();
}

describe('The document', () => {
  it('is served as JSON and as YAML, and both say the same', async () => {
    const yaml = await newsroom.get('/openapi.yaml');

    expect(yaml.headers['content-type']).toBe('application/yaml');
    expect(parse(yaml.text)).toEqual(document);
    expect(document.openapi).toBe('3.1.0');
  });

  it('is committed as it is served, with examples as they are recorded', async () => {
    expect(await findStale()).toEqual([]);
    const committed = parse(readFileSync('openapi.yaml', 'utf8')) as JsonObject;
    expect(committed.paths).toEqual(document.paths);
  });

  it('has every route that there is, and no other', () => {
    // The viewer's own files are part of its page.
    const registered = registeredRoutes().filter((route) => !route.includes(' /docs/assets/'));

    expect(registered.length).toBeGreaterThan(100);
    // Where two routes name a parameter differently, the tree shows both names.
    const nameless = (routes: string[]) =>
      [...new Set(routes.map((route) => route.replace(/\{[^/]*\}/g, '{}')))].sort();
    expect(nameless(registered)).toEqual(nameless(operations().map(({ at }) => at)));
  });

  it('can be read from any origin, as a client generator in a browser does', async () => {
    const { headers } = await newsroom.get('/openapi.json');

    expect(headers['access-control-allow-origin']).toBe('*');
  });

  it('is sent compressed, and not again to who has it', async () => {
    const whole = await newsroom.server.inject('/openapi.json');
    const asked = { url: '/openapi.json', headers: { 'accept-encoding': 'br' } };
    const packed = await newsroom.server.inject(asked);
    const again = await newsroom.server.inject({
      ...asked,
      headers: { ...asked.headers, 'if-none-match': packed.headers.etag as string },
    });

    expect(brotliDecompressSync(packed.rawPayload)).toEqual(whole.rawPayload);
    expect(packed.rawPayload.length).toBeLessThan(whole.rawPayload.length / 5);
    expect(again.statusCode).toBe(304);
  });
});

describe('The pages for people', () => {
  it.each([
    ['/', ['docs', 'openapi.json']],
    ['/docs', ['docs/assets/start.js', 'openapi.yaml']],
    ['/docs/problems/not-found', ['../../docs']],
  ])('lead on from %s, under a path of a proxy too', async (url, expected) => {
    const { text, headers } = await newsroom.get(url);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    const links = [...text.matchAll(/ (?:href|src)="([^":]+)"/g)].map(([, link = '']) => link);
    expect(links).toEqual(expect.arrayContaining(expected));
    for (const link of links) {
      const { pathname } = new URL(link, `https://news.example/api${url}`);
      expect(pathname).toMatch(/^\/api\//);
      expect((await newsroom.get(pathname.slice('/api'.length))).status, link).toBe(200);
    }
  });
});

describe('Each operation', () => {
  it('has an id of its own, a summary, a description and one known tag', () => {
    const tags = (document.tags as { name: string }[]).map(({ name }) => name);
    const ids = operations().map(({ operation }) => operation.operationId);

    expect(new Set(ids).size).toBe(ids.length);
    for (const { at, operation } of operations()) {
      expect(operation.summary, at).toMatch(/\w/);
      expect(operation.description, at).toMatch(/\w{3}.*\./s);
      expect(operation.tags, at).toHaveLength(1);
      expect(tags, at).toContain((operation.tags as string[])[0]);
    }
  });

  it('needs a token at the desk, and nowhere else', () => {
    for (const { at, path, operation } of operations()) {
      const expected = path.startsWith('/v1/desk/') ? [{ token: [] }] : [];
      expect(operation.security, at).toEqual(expected);
    }
  });

  it('describes its parameters, and gives examples that the parameters allow', () => {
    const contract = new Contract(document);
    for (const { at, path, operation } of operations()) {
      for (const [index, parameter] of ((operation.parameters ?? []) as JsonObject[]).entries()) {
        const { name, description, example } = resolve(parameter);
        expect(description, `${at}: ${name}`).toMatch(/\w/);
        if (example === undefined) continue;
        const method = at.split(' ')[0]?.toLowerCase() ?? '';
        const schema =
          typeof parameter.$ref === 'string'
            ? `${parameter.$ref.slice(1)}/schema`
            : pointer('paths', path, method, 'parameters', String(index), 'schema');
        expect(contract.explain(schema, example), `${at}: ${name}`).toBeNull();
      }
    }
  });

  it('declares that it may be refused, limited and out of order', () => {
    for (const { at, path, operation } of operations()) {
      const statuses = Object.keys(operation.responses as object);
      expect(statuses, at).toEqual(expect.arrayContaining(['400', '429', '500', '503']));
      if (path.startsWith('/v1/desk/'))
        expect(statuses, at).toEqual(expect.arrayContaining(['401', '403']));
      if (path.includes('{')) expect(statuses, at).toContain('404');
      if (operation.requestBody !== undefined) expect(statuses, at).toContain('415');
    }
  });

  it('shows an example of each JSON body that it takes', () => {
    const bare = operations().flatMap(({ at, operation }) => {
      const { content = {} } = (operation.requestBody ?? {}) as { content?: Branch };
      return Object.entries(content)
        .filter(([type, { examples }]) => type.includes('json') && examples === undefined)
        .map(([type]) => `${at} ${type}`);
    });

    expect(bare).toEqual([]);
  });

  it('shows an example of what it answers, if it is on the wire', () => {
    const bare = operations()
      .filter(({ path }) => path.startsWith('/v1/') && !path.startsWith('/v1/desk/'))
      .flatMap(({ at, operation }) =>
        Object.values(operation.responses as Branch).flatMap((answer) =>
          Object.entries((resolve(answer).content ?? {}) as Branch)
            .filter(([type, { examples }]) => type === 'application/json' && !examples)
            .map(() => at),
        ),
      );

    expect(bare).toEqual([]);
  });
});

describe('Each schema', () => {
  it('has a name and a description, unless it is small', () => {
    const unnamed: string[] = [];
    const look = (part: unknown, at: string): void => {
      if (typeof part !== 'object' || part === null) return;
      const { properties } = part as { properties?: object };
      const isSchema = (part as JsonObject).type === 'object' && properties !== undefined;
      if (isSchema && Object.keys(properties).length > UNNAMED_MAX) unnamed.push(at);
      for (const [key, inner] of Object.entries(part)) look(inner, `${at}/${key}`);
    };
    for (const [name, schema] of Object.entries(components.schemas ?? {})) {
      expect(schema.description, name).toMatch(/\w/);
      if (name.endsWith('Fields')) continue;
      for (const [key, inner] of Object.entries(schema)) look(inner, `${name}/${key}`);
    }
    look(document.paths, '');

    expect(unnamed).toEqual([]);
  });

  it('refuses members that it does not know, if a body is made of it', () => {
    const seen = new Set<string>();
    const open: string[] = [];
    const look = (part: unknown, at: string): void => {
      if (typeof part !== 'object' || part === null) return;
      const { $ref, type, properties, additionalProperties } = part as JsonObject;
      if (typeof $ref === 'string' && !seen.has($ref)) {
        seen.add($ref);
        look(resolve(part as JsonObject), $ref);
      }
      if (type === 'object' && properties !== undefined && additionalProperties !== false) {
        open.push(at);
      }
      for (const [key, inner] of Object.entries(part)) {
        if (key !== 'examples') look(inner, `${at}/${key}`);
      }
    };
    for (const { at, operation } of operations()) {
      const { content = {} } = (operation.requestBody ?? {}) as { content?: Branch };
      look(content, at);
    }

    expect(open).toEqual([]);
  });

  it('fits its examples', () => {
    const contract = new Contract(document);
    let count = 0;
    const check = (media: JsonObject, schema: string, at: string) => {
      for (const example of Object.values((media.examples ?? {}) as Branch)) {
        count += 1;
        expect(contract.explain(schema, resolve(example).value), at).toBeNull();
      }
    };
    for (const { at, path, operation } of operations()) {
      const base = ['paths', path, at.split(' ')[0]?.toLowerCase() ?? ''];
      const { content = {} } = (operation.requestBody ?? {}) as { content?: Branch };
      for (const [type, media] of Object.entries(content)) {
        check(media, pointer(...base, 'requestBody', 'content', type, 'schema'), at);
      }
      for (const [status, answer] of Object.entries(operation.responses as Branch)) {
        for (const [type, media] of Object.entries((answer.content ?? {}) as Branch)) {
          check(media, pointer(...base, 'responses', status, 'content', type, 'schema'), at);
        }
      }
    }
    for (const [name, answer] of Object.entries(components.responses ?? {})) {
      for (const [type, media] of Object.entries((answer.content ?? {}) as Branch)) {
        check(media, pointer('components', 'responses', name, 'content', type, 'schema'), name);
      }
    }

    expect(count).toBeGreaterThan(100);
  });
});

describe('Codes', () => {
  it('of problems are those of the catalogue', () => {
    expect(components.schemas?.ProblemCode?.enum).toEqual(Object.keys(PROBLEMS));
  });

  it('of the gate are those of the gate', () => {
    const { properties } = components.schemas?.GateProblem ?? {};

    expect((properties as Branch).code?.enum).toEqual(Object.keys(GATE_CODES));
  });

  it.each(Object.entries(PROBLEMS))(
    '%s has a page that its type leads to',
    async (code, problem) => {
      const [status, title] = problem;
      const { text, headers } = await newsroom.get(`/docs/problems/${code}`);

      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(text).toContain(`<h1>${title}</h1>`);
      expect(text).toContain(`HTTP status ${status}`);
    },
  );

  it('lead from a problem that was met to its page', async () => {
    const { body } = await newsroom.get('/v1/articles/none');
    const { pathname, origin } = new URL(body.type);

    expect(origin).toBe(newsroom.config.publicUrl);
    expect((await newsroom.get(pathname)).text).toContain(body.title);
  });

  it('tell on their pages of the setting that would let an address be called', async () => {
    const { text } = await newsroom.get('/docs/problems/address-refused');
    expect(text).toContain('ALLOW_PRIVATE_WEBHOOKS');
  });

  it('that do not exist have no page', async () => {
    expect((await newsroom.get('/docs/problems/none')).status).toBe(404);
    expect((await newsroom.get('/docs/problems/constructor')).status).toBe(404);
  });
});
