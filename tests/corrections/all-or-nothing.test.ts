import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '../../src/core/work.ts';
import { publishDue } from '../../src/publishing/schedule.ts';
import { createScheduler } from '../../src/publishing/scheduler.ts';
import { fullArticle, plainArticle } from '../support/articles.ts';
import { createTestClock, MINUTE, type TestClock } from '../support/clock.ts';
import { type Operation, withFault } from '../support/faults.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

let newsroom: Newsroom;
let clock: TestClock;
beforeAll(async () => {
  clock = createTestClock();
  newsroom = await openNewsroom({ clock });
});
afterAll(() => newsroom.close());

/** Every statement that a publication of an update runs. */
const PUBLISH: [Operation, string][] = [
  ['UPDATE', 'Counter'],
  ['UPDATE', 'Article'],
  ['INSERT', 'Edition'],
  ['DELETE', 'PublishedArticle'],
  ['INSERT', 'PublishedArticle'],
  ['INSERT', 'PublishedArticleTag'],
  ['INSERT', 'PublishedArticleSource'],
  ['INSERT', 'PublishedArticleFigure'],
  ['INSERT', 'PublishedTurn'],
  ['INSERT', 'PublishedQuote'],
  ['INSERT', 'PublishedClaim'],
  ['INSERT', 'PublishedClaimSource'],
  ['INSERT', 'SearchArticle'],
  ['INSERT', 'SearchText'],
  ['INSERT', 'FormerSlug'],
  ['INSERT', 'PartEdition'],
  ['INSERT', 'PublishedSource'],
  ['INSERT', 'PublishedFigure'],
  ['INSERT', 'Change'],
  ['INSERT', 'AuditEntry'],
];

const RETRACT: [Operation, string][] = [
  ['UPDATE', 'Counter'],
  ['UPDATE', 'Article'],
  ['DELETE', 'PublishedArticle'],
  ['DELETE', 'PublishedClaim'],
  ['INSERT', 'FormerSlug'],
  ['INSERT', 'Tombstone'],
  ['INSERT', 'Edition'],
  ['UPDATE', 'Preview'],
  ['INSERT', 'Change'],
  ['INSERT', 'AuditEntry'],
];

/** Everything that is stored of the public and of the workflow. */
async function snapshot(): Promise<string> {
  const { read } = newsroom.db;
  return JSON.stringify([
    await read.article.findMany({ orderBy: { id: 'asc' } }),
    await read.edition.findMany({ orderBy: { id: 'asc' } }),
    await read.partEdition.findMany({ orderBy: [{ partId: 'asc' }, { edition: 'asc' }] }),
    await read.publishedArticle.findMany({ orderBy: { id: 'asc' } }),
    await read.publishedTurn.findMany({ orderBy: { id: 'asc' } }),
    await read.publishedQuote.findMany({ orderBy: { id: 'asc' } }),
    await read.publishedClaim.findMany({ orderBy: { id: 'asc' } }),
    await read.publishedSource.findMany({ orderBy: { id: 'asc' } }),
    await read.publishedFigure.findMany({ orderBy: { id: 'asc' } }),
    await read.tombstone.findMany({ orderBy: { id: 'asc' } }),
    await read.formerSlug.findMany({ orderBy: [{ kind: 'asc' }, { slug: 'asc' }] }),
    await read.preview.findMany({ orderBy: { id: 'asc' } }),
    await read.counter.findMany({ orderBy: { name: 'asc' } }),
    await read.change.findMany({ orderBy: { seq: 'asc' } }),
    await read.auditEntry.findMany({ orderBy: { seq: 'asc' } }),
  ]);
}

const wire = async (slug: string) => {
  const answers = await Promise.all(
    [`/v1/articles/${slug}`, `/v1/articles/${slug}/editions`, '/v1/quotes', '/v1/changes'].map(
      (path) => newsroom.get(path),
    ),
  );
  return answers.map(({ status, text }) => [status, text]);
};

/** A published article with an update that gives it another slug, another source and figure. */
async function prepareUpdate(slug: string): Promise<string> {
  const { body } = await newsroom.publish(fullArticle({ slug }));
  const [claim] = body.claims;
  const patched = await newsroom.patch(`/v1/desk/articles/${body.id}`, {
    slug: `${slug}-renamed`,
    claims: [
      ...body.claims.map(({ id }: { id: string }) => ({ id })),
      {
        figure: { slug: `${slug}-figure`, question: 'How many came?', unit: 'people' },
        comparator: 'gte',
        low: 1200,
        chain: [{ role: 'originator', source: { kind: 'person', name: `Witness of ${slug}` } }],
        anchor: claim.anchor,
      },
    ],
  });
  expect(patched.status, patched.text).toBe(200);
  return body.id;
}

