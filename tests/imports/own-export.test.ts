/** Our own export, brought into another newsroom and into the one that it comes from. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullArticle, plainArticle } from '../support/articles.ts';
import { type Line, readExport } from '../support/export-lines.ts';
import { type ImportFiles, openImportFiles } from '../support/import-files.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const exportOf = (newsroom: Newsroom) => readExport(newsroom, true);

const asFile = (lines: readonly Line[]) =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join('');

/** A line without what an import can’t keep: when a newsroom came to know of something. */
function lasting(line: Line): Line {
  const { createdAt: _created, updatedAt: _updated, editions, ...rest } = line;
  if (editions === undefined) return rest;
  return { ...rest, editions: editions.map(({ publishedAt }: Line) => publishedAt) };
}

const sorted = (lines: readonly Line[]) =>
  lines.map(lasting).sort((a, b) => (a.id < b.id ? -1 : 1));

/** An article, another whose claim supersedes one of its, and a draft. */
async function fill(newsroom: Newsroom): Promise<void> {
  await newsroom.post('/v1/desk/sections', { slug: 'local', name: 'Around Marrowford' });
  await newsroom.post('/v1/desk/tags', { slug: 'floods', name: 'Floods & storms' });
  await newsroom.post('/v1/desk/sources', {
    kind: 'person',
    name: 'Mara Elsing',
    slug: 'crew-leader',
    aliases: ['M. Elsing', 'Мара Елсінг'],
    affiliation: 'Marrowford fire service',
    country: 'GB',
    sameAs: ['https://people.example/mara'],
  });
  await newsroom.publish(fullArticle({ slug: 'river-wall' }));
  const [claim] = (await newsroom.get('/v1/articles/river-wall')).body.claims;
  await newsroom.publish(
    fullArticle({
      slug: 'river-wall-later',
      claims: [
        {
          ...(fullArticle().claims as Line[])[0],
          supersedes: claim.id,
        },
      ],
    }),
  );
  await newsroom.create(plainArticle({ slug: 'unfinished', section: 'desk' }));
  const url = '/v1/desk/articles/river-wall';
  const { quotes, claims } = (await newsroom.get(url)).body;
  await newsroom.patch(url, {
    headline: 'Not public yet',
    quotes: [{ id: quotes[0].id, verb: 'told us' }],
    claims: [...claims, { ...(fullArticle().claims as Line[])[0] }],
  });
}

