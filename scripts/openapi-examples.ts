/**
 * Records the answers of the real service that the OpenAPI document shows,
 * by the name of what they are an example of. Ids, secrets and hashes are replaced, and
 * the clock stands still, so that the same code always records the same file.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../src/app.ts';
import { articleExample } from '../src/articles/example.ts';
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/core/database/open.ts';
import { PROBLEMS } from '../src/core/errors.ts';
import type { JsonObject } from '../src/core/http/json-schema.ts';
import { finishDocument } from '../src/core/http/openapi.ts';

const NOW = new Date('2024-10-10T08:00:00Z');
const TOKEN = 'a-token-for-recording-the-examples';

export type Examples = Record<string, unknown>;

interface Recorder {
  send(method: string, url: string, body?: unknown, headers?: object): Promise<JsonObject>;
  examples: Examples;
}

/** What the service answers in a small scenario, by component. */
export async function recordExamples(): Promise<Examples> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-examples-'));
  const config = readConfig({
    DATABASE_URL: `file:${join(folder, 'examples.db')}`,
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    ADMIN_TOKEN: TOKEN,
  });
  const db = await openDatabase(config);
  const { server } = await buildApp({ config, db, clock: () => NOW });
  try {
    const recorder = createRecorder(server);
    await playScenario(recorder);
    return neutral(sorted({ ...otherProblems(config.publicUrl), ...recorder.examples }));
  } finally {
    await server.close();
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The first answer of each kind is kept. */
function createRecorder(server: FastifyInstance): Recorder {
  const document = finishDocument(server);
  const examples: Examples = {};
  return {
    examples,
    async send(method, url, body, headers = {}) {
      const answer = await server.inject({
        method: method as 'GET',
        url,
        headers: {
          ...(url.startsWith('/v1/desk') ? { authorization: `Bearer ${TOKEN}` } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: body as object }),
      });
      const isJson = String(answer.headers['content-type']).includes('json');
      const value: JsonObject = isJson && answer.payload !== '' ? answer.json() : {};
      const type = String(answer.headers['content-type']).split(';', 1)[0] as string;
      const name = nameOf(document, method, url, answer.statusCode, type);
      if (isJson && name !== null) note(document, examples, name, value);
      return { ...value, etag: String(answer.headers.etag ?? '') };
    },
  };
}

/** Keeps a value as the example of a component, and what lies in it as examples of theirs. */
function note(document: JsonObject, examples: Examples, name: string, value: unknown): void {
  if (name in examples || value === null) return;
  examples[name] = value;
  if (typeof value !== 'object') return;
  const { schemas } = document.components as Record<string, Record<string, JsonObject>>;
  const properties = (schemas?.[name]?.properties ?? {}) as Record<string, JsonObject>;
  for (const [key, property] of Object.entries(properties)) {
    const inner = (value as Record<string, unknown>)[key];
    const one = Array.isArray(inner) ? inner[0] : inner;
    const holder = (property.items ?? property) as JsonObject;
    const ref = ((holder.anyOf as JsonObject[] | undefined)?.[0] ?? holder).$ref;
    if (one === undefined || typeof one !== 'object' || typeof ref !== 'string') continue;
    note(document, examples, ref.split('/').at(-1) ?? '', one);
  }
}

/** The component that an answer is an example of. */
function nameOf(
  document: JsonObject,
  method: string,
  url: string,
  status: number,
  type: string,
): string | null {
  if (status >= 400) return `Problem${status}`;
  const [path = ''] = url.split('?');
  const paths = document.paths as Record<string, Record<string, JsonObject>>;
  const template = Object.keys(paths)
    .sort((a, b) => a.split('{').length - b.split('{').length)
    .find((candidate) => new RegExp(`^${candidate.replace(/\{\w+\}/g, '[^/]+')}$`).test(path));
  const operation = template === undefined ? undefined : paths[template]?.[method.toLowerCase()];
  const responses = operation?.responses as Record<string, JsonObject> | undefined;
  const content = responses?.[String(status)]?.content as Record<string, JsonObject> | undefined;
  const schema = content?.[type]?.schema as JsonObject | undefined;
  const [first] = (schema?.anyOf ?? [schema]) as (JsonObject | undefined)[];
  return typeof first?.$ref === 'string' ? (first.$ref.split('/').at(-1) ?? null) : null;
}

/** What the scenario needs of the article that it made. */
interface Article {
  interviews: [{ turns: [{ id: string }] }];
  quotes: [{ id: string; speaker: { slug: string } }];
  claims: [{ id: string; figure: { slug: string } }];
}

async function playScenario({ send }: Recorder): Promise<void> {
  const { slug } = articleExample;
  const created = await send('POST', '/v1/desk/articles', articleExample);
  const desk = `/v1/desk/articles/${created.id}`;
  const match = async () => ({ 'if-match': String((await send('GET', desk)).etag) });
  await send('POST', `${desk}/check`);
  const published = await send('POST', `${desk}/publish`, {}, await match());
  if (published.state !== 'live') throw new Error(`Not published: ${JSON.stringify(published)}`);
  await send('PATCH', desk, { headline: 'River wall gives way in Marrowford' }, await match());
  await send('POST', `${desk}/corrections`, { note: 'The headline named no town.' }, await match());
  const url = `/v1/articles/${slug}`;
  const { quotes, claims, interviews } = (await send('GET', url)) as unknown as Article;
  const history = ['corrections', 'editions', 'editions/1'];
  for (const part of ['turns', 'quotes', 'claims', ...history, 'jsonld', 'ninjs']) {
    await send('GET', `${url}/${part}`);
  }
  for (const part of ['interviews', 'turns', 'quotes', 'claims', 'revisions']) {
    await send('GET', `${desk}/${part}`);
  }
  const parts = [`turns/${interviews[0].turns[0].id}`, `quotes/${quotes[0].id}`];
  for (const part of [...parts, `claims/${claims[0].id}`]) {
    await send('GET', `/v1/${part}`);
    await send('GET', `/v1/${part}/editions`);
  }
  const figure = claims[0].figure.slug;
  const source = quotes[0].speaker.slug;
  for (const path of [`figures/${figure}`, `figures/${figure}/series`, `sources/${source}`]) {
    await send('GET', `/v1/${path}`);
  }
  for (const list of ['articles', 'turns', 'quotes', 'claims', 'figures', 'sources']) {
    await send('GET', `/v1/${list}`);
  }
  for (const list of ['corrections', 'changes?limit=1', 'search?q=wall'])
    await send('GET', `/v1/${list}`);
  await send('POST', '/v1/desk/tokens', { name: 'Ines Farrow', role: 'writer' });
  const lists = ['articles', 'sources', 'figures', 'sections', 'tags', 'tokens', 'audit?limit=1'];
  for (const list of [...lists, 'me']) await send('GET', `/v1/desk/${list}`);
  await playRest(send, desk, { figure, source });
  await send('GET', '/health');
  await send('GET', '/ready');
  await meetProblems(send, desk, match);
}

/** What lies beside the way of an article: revisions, previews, imports and the like. */
async function playRest(
  send: Recorder['send'],
  desk: string,
  { figure, source }: { figure: string; source: string },
): Promise<void> {
  await send('GET', `${desk}/revisions/1`);
  await send('GET', `${desk}/revisions/1/diff/2`);
  const preview = await send('POST', `${desk}/previews`, {});
  await send('GET', new URL(String(preview.url), 'http://localhost').pathname);
  await send('GET', `${desk}/previews`);
  await send('GET', `/v1/desk/figures/${figure}`);
  await send('GET', `/v1/desk/sources/${source}`);
  await send('GET', '/v1/desk/tags/floods');
  const text = '“We wait for the fog to lift,” said Ada Renn.';
  await send('POST', '/v1/desk/extract', { text, publishedOn: '2024-10-09' });
  await send('POST', '/v1/desk/imports', { name: 'ferry.txt', content: text });
  const url = 'https://hooks.example.org/onrecord';
  await send('POST', '/v1/desk/subscriptions', { url });
  for (const list of ['subscriptions', 'assets', 'jobs']) await send('GET', `/v1/desk/${list}`);
}

async function meetProblems(
  send: Recorder['send'],
  desk: string,
  match: () => Promise<object>,
): Promise<void> {
  await send('GET', '/v1/articles?sektion=local');
  await send('GET', '/v1/desk/me', undefined, { authorization: 'Bearer none' });
  await send('GET', '/v1/articles/no-such-article');
  await send('GET', '/v1/articles', undefined, { accept: 'text/csv' });
  await send('POST', '/v1/desk/articles', { headline: 'Taken', slug: articleExample.slug });
  await send('PATCH', desk, { summary: 'Late.' }, { 'if-match': '"v0"' });
  await send('PATCH', desk, { summary: 'Late.' });
  await send('POST', '/v1/desk/articles', 'a', { 'content-type': 'text/plain' });
  const draft = await send('POST', '/v1/desk/articles', { headline: 'A draft' });
  const publish = `/v1/desk/articles/${draft.id}/publish`;
  await send('POST', publish, {}, { 'if-match': String(draft.etag) });
  await send('POST', `${desk}/retract`, { note: 'It rested on a forged paper.' }, await match());
  await send('GET', `/v1/articles/${articleExample.slug}`);
}

/** Problems that can't be met at will, in the words of the catalogue. */
function otherProblems(publicUrl: string): Examples {
  return Object.fromEntries(
    Object.entries(PROBLEMS)
      .reverse()
      .map(([code, [status, title, help]]) => [
        `Problem${status}`,
        {
          type: `${publicUrl}/docs/problems/${code}`,
          title,
          status,
          detail: help,
          instance: '/v1/articles',
          code,
          ...(status >= 500 ? { requestId: '000000000001-1' } : {}),
        },
      ]),
  );
}

/** The same without anything that would be another each time. */
function neutral(examples: Examples): Examples {
  const ids = new Map<string, string>();
  const text = JSON.stringify(examples)
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
      const number = ids.get(id) ?? (ids.size + 1).toString(16).padStart(12, '0');
      ids.set(id, number);
      return `01927540-2c00-7000-8000-${number}`;
    })
    .replace(/\b[0-9a-f]{64}\b/g, '0'.repeat(64))
    .replace(/"(requestId)":"[^"]*"/g, '"$1":"000000000001-1"')
    .replace(/"secret":"[^"]*"/g, '"secret":"shown-once-in-the-answer-that-creates-the-token"')
    .replace(/(\/v1\/previews\/)[\w-]+/g, '$1the-secret-of-the-link')
    .replace(/"next":"[^"]*"/g, '"next":null');
  return JSON.parse(text) as Examples;
}

function sorted(examples: Examples): Examples {
  return Object.fromEntries(Object.entries(examples).sort(([a], [b]) => (a < b ? -1 : 1)));
}
