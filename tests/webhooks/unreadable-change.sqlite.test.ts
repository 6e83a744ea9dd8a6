import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { append } from '../support/changes.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { openReceiver, type Receiver } from '../support/receiver.ts';

const URL = '/v1/desk/subscriptions';

describe('a change that can’t be read', () => {
  let newsroom: Newsroom;
  let receiver: Receiver;
  beforeAll(async () => {
    newsroom = await openNewsroom({ env: { ALLOW_PRIVATE_WEBHOOKS: '1' } });
    receiver = await openReceiver();
  });
  afterAll(async () => {
    await newsroom.close();
    await receiver.close();
  });

  it('keeps nobody from waiting for the messages of the others', async () => {
    const { body } = await newsroom.post(URL, { url: receiver.url });
    let release: () => void = () => undefined;
    receiver.behave((_message, response) => {
      release = () => response.writeHead(204).end();
    });
    await append(newsroom, 2);
    await newsroom.db.write(
      (client) => client.$executeRaw`UPDATE "Change" SET "at" = 'never' WHERE "seq" = 2`,
    );
    let isOver = false;
    const sent = newsroom.webhooks.tick().finally(() => {
      isOver = true;
    });
    await receiver.until(() => receiver.received.length === 1);
    expect(isOver).toBe(false);
    release();
    await sent;
    const { body: listed } = await newsroom.get(`${URL}/${body.id}/deliveries`);
    expect(listed.data).toMatchObject([
      { seq: 2, state: 'pending' },
      { seq: 1, state: 'delivered' },
    ]);
  });
});