describe('our own export', () => {
  let from: Newsroom;
  let to: Newsroom;
  let files: ImportFiles;
  let lines: Line[];
  beforeAll(async () => {
    from = await openNewsroom();
    to = await openNewsroom();
    files = openImportFiles(to);
    await fill(from);
    lines = await exportOf(from);
  });
  afterAll(async () => {
    await files.close();
    await from.close();
    await to.close();
  });

  it('gives the same export again from an empty newsroom, ids included', async () => {
    const report = await files.importContent('all.ndjson', asFile(lines), { publish: true });
    expect(report).toContain('1 draft, 2 published, 0 known already, 0 failed');
    expect(sorted(await exportOf(to))).toEqual(sorted(lines));
    const { body } = await to.get('/v1/articles/river-wall');
    expect(body.claims[0]).toMatchObject({ standing: 'superseded' });
    expect(body.section).toEqual({ slug: 'local', name: 'Around Marrowford' });
    expect(report).toContain('1 × Its newest revision was not public where it comes from');
    const newest = await to.get('/v1/desk/articles/river-wall');
    expect(newest.body).toMatchObject({ headline: 'Not public yet', revision: 2, liveRevision: 1 });
    expect((await to.step('river-wall', 'publish', { note: 'More claims.' })).status).toBe(200);
  });

  it('creates nothing in the newsroom that it comes from', async () => {
    const own = openImportFiles(from);
    const report = await own.importContent('own.ndjson', asFile(lines), { publish: true });
    await own.close();
    expect(report).toContain('0 drafts, 0 published, 3 known already, 0 failed');
    expect(await exportOf(from)).toEqual(lines);
  });

  it('leaves what the other newsroom says of its sources, sections and figures', async () => {
    const other = await openNewsroom();
    const imports = openImportFiles(other);
    await other.post('/v1/desk/sections', { slug: 'local', name: 'Here' });
    await other.post('/v1/desk/sources', { kind: 'person', name: 'Mara Elsing', country: 'FR' });
    await imports.importContent('all.ndjson', asFile(lines), { publish: true });
    await imports.close();
    const { body } = await other.get('/v1/articles/river-wall');
    expect(body.section.name).toBe('Here');
    const source = await other.get('/v1/sources/mara-elsing');
    expect(source.body).toMatchObject({ country: 'FR', aliases: [] });
    expect((await other.get('/v1/desk/sources?q=elsing')).body.data).toHaveLength(1);
    await other.close();
  });

  it('gets new ids where those that it brings along are in use', async () => {
    const [wall] = lines.filter(({ slug }) => slug === 'river-wall') as [Line];
    const copy = { ...wall, id: wall.id.replace(/^./, 'f'), slug: 'copied-wall' };
    const report = await files.importContent('copy.ndjson', asFile([copy]), { publish: true });
    expect(report).toContain('1 published');
    expect(report).toContain('It got new ids');
    const { body } = await to.get('/v1/articles/copied-wall');
    expect(body.quotes[0].text).toBe((await to.get('/v1/articles/river-wall')).body.quotes[0].text);
    expect(body.quotes[0].id).not.toBe(wall.quotes[0].id);
  });

  it('refuses the second of two drafts with the same parts when both are published', async () => {
    const draft = lines.find(({ slug }) => slug === 'river-wall') as Line;
    const other = await openNewsroom();
    const imports = openImportFiles(other);
    const twin = { ...draft, id: draft.id.replace(/^./, 'f'), slug: 'twin' };
    await imports.importContent('one.ndjson', asFile([draft]));
    await imports.importContent('two.ndjson', asFile([twin]));
    await imports.close();
    expect((await other.step('river-wall', 'publish')).status).toBe(200);
    const { status, body } = await other.step('twin', 'publish');
    expect([status, body.code]).toEqual([409, 'already-exists']);
    await other.close();
  });

  it('keeps what is public of an article whose next edition was scheduled', async () => {
    const [wall] = lines.filter(({ slug }) => slug === 'river-wall') as [Line];
    const scheduled = {
      ...wall,
      state: 'scheduled',
      publishAt: '2030-01-01T00:00:00.000Z',
      editions: [...wall.editions, { number: 2, kind: 'correction', note: 'It was four o’clock.' }],
    };
    const other = await openNewsroom();
    const imports = openImportFiles(other);
    const report = await imports.importContent('s.ndjson', asFile([scheduled]), { publish: true });
    await imports.close();
    expect(report).toContain('1 published');
    expect(report).toContain('It was scheduled for 2030-01-01T00:00:00.000Z; set that anew.');
    expect(report).toContain('not kept: “It was four o’clock.”');
    await other.close();
  });

  it.each<[string, (draft: Line) => object]>([
    ['is refused', ({ claims }) => ({ claims: [{ ...claims[0], partOf: claims[0].figure.id }] })],
    ['is not valid', () => ({ section: 'No Slug' })],
    ['lacks an id', ({ quotes }) => ({ quotes: [{ ...quotes[0], id: undefined }] })],
  ])('leaves out a newer revision that %s, and keeps what is public', async (_how, broken) => {
    const [wall] = lines.filter(({ slug }) => slug === 'river-wall') as [Line];
    const draft = { ...wall.draft, ...broken(wall.draft) };
    const other = await openNewsroom();
    const imports = openImportFiles(other);
    const file = asFile([{ ...wall, draft }]);
    const report = await imports.importContent('b.ndjson', file, { publish: true });
    await imports.close();
    expect(report).toContain('1 published, 0 known already, 0 failed');
    expect(report).toContain('Left out, a newer revision that was not public: ');
    const { body } = await other.get('/v1/desk/articles/river-wall');
    expect(body).toMatchObject({ id: wall.id, revision: 1 });
    await other.close();
  });

  it('leaves out a line that is not valid, and says so', async () => {
    const broken = asFile([
      { type: 'source', kind: 'robot', name: 'R' },
      { type: 'planet', name: 'Mars' },
      { type: 'article', id: 'x', ...plainArticle({ slug: 'beside' }), quotes: [null] },
      { type: 'article', id: 'y', ...plainArticle({ slug: 'well' }) },
    ]);
    const report = await files.importContent('broken.ndjson', broken);
    expect(report).toContain('1 draft, 0 published, 0 known already, 1 failed');
    expect(report).toContain('Left out, a source that is not valid');
    expect(report).toContain('a line of the type planet');
  });
});
