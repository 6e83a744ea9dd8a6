import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '../../src/core/work.ts';
import { claimDue, writeOutcome } from '../../src/webhooks/store.ts';
import { plainArticle } from '../support/articles.ts';
import { append } from '../support/changes.ts';
import { createTestClock, HOUR, MINUTE, SECOND, type TestClock } from '../support/clock.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { accept, answer, openReceiver, type Received, type Receiver } from '../support/receiver.ts';

const URL = '/v1/desk/subscriptions';
const DAY = 24 * HOUR;

interface Subscribed {
  id: string;
  url: string;
  secret: string;
}

describe('deliveries', () => {
  let newsroom: Newsroom;
  let clock: TestClock;
  const receivers: Receiver[] = [];
  const subscribed: Subscribed[] = [];
  beforeAll(async () => {
    clock = createTestClock(new Date().toISOString());
    newsroom = await openNewsroom({ clock, env: { ALLOW_PRIVATE_WEBHOOKS: '1' } });
  });
  afterEach(async () => {
    for (const { id } of subscribed.splice(0)) await newsroom.remove(`${URL}/${id}`);
    for (const receiver of receivers.splice(0)) await receiver.close();
    clock.now = new Date();
  });
  afterAll(() => newsroom.close());

  const open = async () => {
    const receiver = await openReceiver();
    receivers.push(receiver);
    return receiver;
  };
  const subscribe = async (url: string, input: object = {}): Promise<Subscribed> => {
    const made = await newsroom.post(URL, { url, ...input });
    expect(made.status, made.text).toBe(201);
    subscribed.push(made.body);
    return made.body;
  };
  const deliveriesOf = async ({ id }: Subscribed, query = '') =>
    (await newsroom.get(`${URL}/${id}/deliveries?limit=100${query}`)).body.data;
  const verify = ({ secret }: Subscribed, { body, headers }: Received) =>
    // biome-ignore lint/suspicious/noExplicitAny: the library gives what was signed.
    new Webhook(secret).verify(body, headers as Record<string, string>) as any;

  it('carry each change, signed as the specification says, and are listed', async () => {
    const receiver = await open();
    const subscription = await subscribe(receiver.url);
    await newsroom.publish(plainArticle({ slug: 'told' }));
    await newsroom.webhooks.tick();
    expect(receiver.received).toHaveLength(1);
    const [message] = receiver.received as [Received];
    const entry = (await newsroom.get('/v1/changes?fields=seq')).body.data.at(-1).seq;
    const changes = await newsroom.get(`/v1/changes?after=${entry - 1}`);
    expect(verify(subscription, message)).toEqual({
      type: 'article.published',
      timestamp: changes.body.data[0].at,
      data: changes.body.data[0],
    });
    expect(message.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(message.headers['user-agent']).toBe('Onrecord-Webhooks/1.0');
    const [delivery] = await deliveriesOf(subscription);
    expect(delivery).toMatchObject({
      id: message.id,
      seq: entry,
      type: 'article.published',
      state: 'delivered',
      attempts: 1,
      lastStatus: 204,
      lastError: null,
      nextAttemptAt: null,
    });
    expect(delivery.deliveredAt).toBe(clock.now.toISOString());
  });

  it('go out by themselves when something is published', async () => {
    const receiver = await open();
    await subscribe(receiver.url);
    await newsroom.publish(plainArticle({ slug: 'by-itself' }));
    await receiver.until(() => receiver.received.length === 1);
    await newsroom.webhooks.tick();
    expect(receiver.received).toHaveLength(1);
  });

  it('are made of the types asked for only, and not again after a change of them', async () => {
    const receiver = await open();
    const subscription = await subscribe(receiver.url, { types: ['article.published'] });
    await append(newsroom, 3);
    await newsroom.publish(plainArticle({ slug: 'of-this-type' }));
    await newsroom.webhooks.tick();
    await newsroom.patch(`${URL}/${subscription.id}`, { types: [] });
    await newsroom.webhooks.tick();
    expect((await deliveriesOf(subscription)).map(({ type }: { type: string }) => type)).toEqual([
      'article.published',
    ]);
    await append(newsroom, 1);
    await newsroom.webhooks.tick();
    expect(await deliveriesOf(subscription)).toHaveLength(2);
  });

  it('tell of a retraction and of nothing that was never public', async () => {
    const receiver = await open();
    await newsroom.create(plainArticle({ slug: 'never', headline: 'CANARY' }));
    const { body } = await newsroom.publish(plainArticle({ slug: 'wrong' }));
    const subscription = await subscribe(receiver.url);
    await newsroom.step(body.id, 'retract', { note: 'It was wrong.' });
    await newsroom.webhooks.tick();
    const told = receiver.received.map((message) => verify(subscription, message));
    expect(told.at(-1)).toMatchObject({
      type: 'article.retracted',
      data: { slug: 'wrong', data: { notice: 'It was wrong.' } },
    });
    expect(JSON.stringify(told)).not.toContain('CANARY');
  });

  it('are tried again with the same id and more and more patience', async () => {
    const receiver = await open();
    receiver.behave(answer(500));
    const subscription = await subscribe(receiver.url);
    await append(newsroom, 1);
    await newsroom.webhooks.tick();
    const [first] = await deliveriesOf(subscription, '&state=pending');
    expect(first).toMatchObject({
      attempts: 1,
      lastStatus: 500,
      lastError: 'the receiver answered 500',
    });
    const wait = Date.parse(first.nextAttemptAt) - clock.now.getTime();
    expect(wait).toBeGreaterThanOrEqual(4 * SECOND);
    expect(wait).toBeLessThanOrEqual(6 * SECOND);
    await newsroom.webhooks.tick();
    expect(receiver.received).toHaveLength(1);
    clock.pass(6 * SECOND);
    await newsroom.webhooks.tick();
    clock.pass(MINUTE);
    receiver.behave(accept);
    await newsroom.webhooks.tick();
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(1);
    expect(receiver.received).toHaveLength(3);
    for (const message of receiver.received) verify(subscription, message);
    const [done] = await deliveriesOf(subscription);
    expect(done).toMatchObject({ state: 'delivered', attempts: 3, lastStatus: 204 });
  });

  it('wait for as long as Retry-After asks', async () => {
    const receiver = await open();
    receiver.behave(answer(429, { 'retry-after': '600' }));
    const subscription = await subscribe(receiver.url);
    await append(newsroom, 1);
    await newsroom.webhooks.tick();
    const [pending] = await deliveriesOf(subscription);
    expect(Date.parse(pending.nextAttemptAt) - clock.now.getTime()).toBe(10 * MINUTE);
  });

  it('fail after three days, and can be sent again with their id', async () => {
    const receiver = await open();
    receiver.behave(answer(503));
    const subscription = await subscribe(receiver.url);
    await append(newsroom, 1);
    const start = clock.now.getTime();
    let rounds = 0;
    for (; rounds < 40; rounds += 1) {
      await newsroom.webhooks.tick();
      const [delivery] = await deliveriesOf(subscription);
      if (delivery.state === 'failed') break;
      clock.now = new Date(delivery.nextAttemptAt);
    }
    expect(clock.now.getTime() - start).toBe(3 * DAY);
    expect(receiver.received.length).toBeGreaterThan(12);
    const [failed] = await deliveriesOf(subscription, '&state=failed');
    expect(failed).toMatchObject({ lastStatus: 503, nextAttemptAt: null });
    receiver.behave(accept);
    clock.now = new Date();
    const again = await newsroom.post(
      `${URL}/${subscription.id}/deliveries/${failed.id}/redeliver`,
    );
    expect(again.status, again.text).toBe(202);
    expect(again.body).toMatchObject({ id: failed.id, state: 'pending', attempts: 0 });
    await newsroom.webhooks.tick();
    expect(receiver.received.at(-1)?.id).toBe(failed.id);
    verify(subscription, receiver.received.at(-1) as Received);
    expect(await deliveriesOf(subscription, '&state=delivered')).toHaveLength(1);
    const { body } = await newsroom.get(`/v1/desk/audit?target=${failed.id}`);
    expect(body.data[0].action).toBe('delivery.restart');
  });

  it('410 when what is to be sent again was pruned', async () => {
    const receiver = await open();
    const subscription = await subscribe(receiver.url);
    await append(newsroom, 2);
    await newsroom.webhooks.tick();
    const [, old] = await deliveriesOf(subscription);
    await newsroom.db.write((client) => client.change.deleteMany({ where: { seq: old.seq } }));
    const url = `${URL}/${subscription.id}/deliveries/${old.id}/redeliver`;
    const { status, body } = await newsroom.post(url);
    expect(status).toBe(410);
    expect(body.code).toBe('gone');
    expect(receiver.received).toHaveLength(2);
  });

  it('end when the receiver answers 410, and go on where they stopped when it is wanted', async () => {
    const receiver = await open();
    receiver.behave(answer(410));
    const subscription = await subscribe(receiver.url);
    await append(newsroom, 1);
    await newsroom.webhooks.tick();
    const url = `${URL}/${subscription.id}`;
    expect((await newsroom.get(url)).body).toMatchObject({
      state: 'disabled',
      disabledReason: 'The receiver answered 410 Gone.',
    });
    const { body: audit } = await newsroom.get(`/v1/desk/audit?target=${subscription.id}`);
    expect(audit.data[0]).toMatchObject({ action: 'subscription.disable', actor: 'system' });
    await append(newsroom, 2);
    clock.pass(DAY);
    await newsroom.webhooks.tick();
    expect(receiver.received).toHaveLength(1);
    receiver.behave(accept);
    clock.now = new Date();
    await newsroom.patch(url, { state: 'active' });
    await newsroom.webhooks.tick();
    expect(receiver.received).toHaveLength(3);
    const states = (await deliveriesOf(subscription)).map(({ state }: { state: string }) => state);
    expect(states).toEqual(['delivered', 'delivered', 'failed']);
  });

  it('are not sent once a receiver answers 410, but for those that are on their way', async () => {
    const receiver = await open();
    receiver.behave(answer(410));
    const subscription = await subscribe(receiver.url);
    await append(newsroom, 40);
    await newsroom.webhooks.tick();
    expect(receiver.received.length).toBeLessThanOrEqual(8);
    const described = await newsroom.patch(`${URL}/${subscription.id}`, { description: 'Gone.' });
    expect(described.body).toMatchObject({
      state: 'disabled',
      disabledReason: 'The receiver answered 410 Gone.',
    });
  });

  it('fail at once where the change was pruned before it could be told', async () => {
    const receiver = await open();
    const subscription = await subscribe(receiver.url);
    receiver.behave(answer(500));
    await append(newsroom, 1);
    await newsroom.webhooks.tick();
    const [{ seq }] = await deliveriesOf(subscription);
    await newsroom.db.write((client) => client.change.deleteMany({ where: { seq } }));
    clock.pass(MINUTE);
    await newsroom.webhooks.tick();
    expect(receiver.received).toHaveLength(1);
    expect(await deliveriesOf(subscription)).toMatchObject([
      {
        state: 'failed',
        attempts: 2,
        lastStatus: null,
        lastError: 'the change was pruned from the log',
        nextAttemptAt: null,
      },
    ]);
  });

  it('are listed by their state', async () => {
    const receiver = await open();
    const subscription = await subscribe(receiver.url);
    await append(newsroom, 1);
    await newsroom.webhooks.tick();
    receiver.behave(answer(500));
    await append(newsroom, 2);
    await newsroom.webhooks.tick();
    for (const [state, count] of [
      ['delivered', 1],
      ['pending', 2],
      ['failed', 0],
    ] as const)
      expect(await deliveriesOf(subscription, `&state=${state}`), state).toHaveLength(count);
  });

  it('are as new when they are sent again: tried for three days, and delivered by nobody yet', async () => {
    const receiver = await open();
    const subscription = await subscribe(receiver.url);
    await append(newsroom, 1);
    await newsroom.webhooks.tick();
    const [{ id }] = await deliveriesOf(subscription);
    receiver.behave(answer(500));
    clock.pass(4 * DAY);
    const again = await newsroom.post(`${URL}/${subscription.id}/deliveries/${id}/redeliver`);
    expect(again.body).toMatchObject({ state: 'pending', attempts: 0, deliveredAt: null });
    await newsroom.webhooks.tick();
    expect(await deliveriesOf(subscription)).toMatchObject([
      { id, state: 'pending', attempts: 1, deliveredAt: null, lastStatus: 500 },
    ]);
  });

  it('are claimed for active subscriptions only, and written down by who holds the claim', async () => {
    const receiver = await open();
    receiver.behave(answer(500));
    const { id } = await subscribe(receiver.url);
    await append(newsroom, 1);
    await newsroom.webhooks.tick();
    await newsroom.patch(`${URL}/${id}`, { state: 'disabled' });
    clock.pass(MINUTE);
    const times = { now: clock(), until: new Date(clock().getTime() + MINUTE) };
    const claim = (state: string) =>
      newsroom.context.run(SYSTEM, async ({ client }) => {
        // In one transaction: the newsroom would be first otherwise.
        await client.subscription.update({ where: { id }, data: { state } });
        return claimDue(client, id, 9, times);
      });
    expect(await claim('disabled')).toBeNull();
    const [row] = (await claim('active'))?.deliveries ?? [];
    const write = (by: string | null | undefined) =>
      newsroom.context.run(SYSTEM, (work) =>
        writeOutcome(work.client, {
          id: String(row?.id),
          claim: by ?? null,
          data: { state: 'delivered', nextAttemptAt: null },
        }),
      );
    const state = async () =>
      (await newsroom.db.current.delivery.findUnique({ where: { id: String(row?.id) } }))?.state;
    await write('somebody else’s');
    expect(await state()).toBe('pending');
    await write(row?.claim);
    expect(await state()).toBe('delivered');
  });

  it('are signed with both secrets for a day after a rotation, then with the new one', async () => {
    const receiver = await open();
    const before = await subscribe(receiver.url);
    const { etag } = await newsroom.get(`${URL}/${before.id}`);
    const headers = { 'if-match': etag };
    const rotated = await newsroom.post(`${URL}/${before.id}/rotate`, undefined, { headers });
    const after = { ...before, secret: rotated.body.secret };
    await append(newsroom, 1);
    await newsroom.webhooks.tick();
    const [both] = receiver.received as [Received];
    expect(verify(before, both)).toEqual(verify(after, both));
    expect(String(both.headers['webhook-signature']).split(' ')).toHaveLength(2);
    clock.pass(25 * HOUR);
    await append(newsroom, 1);
    await newsroom.webhooks.tick();
    const one = receiver.received.at(-1) as Received;
    expect(String(one.headers['webhook-signature']).split(' ')).toHaveLength(1);
    const at = Number(one.headers['webhook-timestamp']);
    expect(at).toBe(Math.floor(clock.now.getTime() / 1_000));
  });

  it('are kept for 30 days after they are done', async () => {
    const receiver = await open();
    const subscription = await subscribe(receiver.url);
    await append(newsroom, 1);
    await newsroom.webhooks.tick();
    clock.pass(29 * DAY);
    await newsroom.webhooks.tick();
    expect(await deliveriesOf(subscription)).toHaveLength(1);
    clock.pass(2 * DAY);
    await newsroom.webhooks.tick();
    expect(await deliveriesOf(subscription)).toEqual([]);
  });

  it('are not dropped for their age while they wait', async () => {
    const receiver = await open();
    const subscription = await subscribe(receiver.url);
    receiver.behave(answer(500));
    await append(newsroom, 1);
    await newsroom.webhooks.tick();
    expect(await deliveriesOf(subscription)).toMatchObject([{ state: 'pending' }]);
    clock.pass(40 * DAY);
    await newsroom.webhooks.tick();
    const failed = [{ state: 'failed', attempts: 2 }];
    expect(await deliveriesOf(subscription)).toMatchObject(failed);
    // Kept for 30 days from then on.
    clock.pass(29 * DAY);
    await newsroom.webhooks.tick();
    expect(await deliveriesOf(subscription)).toMatchObject(failed);
    clock.pass(2 * DAY);
    await newsroom.webhooks.tick();
    expect(await deliveriesOf(subscription)).toEqual([]);
  });

  it('are listed page by page, newest change first', async () => {
    const receiver = await open();
    const subscription = await subscribe(receiver.url);
    await append(newsroom, 5);
    await newsroom.webhooks.tick();
    const url = `${URL}/${subscription.id}/deliveries?limit=3`;
    const first = await newsroom.get(url);
    const second = await newsroom.get(`${url}&cursor=${first.body.page.next}`);
    expect(second.status, second.text).toBe(200);
    const seqs = [...first.body.data, ...second.body.data].map(({ seq }) => seq);
    expect(seqs).toHaveLength(5);
    expect(seqs).toEqual([...seqs].sort((a, b) => b - a));
    expect(second.body.page.next).toBeNull();
  });
});
