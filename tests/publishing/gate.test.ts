import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GATE_CODES } from '../../src/publishing/gate-problem.ts';
import { fullArticle, plainArticle } from '../support/articles.ts';
import { anchored, checkDraft, claiming, createDraft } from '../support/gate.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await openNewsroom();
});
afterAll(() => newsroom.close());

const draft = (article: object) => createDraft(newsroom, article);
const check = (article: object) => checkDraft(newsroom, article);

/** These need an article that is live, or several: see gate-corrections, and tests/corrections. */
const ELSEWHERE = ['correction-required', 'supersedes-circular'] as const;

/** One article for each code, and what the gate says of it. */
const CASES: Record<
  Exclude<keyof typeof GATE_CODES, (typeof ELSEWHERE)[number]>,
  { article: object; expected: object }
> = {
  'quote-not-found': {
    article: fullArticle({
      quotes: [
        {
          kind: 'direct',
          speaker: { kind: 'person', name: 'Mara Elsing' },
          ...anchored('The water came across the wall at four'),
        },
      ],
    }),
    expected: {
      pointer: '/quotes/0/anchor/pieces/0',
      severity: 'error',
      suggestion: { nearest: { text: 'The water came over the wall at four', distance: 6 } },
    },
  },
  'anchor-not-found': {
    article: claiming('Nobody counted.', {
      comparator: 'eq',
      low: 5,
      high: 5,
      ...anchored('five soldiers'),
    }),
    expected: { pointer: '/claims/0/anchor/pieces/0', severity: 'error' },
  },
  'anchor-ambiguous': {
    article: plainArticle({
      body: 'He said no. She said no.',
      quotes: [
        {
          kind: 'direct',
          speaker: { kind: 'person', name: 'Mara Elsing' },
          ...anchored('said no'),
        },
      ],
    }),
    expected: {
      pointer: '/quotes/0/anchor/pieces/0',
      suggestion: {
        candidates: [
          { start: 3, end: 10 },
          { start: 16, end: 23 },
        ],
      },
    },
  },
  'figure-mismatch': {
    article: claiming('Over 7,000 soldiers came.', {
      comparator: 'gt',
      low: 70_000,
      ...anchored('Over 7,000 soldiers'),
    }),
    expected: { pointer: '/claims/0', suggestion: { comparator: 'gt', low: 7000, high: null } },
  },
  'comparator-mismatch': {
    article: claiming('Over 7,000 soldiers came.', {
      comparator: 'eq',
      low: 7000,
      high: 7000,
      ...anchored('Over 7,000 soldiers'),
    }),
    expected: {
      pointer: '/claims/0/comparator',
      suggestion: { comparator: 'gt', low: 7000, high: null },
    },
  },
  'bounds-invalid': {
    article: claiming('Over 7,000 soldiers came.', {
      comparator: 'gt',
      low: 7000,
      high: 7000,
      ...anchored('Over 7,000 soldiers'),
    }),
    expected: { pointer: '/claims/0' },
  },
  'source-missing': {
    article: claiming('Seven soldiers came.', {
      comparator: 'eq',
      low: 7,
      high: 7,
      chain: [],
      ...anchored('Seven soldiers'),
    }),
    expected: { pointer: '/claims/0/chain' },
  },
  'speaker-missing': {
    article: plainArticle({
      interviews: [{ turns: [{ role: 'answer', text: 'Yes.' }] }],
      quotes: [{ kind: 'indirect', ...anchored('fog') }],
    }),
    expected: { pointer: '/quotes/0/speaker' },
  },
  'unnamed-without-reason': {
    article: plainArticle({
      quotes: [
        { kind: 'indirect', speaker: { kind: 'unnamed', name: 'an usher' }, ...anchored('fog') },
      ],
    }),
    expected: { pointer: '/quotes/0/speaker', suggestion: { field: 'reason' } },
  },
  'unit-mismatch': {
    article: claiming('Seven tanks came.', {
      comparator: 'eq',
      low: 7,
      high: 7,
      unit: 'tanks',
      ...anchored('Seven tanks'),
    }),
    expected: { pointer: '/claims/0/unit', suggestion: { unit: 'soldiers' } },
  },
  'translation-without-original': {
    article: plainArticle({
      quotes: [
        {
          kind: 'direct',
          speaker: { kind: 'person', name: 'Mara Elsing' },
          translated: true,
          ...anchored('We wait for the fog to lift'),
        },
      ],
    }),
    expected: { pointer: '/quotes/0/original' },
  },
  'field-missing': {
    article: { headline: 'Bare' },
    expected: { pointer: '/summary', severity: 'error' },
  },
  'as-of-missing': {
    article: claiming('Seven soldiers came.', {
      comparator: 'eq',
      low: 7,
      high: 7,
      asOf: null,
      ...anchored('Seven soldiers'),
    }),
    expected: { pointer: '/claims/0/asOf', severity: 'warning' },
  },
  'address-missing': {
    article: plainArticle({
      body: 'Read [the report](/reports/7) and [its annex](https://example.org/annex).\n\n![The wall at “four” & later](wall.jpg) ![](b.png) [![flag](https://example.org/f.png)](#top)',
    }),
    expected: {
      pointer: '/body',
      severity: 'warning',
      message:
        'Published without an address, which is to be a full one (https://…): the link “the report”, the picture “The wall at “four” & later”, a picture and 1 more.',
    },
  },
};

