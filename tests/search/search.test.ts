import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkRunner, SYSTEM } from '../../src/core/work.ts';
import { checkSearch } from '../../src/maintenance/check-search.ts';
import { rebuildAndTell } from '../../src/publishing/rebuild-telling.ts';
import { fullArticle, plainArticle } from '../support/articles.ts';
import type { Newsroom } from '../support/newsroom.ts';
import { openStories } from './fixture.ts';

interface Hit {
  type: string;
  url: string;
  article: { slug: string };
  passages: {
    field: string;
    text: string;
    offset: number;
    highlights: { start: number; end: number }[];
  }[];
  anchor: { in: string; pieces: { exact: string; start: number; end: number }[] } | null;
}

/** A hit in a few words: `quote wall-gives-way`. */
const short = ({ type, article }: Hit) => `${type} ${article.slug}`;

let newsroom: Newsroom;
let ids: Map<string, string>;

beforeAll(async () => {
  ({ newsroom, ids } = await openStories());
});
afterAll(() => newsroom.close());

async function find(q: string, more = ''): Promise<Hit[]> {
  const { status, body, text } = await newsroom.get(`/v1/search?q=${encodeURIComponent(q)}${more}`);
  expect(status, text).toBe(200);
  return body.data;
}
const found = async (q: string, more = '') => (await find(q, more)).map(short);

describe('the first ten, the same on both databases', () => {
  it.each<[string, string[]]>([
    [
      'wall',
      [
        'article wall-rebuilt',
        'article wall-gives-way',
        'quote wall-rebuilt',
        'article budget',
        'quote wall-gives-way',
        'article after-the-flood',
        'turn after-the-flood',
      ],
    ],
    [
      'river wall',
      [
        'article wall-gives-way',
        'article wall-rebuilt',
        'article budget',
        'article after-the-flood',
        'turn after-the-flood',
      ],
    ],
    ['"river wall"', ['article wall-gives-way', 'article budget']],
    ['"river wal*"', ['article wall-gives-way', 'article budget']],
    ['wall -river', ['quote wall-rebuilt', 'quote wall-gives-way']],
    ['flo*', ['article after-the-flood']],
    [
      'water OR fog',
      [
        'article harbour-fog',
        'quote harbour-fog',
        'article after-the-flood',
        'article wall-gives-way',
        'quote wall-gives-way',
      ],
    ],
    ['(water OR fog) AND NOT wall', ['article harbour-fog', 'quote harbour-fog']],
    [
      '"at the wall" OR "wait for the"',
      [
        'quote harbour-fog',
        'article harbour-fog',
        'article after-the-flood',
        'turn after-the-flood',
      ],
    ],
    ['council NOT "town council"', ['article budget', 'article count-disputed']],
    ['Elsing water', ['article after-the-flood', 'article wall-gives-way', 'quote wall-gives-way']],
    ['CAFÉ', ['article cafe-ouvre']],
    ['cafe eau', ['article cafe-ouvre']],
    ['東京', ['article tokyo']],
    ['1,200', ['claim wall-gives-way', 'article wall-gives-way']],
    ['900', ['claim count-disputed', 'article count-disputed']],
    ['well-known', ['article count-disputed']],
    ['ユーザー', ['article data-lost']],
    ['データ*', ['article data-lost']],
    ['API', ['article data-lost']],
    ['1,300', ['article data-lost']],
    ['1300', ['article data-lost']],
    ['"3.5倍"', ['article data-lost']],
    ['3.5 OR "well-known cou*"', ['article data-lost', 'article count-disputed']],
    ['バスの列', ['article data-lost']],
    ['バスの花', []],
    ['काम', ['article rain-in-delhi']],
    ['कम', []],
    ['अनीता', ['article rain-in-delhi']],
    ['अनंत', []],
    ['दिल्ल*', ['article rain-in-delhi']],
    ['مغلقة', ['article rain-in-delhi']],
    ['والمياه -river', ['article rain-in-delhi']],
    ['น้ำท่วม', ['article rain-in-delhi']],
    ['นํ้าท่วม', ['article rain-in-delhi']],
    ['คนกัน', []],
    ['((((((((((fog))))))))))', ['article harbour-fog', 'quote harbour-fog']],
    ['(wall OR (fog NOT (boat OR ferry))) counc* -"bad wall"', ['article budget']],
    [
      '“council officer” OR «river wall» NOT „new river”',
      ['article wall-gives-way', 'article count-disputed'],
    ],
    ['homes', ['claim count-disputed', 'article wall-gives-way', 'claim wall-gives-way']],
  ])('for %s', async (q, expected) => {
    expect(await found(q)).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    ['wall', '&type=quote', ['quote wall-rebuilt', 'quote wall-gives-way']],
    ['wall', '&section=politics', ['article budget']],
    [
      'wall',
      '&tag=floods',
      [
        'article wall-gives-way',
        'quote wall-gives-way',
        'article after-the-flood',
        'turn after-the-flood',
      ],
    ],
    ['eau', '&language=fr', ['article cafe-ouvre']],
    ['eau', '&language=en', []],
    ['wall', '&source=joan-reyes', ['article wall-rebuilt', 'quote wall-rebuilt']],
    ['wall', '&speaker=mara-elsing', ['quote wall-gives-way', 'turn after-the-flood']],
    ['people', '&figure=evacuees&type=claim', ['claim count-disputed', 'claim wall-gives-way']],
    [
      'wall',
      '&from=2024-10-02&to=2024-10-04',
      ['article budget', 'article after-the-flood', 'turn after-the-flood'],
    ],
    ['wall', '&from=2024-10-08T06:00:00.001Z', []],
    ['wall', '&to=2024-10-01T06:00:00.000Z', []],
    ['wall', '&source=nobody', []],
  ])('for %s with %s', async (q, filter, expected) => {
    expect(await found(q, filter)).toEqual(expected);
  });

  it('for one type are those of all types, in their order', async () => {
    for (const q of ['wall', 'water OR fog', 'Elsing water', 'people NOT homes', 'flo*', '1,200']) {
      const all = await found(q, '&limit=100');
      expect(all.length).toBeGreaterThan(0);
      for (const type of ['article', 'turn', 'quote', 'claim'])
        expect(await found(q, `&limit=100&type=${type}`), `${q} ${type}`).toEqual(
          all.filter((hit) => hit.startsWith(type)),
        );
    }
  });
});

