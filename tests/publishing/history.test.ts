import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listOpenJobs } from '../../src/core/jobs/store.ts';
import { SYSTEM } from '../../src/core/work.ts';
import { rebuildAndTell } from '../../src/publishing/rebuild-telling.ts';
import { fullArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { snapshot } from '../support/projection.ts';
import { eventually } from '../support/waiting.ts';

/** What an editor may do next; numbers choose among what is there. */
type Step =
  | { do: 'create' }
  | { do: 'draft' | 'publish' | 'correct' | 'withdraw' | 'retract' | 'moveSlug'; article: number }
  | { do: 'supersede'; article: number; by: number }
  | { do: 'rename'; kind: 'sources' | 'figures' | 'sections' | 'tags'; which: number };

const ARTICLES = 4;
const index = fc.nat({ max: 7 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ do: 'create' } as const) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom('draft', 'publish', 'publish', 'correct', 'withdraw', 'moveSlug'),
      article: index,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('retract' as const), article: index }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('supersede' as const), article: index, by: index }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('rename' as const),
      kind: fc.constantFrom('sources', 'figures', 'sections', 'tags'),
      which: index,
    }),
  },
);

describe('after any history', () => {
  let newsroom: Newsroom;
  let count = 0;
  beforeAll(async () => {
    newsroom = await openNewsroom();
  });
  afterAll(() => newsroom.close());

  /** Does one step; a refusal is an answer too, but never a fault of ours. */
  async function run(ids: string[], next: Step): Promise<void> {
    count += 1;
    if (next.do === 'create') {
      if (ids.length >= ARTICLES) return;
      const { status, body, text } = await newsroom.post(
        '/v1/desk/articles',
        fullArticle({ slug: `story-${count}`, summary: `secret-draft-${count}` }),
      );
      expect(status, text).toBe(201);
      ids.push(body.id);
      return;
    }
    if (next.do === 'rename') return rename(next.kind, next.which);
    const id = ids[next.article % Math.max(1, ids.length)];
    if (id === undefined) return;
    const url = `/v1/desk/articles/${id}`;
    const answer = await {
      draft: () =>
        newsroom.patch(url, {
          headline: `secret-draft-${count}`,
          tags: ['floods', `tag-${count % 3}`],
        }),
      moveSlug: () => newsroom.patch(url, { slug: `moved-${count}` }),
      // What goes out is no secret any more.
      publish: async () => {
        await newsroom.patch(url, { headline: `Public ${count}`, summary: `Public ${count}` });
        return newsroom.step(id, 'publish', { note: 'A note.' });
      },
      correct: async () => {
        await newsroom.patch(url, { headline: `Public ${count}`, summary: `Public ${count}` });
        return newsroom.step(id, 'corrections', { note: `Corrected ${count}.` });
      },
      withdraw: () => newsroom.step(id, 'withdraw'),
      retract: () => newsroom.step(id, 'retract', { note: 'It was wrong.' }),
      supersede: () => supersede(url, ids, next as Extract<Step, { do: 'supersede' }>),
    }[next.do]();
    expect([200, 409, 422], `${JSON.stringify(next)} ${answer?.text}`).toContain(
      answer?.status ?? 200,
    );
  }

  async function supersede(url: string, ids: string[], { by }: { by: number }) {
    const other = ids[by % ids.length];
    const target = (await newsroom.get(`/v1/articles/${other}`)).body?.claims?.[0]?.id;
    const { claims } = (await newsroom.get(url)).body;
    if (target === undefined || claims.length < 2 || claims[1].id === target) return undefined;
    return newsroom.patch(url, {
      claims: [{ id: claims[0].id }, { id: claims[1].id, supersedes: target }],
    });
  }

  async function rename(kind: string, which: number): Promise<void> {
    const { body } = await newsroom.get(`/v1/desk/${kind}`);
    const chosen = body.data[which % Math.max(1, body.data.length)];
    if (chosen === undefined) return;
    const patch =
      kind === 'figures' ? { question: `How many (${count})?` } : { name: `Renamed ${count}` };
    const slug = which % 2 === 0 ? { slug: `renamed-${kind}-${count}` } : {};
    const { status, text } = await newsroom.patch(`/v1/desk/${kind}/${chosen.id}`, {
      ...patch,
      ...slug,
    });
    expect([200, 202], text).toContain(status);
  }

  async function rowsOf(client = newsroom.db.read) {
    return JSON.parse(JSON.stringify(await snapshot(client)));
  }

  it('a rebuild gives the same bytes, and nothing unpublished is public', {
    timeout: 3_600_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16 }), async (steps) => {
        const ids: string[] = [];
        await run(ids, { do: 'create' });
        await run(ids, { do: 'publish', article: 0 });
        for (const next of steps) await run(ids, next);
        // What is renamed in many articles is done by a job, which a rebuild would overtake.
        await eventually(async () => (await listOpenJobs(newsroom.db.read, 1)).length === 0);
        const before = await rowsOf();
        expect(JSON.stringify(before)).not.toContain('secret-draft');
        await newsroom.context.run(SYSTEM, rebuildAndTell);
        expect(await rowsOf()).toEqual(before);
        for (const id of ids) {
          const { state } = (await newsroom.get(`/v1/desk/articles/${id}`)).body;
          const { status } = await newsroom.get(`/v1/articles/${id}`);
          expect(status, state).toBe({ live: 200, retracted: 410 }[state as string] ?? 404);
        }
        for (const list of [
          'articles',
          'quotes',
          'claims',
          'turns',
          'sources',
          'figures',
          'corrections',
          'changes',
        ]) {
          expect((await newsroom.get(`/v1/${list}?limit=100`)).text, list).not.toContain(
            'secret-draft',
          );
        }
      }),
      { numRuns: Number(process.env.HISTORIES ?? 4) },
    );
  });
});
