import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createJobRunner, type JobKinds, LEASE_MS } from '../../src/core/jobs/runner.ts';
import { createJob } from '../../src/core/jobs/store.ts';
import { createWorkRunner, SYSTEM } from '../../src/core/work.ts';
import { rebuildAndTell } from '../../src/publishing/rebuild-telling.ts';
import { JOBS } from '../../src/resources.ts';
import { plainArticle } from '../support/articles.ts';
import { copyArticle } from '../support/many-articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { snapshot } from '../support/projection.ts';

const MANY = 120;
const silent = { warn: () => undefined };

/** As another process on the same database would do its jobs. */
function runnerOf({ db }: Newsroom, kinds: JobKinds = JOBS, clock = () => new Date()) {
  const run = createWorkRunner({ db, clock, onTouched: () => undefined });
  return { run, runner: createJobRunner({ db, clock, run, log: silent, kinds }) };
}

async function jobOf(newsroom: Newsroom, location: unknown) {
  const { status, body } = await newsroom.get(String(location));
  expect(status).toBe(200);
  return body;
}

describe('a source in many documents', () => {
  let newsroom: Newsroom;
  let location: string;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    await newsroom.jobs.stop();
    await newsroom.post('/v1/desk/sources', { kind: 'person', name: 'Ann Vale' });
    await newsroom.publish(
      plainArticle({
        slug: 'fog',
        quotes: [
          {
            kind: 'direct',
            speaker: { kind: 'person', name: 'A. Vale' },
            anchor: { in: 'body', pieces: [{ exact: 'We wait for the fog to lift' }] },
          },
        ],
      }),
    );
    await copyArticle(newsroom.db, 'fog', MANY);
    await newsroom.publish(plainArticle({ slug: 'other' }));
  });
  afterAll(() => newsroom.close());

  it('is merged at once, and a job shows it: 202 and where its progress is', async () => {
    const answer = await newsroom.post(
      '/v1/desk/sources/a-vale/merge',
      { into: 'ann-vale' },
      { headers: { 'if-match': '*' } },
    );
    expect(answer.status, answer.text).toBe(202);
    expect(answer.body).toMatchObject({ slug: 'ann-vale', aliases: ['A. Vale'] });
    location = String(answer.headers.location);
    expect(await jobOf(newsroom, location)).toMatchObject({
      kind: 'reproject',
      state: 'open',
      done: 0,
      total: 2 * (MANY + 1),
      title: 'Show the source ann-vale, into which a-vale was merged',
      finishedAt: null,
    });
    expect((await newsroom.get('/v1/desk/jobs')).body.data).toHaveLength(1);
  });

  it('goes on being read and edited while the job is on its way', async () => {
    for (let step = 0; step < 3; step += 1) await newsroom.jobs.tick();
    const { state, done } = await jobOf(newsroom, location);
    expect(state).toBe('open');
    expect(done).toBeGreaterThan(0);
    const names = new Set<string>();
    for (const slug of ['fog', 'fog-0', `fog-${MANY - 1}`]) {
      const { status, body } = await newsroom.get(`/v1/articles/${slug}`);
      expect(status).toBe(200);
      names.add(body.quotes[0].speaker.name);
    }
    expect([...names].sort()).toEqual(['A. Vale', 'Ann Vale']);
    const drafts = await newsroom.patch(`/v1/desk/articles/fog-${MANY - 1}`, {
      headline: 'Changed',
    });
    expect(drafts.status).toBe(200);
    const published = await newsroom.step(`fog-${MANY - 1}`, 'publish');
    expect(published.status, published.text).toBe(200);
    expect((await newsroom.get(`/v1/articles/fog-${MANY - 1}`)).body.quotes[0].speaker.slug).toBe(
      'ann-vale',
    );
  });

  it('is gone on with by another process once the first one is dead, not before', async () => {
    const before = await jobOf(newsroom, location);
    expect(await runnerOf(newsroom).runner.tick()).toBe(false);
    const later = () => new Date(Date.now() + LEASE_MS + 1);
    expect(await runnerOf(newsroom, JOBS, later).runner.tick()).toBe(true);
    expect((await jobOf(newsroom, location)).done).toBeGreaterThan(before.done);
  });

  it('is shown everywhere in the end, each document once, and no other is touched', async () => {
    const other = await newsroom.get('/v1/articles/other');
    const later = () => new Date(Date.now() + 2 * LEASE_MS);
    const { runner } = runnerOf(newsroom, JOBS, later);
    while (await runner.tick());
    const job = await jobOf(newsroom, location);
    expect(job).toMatchObject({ state: 'done', error: null });
    expect(job.finishedAt).not.toBeNull();
    const client = newsroom.db.read;
    const names = await client.publishedQuote.groupBy({ by: ['speakerId'], _count: true });
    expect(names).toHaveLength(1);
    const changes = await client.change.groupBy({
      by: ['targetId'],
      where: { type: 'article.refreshed' },
      _count: true,
    });
    expect(changes).toHaveLength(MANY);
    expect(changes.every(({ _count }) => _count === 1)).toBe(true);
    expect((await newsroom.get('/v1/articles/other')).etag).toBe(other.etag);
    const old = await newsroom.get('/v1/sources/a-vale');
    expect(old.headers.location).toBe('/v1/sources/ann-vale');
    expect(await client.publishedSource.count({ where: { slug: 'a-vale' } })).toBe(0);
  });

  it('leaves tables that a rebuild makes again byte for byte', async () => {
    const before = await snapshot(newsroom.db.read);
    await newsroom.context.run(SYSTEM, rebuildAndTell);
    expect(await snapshot(newsroom.db.read)).toEqual(before);
  });

  it('is renamed by a job, and what only the desk sees changes no document', async () => {
    const url = '/v1/desk/sources/ann-vale';
    const quiet = await newsroom.patch(url, { country: 'GB' });
    expect(quiet.status).toBe(200);
    const renamed = await newsroom.patch(url, { name: 'Ann Vale-Holt', slug: 'ann-vale-holt' });
    expect(renamed.status, renamed.text).toBe(202);
    const again = await newsroom.patch('/v1/desk/sources/ann-vale-holt', { name: 'Ann Holt' });
    expect(again.status).toBe(202);
    const { runner } = runnerOf(newsroom, JOBS, () => new Date(Date.now() + 3 * LEASE_MS));
    while (await runner.tick());
    const quotes = await newsroom.db.read.publishedQuote.findMany({ select: { document: true } });
    for (const { document } of quotes)
      expect(JSON.parse(document).speaker).toMatchObject({
        slug: 'ann-vale-holt',
        name: 'Ann Holt',
      });
    expect((await newsroom.get('/v1/sources/ann-vale')).status).toBe(308);
  });

  it('moves a section and a tag of many documents', async () => {
    await newsroom.post('/v1/desk/sections', { slug: 'harbour', name: 'Harbour' });
    const answer = await newsroom.post(
      '/v1/desk/sections/local/merge',
      { into: 'harbour' },
      { headers: { 'if-match': '*' } },
    );
    expect(answer.status, answer.text).toBe(202);
    const { runner } = runnerOf(newsroom, JOBS, () => new Date(Date.now() + 4 * LEASE_MS));
    while (await runner.tick());
    expect(await newsroom.db.read.publishedArticle.count({ where: { section: 'harbour' } })).toBe(
      MANY + 2,
    );
    expect(await newsroom.db.read.article.count({ where: { section: 'local' } })).toBe(0);
  });

  it('404 for a job that is not there, 401 without a token', async () => {
    const none = '/v1/desk/jobs/01900000-0000-7000-8000-000000000000';
    expect((await newsroom.get(none)).status).toBe(404);
    expect((await newsroom.get(none, { as: null })).status).toBe(401);
  });
});