describe('POST /v1/desk/articles/{id}/check', () => {
  it.each(Object.entries(CASES))('finds %s', async (code, { article, expected }) => {
    const problems = await check(article);
    const found = problems.filter((problem) => problem.code === code);
    expect(found.length, JSON.stringify(problems)).toBeGreaterThan(0);
    expect(found[0]).toMatchObject(expected);
    expect(found[0]?.message).not.toBe('');
  });

  it('looks for addresses in what is said, too, and for none where there is no link', async () => {
    const speaker = { kind: 'person', name: 'Mara Elsing' };
    const turns = [
      { role: 'question', speaker, text: 'Where is it?' },
      { role: 'answer', speaker, text: 'At [the town hall](town-hall).' },
      { role: 'answer', speaker, text: 'Or <a id="here"></a>[here](mailto:desk@example.org).' },
    ];
    const problems = await check(plainArticle({ interviews: [{ turns }] }));
    expect(problems.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['address-missing', '/interviews/0/turns/1/text'],
    ]);
  });

  it('finds every empty field', async () => {
    const problems = await check({ headline: 'Bare' });
    expect(problems.map(({ pointer }) => pointer)).toEqual([
      '/summary',
      '/body',
      '/section',
      '/language',
    ]);
  });

  it('finds nothing in a complete article, and changes nothing', async () => {
    const id = await draft(fullArticle());
    const before = await newsroom.get(`/v1/desk/articles/${id}`);
    const { body } = await newsroom.post(`/v1/desk/articles/${id}/check`);
    expect(body).toEqual({ ok: true, problems: [] });
    const after = await newsroom.get(`/v1/desk/articles/${id}`);
    expect(after.text).toBe(before.text);
    expect(after.etag).toBe(before.etag);
  });

  it('404 for no article, 400 for an unknown field', async () => {
    expect((await newsroom.post('/v1/desk/articles/nothing-here/check')).status).toBe(404);
    const id = await draft(plainArticle());
    const { status } = await newsroom.post(`/v1/desk/articles/${id}/check`, { force: true });
    expect(status).toBe(400);
  });
});

describe('publishing runs the same checks', () => {
  it('422 gate-refused with all problems, and nothing changes', async () => {
    const id = await draft(CASES['figure-mismatch'].article);
    const changes = await newsroom.db.read.change.count();
    const before = await newsroom.get(`/v1/desk/articles/${id}`);
    const { status, body } = await newsroom.step(id, 'publish');
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'gate-refused', errors: [{ code: 'figure-mismatch' }] });
    expect((await newsroom.get(`/v1/desk/articles/${id}`)).text).toBe(before.text);
    expect(await newsroom.db.read.edition.count({ where: { articleId: id } })).toBe(0);
    expect(await newsroom.db.read.change.count()).toBe(changes);
  });

  it('lets warnings through', async () => {
    const id = await draft(CASES['as-of-missing'].article);
    expect((await newsroom.step(id, 'publish')).status).toBe(200);
  });
});

it('has a test for every code', () => {
  expect([...Object.keys(CASES), ...ELSEWHERE].sort()).toEqual(Object.keys(GATE_CODES).sort());
});
