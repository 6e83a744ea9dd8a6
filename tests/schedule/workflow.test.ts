import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ARTICLE_STATES, type ArticleState } from '../../src/articles/schema.ts';
import { plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

/** The table of API.md, written down a second time. */
const ALLOWED: Record<ArticleState, readonly string[]> = {
  draft: ['publish', 'schedule'],
  scheduled: ['publish', 'unschedule'],
  live: ['publish', 'correct', 'schedule', 'withdraw', 'retract'],
  withdrawn: ['publish', 'schedule', 'retract'],
  retracted: [],
};

const STEPS = {
  publish: { path: 'publish', body: undefined, to: 'live' },
  correct: { path: 'corrections', body: { note: 'An earlier version was wrong.' }, to: 'live' },
  schedule: { path: 'schedule', body: { publishAt: '2099-01-01T00:00:00Z' }, to: 'scheduled' },
  unschedule: { path: 'unschedule', body: undefined, to: 'draft' },
  withdraw: { path: 'withdraw', body: undefined, to: 'withdrawn' },
  retract: { path: 'retract', body: { note: 'It was not so.' }, to: 'retracted' },
} as const;

describe('the workflow', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
  });
  afterAll(() => newsroom.close());

  async function createIn(state: ArticleState): Promise<string> {
    const { body } = await newsroom.create(plainArticle());
    if (state === 'draft') return body.id;
    const steps = {
      scheduled: ['schedule'],
      live: ['publish'],
      withdrawn: ['publish', 'withdraw'],
      retracted: ['publish', 'retract'],
    } as const;
    for (const step of steps[state])
      expect((await newsroom.step(body.id, STEPS[step].path, STEPS[step].body)).status).toBe(200);
    expect((await newsroom.get(`/v1/desk/articles/${body.id}`)).body.state).toBe(state);
    return body.id;
  }

  for (const state of ARTICLE_STATES) {
    for (const [step, { path, body, to }] of Object.entries(STEPS)) {
      if (ALLOWED[state].includes(step)) {
        it(`${step} brings a ${state} article to ${to}`, async () => {
          const id = await createIn(state);
          const answer = await newsroom.step(id, path, body);
          expect(answer.status, answer.text).toBe(200);
          expect(answer.body.state).toBe(to);
        });
      } else {
        it(`409 for ${step} of a ${state} article, with the steps that are allowed`, async () => {
          const id = await createIn(state);
          const before = await newsroom.get(`/v1/desk/articles/${id}`);
          const changes = await newsroom.db.read.change.count();
          const answer = await newsroom.step(id, path, body);
          expect(answer.status).toBe(409);
          expect(answer.body).toMatchObject({
            code: 'transition-forbidden',
            state,
            allowed: ALLOWED[state],
          });
          const after = await newsroom.get(`/v1/desk/articles/${id}`);
          expect([after.text, after.etag]).toEqual([before.text, before.etag]);
          expect(await newsroom.db.read.change.count()).toBe(changes);
        });
      }
    }
  }

  it('409 for any change of a retracted article', async () => {
    const id = await createIn('retracted');
    const patched = await newsroom.patch(`/v1/desk/articles/${id}`, { headline: 'Once more' });
    expect(patched.status).toBe(409);
    expect(patched.body).toMatchObject({
      code: 'transition-forbidden',
      state: 'retracted',
      allowed: [],
    });
    expect((await newsroom.step(id, 'restore', { revision: 1 })).body.code).toBe(
      'transition-forbidden',
    );
    expect((await newsroom.post(`/v1/desk/articles/${id}/previews`)).status).toBe(409);
    expect((await newsroom.remove(`/v1/desk/articles/${id}`)).body.code).toBe('was-public');
  });
});
