import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleInput } from '../../src/articles/schema.ts';
import { fullArticle, plainArticle } from '../support/articles.ts';
import { type Line, readExport } from '../support/export-lines.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

describe('onrecord export', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    await newsroom.publish(fullArticle({ slug: 'wall' }));
    await newsroom.patch('/v1/desk/articles/wall', { headline: 'A headline not yet public' });
    await newsroom.create(plainArticle({ slug: 'draft', section: 'secret' }));
    await newsroom.post('/v1/desk/sources', { kind: 'person', name: 'Only In A Draft' });
  });
  afterAll(() => newsroom.close());

  const read = (all: boolean) => readExport(newsroom, all);

  const named = (lines: Line[], type: string) =>
    lines.filter((line) => line.type === type).map(({ slug }) => slug);

  it('holds what is public and nothing else', async () => {
    const lines = await read(false);
    expect(named(lines, 'article')).toEqual(['wall']);
    expect(named(lines, 'section')).toEqual(['local']);
    expect(named(lines, 'tag').sort()).toEqual(['floods', 'rivers']);
    expect(named(lines, 'figure')).toEqual(['marrowford-evacuees']);
    expect(named(lines, 'source')).toHaveLength(4);
    const text = JSON.stringify(lines);
    for (const secret of ['not yet public', 'Only In A Draft', 'Not cleared', 'secret'])
      expect(text).not.toContain(secret);
  });

  it('holds everything when asked to, the newer revision of a live article apart', async () => {
    const lines = await read(true);
    expect(named(lines, 'article').sort()).toEqual(['draft', 'wall']);
    const wall = lines.find(({ slug }) => slug === 'wall') as Line;
    expect(wall).toMatchObject({
      headline: 'River wall gives way',
      state: 'live',
      revision: 2,
      liveRevision: 1,
      editions: [{ number: 1, kind: 'publication', note: null }],
      draft: { headline: 'A headline not yet public' },
    });
    const reason = wall.claims[1].chain[0].source.reason;
    expect(reason).toBe('Not cleared to speak to the press.');
    expect(JSON.stringify(lines)).toContain('Only In A Draft');
  });

  it('refers only to lines that come before', async () => {
    const seen = new Set<string>();
    for (const line of await read(true)) {
      seen.add(line.id);
      for (const quote of line.quotes ?? []) expect(seen).toContain(quote.speaker.id);
      for (const claim of line.claims ?? []) expect(seen).toContain(claim.figure.id);
    }
  });

  it('has articles that can be posted again once their ids are taken out', async () => {
    const [wall] = (await read(false)).filter(({ type }) => type === 'article');
    const { summary, body, language, section, tags, bylines, dateline } = wall as Line;
    const quotes = (wall as Line).quotes.map(({ id: _id, ...quote }: Line) => quote);
    const claims = (wall as Line).claims.map(({ id: _id, ...claim }: Line) => claim);
    const result = articleInput.safeParse({
      headline: 'Again',
      ...{ summary, body, language, section, tags, bylines, dateline, quotes, claims },
    });
    expect(result.error).toBeUndefined();
  });
});
