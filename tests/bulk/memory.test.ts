import { type ClientRequest, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const LINES = 10_000;
const LINE_BYTES = 8_000;
/** One in so many is done; the others are refused, so that the test takes seconds. */
const DONE_EVERY = 100;
/** The body is 80 MB. What is held at a time is a few lines, and what caches keep anyway. */
const HELD_MAX_BYTES = 30_000_000;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What this process, server and client in one, can still reach. */
function heldBytes(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

describe('POST /v1/desk/bulk', { timeout: 600_000 }, () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    await newsroom.server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => newsroom.close());

  function post(): ClientRequest {
    const { port } = newsroom.server.server.address() as AddressInfo;
    const headers = {
      authorization: `Bearer ${newsroom.tokens.writer}`,
      'content-type': 'application/x-ndjson',
    };
    return httpRequest({
      port,
      host: '127.0.0.1',
      path: '/v1/desk/bulk',
      method: 'POST',
      headers,
    });
  }

  it(`takes ${LINES} lines within bounded memory`, async () => {
    const padding = 'x'.repeat(LINE_BYTES);
    const before = heldBytes();
    const held: number[] = [];
    const lookNowAndThen = (count: number) => {
      if (count % 1_000 === 0) held.push(heldBytes() - before);
    };
    function* lines(): Generator<string> {
      for (let number = 1; number <= LINES; number += 1) {
        lookNowAndThen(number);
        const op = number % DONE_EVERY === 0 ? 'create' : 'destroy';
        const article = plainArticle({ slug: `line-${number}`, body: padding });
        yield `${JSON.stringify({ op, article })}\n`;
      }
    }
    let [count, done] = [0, 0];
    await new Promise<void>((resolve, reject) => {
      const request = post();
      request.once('error', reject);
      request.once('response', async (response) => {
        let rest = '';
        for await (const chunk of response.setEncoding('utf8')) {
          const results = (rest + chunk).split('\n');
          rest = results.pop() ?? '';
          for (const result of results) {
            count += 1;
            lookNowAndThen(count);
            if ((JSON.parse(result) as { status: number }).status === 201) done += 1;
          }
        }
        resolve();
      });
      Readable.from(lines()).pipe(request);
    });
    expect(count).toBe(LINES);
    expect(done).toBe(LINES / DONE_EVERY);
    expect(held).toHaveLength(20);
    expect(Math.max(...held)).toBeLessThan(HELD_MAX_BYTES);
  });
});