describe('a hit', () => {
  it('gives matches as code point offsets, and the place in the article', async () => {
    const [hit] = await find('mud');
    expect(hit?.passages.map(({ field }) => field)).toEqual(['headline', 'summary', 'body']);
    const passage = hit?.passages[2];
    const [mark] = passage?.highlights ?? [];
    expect([...(passage?.text ?? '')].slice(mark?.start, mark?.end).join('')).toBe('mud');
    const { body: article } = await newsroom.get(hit?.url ?? '');
    const piece = hit?.anchor?.pieces[0];
    expect(hit?.anchor?.in).toBe('body');
    expect([...article.bodyText].slice(piece?.start, piece?.end).join('')).toBe('mud');
  });

  it('of a turn points into the turn', async () => {
    const [hit] = await find('"river stood"', '&type=turn');
    const { body: turn } = await newsroom.get(hit?.url ?? '');
    expect(hit?.anchor?.in).toBe(turn.id);
    expect(hit?.anchor?.pieces[0]?.exact).toBe('river stood');
  });

  it('of a quote has the quote’s own anchor', async () => {
    const [hit] = await find('bad wall', '&type=quote');
    expect(hit?.anchor?.pieces.map(({ exact }) => exact)).toEqual([
      'It was never a bad wall',
      'only an old one',
    ]);
  });
});

describe('pages', () => {
  it('walk through all hits once, across the steps of the ranking', async () => {
    const all = await found('wall');
    const walked: string[] = [];
    let url: string | null = '/v1/search?q=wall&limit=2';
    while (url !== null) {
      const { body, headers } = await newsroom.get(url);
      walked.push(...body.data.map(short));
      url = /<([^>]+)>; rel="next"/.exec(String(headers.link ?? ''))?.[1] ?? null;
      expect(url === null).toBe(body.page.next === null);
    }
    expect(walked).toEqual(all);
  });

  it.each([1, 2, 3])('answers as many hits as were asked for: %i', async (limit) => {
    const { body } = await newsroom.get(`/v1/search?q=wall&limit=${limit}`);
    expect(body.data).toHaveLength(limit);
    expect(body.page).toMatchObject({ limit, next: expect.any(String) });
  });

  it('400 for a cursor of another query', async () => {
    const { body } = await newsroom.get('/v1/search?q=wall&limit=2');
    const { status, body: problem } = await newsroom.get(
      `/v1/search?q=river&limit=2&cursor=${body.page.next}`,
    );
    expect([status, problem.code]).toEqual([400, 'cursor-invalid']);
  });
});

