import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOutgoing, type ResolvedAddress } from '../../src/core/http/outgoing.ts';
import { append } from '../support/changes.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { openReceiver, type Receiver } from '../support/receiver.ts';

const URL = '/v1/desk/subscriptions';

/** Hosts that are private, in all the ways in which they can be written. */
const PRIVATE_HOSTS = [
  // This machine.
  'localhost',
  'LOCALHOST',
  'localhost.',
  'anything.localhost',
  'localhost.localdomain',
  '127.0.0.1',
  '127.0.0.1.',
  '127.0.0.2',
  '127.255.255.254',
  '127.1',
  '127.0.1',
  '0177.0.0.1',
  '0177.0.0.01',
  '017700000001',
  '0x7f.0.0.1',
  '0x7f.1',
  '0X7F000001',
  '2130706433',
  '%31%32%37.0.0.1',
  '１２７.０.０.１',
  '①②⑦.⓪.⓪.①',
  '127。0。0。1',
  '0',
  '0.0.0.0',
  '0.0.0.1',
  '0x0',
  '[::]',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[0000:0000:0000:0000:0000:0000:0000:0001]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[0:0:0:0:0:ffff:127.0.0.1]',
  '[::127.0.0.1]',
  '[::7f00:1]',
  '[::ffff:0:127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::1]',
  // Networks of one’s own.
  '10.0.0.1',
  '0xa.0.0.1',
  '167772161',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '192.168.1',
  '0xc0a80001',
  '3232235521',
  '100.64.0.1',
  '100.127.255.255',
  '[fc00::1]',
  '[fd12:3456:789a::1]',
  '[fec0::1]',
  'router.lan',
  'printer.local',
  'intranet',
  'wiki.corp',
  'nas.home.arpa',
  // The link, and where clouds keep their secrets.
  '169.254.0.1',
  '169.254.169.254',
  '0xa9fea9fe',
  '2852039166',
  '0251.0376.0251.0376',
  '[fe80::1]',
  '[::ffff:169.254.169.254]',
  '[fd00:ec2::254]',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  'metadata.google.internal',
  'METADATA.GOOGLE.INTERNAL.',
  // Nobody’s, everybody’s, and those of documentation and tests.
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '192.88.99.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '[ff02::1]',
  '[2001:db8::1]',
  '[100::1]',
];

