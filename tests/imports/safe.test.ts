/** What an import never does, whatever it is given. */
import dns from 'node:dns';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportFiles, openImportFiles } from '../support/import-files.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const wordpress = (...items: string[]) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><link>https://e.org</link>${items.join('')}</channel></rss>`;
const post = (slug: string, status: string, content = 'The bridge is closed.') =>
  `<item><title>Story ${slug}</title><guid>${slug}</guid><content:encoded><![CDATA[${content}]]></content:encoded><wp:post_name>${slug}</wp:post_name><wp:status>${status}</wp:status><wp:post_type>post</wp:post_type></item>`;

describe('an import', () => {
  let newsroom: Newsroom;
  let files: ImportFiles;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    files = openImportFiles(newsroom);
  });
  afterAll(async () => {
    await files.close();
    await newsroom.close();
  });

  const importText = (name: string, content: string): Promise<string> =>
    files.importContent(name, content, { publish: true, publishedOn: '2024-11-01' });

  it('publishes no draft and nothing private, also with a date that is given', async () => {
    const report = await importText(
      'held.xml',
      wordpress(post('open', 'publish'), post('drafted', 'draft'), post('private', 'private')),
    );
    expect(report).toContain('2 drafts, 1 published, 0 known already, 0 failed');
    expect((await newsroom.get('/v1/articles/open')).status).toBe(200);
    for (const slug of ['drafted', 'private'])
      expect((await newsroom.get(`/v1/articles/${slug}`)).status).toBe(404);
  });

  it('asks nothing of the network', async () => {
    const pictures = '<p>See <img src="http://pictures.test/a.jpg"> there.</p>';
    const feed = wordpress(post('pictures', 'publish', pictures));
    const page = `<!DOCTYPE html SYSTEM "http://types.test/a.dtd"><html><head><link rel="stylesheet" href="http://styles.test/a.css"></head><body><article><h1>Bridge</h1>${pictures}<script src="http://scripts.test/a.js"></script><iframe src="http://frames.test/"></iframe></article></body></html>`;
    const asked = await recordAsked(async () => {
      expect(await importText('pictures.xml', feed)).toContain('1 published');
      expect(await importText('page.html', page)).toContain('1 published');
    });
    expect(asked).toEqual([]);
    // What does ask is recorded.
    const control = await recordAsked(() => fetch('http://control.test/').catch(() => null));
    expect(control.join()).toContain('control.test');
  });
});

/** Addresses that were connected to or looked up meanwhile; a database of this machine is none. */
async function recordAsked(run: () => Promise<unknown>): Promise<string[]> {
  const asked: string[] = [];
  const { connect } = net.Socket.prototype;
  const { lookup } = dns;
  const note = (target: unknown) => {
    const address = JSON.stringify(target);
    if (/127\.0\.0\.1|localhost/.test(address)) return;
    asked.push(address);
    throw new Error(`It asks for ${address}.`);
  };
  net.Socket.prototype.connect = function (this: net.Socket, ...given: unknown[]) {
    note(given);
    return Reflect.apply(connect, this, given);
  } as typeof connect;
  dns.lookup = ((...given: unknown[]) => {
    note(given[0]);
    return Reflect.apply(lookup, dns, given);
  }) as typeof lookup;
  try {
    await run();
  } finally {
    net.Socket.prototype.connect = connect;
    dns.lookup = lookup;
  }
  return asked;
}
