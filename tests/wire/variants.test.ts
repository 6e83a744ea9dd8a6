import type { IncomingHttpHeaders } from 'node:http';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../src/core/database/types.ts';
import { fullArticle } from '../support/articles.ts';
import { secondOver } from '../support/clock.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { requestRaw } from '../support/raw-request.ts';

const PATH = '/v1/articles/river-wall';
const OPENED = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  identity: (bytes: Buffer) => bytes,
};
type Asked = keyof typeof OPENED;

const ORDERS: readonly (readonly Asked[])[] = [
  ['br', 'gzip', 'identity'],
  ['br', 'identity', 'gzip'],
  ['gzip', 'br', 'identity'],
  ['gzip', 'identity', 'br'],
  ['identity', 'br', 'gzip'],
];

describe.each([
  ['that is cached', '64'],
  ['that is never cached', '0'],
])('an article in an encoding, %s,', (_how, megabytes) => {
  let newsroom: Newsroom;
  let origin: string;
  let id: string;
  beforeEach(async () => {
    newsroom = await openNewsroom({ env: { CACHE_MB: megabytes } });
    id = (await newsroom.publish(fullArticle({ slug: 'river-wall' }))).body.id;
    origin = await newsroom.server.listen({ host: '127.0.0.1', port: 0 });
  });
  afterEach(() => newsroom.close());

  const ask = (headers: Record<string, string>, path = PATH, method?: string) =>
    requestRaw(origin + path, headers, method);
  /** By the framework alone. */
  const askFramework = async (headers: Record<string, string>, path = PATH) => {
    const {
      statusCode,
      headers: given,
      rawPayload,
    } = await newsroom.server.inject({
      url: path,
      headers,
    });
    return { status: statusCode, headers: given as IncomingHttpHeaders, bytes: rawPayload };
  };
  const change = async (write: (client: Client) => Promise<unknown>) => {
    await newsroom.db.write(write);
    newsroom.context.cache.dropAll();
  };
  const published = () => newsroom.db.read.publishedArticle.findUniqueOrThrow({ where: { id } });
  /** As a proof that it is read: bytes that nobody would come by otherwise. */
  const mark = () =>
    change((client) =>
      client.publishedArticle.updateMany({ data: { br: brotliCompressSync('"marked"') } }),
    );

  it('is the article, whoever asked for it before in which', async () => {
    const { document, etag } = await published();
    for (const order of ORDERS) {
      for (const asking of [ask, askFramework]) {
        newsroom.context.cache.dropAll();
        for (const encoding of [...order, ...order]) {
          const label = `${encoding} of ${order}`;
          const { status, headers, bytes } = await asking({ 'accept-encoding': encoding });
          expect(status, label).toBe(200);
          expect(OPENED[encoding](bytes).toString(), label).toBe(document);
          expect(headers['content-length'], label).toBe(String(bytes.length));
          const [coding, suffix] =
            encoding === 'identity' ? [undefined, ''] : [encoding, `-${encoding}`];
          expect(headers['content-encoding'], label).toBe(coding);
          expect(headers.etag, label).toBe(`${etag.slice(0, -1)}${suffix}"`);
        }
      }
    }
  });

  it('is compressed once, as it is published', async () => {
    const row = await published();
    for (const encoding of ['br', 'gzip'] as const)
      expect(OPENED[encoding](Buffer.from(row[encoding] ?? [])).toString()).toBe(row.document);
    await mark();
    for (const path of [PATH, `/v1/articles/${id}`])
      for (const asking of [ask, askFramework])
        for (let time = 0; time < 2; time += 1) {
          const { bytes } = await asking({ 'accept-encoding': 'gzip, br' }, path);
          expect(brotliDecompressSync(bytes).toString()).toBe('"marked"');
        }
    expect((await ask({ 'accept-encoding': 'gzip' })).bytes).toEqual(
      (await askFramework({ 'accept-encoding': 'gzip' })).bytes,
    );
  });

  it('is made when it is asked for, where an older version published the article', async () => {
    const before = await ask({ 'accept-encoding': 'br' });
    await change((client) =>
      client.publishedArticle.updateMany({ data: { br: null, gzip: null } }),
    );
    const after = await ask({ 'accept-encoding': 'br' });
    expect(after.bytes).toEqual(before.bytes);
    expect(after.headers.etag).toBe(before.headers.etag);
  });

  it('shows at once what it names by another name, and is gone with the article', async () => {
    await ask({ 'accept-encoding': 'br' });
    const renamed = await newsroom.patch('/v1/desk/sources/mara-elsing', {
      name: 'Mara Elsing-Roe',
    });
    expect(renamed.status).toBe(200);
    const { bytes } = await ask({ 'accept-encoding': 'br' });
    expect(brotliDecompressSync(bytes).toString()).toContain('Mara Elsing-Roe');
    await newsroom.step(id, 'withdraw', {});
    expect((await ask({ 'accept-encoding': 'br' })).status).toBe(404);
  });

  it('is 304 by each entity tag, and has the same head without its body', async () => {
    for (const encoding of Object.keys(OPENED)) {
      newsroom.context.cache.dropAll();
      const headers = { 'accept-encoding': encoding };
      const { headers: given } = await ask(headers);
      const head = await ask(headers, PATH, 'HEAD');
      expect([head.status, head.bytes.length]).toEqual([200, 0]);
      for (const name of ['etag', 'content-length', 'content-encoding', 'vary'])
        expect(head.headers[name], name).toBe(given[name]);
      for (const other of Object.keys(OPENED)) {
        newsroom.context.cache.dropAll();
        const match = { 'accept-encoding': `${other}, ${encoding}`, 'if-none-match': given.etag };
        const again = await ask(match as Record<string, string>);
        expect([again.status, again.headers.etag]).toEqual([304, given.etag]);
      }
    }
  });

  it('is told to be unchanged to nobody who can’t read the copy', async () => {
    for (const held of ['br', 'gzip'] as const) {
      const { etag } = (await ask({ 'accept-encoding': held })).headers;
      for (const taken of ['br', 'gzip', 'identity'] as const) {
        if (taken === held) continue;
        const headers = { 'accept-encoding': taken, 'if-none-match': String(etag) };
        for (const asking of [ask, askFramework]) {
          newsroom.context.cache.dropAll();
          for (let time = 0; time < 2; time += 1)
            expect((await asking(headers)).status, `${held} for ${taken}`).toBe(200);
        }
      }
      expect((await ask({ 'if-none-match': String(etag) })).status).toBe(200);
      const both = { 'accept-encoding': 'br, gzip', 'if-none-match': `"other", W/${etag}` };
      expect((await ask(both)).headers.etag).toBe(etag);
      // Everybody reads the bytes as they are, unless they say so.
      const { etag: bare } = (await ask({})).headers;
      const plain = { 'accept-encoding': held, 'if-none-match': String(bare) };
      expect((await ask(plain)).status).toBe(304);
      const refused = { 'accept-encoding': `${held}, identity;q=0`, 'if-none-match': String(bare) };
      expect((await ask(refused)).status).toBe(200);
    }
  });

  it('gives the bytes themselves to who refuses the encodings, or asks for a part', async () => {
    const { document } = await published();
    await ask({ 'accept-encoding': 'br' });
    const refused = await ask({ 'accept-encoding': 'br;q=0, gzip;q=0' });
    expect(refused.bytes.toString()).toBe(document);
    const { bytes } = await ask({ 'accept-encoding': 'br' }, `${PATH}?fields=headline,body`);
    const { headline, body } = JSON.parse(document);
    expect(JSON.parse(brotliOrPlain(bytes))).toEqual({ headline, body });
    const markdown = await ask({ 'accept-encoding': 'br', accept: 'text/markdown' });
    expect(markdown.headers['content-type']).toMatch(/^text\/markdown/);
  });
});

