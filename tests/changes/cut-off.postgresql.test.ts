import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownSlug, plainArticle } from '../support/articles.ts';
import { type Network, openNetwork } from '../support/network.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

describe('a server that is cut off from its database', () => {
  let newsroom: Newsroom;
  let network: Network;
  let other: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    network = await openNetwork(newsroom.config.databaseUrl);
    other = await openNewsroom({ env: { DATABASE_URL: network.url } });
  });
  afterAll(async () => {
    // What waits for an answer would wait for ever, and goodbyes are not answered either.
    await network.close();
    await other.server.close();
    await other.db.close();
    await newsroom.close();
  });

  it('is not ready meanwhile, and then shows nothing any more that was withdrawn', async () => {
    const slug = ownSlug('withdrawn');
    const { id } = (await newsroom.publish(plainArticle({ slug }))).body;
    /** 0 for a read by a connection that stays silent. */
    const status = () =>
      Promise.race([
        other.get(`/v1/articles/${slug}`).then((answer) => answer.status),
        sleep(1_000, 0),
      ]);
    while ((await status()) !== 200) await sleep(50);
    network.fallSilent();
    await newsroom.step(id, 'withdraw');
    const ready = await other.get('/ready');
    expect(ready.status).toBe(503);
    expect(ready.headers['retry-after']).toBe('1');
    network.recover();
    while ((await status()) !== 404) await sleep(50);
    expect((await other.get('/ready')).status).toBe(200);
  });
});