describe('a publication that breaks off', () => {
  let id: string;
  beforeAll(async () => {
    id = await prepareUpdate('breaks-off');
  });

  for (const [operation, table] of PUBLISH) {
    it(`leaves everything as it was: at ${operation} ${table}`, async () => {
      const before = [await snapshot(), await wire('breaks-off')];
      const answer = await withFault(newsroom, operation, table, () =>
        newsroom.step(id, 'publish', undefined, { headers: { 'if-match': '*' } }),
      );
      expect(answer.status, answer.text).toBe(500);
      expect(answer.text).not.toContain('caught fire');
      expect([await snapshot(), await wire('breaks-off')]).toEqual(before);
    });
  }

  it('succeeds when nothing breaks any more', async () => {
    const answer = await newsroom.step(id, 'publish');
    expect(answer.status, answer.text).toBe(200);
    expect((await newsroom.get('/v1/articles/breaks-off')).status).toBe(308);
    expect((await newsroom.get('/v1/articles/breaks-off-renamed')).body.edition).toBe(2);
  });
});

describe('a retraction that breaks off', () => {
  let id: string;
  beforeAll(async () => {
    id = (await newsroom.publish(fullArticle({ slug: 'breaks-again' }))).body.id;
    await newsroom.post(`/v1/desk/articles/${id}/previews`);
  });

  for (const [operation, table] of RETRACT) {
    it(`leaves everything as it was: at ${operation} ${table}`, async () => {
      const before = [await snapshot(), await wire('breaks-again')];
      const answer = await withFault(newsroom, operation, table, () =>
        newsroom.step(id, 'retract', { note: 'No.' }, { headers: { 'if-match': '*' } }),
      );
      expect(answer.status, answer.text).toBe(500);
      expect([await snapshot(), await wire('breaks-again')]).toEqual(before);
    });
  }

  it('succeeds when nothing breaks any more', async () => {
    expect((await newsroom.step(id, 'retract', { note: 'No.' })).status).toBe(200);
    expect((await newsroom.get('/v1/articles/breaks-again')).status).toBe(410);
  });
});

describe('a schedule that breaks off', () => {
  const soon = () => new Date(clock().getTime() + MINUTE).toISOString();

  it('publishes none of a batch, and all of it the next time', async () => {
    const ids: string[] = [];
    for (const slug of ['in-a-batch-1', 'in-a-batch-2']) {
      const { body } = await newsroom.create(plainArticle({ slug }));
      await newsroom.step(body.id, 'schedule', { publishAt: soon() });
      ids.push(body.id);
    }
    clock.pass(MINUTE);
    const before = await snapshot();
    const fire = () => newsroom.context.run(SYSTEM, (work) => publishDue(work, ids));
    await withFault(newsroom, 'INSERT', 'Change', () => expect(fire()).rejects.toThrow());
    expect(await snapshot()).toBe(before);
    expect(await fire()).toMatchObject([{ outcome: 'published' }, { outcome: 'published' }]);
    expect(await fire()).toMatchObject([{ outcome: 'passed' }, { outcome: 'passed' }]);
  });

  it('of one article holds up no other, and is given up at last, which the desk shows', async () => {
    const broken = await newsroom.post(
      '/v1/desk/articles',
      fullArticle({ slug: 'never-goes-out' }),
    );
    const sound = await newsroom.post('/v1/desk/articles', plainArticle({ slug: 'goes-out' }));
    for (const { body } of [broken, sound])
      await newsroom.step(body.id, 'schedule', { publishAt: soon() });
    clock.pass(MINUTE);
    const scheduler = createScheduler(newsroom.context, { retryMs: 0 });
    await withFault(newsroom, 'INSERT', 'PublishedClaim', async () => {
      expect(await scheduler.tick()).toMatchObject([{ articleId: sound.body.id }]);
      expect((await newsroom.get('/v1/articles/goes-out')).status).toBe(200);
      for (let attempt = 2; attempt <= 5; attempt += 1) expect(await scheduler.tick()).toEqual([]);
    });
    const { body } = await newsroom.get(`/v1/desk/articles/${broken.body.id}`);
    expect(body).toMatchObject({
      state: 'draft',
      publishAt: null,
      scheduleFailure: { revision: 1, reason: 'It could not be published; the log says why.' },
    });
    expect((await newsroom.get('/v1/articles/never-goes-out')).status).toBe(404);
  });
});
