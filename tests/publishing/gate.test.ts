import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GATE_CODES, type GateProblem } from '../../src/publishing/gate-problem.ts';
import { fullArticle, plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await openNewsroom();
});
afterAll(() => newsroom.close());

async function draft(article: object): Promise<string> {
  const { status, body, text } = await newsroom.post('/v1/desk/articles', article);
  expect(status, text).toBe(201);
  return body.id;
}

async function check(article: object, note?: string): Promise<GateProblem[]> {
  const id = await draft(article);
  const { status, body } = await newsroom.post(
    `/v1/desk/articles/${id}/check`,
    note === undefined ? undefined : { note },
  );
  expect(status).toBe(200);
  return body.problems;
}

const FIGURE = { slug: 'gate-figure', question: 'How many soldiers?', unit: 'soldiers' };
const SAID = [
  { role: 'originator', verb: 'said', source: { kind: 'organisation', name: 'The Ministry' } },
];

/** An article whose only claim stands in `sentence`. */
function claiming(sentence: string, claim: object, changes: object = {}) {
  return plainArticle({
    body: sentence,
    claims: [
      {
        figure: FIGURE,
        unit: 'soldiers',
        asOf: '2024-10',
        chain: SAID,
        ...claim,
      },
    ],
    ...changes,
  });
}

const anchored = (exact: string) => ({ anchor: { pieces: [{ exact }] } });

/** These need an article that is live, or several: see below, and tests/corrections. */
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
};

