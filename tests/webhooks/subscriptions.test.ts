import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '../../src/core/work.ts';
import { type Follower, insertDeliveries, listActive } from '../../src/webhooks/store.ts';
import { append } from '../support/changes.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const URL = '/v1/desk/subscriptions';
const HOOK = 'https://hooks.example.org/onrecord';

describe('subscriptions', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom({ env: { ALLOW_PRIVATE_WEBHOOKS: '1' } });
  });
  afterAll(() => newsroom.close());

  const create = async (input: object = {}) => {
    const answer = await newsroom.post(URL, { url: HOOK, ...input });
    expect(answer.status, answer.text).toBe(201);
    return answer.body;
  };
  const audited = async (id: string) => {
    const { body } = await newsroom.get(`/v1/desk/audit?target=${id}`);
    return body.data.map(({ action }: { action: string }) => action);
  };

  it('201 with a secret that is shown this once', async () => {
    const answer = await newsroom.post(URL, {
      url: HOOK,
      types: ['article.published'],
      description: 'The front page.',
    });
    expect(answer.status, answer.text).toBe(201);
    const { secret, ...shown } = answer.body;
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(answer.headers.location).toBe(`${URL}/${shown.id}`);
    const read = await newsroom.get(String(answer.headers.location));
    expect(read.body).toEqual(shown);
    expect(read.etag).toBe(answer.etag);
    const list = await newsroom.get(URL);
    expect(list.body.data).toContainEqual(shown);
    for (const { text } of [read, list, await newsroom.get('/v1/desk/audit')])
      expect(text).not.toContain(secret);
    expect(await audited(shown.id)).toEqual(['subscription.create']);
  });

  it('begins with what changes after it was made', async () => {
    await append(newsroom, 3);
    expect((await create()).cursor).toBe(3);
  });

  it('passes nothing by types that it had before', async () => {
    const { id } = await create({ types: ['article.retracted'] });
    const [follower] = (await listActive(newsroom.db.current)).filter((one) => one.id === id);
    await newsroom.patch(`${URL}/${id}`, { types: [] });
    const now = new Date();
    const passed = newsroom.context.run(SYSTEM, ({ client }) =>
      insertDeliveries(client, follower as Follower, 99, [], { now, giveUpAt: now }),
    );
    expect(await passed).toBe(false);
  });

  it('200 for a change, which keeps what it does not name', async () => {
    const { id, secret, ...before } = await create({ description: 'Old.' });
    const answer = await newsroom.patch(`${URL}/${id}`, {
      description: null,
      types: ['source.updated'],
      state: 'disabled',
    });
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body).toMatchObject({
      url: before.url,
      description: null,
      types: ['source.updated'],
      state: 'disabled',
      disabledReason: 'Disabled at the desk.',
    });
    const again = await newsroom.patch(`${URL}/${id}`, { state: 'active' });
    expect(again.body).toMatchObject({
      url: before.url,
      types: ['source.updated'],
      state: 'active',
      disabledReason: null,
    });
    expect(await audited(id)).toEqual([
      'subscription.update',
      'subscription.update',
      'subscription.create',
    ]);
    expect(answer.text).not.toContain(secret);
  });

  it('200 for a rotation, with another secret and the end of the one before', async () => {
    const { id, secret } = await create();
    const { etag } = await newsroom.get(`${URL}/${id}`);
    const answer = await newsroom.post(`${URL}/${id}/rotate`, undefined, {
      headers: { 'if-match': etag },
    });
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body.secret).toMatch(/^whsec_/);
    expect(answer.body.secret).not.toBe(secret);
    const hours = (Date.parse(answer.body.previousSecretUntil) - Date.now()) / 3_600_000;
    expect(Math.round(hours)).toBe(24);
    expect(await audited(id)).toEqual(['subscription.rotate', 'subscription.create']);
  });

  it('204 for a deletion, which takes its deliveries along', async () => {
    const { id } = await create({ url: 'http://127.0.0.1:9/hook' });
    await append(newsroom, 2);
    await newsroom.webhooks.tick();
    expect((await newsroom.get(`${URL}/${id}/deliveries`)).body.data).toHaveLength(2);
    expect((await newsroom.remove(`${URL}/${id}`)).status).toBe(204);
    expect((await newsroom.get(`${URL}/${id}`)).status).toBe(404);
    expect(await newsroom.db.read.delivery.count({ where: { subscriptionId: id } })).toBe(0);
  });

  it('the same answer for the same Idempotency-Key, and one subscription', async () => {
    const before = await newsroom.db.read.subscription.count();
    const send = () => newsroom.post(URL, { url: HOOK }, { headers: { 'idempotency-key': 'one' } });
    const [first, second] = [await send(), await send()];
    expect(second.body).toEqual(first.body);
    expect(await newsroom.db.read.subscription.count()).toBe(before + 1);
  });

  it('400 for a body or a query that is not what the contract says (advisory 60: line breaks)', async () => {
    const { id } = await create();
    for (const body of [
      {},
      { url: 'ftp://example.org/' },
      { url: 'hooks.example.org' },
      { url: `${HOOK}\r\nX-Evil: 1` },
      { url: `${HOOK}\tx` },
      { url: `${HOOK}/ x` },
      { url: HOOK, types: ['article.deleted'] },
      { url: HOOK, types: ['article.published', 'article.published'] },
      { url: HOOK, types: 'article.published' },
      { url: HOOK, secret: 'whsec_mine' },
      { url: HOOK, cursor: 0 },
      { url: { not: '' } },
    ]) {
      const { status, text } = await newsroom.post(URL, body);
      expect(status, JSON.stringify(body) + text).toBe(400);
    }
    for (const body of [{ url: null }, { state: 'paused' }, { secret: 'whsec_mine' }, { id: 'x' }])
      expect((await newsroom.patch(`${URL}/${id}`, body)).status).toBe(400);
    expect((await newsroom.get(`${URL}/${id}/deliveries?state=lost`)).status).toBe(400);
    expect((await newsroom.get(`${URL}?limit=101`)).status).toBe(400);
  });

  it('401 without a token, 403 for editors', async () => {
    const { id } = await create();
    const calls = [
      ['GET', URL],
      ['POST', URL, { url: HOOK }],
      ['GET', `${URL}/${id}`],
      ['PATCH', `${URL}/${id}`, { state: 'disabled' }],
      ['DELETE', `${URL}/${id}`],
      ['POST', `${URL}/${id}/rotate`],
      ['GET', `${URL}/${id}/deliveries`],
      ['POST', `${URL}/${id}/deliveries/${id}/redeliver`],
    ] as const;
    for (const [method, url, body] of calls) {
      const headers = { 'if-match': '*' };
      const options = { body, headers };
      expect((await newsroom.send(method, url, { ...options, as: null })).status, url).toBe(401);
      expect((await newsroom.send(method, url, { ...options, as: 'editor' })).status, url).toBe(
        403,
      );
    }
    expect((await newsroom.get(`${URL}/${id}`)).body.state).toBe('active');
  });

  it('404 for what is not there, another subscription’s delivery included', async () => {
    const [one, other] = [await create({ url: 'http://127.0.0.1:9/hook' }), await create()];
    await append(newsroom, 1);
    await newsroom.webhooks.tick();
    const { body } = await newsroom.get(`${URL}/${one.id}/deliveries`);
    const sent = body.data[0].id;
    const missing = '01930000-0000-7000-8000-000000000000';
    const headers = { 'if-match': '*' };
    for (const [method, url] of [
      ['GET', `${URL}/${missing}`],
      ['PATCH', `${URL}/${missing}`],
      ['DELETE', `${URL}/${missing}`],
      ['POST', `${URL}/${missing}/rotate`],
      ['GET', `${URL}/${missing}/deliveries`],
      ['POST', `${URL}/${one.id}/deliveries/${missing}/redeliver`],
      ['POST', `${URL}/${other.id}/deliveries/${sent}/redeliver`],
    ] as const) {
      const sendBody = method === 'PATCH' ? { body: {} } : {};
      const { status } = await newsroom.send(method, url, { ...sendBody, headers });
      expect(status, `${method} ${url}`).toBe(404);
    }
  });

  it('409 when there are as many as there may be', async () => {
    const { subscription } = newsroom.db.read;
    const row = await subscription.findFirstOrThrow();
    const missing = 100 - (await subscription.count());
    await newsroom.db.write((client) =>
      client.subscription.createMany({
        data: Array.from({ length: missing }, (_, index) => ({
          ...row,
          id: `01930000-0000-7000-8000-${String(index).padStart(12, '0')}`,
          state: 'disabled',
        })),
      }),
    );
    const { status, body } = await newsroom.post(URL, { url: HOOK });
    expect(status).toBe(409);
    expect(body.code).toBe('limit-reached');
    const page = await newsroom.get(`${URL}?limit=60`);
    const rest = await newsroom.get(`${URL}?limit=60&cursor=${page.body.page.next}`);
    expect(page.body.data.length + rest.body.data.length).toBe(100);
    await newsroom.db.write((client) =>
      client.subscription.deleteMany({ where: { id: { startsWith: '01930000' } } }),
    );
  });

  it('428 without If-Match, 412 with a version that is not the present one', async () => {
    const { id } = await create();
    const url = `${URL}/${id}`;
    for (const [method, path, body] of [
      ['PATCH', url, { state: 'disabled' }],
      ['DELETE', url, undefined],
      ['POST', `${url}/rotate`, undefined],
    ] as const) {
      expect((await newsroom.send(method, path, { body })).status).toBe(428);
      const stale = { body, headers: { 'if-match': '"v9"' } };
      expect((await newsroom.send(method, path, stale)).status).toBe(412);
    }
    expect((await newsroom.get(url)).body.state).toBe('active');
  });
});
