import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '../../src/changes/schema.ts';
import { SYSTEM } from '../../src/core/work.ts';
import { rebuildAndTell } from '../../src/publishing/rebuild-telling.ts';
import { fullArticle, plainArticle } from '../support/articles.ts';
import { type PublicState, rebuildFrom } from '../support/consumer.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

/** Every change, read page by page as a consumer does. */
async function readAll(newsroom: Newsroom, limit = 7): Promise<Change[]> {
  const changes: Change[] = [];
  let after: string | null = '0';
  while (after !== null) {
    const { status, body, text } = await newsroom.get(`/v1/changes?after=${after}&limit=${limit}`);
    expect(status, text).toBe(200);
    changes.push(...body.data);
    after = body.page.next;
  }
  return changes;
}

/** What the published tables hold, as the consumer's state. */
async function readTables({ db: { read } }: Newsroom): Promise<PublicState> {
  const documents = (rows: { id: string; document: string }[]) =>
    new Map(rows.map(({ id, document }) => [id, document]));
  return {
    articles: documents(await read.publishedArticle.findMany()),
    turns: documents(await read.publishedTurn.findMany()),
    quotes: documents(await read.publishedQuote.findMany()),
    claims: documents(await read.publishedClaim.findMany()),
    sources: documents(await read.publishedSource.findMany()),
    figures: documents(await read.publishedFigure.findMany()),
    retracted: documents(await read.tombstone.findMany()),
  };
}

const sorted = (documents: Map<string, string>) => [...documents].sort();

async function expectRebuilt(newsroom: Newsroom): Promise<Change[]> {
  const changes = await readAll(newsroom);
  expect(changes.map(({ seq }) => seq)).toEqual(changes.map((_, index) => index + 1));
  const rebuilt = rebuildFrom(changes);
  const tables = await readTables(newsroom);
  for (const kind of Object.keys(tables) as (keyof PublicState)[])
    expect(sorted(rebuilt[kind]), kind).toEqual(sorted(tables[kind]));
  return changes;
}

