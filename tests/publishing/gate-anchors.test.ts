import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainArticle } from '../support/articles.ts';
import { anchored, checkDraft, createDraft } from '../support/gate.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await openNewsroom();
});
afterAll(() => newsroom.close());

const draft = (article: object) => createDraft(newsroom, article);
const check = (article: object) => checkDraft(newsroom, article);

describe('anchors', () => {
  const speaker = { kind: 'person', name: 'Mara Elsing' };
  const saying = (body: string, exact: string) =>
    plainArticle({ body, quotes: [{ kind: 'direct', speaker, anchor: { pieces: [{ exact }] } }] });

  it.each([
    ['emoji before and in them', 'A 👩‍👩‍👧‍👦 family said “we 🎉 won” today.', 'we 🎉 won'],
    ['combining marks', 'She said “cafe\u0301 noir” twice… no, once.', 'café noir'],
    ['straight marks for curly ones', 'He said “it’s ‘over’ now” and left.', "it's 'over' now"],
    ['a no-break space', 'He said “some 5\u00a0000 boats” came.', 'some 5 000 boats'],
    ['soft hyphens', 'He said “un\u00adbe\u00adliev\u00adable” loudly.', 'unbelievable'],
    ['zero-width spaces', 'He said “un\u200bbelievable” loudly.', 'unbelievable'],
    [
      'markup inside',
      'He said “we *never* left **the** [house](https://example.org)” then.',
      'we never left the house',
    ],
    ['entities', 'He said “fish &amp; chips” again.', 'fish & chips'],
    ['raw HTML', 'He said “we <em>nev</em>er left” then.', 'we never left'],
    ['a line break', 'He said “we never\nleft the house” then.', 'we never left the house'],
  ])('are found under %s', async (_name, body, exact) => {
    const { body: published } = await newsroom.publish(saying(body, exact));
    const { body: wire } = await newsroom.get(`/v1/articles/${published.slug}`);
    const [piece] = wire.quotes[0].anchor.pieces;
    expect([...wire.bodyText].slice(piece.start, piece.end).join('')).toBe(piece.exact);
    expect(piece.exact.length).toBeGreaterThan(4);
  });

  it('move with the text, and keep apart what stands there twice', async () => {
    const id = await draft(
      plainArticle({
        body: 'First no. Then yes. Then no again.',
        quotes: [
          { kind: 'direct', speaker, anchor: { pieces: [{ exact: 'no', prefix: 'Then ' }] } },
        ],
      }),
    );
    const url = `/v1/desk/articles/${id}`;
    expect((await newsroom.get(url)).body.quotes[0].anchor.pieces[0].start).toBe(25);
    const moved = await newsroom.patch(url, {
      body: '🎈 A new beginning. First no. Then yes. Then no again.',
    });
    expect(moved.body.quotes[0]).toMatchObject({
      status: 'anchored',
      anchor: { pieces: [{ exact: 'no', start: 44, end: 46 }] },
    });
  });

  it('whose words are gone are orphaned: the draft saves, publishing waits until they are mended', async () => {
    const id = await draft(saying('She said “we stay here” then.', 'we stay here'));
    const url = `/v1/desk/articles/${id}`;
    const edited = await newsroom.patch(url, { body: 'She said “we will stay here” then.' });
    expect(edited.status).toBe(200);
    expect(edited.body.quotes[0]).toMatchObject({
      status: 'orphaned',
      anchor: { pieces: [{ exact: 'we stay here', start: null, end: null }] },
    });
    const refused = await newsroom.step(id, 'publish');
    expect(refused.body.errors[0]).toMatchObject({
      code: 'quote-not-found',
      suggestion: { nearest: { text: 'will stay here' } },
    });
    const mended = await newsroom.patch(url, {
      quotes: [
        {
          id: edited.body.quotes[0].id,
          anchor: { pieces: [{ exact: refused.body.errors[0].suggestion.nearest.text }] },
        },
      ],
    });
    expect(mended.body.quotes[0].status).toBe('anchored');
    expect((await newsroom.step(id, 'publish')).status).toBe(200);
  });

  it('come back of themselves when their words do', async () => {
    const body = 'She said “we stay here” then.';
    const id = await draft(saying(body, 'we stay here'));
    const url = `/v1/desk/articles/${id}`;
    await newsroom.patch(url, { body: 'Nothing.' });
    const back = await newsroom.patch(url, { body });
    expect(back.body.quotes[0].status).toBe('anchored');
  });
});

it('lists at most a thousand places of words that stand at many', async () => {
  const quote = {
    kind: 'direct',
    speaker: { kind: 'person', name: 'Ada' },
    ...anchored('It leaks'),
  };
  const problems = await check(
    plainArticle({
      body: '“It leaks,” said Ada.\n\n'.repeat(150),
      quotes: Array.from({ length: 150 }, () => quote),
    }),
  );
  expect(problems).toHaveLength(150);
  const listed = problems.map(({ suggestion }) => {
    const { candidates } = (suggestion ?? { candidates: [] }) as { candidates: unknown[] };
    return candidates.length;
  });
  expect(listed.reduce((sum, count) => sum + count)).toBe(1_000);
  expect(listed.at(-1)).toBe(0);
});