describe('nothing found', () => {
  it.each([
    ['harbuor', 'harbour'],
    ['elsnig', 'elsing'],
    ['the "rivr wall"', 'the "river wall"'],
    ['the "rivr wal*"', 'the "river wal*"'],
    ['budgte', 'budget'],
  ])('for %s suggests %s', async (q, suggestion) => {
    const { body } = await newsroom.get(`/v1/search?q=${encodeURIComponent(q)}`);
    expect(body).toMatchObject({ data: [], suggestion });
  });

  it('suggests words as they are written, and leaves the others as they were typed', async () => {
    const body = 'Die Brücke an der Görlitzer Straße hält, 東京のZeitungsberichte 来た。';
    const head = { headline: 'Brücke hält', summary: 'Sie hält.', language: 'de' };
    await newsroom.publish(plainArticle({ slug: 'bruecke', ...head, body }));
    const suggestionFor = async (q: string) =>
      (await newsroom.get(`/v1/search?q=${encodeURIComponent(q)}`)).body.suggestion;
    expect(await suggestionFor('brükce')).toBe('brücke');
    expect(await suggestionFor('Gorlitezr OR nirgends')).toBe('görlitzer OR nirgends');
    expect(await suggestionFor('«An DER Görlitzr»')).toBe('«An DER görlitzer»');
    expect(await suggestionFor('東京のZeitungsbreichte')).toBe('東京のzeitungsberichte');
  });

  it('suggests words that stand together, where the likeliest of each do not', async () => {
    const head = { headline: 'By the quay', summary: 'What is there.' };
    const publish = (slug: string, body: string) =>
      newsroom.publish(plainArticle({ slug, ...head, body }));
    await publish('lantern-one', 'A lantern hung at the quay, where nets dried.');
    await publish('lantern-two', 'Every lantern went out, and every chapter ended.');
    await publish('chapters', 'Two chapters of it.');
    await publish('lectern', 'The lectern is gone from the chapel.');
    const suggestionFor = async (q: string) =>
      (await newsroom.get(`/v1/search?q=${encodeURIComponent(q)}`)).body.suggestion;
    expect(await suggestionFor('lentern')).toBe('lantern');
    expect(await suggestionFor('lentern chapal')).toBe('lectern chapel');
    expect(await suggestionFor('lentern chapel')).toBe('lectern chapel');
    expect(await suggestionFor('chapal lantern')).toBeNull();
  });

  it('suggests nothing where nothing is near, nor where something is found', async () => {
    expect((await newsroom.get('/v1/search?q=xylophone')).body.suggestion).toBeNull();
    expect((await newsroom.get('/v1/search?q=harbour')).body.suggestion).toBeNull();
  });
});

describe('bad queries', () => {
  it('400 with the position', async () => {
    const { status, body } = await newsroom.get('/v1/search?q=wall%20AND%20(river');
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'query-syntax', position: 9 });
    expect(body.errors[0].parameter).toBe('q');
  });

  it.each([
    '',
    '?q=',
    '?q=a&order=x',
    '?q=a&type=source',
    '?q=a&limit=101',
    `?q=${'a'.repeat(501)}`,
  ])('400 for /v1/search%s', async (query) => {
    expect((await newsroom.get(`/v1/search${query}`)).status).toBe(400);
  });

  it('406 for a media type that it has not', async () => {
    const { status } = await newsroom.get('/v1/search?q=wall', {
      headers: { accept: 'text/html' },
    });
    expect(status).toBe(406);
  });

  it.each([
    `'; DROP TABLE "SearchIndex"; --`,
    'tokens:wall',
    'NEAR(wall river)',
    'h.wall',
    ':type:article',
    '{wall}',
    "wall' & 'river",
    'wall^2',
    'river + wall',
    '\\wall',
    '%wall_',
  ])('answers %s without an error of the database', async (q) => {
    const { status } = await newsroom.get(`/v1/search?q=${encodeURIComponent(q)}`);
    expect([200, 400]).toContain(status);
    expect((await found('wall')).length).toBe(7);
  });
});