describe('addresses that are not public (advisories 22, 23 and 25)', () => {
  let newsroom: Newsroom;
  let canary: Receiver;
  let asked: string[] = [];
  let answers: (hostname: string) => ResolvedAddress[] = () => [];
  const ipv4 = (address: string) => ({ address, family: 4 });

  beforeAll(async () => {
    canary = await openReceiver();
    newsroom = await openNewsroom({
      outgoing: createOutgoing({
        allowPrivate: false,
        timeoutMs: 300,
        resolve: async (hostname) => {
          asked.push(hostname);
          return answers(hostname);
        },
      }),
    });
  });
  afterAll(async () => {
    await newsroom.close();
    await canary.close();
  });

  const create = (url: string) => newsroom.post(URL, { url });
  const count = () => newsroom.db.read.subscription.count();

  it(`422 address-refused for each of ${PRIVATE_HOSTS.length} spellings, and nobody is called`, async () => {
    asked = [];
    for (const host of PRIVATE_HOSTS) {
      for (const scheme of ['http', 'https']) {
        const { status, body, text } = await create(`${scheme}://${host}:${canary.port}/hook`);
        expect(status, `${host} ${text}`).toBe(422);
        expect(body).toMatchObject({ code: 'address-refused', errors: [{ pointer: '/url' }] });
      }
    }
    expect(await count()).toBe(0);
    expect(asked).toEqual([]);
    expect(canary.received).toEqual([]);
  });

  it('422 for credentials in the address, which are not shown again', async () => {
    for (const url of ['https://user:hunter2@example.org/', 'https://hunter2@example.org/']) {
      const { status, body, text } = await create(url);
      expect(status).toBe(422);
      expect(body.code).toBe('address-refused');
      expect(text).not.toContain('hunter2');
    }
  });

  it('422 for a public name that leads to a private address, also beside a public one', async () => {
    for (const found of [
      [ipv4('127.0.0.1')],
      [ipv4('93.184.215.14'), ipv4('10.0.0.1')],
      [{ address: '::ffff:127.0.0.1', family: 6 }],
    ]) {
      answers = () => found;
      expect((await create(`http://rebound.example.org:${canary.port}/`)).status).toBe(422);
    }
    expect(await count()).toBe(0);
  });

  it('422 also when an existing subscription is to be sent there', async () => {
    answers = () => [ipv4('93.184.215.14')];
    const made = await create('https://hooks.example.org/');
    expect(made.status, made.text).toBe(201);
    const url = `${URL}/${made.body.id}`;
    const patched = await newsroom.patch(url, { url: `http://127.1:${canary.port}/` });
    expect(patched.status).toBe(422);
    expect((await newsroom.get(url)).body.url).toBe('https://hooks.example.org/');
    expect((await newsroom.remove(url)).status).toBe(204);
  });

  it('are not called when a name leads there later, and the name is resolved once an attempt', async () => {
    answers = () => [ipv4('93.184.215.14')];
    const made = await create(`http://rebound.example.org:${canary.port}/hook`);
    expect(made.status, made.text).toBe(201);
    asked = [];
    // Every answer but the first of an attempt would lead to this machine.
    answers = () => (asked.length === 1 ? [ipv4('93.184.215.14')] : [ipv4('127.0.0.1')]);
    await append(newsroom, 1);
    await newsroom.webhooks.tick();
    expect(asked).toEqual(['rebound.example.org']);
    answers = () => [ipv4('127.0.0.1')];
    await newsroom.db.write((client) =>
      client.delivery.updateMany({ data: { nextAttemptAt: new Date(0) } }),
    );
    await newsroom.webhooks.tick();
    expect(asked).toHaveLength(2);
    const { body } = await newsroom.get(`${URL}/${made.body.id}/deliveries`);
    expect(body.data).toMatchObject([
      {
        state: 'pending',
        attempts: 2,
        lastStatus: null,
        lastError: 'address refused: 127.0.0.1 is not a public address',
      },
    ]);
    expect(canary.received).toEqual([]);
    await newsroom.remove(`${URL}/${made.body.id}`);
  });

  it('a name that can’t be resolved now is taken, and looked at when it is called', async () => {
    answers = () => {
      throw Object.assign(new Error('queryA ENOTFOUND'), { code: 'ENOTFOUND' });
    };
    const made = await create('https://not-yet.example.org/');
    expect(made.status, made.text).toBe(201);
    await append(newsroom, 1);
    await newsroom.webhooks.tick();
    const { body } = await newsroom.get(`${URL}/${made.body.id}/deliveries`);
    expect(body.data).toMatchObject([{ state: 'pending', lastError: 'queryA ENOTFOUND' }]);
    await newsroom.remove(`${URL}/${made.body.id}`);
  });

  it('are called when the settings allow it, as tests and closed networks need', async () => {
    const closed = await openNewsroom({ env: { ALLOW_PRIVATE_WEBHOOKS: '1' } });
    const made = await closed.post(URL, { url: canary.url });
    expect(made.status, made.text).toBe(201);
    const named = await closed.post(URL, { url: `http://localhost:${canary.port}/named` });
    expect(named.status, named.text).toBe(201);
    await append(closed, 1);
    await closed.webhooks.tick();
    expect(canary.received.map(({ path }) => path).sort()).toEqual(['/hook', '/named']);
    const secret = await closed.post(URL, { url: 'http://user:pass@127.0.0.1/' });
    expect(secret.status).toBe(422);
    await closed.close();
  });
});
