/** A real newsroom for a test file: a database of its own, the real app, tokens for all roles. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import { inject } from 'vitest';
import { type App, buildApp } from '../../src/app.ts';
import { createToken } from '../../src/auth/tokens.ts';
import { type Config, readConfig } from '../../src/config.ts';
import type { Clock } from '../../src/core/clock.ts';
import { openDatabase } from '../../src/core/database/open.ts';
import type { Database } from '../../src/core/database/types.ts';
import type { Outgoing } from '../../src/core/http/outgoing.ts';
import { ROLES, type Role } from '../../src/core/roles.ts';
import { SYSTEM } from '../../src/core/work.ts';
import { checkAnswer } from './contract.ts';
import { createDatabase } from './postgresql.ts';

export interface Answer {
  status: number;
  headers: LightMyRequestResponse['headers'];
  /** The parsed JSON, or `undefined` without a body. */
  // biome-ignore lint/suspicious/noExplicitAny: answers are checked against the contract elsewhere.
  body: any;
  text: string;
  etag: string;
}

export interface Send {
  as?: Role | null;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Newsroom extends App {
  db: Database;
  config: Config;
  folder: string;
  tokens: Record<Role, string>;
  /** Sends a request into the app; desk paths as `admin` unless said otherwise. */
  send(method: string, url: string, options?: Send): Promise<Answer>;
  get(url: string, options?: Send): Promise<Answer>;
  post(url: string, body?: unknown, options?: Send): Promise<Answer>;
  /** PATCH with the ETag of a GET before it, unless If-Match is given. */
  patch(url: string, body: unknown, options?: Send): Promise<Answer>;
  remove(url: string, options?: Send): Promise<Answer>;
  /** Creates an article; fails with the problem if it is refused. */
  create(article: object): Promise<Answer>;
  /** As `create`, and publishes it; fails if that is refused. */
  publish(article: object): Promise<Answer>;
  /** Runs a step of the workflow with the article's present ETag. */
  step(id: string, step: string, body?: unknown, options?: Send): Promise<Answer>;
  close(): Promise<void>;
}

export interface NewsroomOptions {
  env?: Record<string, string>;
  clock?: Clock;
  /** How other servers are called, instead of by the settings. */
  outgoing?: Outgoing;
}

/** The URL of a fresh copy of the migrated template. */
export async function freshDatabase(folder: string): Promise<string> {
  const template = inject('template');
  if (template.engine === 'postgresql') return createDatabase(template, 'onrecord_template');
  const file = join(folder, 'onrecord.db');
  copyFileSync(template.file, file);
  return `file:${file}`;
}

export async function openNewsroom(options: NewsroomOptions = {}): Promise<Newsroom> {
  const { env = {}, clock, outgoing } = options;
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
  const databaseUrl = env.DATABASE_URL ?? (await freshDatabase(folder));
  const config = readConfig({
    LOG_LEVEL: 'silent',
    RATE_LIMIT: 'off',
    DATA_DIR: folder,
    DATABASE_URL: databaseUrl,
    ...env,
  });
  const db = await openDatabase(config);
  const app = await buildApp({
    config,
    db,
    ...(clock === undefined ? {} : { clock }),
    ...(outgoing === undefined ? {} : { outgoing }),
  });
  const tokens = {} as Record<Role, string>;
  for (const role of ROLES) {
    const { secret } = await app.context.run(SYSTEM, (work) =>
      createToken(work, { name: `the ${role}`, role }),
    );
    tokens[role] = secret;
  }
  const send: Newsroom['send'] = async (method, url, { as, body, headers = {} } = {}) => {
    const role = as === undefined && url.startsWith('/v1/desk') ? 'admin' : as;
    const answer = await app.server.inject({
      method: method as 'GET',
      url,
      headers: {
        ...(role == null ? {} : { authorization: `Bearer ${tokens[role]}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const shown = present(answer);
    checkAnswer(app.server, { method, url, ...shown });
    return shown;
  };
  const withMatch = async (url: string, headers: Record<string, string> = {}) =>
    'if-match' in headers ? headers : { 'if-match': (await send('GET', url)).etag, ...headers };
  const newsroom: Newsroom = {
    ...app,
    db,
    config,
    folder,
    tokens,
    send,
    get: (url, options) => send('GET', url, options),
    post: (url, body, options) => send('POST', url, { body, ...options }),
    patch: async (url, body, options = {}) =>
      send('PATCH', url, { ...options, body, headers: await withMatch(url, options.headers) }),
    remove: async (url, options = {}) =>
      send('DELETE', url, { ...options, headers: await withMatch(url, options.headers) }),
    async create(article) {
      const created = await send('POST', '/v1/desk/articles', { body: article });
      if (created.status !== 201) throw new Error(`not created: ${created.text}`);
      return created;
    },
    async publish(article) {
      const created = await newsroom.create(article);
      const published = await newsroom.step(created.body.id, 'publish');
      if (published.status !== 200) throw new Error(`not published: ${published.text}`);
      return published;
    },
    async step(id, step, body, options = {}) {
      const url = `/v1/desk/articles/${id}`;
      return send('POST', `${url}/${step}`, {
        ...options,
        body,
        headers: await withMatch(url, options.headers),
      });
    },
    async close() {
      await app.server.close();
      await db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return newsroom;
}

function present(answer: LightMyRequestResponse): Answer {
  const text = answer.payload;
  const isJson = /[/+]json/.test(String(answer.headers['content-type'] ?? ''));
  return {
    status: answer.statusCode,
    headers: answer.headers,
    body: isJson && text !== '' ? JSON.parse(text) : undefined,
    text,
    etag: String(answer.headers.etag ?? ''),
  };
}
