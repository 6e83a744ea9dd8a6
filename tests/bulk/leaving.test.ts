import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { type ClientRequest, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { spoolBody } from '../../src/bulk/spool.ts';
import { plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { eventually } from '../support/waiting.ts';

const LINES = 60;
const PREFIX = 'onrecord-bulk-';
const DESCRIPTORS = '/proc/self/fd';
/** How long after the last byte of the body clients leave: before, while and after it is answered. */
const LATER_MS = [0, 1, 2, 3, 5, 8, 12, 20, 35, 60, 120];

/** Sends what it likes of the body and leaves when it resolves. */
type Visit = (request: ClientRequest, body: string) => Promise<unknown>;

const VISITS: [string, Visit][] = [
  [
    'with the head sent',
    async (request) => {
      request.flushHeaders();
      await sleep(30);
    },
  ],
  [
    'in the middle of the body',
    async (request, body) => {
      request.write(body.slice(0, body.length / 2));
      await sleep(30);
    },
  ],
  ...LATER_MS.map((ms): [string, Visit] => [
    `${ms} ms after the body`,
    async (request, body) => {
      await new Promise<void>((resolve) => request.end(body, resolve));
      await sleep(ms);
    },
  ]),
  [
    'with the first of the answer read',
    (request, body) =>
      new Promise((resolve) => {
        request.once('response', (answer) => {
          answer.on('error', () => undefined);
          answer.once('data', resolve);
        });
        request.end(body);
      }),
  ],
  [
    'with all of the answer read',
    (request, body) =>
      new Promise((resolve) => {
        request.once('response', (answer) => answer.once('end', resolve).resume());
        request.end(body);
      }),
  ],
];

describe.runIf(existsSync(DESCRIPTORS))('A client of POST /v1/desk/bulk that leaves', () => {
  let newsroom: Newsroom;
  let folder: string;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    await newsroom.server.listen({ port: 0, host: '127.0.0.1' });
    folder = mkdtempSync(join(newsroom.folder, 'temporary-'));
    vi.stubEnv('TMPDIR', folder);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await newsroom.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The bodies that are still open, by descriptor. */
  function openBodies(): string[] {
    return readdirSync(DESCRIPTORS).flatMap((name) => {
      try {
        const path = readlinkSync(join(DESCRIPTORS, name));
        return path.startsWith(join(folder, PREFIX)) ? [path] : [];
      } catch {
        return [];
      }
    });
  }

  function post(query: string): ClientRequest {
    const { port } = newsroom.server.server.address() as AddressInfo;
    const request = httpRequest({
      port,
      host: '127.0.0.1',
      path: `/v1/desk/bulk${query}`,
      method: 'POST',
      agent: false,
      headers: {
        authorization: `Bearer ${newsroom.tokens.writer}`,
        'content-type': 'application/x-ndjson',
      },
    });
    return request.on('error', () => undefined);
  }

  let bodies = 0;
  /** A body and how its articles are found. */
  function makeBody() {
    bodies += 1;
    const startsWith = `body-${bodies}-`;
    const lines = Array.from({ length: LINES }, (_, number) =>
      JSON.stringify({ op: 'create', article: plainArticle({ slug: `${startsWith}${number}` }) }),
    );
    const count = () => newsroom.db.read.article.count({ where: { slug: { startsWith } } });
    return { body: lines.join('\n'), count };
  }

  it('keeps its body for as long as something is done with it, and no longer', async () => {
    const body = await spoolBody(Readable.from([Buffer.from('one\n\ntwo')]));
    const numbers: number[] = [];
    await body.keepFor(async () => {
      await body.close();
      for await (const { number } of body.lines()) numbers.push(number);
      expect(openBodies()).toHaveLength(1);
    });
    expect(numbers).toEqual([1, 3]);
    expect(openBodies()).toEqual([]);
    await expect(body.lines().next()).rejects.toThrow('given back');
  });

  describe.each(['', '?atomic=true'])('(%s)', (query) => {
    it.each(VISITS)('leaves no file open and none behind: %s', async (_, visit) => {
      const { body, count } = makeBody();
      const request = post(query);
      await visit(request, body);
      request.destroy();
      await sleep(50);
      await eventually(() => openBodies().length === 0, { limitMs: 5_000 });
      expect(readdirSync(folder).filter((name) => name.startsWith(PREFIX))).toEqual([]);
      if (query !== '') expect([0, LINES]).toContain(await count());
    });
  });
});