describe('a step that fails', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    await newsroom.jobs.stop();
  });
  afterAll(() => newsroom.close());

  it('leaves nothing behind, says so, and is tried again later', async () => {
    let now = Date.now();
    let broken = true;
    const kinds: JobKinds = {
      count: {
        describe: () => 'Count',
        async step(work) {
          work.record({ action: 'count', kind: 'job', targetId: 'x' });
          if (broken) throw new Error('no');
          return { cursor: null, done: 1, finished: true };
        },
      },
    };
    const { run, runner } = runnerOf(newsroom, kinds, () => new Date(now));
    const id = await run(SYSTEM, (work) =>
      createJob(work, { kind: 'count', payload: {}, total: 1 }),
    );
    expect(await runner.tick()).toBe(true);
    expect(await newsroom.db.read.auditEntry.count({ where: { action: 'count' } })).toBe(0);
    const failed = await jobOf(newsroom, `/v1/desk/jobs/${id}`);
    expect(failed).toMatchObject({ state: 'open', done: 0 });
    expect(failed.error).toContain('internal');
    expect(await runner.tick()).toBe(false);
    broken = false;
    now += 2_000;
    expect(await runner.tick()).toBe(true);
    expect(await jobOf(newsroom, `/v1/desk/jobs/${id}`)).toMatchObject({
      state: 'done',
      error: null,
    });
  });
});