describe('POST /v1/desk/articles/{id}/check', () => {
  it.each(Object.entries(CASES))('finds %s', async (code, { article, expected }) => {
    const problems = await check(article);
    const found = problems.filter((problem) => problem.code === code);
    expect(found.length, JSON.stringify(problems)).toBeGreaterThan(0);
    expect(found[0]).toMatchObject(expected);
    expect(found[0]?.message).not.toBe('');
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

describe('numbers', () => {
  const OK: [string, string, object, object?][] = [
    [
      'over, outside the anchored words',
      'It saw over 7,000 soldiers.',
      { comparator: 'gt', low: 7000, ...anchored('7,000') },
    ],
    [
      'over',
      'It saw over 7,000 soldiers.',
      { comparator: 'gt', low: 7000, ...anchored('over 7,000 soldiers') },
    ],
    [
      'at least',
      'It saw at least 1,200 soldiers.',
      { comparator: 'gte', low: 1200, ...anchored('at least 1,200') },
    ],
    [
      'up to',
      'It saw up to 40 soldiers.',
      { comparator: 'lte', high: 40, ...anchored('up to 40') },
    ],
    [
      'fewer than',
      'It saw fewer than 40 soldiers.',
      { comparator: 'lt', high: 40, ...anchored('fewer than 40') },
    ],
    [
      'about',
      'It saw about 8,000 soldiers.',
      { comparator: 'approx', low: 8000, high: 8000, ...anchored('about 8,000') },
    ],
    [
      'between',
      'It saw between 5 and 7 soldiers.',
      { comparator: 'between', low: 5, high: 7, ...anchored('between 5 and 7') },
    ],
    [
      'dozens, without bounds',
      'It saw dozens of soldiers.',
      { comparator: 'approx', ...anchored('dozens of soldiers') },
    ],
    [
      'dozens, with a reason',
      'It saw dozens of soldiers.',
      {
        comparator: 'approx',
        low: 24,
        high: 99,
        boundsReason: 'As the ministry defines it.',
        ...anchored('dozens'),
      },
    ],
    [
      'number words',
      'It saw two hundred and fifty soldiers.',
      { comparator: 'eq', low: 250, high: 250, ...anchored('two hundred and fifty soldiers') },
    ],
    [
      'one of two numbers',
      'Of 10,000 men, 8,000 soldiers were there.',
      { comparator: 'eq', low: 8000, high: 8000, ...anchored('Of 10,000 men, 8,000 soldiers') },
    ],
    [
      'the separators of another language',
      'Es waren 7.000 Soldaten.',
      { comparator: 'eq', low: 7000, high: 7000, ...anchored('7.000 Soldaten') },
      { language: 'de' },
    ],
    [
      '… and of its region',
      'Es waren 7.000 Soldaten.',
      { comparator: 'eq', low: 7000, high: 7000, ...anchored('7.000 Soldaten') },
      { language: 'de-AT' },
    ],
  ];
  it.each(OK)('fit: %s', async (_name, sentence, claim, changes) => {
    expect(await check(claiming(sentence, claim, changes))).toEqual([]);
  });

  const WRONG: [string, string, object, string, object?][] = [
    [
      'a zero too many',
      'It saw over 7,000 soldiers.',
      { comparator: 'gt', low: 70_000, ...anchored('7,000') },
      'figure-mismatch',
    ],
    [
      'a bound as a number',
      'It saw over 7,000 soldiers.',
      { comparator: 'eq', low: 7000, high: 7000, ...anchored('7,000') },
      'comparator-mismatch',
    ],
    [
      'at least as over',
      'It saw at least 1,200 soldiers.',
      { comparator: 'gt', low: 1200, ...anchored('at least 1,200') },
      'comparator-mismatch',
    ],
    [
      'up to as exactly',
      'It saw up to 40 soldiers.',
      { comparator: 'eq', low: 40, high: 40, ...anchored('up to 40') },
      'comparator-mismatch',
    ],
    [
      'half of a range',
      'It saw between 5 and 7 soldiers.',
      { comparator: 'eq', low: 5, high: 5, ...anchored('between 5 and 7') },
      'figure-mismatch',
    ],
    [
      'bounds for dozens without a reason',
      'It saw dozens of soldiers.',
      { comparator: 'approx', low: 24, high: 99, ...anchored('dozens') },
      'figure-mismatch',
    ],
    [
      'a number where the words have none',
      'It saw soldiers.',
      { comparator: 'eq', low: 5, high: 5, ...anchored('soldiers') },
      'figure-mismatch',
    ],
    [
      'a German thousand read in English',
      'It saw 7.000 soldiers.',
      { comparator: 'eq', low: 7000, high: 7000, ...anchored('7.000 soldiers') },
      'figure-mismatch',
    ],
    [
      'bounds the wrong way round',
      'It saw between 5 and 7 soldiers.',
      { comparator: 'between', low: 7, high: 5, ...anchored('between 5 and 7') },
      'bounds-invalid',
    ],
  ];
  it.each(WRONG)('do not fit: %s', async (_name, sentence, claim, code, changes) => {
    const problems = await check(claiming(sentence, claim, changes));
    expect(problems.map((problem) => problem.code)).toContain(code);
  });
});

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

describe('correction-required', () => {
  async function live(): Promise<{ url: string; id: string; quote: string; claim: string }> {
    const { body } = await newsroom.publish(fullArticle());
    return {
      id: body.id,
      url: `/v1/desk/articles/${body.id}`,
      quote: body.quotes[0].id,
      claim: body.claims[0].id,
    };
  }
  const codes = (answer: { body: { errors?: { code: string }[] } }) =>
    (answer.body.errors ?? []).map(({ code }) => code);

  it('not for what leaves the anchored words as they are', async () => {
    const { id, url } = await live();
    await newsroom.patch(url, {
      headline: 'Better said',
      quotes: [{ id: (await newsroom.get(url)).body.quotes[0].id, verb: 'added' }],
    });
    const { status, body } = await newsroom.step(id, 'publish');
    expect(status, JSON.stringify(body)).toBe(200);
    const editions = await newsroom.get(`/v1/articles/${body.slug}/editions`);
    expect(editions.body.data.map(({ kind }: { kind: string }) => kind)).toEqual([
      'update',
      'publication',
    ]);
  });

  it.each([
    [
      'words',
      (quote: string) => ({
        quotes: [{ id: quote, anchor: { pieces: [{ exact: 'Nobody was asleep' }] } }],
      }),
    ],
    [
      'speaker',
      (quote: string) => ({
        quotes: [{ id: quote, speaker: { kind: 'person', name: 'Another One' } }],
      }),
    ],
    ['removal', () => ({ quotes: [] })],
  ])(
    'for another %s of a quote, and a note lets it through as a correction',
    async (_name, patch) => {
      const { id, url, quote } = await live();
      await newsroom.patch(url, patch(quote));
      const refused = await newsroom.step(id, 'publish');
      expect(refused.status).toBe(422);
      expect(codes(refused)).toEqual(['correction-required']);
      expect(refused.body.errors[0].pointer).toMatch(/^\/quotes(\/0\/anchor)?$/);
      const note = 'An earlier version quoted it wrongly.';
      const corrected = await newsroom.step(id, 'publish', { note });
      expect(corrected.status, corrected.text).toBe(200);
      const { body } = await newsroom.get(`/v1/articles/${corrected.body.slug}`);
      expect(body.corrections).toMatchObject([
        { edition: 2, kind: 'correction', note, about: [quote] },
      ]);
    },
  );

  it('for another number of a claim, and for another source', async () => {
    const { id, url, claim } = await live();
    const [, second] = (await newsroom.get(url)).body.claims;
    await newsroom.patch(url, {
      claims: [
        {
          id: claim,
          chain: [{ role: 'originator', source: { kind: 'person', name: 'Another One' } }],
        },
        { id: second.id },
      ],
    });
    expect(codes(await newsroom.step(id, 'publish'))).toEqual(['correction-required']);
  });

  it('not for a note of spaces', async () => {
    const { id, url } = await live();
    await newsroom.patch(url, { quotes: [] });
    expect((await newsroom.step(id, 'publish', { note: '   ' })).status).toBe(422);
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

it('has a test for every code', () => {
  expect([...Object.keys(CASES), ...ELSEWHERE].sort()).toEqual(Object.keys(GATE_CODES).sort());
});
