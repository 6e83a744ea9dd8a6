/** What an import leaves on record, whichever way it came in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportFiles, openImportFiles } from '../support/import-files.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const entry = (name: string, text = `“It is ${name},” said Ada Renn, the engineer.`) =>
  `<item><guid>${name}</guid><title>Story ${name}</title><description>${text}</description></item>`;
const feed = (...items: string[]) =>
  `<?xml version="1.0"?>\n<rss version="2.0"><channel>\n${items.join('\n')}\n</channel></rss>\n`;

describe('imports on record', () => {
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

  const jobs = async (query = '') => (await newsroom.get(`/v1/desk/imports${query}`)).body;

  it('hold the suggestions of the command line until an editor accepts them', async () => {
    const report = await files.importContent('line.xml', feed(entry('oak'), entry('elm')));
    const [, id] = /\/v1\/desk\/imports: (\S+)/.exec(report) ?? [];
    const { body } = await newsroom.get(`/v1/desk/imports/${id}`);
    expect(body).toMatchObject({ name: 'line.xml', format: 'feed', state: 'ready' });
    expect(body.report).toMatchObject({ stories: 2, created: 2, suggestions: 2, accepted: 0 });
    const accepted = await newsroom.post(`/v1/desk/imports/${id}/accept`, { confidence: 0.5 });
    expect(accepted.body).toMatchObject({ state: 'accepted', report: { accepted: 2 } });
    for (const { article } of accepted.body.items) {
      const draft = await newsroom.get(`/v1/desk/articles/${article}`);
      expect(draft.body.quotes).toMatchObject([{ speaker: { name: 'Ada Renn' } }]);
    }
  });

  it('are one for fifty stories of a file, and none for what is in already', async () => {
    const content = feed(...Array.from({ length: 120 }, (_, index) => entry(`many-${index}`)));
    const report = await files.importContent('many.xml', content);
    expect(report).toContain('120 drafts');
    const { data } = await jobs('?limit=4');
    const shown = data.map(({ name, report: { stories } }: never) => [name, stories]);
    expect(shown).toEqual([
      ['many.xml', 20],
      ['many.xml', 50],
      ['many.xml', 50],
      ['line.xml', 2],
    ]);
    expect(await files.importContent('many.xml', content)).toContain('120 known already');
    expect((await jobs('?limit=4')).data).toEqual(data);
  });

  it('are listed the newest first, page by page, without their items', async () => {
    for (const name of ['a', 'b', 'c'])
      await newsroom.post('/v1/desk/imports', { name: `${name}.txt`, content: `Story ${name}.` });
    const first = await jobs('?limit=2');
    expect(first.data.map(({ name }: never) => name)).toEqual(['c.txt', 'b.txt']);
    expect(first.data[0]).not.toHaveProperty('items');
    const second = await jobs(`?limit=2&cursor=${first.page.next}`);
    expect(second.data[0]).toMatchObject({ name: 'a.txt', state: 'accepted' });
    const writer = await newsroom.get('/v1/desk/imports', { as: null });
    expect(writer.status).toBe(401);
  });

  it('tell of a story that can’t be an article, beside the others of its request', async () => {
    const long = entry('long', 'The bridge is closed. '.repeat(10_000));
    const content = feed(entry('before'), long, entry('after'));
    const { status, body } = await newsroom.post('/v1/desk/imports', { name: 'mixed', content });
    expect(status).toBe(201);
    expect(body.report).toMatchObject({ stories: 3, created: 2, failed: 1 });
    expect(body.items[1]).toMatchObject({
      outcome: 'failed',
      article: null,
      problem: { code: 'content-unusable', detail: expect.stringContaining('at most 200000') },
    });
  });

  it('leave nothing of a story that the newsroom refuses, and all of the others', async () => {
    const line = (id: string, changes: object = {}) =>
      JSON.stringify({ type: 'article', id, slug: id, headline: id, body: 'Closed.', ...changes });
    const content = [
      line('taken'),
      line('again', { slug: 'taken', tags: ['only-of-the-refused'] }),
      line('free'),
    ].join('\n');
    const { status, body } = await newsroom.post('/v1/desk/imports', { name: 'own', content });
    expect(status).toBe(201);
    expect(body.items.map(({ outcome }: never) => outcome)).toEqual([
      'created',
      'failed',
      'created',
    ]);
    expect(body.items[1].problem).toMatchObject({ code: 'slug-taken' });
    const tag = { where: { slug: 'only-of-the-refused' } };
    expect(await newsroom.db.read.tag.count(tag)).toBe(0);
    const entries = { where: { kind: 'tag' } };
    expect(await newsroom.db.read.auditEntry.count(entries)).toBe(0);
  });

  it('date stories that carry no date, and those only', async () => {
    const dated = '<item><guid>d</guid><title>Dated</title><pubDate>2024-02-03</pubDate></item>';
    const content = feed(entry('undated'), dated);
    const given = { name: 'dates', content, publishedOn: '2024-11-01' };
    const { body } = await newsroom.post('/v1/desk/imports', given);
    const dates = body.items.map(async ({ article }: { article: string }) => {
      const draft = await newsroom.get(`/v1/desk/articles/${article}`);
      return draft.body.dateline.date;
    });
    expect(await Promise.all(dates)).toEqual(['2024-11-01', '2024-02-03']);
  });

  it('are answered with the same bytes when a request is sent again', async () => {
    const request = { name: 'twice', content: feed(entry('ash'), entry('yew')) };
    const options = { headers: { 'idempotency-key': 'an import' } };
    const first = await newsroom.post('/v1/desk/imports', request, options);
    const second = await newsroom.post('/v1/desk/imports', request, options);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.text).toBe(first.text);
    expect((await newsroom.get(`/v1/desk/imports/${first.body.id}`)).text).toBe(first.text);
  });

  it('are refused when none of their stories can be an article', async () => {
    const before = await newsroom.db.read.importJob.count();
    const line = (id: string) => JSON.stringify({ type: 'article', id, headline: 7 });
    const one = await newsroom.post('/v1/desk/imports', { name: 'one', content: line('a') });
    expect(one).toMatchObject({
      status: 400,
      body: { code: 'request-invalid', errors: [{ pointer: '/headline' }] },
    });
    const content = `${line('a')}\n${line('b')}`;
    const { status, body } = await newsroom.post('/v1/desk/imports', { name: 'two', content });
    expect([status, body.code, body.errors.length]).toEqual([422, 'content-unusable', 2]);
    expect(await newsroom.db.read.importJob.count()).toBe(before);
  });
});

describe('a file that is broken', () => {
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

  const entries = Array.from({ length: 120 }, (_, index) => entry(`part-${index}`));
  const lines = Array.from({ length: 120 }, (_, index) =>
    JSON.stringify({
      type: 'article',
      id: `l${index}`,
      headline: `Line ${index}`,
      body: 'Closed.',
    }),
  );
  const post = (name: string) => ({
    id: name,
    title: name,
    html: '<p>Closed.</p>',
    status: 'draft',
  });
  const ghost = JSON.stringify({ db: [{ data: { posts: ['a', 'b'].map(post) } }] }, null, 1);
  const cases: [string, string, string, RegExp, string][] = [
    [
      'a feed that ends too early',
      'cut.xml',
      feed(...entries).slice(0, -40),
      /XML is broken in line 122, column \d+: unclosed tag: description/,
      feed(...entries),
    ],
    [
      'a feed with a wrong end tag',
      'wrong.xml',
      feed(...entries).replace('Story part-99</title>', 'Story part-99</titel>'),
      /XML is broken in line 102, column \d+: unexpected close tag/,
      feed(...entries),
    ],
    [
      'NDJSON whose last line ends too early',
      'cut.ndjson',
      lines.join('\n').slice(0, -5),
      /Line 120 is broken at column \d+/,
      lines.join('\n'),
    ],
    [
      'a Ghost export with a comma too many',
      'comma.json',
      ghost.replace('"status": "draft"\n', '"status": "draft",\n'),
      /JSON is broken in line 11, column \d+/,
      ghost,
    ],
  ];

  it.each(cases)(
    'is refused as a whole with the place: %s',
    async (_name, file, broken, place, mended) => {
      const before = await newsroom.db.read.article.count();
      process.exitCode = undefined;
      const report = await files.importContent(file, broken);
      expect(report).toMatch(place);
      expect(process.exitCode).toBe(1);
      const { status, body } = await newsroom.post('/v1/desk/imports', {
        name: file,
        content: broken,
      });
      expect([status, body.code]).toEqual([422, 'content-unusable']);
      expect(body.detail).toMatch(place);
      expect(await newsroom.db.read.article.count()).toBe(before);
      await files.importContent(file, mended);
      const after = await newsroom.db.read.article.count();
      expect(await files.importContent(file, mended)).toMatch(/0 drafts, 0 published, \d+ known/);
      expect(await newsroom.db.read.article.count()).toBe(after);
    },
  );
});
