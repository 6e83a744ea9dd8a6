import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullArticle } from '../support/articles.ts';
import { createRandom, makeHostile, type Names } from '../support/hostile.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { listOperations, MISSING_ID, type Operation } from '../support/operations.ts';

/** How many requests each operation gets; the long form is `npm run test:faults`. */
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 50);
const SEED = Number(process.env.FUZZ_SEED ?? 20241009);
/** Streams have no end, and are tested where they are built. */
const STREAMS = /stream/i;

describe('no hostile request gives a 5xx or an answer outside the contract', () => {
  let newsroom: Newsroom;
  let document: Record<string, unknown>;
  let operations: Operation[];
  let names: Names;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    const { body } = await newsroom.publish(fullArticle({ slug: 'fuzzed' }));
    const wire = (await newsroom.get('/v1/articles/fuzzed')).body;
    const named: [RegExp, Record<string, string>][] = [
      [/^\/v1\/articles/, { slug: 'fuzzed', number: '1' }],
      [
        /^\/v1\/desk\/articles/,
        { id: body.id, part: wire.quotes[0].id, number: '1', a: '1', b: '1' },
      ],
      [/^\/v1\/turns/, { id: wire.interviews[0].turns[0].id }],
      [/^\/v1\/quotes/, { id: wire.quotes[0].id }],
      [/^\/v1\/claims/, { id: wire.claims[0].id }],
      [/sources/, { slug: 'mara-elsing', id: 'mara-elsing' }],
      [/figures/, { slug: 'marrowford-evacuees', id: 'marrowford-evacuees' }],
      [/sections/, { id: 'local' }],
      [/tags/, { id: 'floods' }],
    ];
    names = ({ path }, parameter) =>
      named.find(([pattern]) => pattern.test(path))?.[1][parameter] ?? MISSING_ID;
    ({ document, operations } = await listOperations(newsroom));
    operations = operations.filter(({ id }) => !STREAMS.test(id));
  });
  afterAll(() => newsroom.close());

  it(`${REQUESTS} requests to every operation`, { timeout: 3_600_000 }, async () => {
    const failures: string[] = [];
    const statuses = new Map<number, number>();
    for (const [position, operation] of operations.entries()) {
      const random = createRandom(SEED + position * 7919);
      for (let turn = 0; turn < REQUESTS; turn += 1) {
        const request = makeHostile(document, operation, names, random);
        const told = `${request.method} ${request.url.slice(0, 300)} ${JSON.stringify(request.headers)} ${request.body?.slice(0, 300) ?? ''}`;
        try {
          const { method, url, headers, body } = request;
          const answer = await newsroom.send(method, url, {
            as: operation.isDesk ? 'admin' : null,
            headers,
            ...(body === undefined ? {} : { body }),
          });
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
          if (answer.status >= 500)
            failures.push(`${answer.status} for ${told}: ${answer.text.slice(0, 200)}`);
          else if (request.mustFail && answer.status < 400)
            failures.push(`${answer.status} instead of a refusal for ${told}`);
        } catch (error) {
          failures.push(`${(error as Error).message.slice(0, 300)} for ${told}`);
        }
      }
    }
    expect(failures.slice(0, 20), `${failures.length} of them`).toEqual([]);
    // Both kinds of answers came, so that the requests were neither all good nor all bad.
    expect(statuses.get(200) ?? 0).toBeGreaterThan(50);
    expect(statuses.get(400) ?? 0).toBeGreaterThan(500);
  });

  it('serves as before afterwards', async () => {
    expect((await newsroom.get('/ready')).status).toBe(200);
    expect((await newsroom.get('/v1/articles')).status).toBe(200);
    expect((await newsroom.post('/v1/desk/articles', fullArticle())).status).toBe(201);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