describe('the index commits with the projection', () => {
  it('finds a correction at once, and the old words no more', async () => {
    const id = ids.get('harbour-fog') ?? '';
    const url = `/v1/desk/articles/${id}`;
    await newsroom.patch(url, { headline: 'Fog keeps the steamer in port' });
    expect(await found('steamer')).toEqual([]);
    await newsroom.step(id, 'publish');
    expect(await found('steamer')).toEqual(['article harbour-fog']);
    expect(await found('ferry', '&type=article')).toEqual([]);
  });

  it('finds by the slugs that a section and a tag once had, as lists do', async () => {
    for (const [terms, slug] of [
      ['sections', 'politics'],
      ['tags', 'budget'],
    ])
      await newsroom.patch(`/v1/desk/${terms}/${slug}`, { slug: `${slug}-now` });
    for (const filter of ['section=politics', 'section=politics-now', 'tag=budget'])
      expect(await found('council', `&${filter}`), filter).toEqual(['article budget']);
  });

  it('drops what was retracted, and never suggests its words', async () => {
    const id = ids.get('count-disputed') ?? '';
    expect(await found('officer')).toEqual(['article count-disputed']);
    await newsroom.step(id, 'retract', { note: 'The count was wrong.' });
    const { body } = await newsroom.get('/v1/search?q=officer');
    expect(body).toMatchObject({ data: [], suggestion: null });
    expect((await newsroom.get('/v1/search?q=oficer')).body.suggestion).toBeNull();
  });

  it('drops what was withdrawn until it is published again', async () => {
    const id = ids.get('cafe-ouvre') ?? '';
    await newsroom.step(id, 'withdraw');
    expect(await found('café')).toEqual([]);
    await newsroom.step(id, 'publish');
    expect(await found('café')).toEqual(['article cafe-ouvre']);
  });

  it('is the same after a rebuild', async () => {
    const queries = ['wall', 'river', 'water OR fog', 'people'];
    const before = await Promise.all(queries.map((q) => found(q)));
    const run = createWorkRunner({
      db: newsroom.db,
      clock: newsroom.context.clock,
      onTouched: () => undefined,
    });
    await run(SYSTEM, rebuildAndTell);
    newsroom.context.cache.drop(['articles']);
    expect(await Promise.all(queries.map((q) => found(q)))).toEqual(before);
  });

  it('keeps nothing of a transaction that fails', async () => {
    const created = await newsroom.post('/v1/desk/articles', {
      headline: 'Zeppelin over the bay',
      summary: 'It came from the sea.',
      body: 'A zeppelin.',
      language: 'en',
      section: 'local',
      claims: [],
    });
    await expect(
      newsroom.db.write(async (client) => {
        await client.$executeRaw`INSERT INTO "SearchIndex" ("rowid", "tokens") VALUES (1, 'zeppelin')`;
        throw new Error('broken off');
      }),
    ).rejects.toThrow('broken off');
    expect(created.status).toBe(201);
    expect(await found('zeppelin')).toEqual([]);
  });
});

describe('an archive of centuries', () => {
  it('is found as it was printed, the newest first, and by its dates', async () => {
    const printed = ['0001-01-01', '1605-07-05', '1821-05-06', '1821-05-05', '1833-12-08'];
    for (const day of printed) {
      const { body } = await newsroom.post('/v1/desk/articles', {
        ...fullArticle({ slug: `of-${day}`, headline: 'An archived page' }),
      });
      const publishedAt = `${day}T12:00:00Z`;
      const { status, text } = await newsroom.step(body.id, 'publish', { publishedAt });
      expect(status, text).toBe(200);
    }
    const newest = printed.toSorted().reverse();
    const articles = newest.map((day) => `article of-${day}`);
    expect(await found('archived')).toEqual(articles);
    expect(await found('archived', '&from=1605-07-05&to=1821-05-06')).toEqual([
      'article of-1821-05-05',
      'article of-1605-07-05',
    ]);
    const quotes = newest.map((day) => `quote of-${day}`);
    expect(await found('nobody asleep', '&type=quote')).toEqual(quotes);
    expect((await checkSearch(newsroom.db)).problems).toEqual([]);
  });
});

describe('a text that reads like JSON', () => {
  it('is shown as it is, in the body and in a turn', async () => {
    const text = (word: string) => `Marks: {"bodyText":"${word}","quotes":["\\\\"],"interviews":[`;
    await newsroom.publish({
      headline: 'Marks',
      summary: 'Odd marks.',
      body: text('zyxwvu'),
      section: 'local',
      language: 'en',
      interviews: [
        {
          title: 'Marks',
          turns: [
            {
              role: 'answer',
              speaker: { kind: 'person', name: 'Mara Elsing' },
              text: text('utsrqp'),
            },
          ],
        },
      ],
    });
    for (const [word, field] of [
      ['zyxwvu', 'body'],
      ['utsrqp', 'turn'],
    ]) {
      const [hit] = await find(word ?? '', '&type=article');
      const passage = hit?.passages.at(-1);
      expect(passage?.field).toBe(field);
      expect(passage?.text).toContain(`{"bodyText":"${word}","quotes":[`);
    }
  });
});
