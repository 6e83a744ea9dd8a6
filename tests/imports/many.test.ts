/** Files with many stories: several are one transaction, and none holds up the others. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '../../src/core/work.ts';
import { exportLines } from '../../src/maintenance/export.ts';
import { rebuildAndTell } from '../../src/publishing/rebuild-telling.ts';
import { writeExport } from '../bench/export-file.ts';
import { fullArticle, plainArticle } from '../support/articles.ts';
import { type ImportFiles, openImportFiles } from '../support/import-files.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

describe('a file of our own export', () => {
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

  const importLines = (lines: readonly unknown[]): Promise<string> =>
    files.importContent('lines.ndjson', lines.map((line) => `${JSON.stringify(line)}\n`).join(''), {
      publish: true,
    });
  const line = (slug: string, changes: object = {}) => ({
    type: 'article',
    id: slug,
    ...plainArticle({ slug }),
    state: 'live',
    publishedAt: '2024-11-01T06:00:00.000Z',
    ...changes,
  });

  it('is published with its dates, and a second time creates nothing', async () => {
    const file = join(files.folder, 'many.ndjson');
    await writeExport(file, { articles: 60 });
    expect(await files.importPath(file, { publish: true })).toContain(
      '0 drafts, 60 published, 0 known already, 0 failed',
    );
    const { body } = await newsroom.get('/v1/articles/story-7');
    expect(body).toMatchObject({ publishedAt: '2015-01-08T00:00:07.000Z', edition: 1 });
    expect([body.quotes.length, body.claims.length, body.sources.length]).toEqual([6, 4, 10]);
    const sources = await newsroom.db.read.source.count();
    expect(await files.importPath(file, { publish: true })).toContain(
      '0 drafts, 0 published, 60 known already, 0 failed',
    );
    expect(await newsroom.db.read.source.count()).toBe(sources);
  });

  it('makes the rows that a rebuild makes, and a change for each story', async () => {
    const { db } = newsroom;
    const documents = () =>
      db.read.publishedArticle.findMany({ orderBy: { id: 'asc' }, omit: { updatedAt: true } });
    const sources = () => db.read.publishedSource.findMany({ orderBy: { id: 'asc' } });
    const before = [await documents(), await sources()];
    await newsroom.context.run(SYSTEM, rebuildAndTell);
    expect([await documents(), await sources()]).toEqual(before);
    const changes = await db.read.change.count({ where: { type: 'article.published' } });
    expect(changes).toBe(await db.read.publishedArticle.count());
  });

  it('does without a story that is refused, and takes all others', async () => {
    const report = await importLines([
      line('first'),
      line('second'),
      line('second', { id: 'another-second' }),
      line('third'),
      line('fourth', { headline: 7 }),
      line('fifth'),
    ]);
    expect(report).toContain('4 published, 0 known already, 2 failed');
    expect(report).toMatch(/failed: .*slug second is taken/);
    for (const slug of ['first', 'second', 'third', 'fifth'])
      expect((await newsroom.get(`/v1/articles/${slug}`)).status).toBe(200);
  });

  it('tells of a text that is longer than an article', async () => {
    const report = await files.importContent(
      'long.txt',
      'The bridge is closed.\n\n'.repeat(10_000),
    );
    expect(report).toContain('0 drafts, 0 published, 0 known already, 1 failed');
    expect(report).toMatch(/failed: .*is too long: .* at most 200000/);
  });

  it('takes the same story once, also when it stands in the file twice', async () => {
    const report = await importLines([line('twice'), line('twice')]);
    expect(report).toContain('1 published, 1 known already, 0 failed');
    expect(report).toMatch(/1 × Left out: a story before it is called the same, .*twice/);
  });

  it('publishes nothing that was withdrawn, retracted or never public', async () => {
    const report = await importLines([
      line('withdrawn', { state: 'withdrawn' }),
      line('retracted', { state: 'retracted' }),
      line('a-draft', { state: 'draft', publishedAt: null }),
      line('unquoted', { summary: '' }),
    ]);
    expect(report).toContain('4 drafts, 0 published');
    expect(report).toContain('It stays a draft: The summary is empty.');
    for (const slug of ['withdrawn', 'retracted', 'a-draft', 'unquoted'])
      expect((await newsroom.get(`/v1/articles/${slug}`)).status).toBe(404);
  });

  it('takes nothing out of a story that the gate refuses: it stays a draft', async () => {
    const report = await importLines([
      line('nobodys', {
        body: '“It leaks,” he said.',
        quotes: [
          {
            kind: 'direct',
            speaker: null,
            anchor: { in: 'body', pieces: [{ exact: 'It leaks' }] },
          },
        ],
      }),
    ]);
    expect(report).toContain('1 draft, 0 published');
    expect(report).toContain('Nobody is named as the speaker of this quote.');
  });

  it('brings a newsroom into another one', async () => {
    const from = await openNewsroom();
    try {
      const { body } = await from.publish(fullArticle({ slug: 'river-wall' }));
      const lines: unknown[] = [];
      for await (const one of exportLines(from.db.read, { all: true })) lines.push(JSON.parse(one));
      expect(await importLines(lines)).toContain('1 published');
      const there = (await newsroom.get(`/v1/articles/${body.slug}`)).body;
      expect(there).toMatchObject({ headline: body.headline, bodyText: expect.any(String) });
      expect(there.quotes.map(({ text }: { text: string }) => text)).toEqual([
        'The water came over the wall at four Nobody was asleep by five',
      ]);
      expect(there.claims.map(({ low }: { low: number }) => low)).toEqual([1200, 1500]);
    } finally {
      await from.close();
    }
  });
});