/** Short answers are sent as they are. */
function brotliOrPlain(bytes: Buffer): string {
  return bytes[0] === '{'.charCodeAt(0) ? bytes.toString() : brotliDecompressSync(bytes).toString();
}

describe('the cache of articles in encodings', () => {
  it('keeps what the first clients take, and what all do once another comes', async () => {
    const newsroom = await openNewsroom();
    try {
      await newsroom.publish(fullArticle({ slug: 'river-wall' }));
      await secondOver();
      const { cache, catchUp, counts } = newsroom.context;
      // What reads the log drops what was published once more, when it comes to it.
      await catchUp();
      cache.dropAll();
      const asked = async (encoding: string) => {
        const before = counts.misses;
        const headers = { 'accept-encoding': encoding };
        await newsroom.server.inject({ url: PATH, headers });
        return counts.misses - before;
      };
      const sizes: number[] = [];
      const misses: number[] = [];
      for (const encoding of ['br', 'br', 'gzip', 'identity', 'br', 'gzip']) {
        misses.push(await asked(encoding));
        sizes.push(cache.bytes);
      }
      expect(misses).toEqual([1, 0, 1, 0, 0, 0]);
      const { document } = await newsroom.db.read.publishedArticle.findFirstOrThrow();
      const [packed = 0, , whole = 0] = sizes;
      expect(whole - packed).toBeGreaterThan(document.length);
    } finally {
      await newsroom.close();
    }
  });
});