describe('the log of changes, replayed from the beginning', () => {
  let newsroom: Newsroom;
  const published: Record<string, string> = {};
  beforeAll(async () => {
    newsroom = await openNewsroom();
  });
  afterAll(() => newsroom.close());

  const publish = async (name: string, article: object) => {
    const { body } = await newsroom.publish(article);
    published[name] = body.id;
    return body;
  };
  const change = async (name: string, patch: object, step: object = {}) => {
    const url = `/v1/desk/articles/${published[name]}`;
    const changed = await newsroom.patch(url, patch);
    expect(changed.status, changed.text).toBe(200);
    const answer = await newsroom.step(published[name] as string, 'publish', step);
    expect(answer.status, answer.text).toBe(200);
    return answer;
  };

  it('rebuilds articles with their parts, sources and figures byte for byte', async () => {
    await publish('wall', fullArticle({ slug: 'river-wall' }));
    await publish('ferry', plainArticle({ slug: 'ferry-late' }));
    const changes = await expectRebuilt(newsroom);
    expect(new Set(changes.map(({ type }) => type))).toEqual(
      new Set(['article.published', 'source.updated', 'figure.updated']),
    );
  });

  it('follows updates, corrections and new slugs', async () => {
    await change('ferry', { headline: 'The ferry sails again', slug: 'ferry-sails' });
    const wall = await newsroom.get(`/v1/desk/articles/${published.wall}`);
    const claims = wall.body.claims.map(
      ({ status, ...claim }: { status: string }, index: number) =>
        index === 0
          ? { ...claim, comparator: 'gt', anchor: pieces('More than 1,200 people') }
          : claim,
    );
    const body = String(wall.body.body).replace('At least 1,200', 'More than 1,200');
    await change('wall', { body, claims }, { note: 'It was more than 1,200 people.' });
    const changes = await expectRebuilt(newsroom);
    expect(changes.map(({ type }) => type)).toContain('article.updated');
    expect(changes.map(({ type }) => type)).toContain('article.corrected');
  });

  it('follows claims that another article supersedes, and back', async () => {
    const wall = await newsroom.get(`/v1/articles/${published.wall}`);
    const [old] = wall.body.claims;
    const follower = fullArticle({ slug: 'river-wall-again', quotes: [], interviews: [] });
    const claims = (follower.claims as object[]).slice(0, 1);
    await publish('follower', {
      ...follower,
      claims: claims.map((claim) => ({ ...claim, supersedes: old.id })),
    });
    const superseded = await newsroom.get(`/v1/claims/${old.id}`);
    expect(superseded.body.standing).toBe('superseded');
    await expectRebuilt(newsroom);
    await newsroom.step(published.follower as string, 'withdraw', {});
    const changes = await expectRebuilt(newsroom);
    expect(changes.at(-1)?.type).toBe('article.withdrawn');
    expect(changes.map(({ type }) => type)).toContain('article.refreshed');
  });

  it('follows renamed sources and figures, and tells when they are gone', async () => {
    for (const [url, patch] of [
      ['sources/mara-elsing', { name: 'Mara Elsing-Holt', affiliation: 'Fire Service' }],
      ['figures/marrowford-evacuees', { question: 'How many people fled?', slug: 'evacuees' }],
    ] as const) {
      const changed = await newsroom.patch(`/v1/desk/${url}`, patch);
      expect(changed.status, changed.text).toBe(200);
    }
    await expectRebuilt(newsroom);
    await newsroom.step(published.wall as string, 'withdraw', {});
    const changes = await expectRebuilt(newsroom);
    const gone = changes.filter(({ type }) => type.endsWith('.removed'));
    expect(new Set(gone.map(({ kind }) => kind))).toEqual(new Set(['source', 'figure']));
    expect(gone.every(({ data }) => data === null)).toBe(true);
  });

  it('follows retractions, for the article and all parts that were ever public', async () => {
    const again = await newsroom.step(published.wall as string, 'publish');
    expect(again.status, again.text).toBe(200);
    const quotes = again.body.quotes.map(({ id }: { id: string }) => id);
    await change('wall', { quotes: [] }, { note: 'The quotation could not be confirmed.' });
    const retracted = await newsroom.step(published.wall as string, 'retract', {
      note: 'The count was invented.',
    });
    expect(retracted.status, retracted.text).toBe(200);
    const changes = await expectRebuilt(newsroom);
    expect(changes.at(-1)).toMatchObject({
      type: 'article.retracted',
      slug: 'river-wall',
      url: '/v1/articles/river-wall',
      data: { notice: 'The count was invented.' },
    });
    expect(rebuildFrom(changes).retracted.has(quotes[0])).toBe(true);
    expect((await newsroom.get(`/v1/quotes/${quotes[0]}`)).status).toBe(410);
  });

  it('follows a rebuild that comes out otherwise, and hears nothing of one that does not', async () => {
    const { context, db } = newsroom;
    await publish('last', fullArticle({ slug: 'river-wall-last' }));
    const equal = await context.run(SYSTEM, rebuildAndTell);
    expect(equal.told).toBe(0);
    await expectRebuilt(newsroom);
    await db.write(async (client) => {
      const where = { where: { id: published.last as string } };
      const { document } = await client.publishedArticle.findUniqueOrThrow(where);
      const data = { document: document.replace('River wall', 'Garden wall') };
      await client.publishedArticle.update({ ...where, data });
      await client.publishedSource.updateMany({ data: { document: '{}' } });
    });
    const sources = await db.read.publishedSource.count();
    const { told } = await context.run(SYSTEM, rebuildAndTell);
    expect(told).toBe(1 + sources);
    const changes = await expectRebuilt(newsroom);
    expect(changes.filter(({ type }) => type === 'article.refreshed').at(-1)?.slug).toBe(
      'river-wall-last',
    );
  });

  it('tells nothing of drafts, and nothing twice', async () => {
    const before = await newsroom.get('/v1/changes?after=latest');
    const draft = await newsroom.post('/v1/desk/articles', fullArticle({ slug: 'draft' }));
    await newsroom.patch(`/v1/desk/articles/${draft.body.id}`, { headline: 'Not yet' });
    await newsroom.post('/v1/desk/sources', { kind: 'person', name: 'Unheard Of' });
    const after = await newsroom.get('/v1/changes?after=latest');
    expect(after.body.page.last).toBe(before.body.page.last);
  });
});

const pieces = (exact: string) => ({ in: 'body', pieces: [{ exact }] });
