import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullArticle, plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

describe('lists', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    let now = new Date('2024-10-01T12:00:00Z');
    newsroom = await openNewsroom({ clock: () => now });
    await newsroom.publish(plainArticle({ slug: 'first', section: 'harbour', tags: ['fog'] }));
    now = new Date('2024-10-09T00:00:00Z');
    await newsroom.publish(fullArticle({ slug: 'second' }));
    now = new Date('2024-10-20T12:00:00Z');
    await newsroom.publish(
      plainArticle({
        slug: 'third',
        language: 'de',
        section: 'harbour',
        headline: 'Crème & 100% Nebel_bank',
        quotes: [
          {
            kind: 'indirect',
            speaker: { kind: 'unnamed', name: 'a mate', reason: 'Afraid.' },
            organisation: 'Port Office',
            saidOn: '2024-10-05/2024-10-07',
            anchor: { pieces: [{ exact: 'the fog' }] },
          },
        ],
      }),
    );
    now = new Date('2024-11-02T12:00:00Z');
    const { id } = (await newsroom.get('/v1/articles/first')).body;
    await newsroom.patch(`/v1/desk/articles/${id}`, { summary: 'Now updated.' });
    await newsroom.step(id, 'publish');
  });
  afterAll(() => newsroom.close());

  const slugs = async (url: string) => {
    const { status, body, text } = await newsroom.get(url);
    expect(status, `${url} ${text}`).toBe(200);
    return body.data.map(
      (row: { slug?: string; article?: { slug: string } }) => row.slug ?? row.article?.slug,
    );
  };

  it.each(['newest', 'oldest', 'updated'])('%s is the same in pages of one', async (order) => {
    const url = `/v1/articles?order=${order}`;
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await newsroom.get(`${url}&limit=1${cursor}`);
      seen.push(...body.data.map(({ slug }: { slug: string }) => slug));
      if (body.page.next === null) break;
      cursor = `&cursor=${body.page.next}`;
    }
    expect(seen).toEqual(await slugs(url));
  });

  it.each([
    ['', ['third', 'second', 'first']],
    ['order=newest', ['third', 'second', 'first']],
    ['order=oldest', ['first', 'second', 'third']],
    ['order=updated', ['first', 'third', 'second']],
    ['section=harbour', ['third', 'first']],
    ['section=local', ['second']],
    ['section=none', []],
    ['tag=fog', ['first']],
    ['language=de', ['third']],
    ['kind=interview', ['second']],
    ['kind=news', ['third', 'first']],
    ['source=mara-elsing', ['second']],
    ['source=unknown-one', []],
    ['figure=marrowford-evacuees', ['second']],
    ['figure=unknown-one', []],
    ['from=2024-10-09', ['third', 'second']],
    ['from=2024-10-09T00:00:00Z', ['third', 'second']],
    ['from=2024-10-09T00:00:00.001Z', ['third']],
    ['to=2024-10-09', ['first']],
    ['to=2024-10-09T00:00:00.001Z', ['second', 'first']],
    ['from=2024-10-02&to=2024-10-10', ['second']],
    ['useDate=updated&from=2024-11-01', ['first']],
    ['useDate=firstPublished&from=2024-11-01', []],
    ['useDate=published&to=2024-10-02', ['first']],
    ['q=river', ['second']],
    ['q=RIVER%20wall', ['second']],
    ['q=knew', ['second']],
    ['q=creme', ['third']],
    ['q=river%20zebra', []],
    ['q=100%25', ['third']],
    ['q=Nebel_bank', ['third']],
    ['q=Nebelxbank', []],
    ['q=%25', []],
    ['q=_', []],
    ['q=%5C', []],
    ['q=%C2%AD', []],
    ['section=harbour&language=de&kind=news&q=nebel', ['third']],
  ])('articles?%s', async (query, expected) => {
    expect(await slugs(`/v1/articles?${query}`)).toEqual(expected);
  });

  it.each([
    ['speaker=mara-elsing', ['second']],
    ['speaker=nobody', []],
    ['organisation=port%20office', ['third']],
    ['kind=indirect', ['third']],
    ['kind=mixed', []],
    ['anonymous=true', ['third']],
    ['anonymous=false', ['second']],
    ['q=asleep%20WATER', ['second']],
    ['saidFrom=2024-10-08', ['second']],
    ['saidFrom=2024-10-07', ['third', 'second']],
    ['saidTo=2024-10-05', []],
    ['saidTo=2024-10-06', ['third']],
    ['section=harbour', ['third']],
    ['tag=rivers', ['second']],
    ['from=2024-10-10', ['third']],
    ['to=2024-10-10', ['second']],
  ])('quotes?%s', async (query, expected) => {
    expect(await slugs(`/v1/quotes?${query}`)).toEqual(expected);
  });

  const lows = async (query: string) => {
    const { status, body, text } = await newsroom.get(`/v1/claims?${query}`);
    expect(status, text).toBe(200);
    return body.data.map(({ low }: { low: number }) => low).sort();
  };
  it.each([
    ['figure=marrowford-evacuees', [1200, 1500]],
    ['source=marrowford-fire-service', [1200]],
    ['place=MARROWFORD', [1200, 1500]],
    ['unit=people', [1200, 1500]],
    ['unit=boats', []],
    ['comparator=gte', [1200]],
    ['asOfFrom=2024-10-09', [1200, 1500]],
    ['asOfFrom=2024-10-10', []],
    ['asOfTo=2024-10-09', []],
    ['asOfTo=2024-10-10', [1200, 1500]],
    ['min=1501', [1200]],
    ['min=99999999999999999999999999999999', [1200]],
    ['max=-9999999999999999999999999999999', []],
    ['max=1300', [1200]],
    ['max=1199.9', []],
    ['min=-5&max=1e3'.replace('1e3', '1000'), []],
    ['standing=current', [1200, 1500]],
    ['standing=superseded', []],
    ['order=asOf', [1200, 1500]],
    ['order=published', [1200, 1500]],
  ])('claims?%s', async (query, expected) => {
    expect(await lows(query)).toEqual(expected);
  });

  it('finds a claim by a number only where it allows that number', async () => {
    const claim = (what: string, exact: string, bounds: object) => ({
      figure: { slug: what, question: `How many ${what}?`, unit: what },
      ...bounds,
      chain: [{ role: 'originator', verb: 'said', source: { kind: 'person', name: 'Ada Renn' } }],
      anchor: { pieces: [{ exact }] },
    });
    await newsroom.publish(
      plainArticle({
        slug: 'bounds',
        body: 'Over 7,000 cars came, at most 80 trams ran, and fewer than 300 boats left.',
        claims: [
          claim('cars', 'Over 7,000 cars', { comparator: 'gt', low: 7000, high: null }),
          claim('trams', 'at most 80 trams', { comparator: 'lte', low: null, high: 80 }),
          claim('boats', 'fewer than 300 boats', { comparator: 'lt', low: null, high: 300 }),
        ],
      }),
    );
    const count = async (query: string) =>
      (await newsroom.get(`/v1/claims?${query}`)).body.data.length;
    expect(await count('figure=cars&max=7000')).toBe(0);
    expect(await count('figure=cars&max=7000.5')).toBe(1);
    expect(await count('figure=cars&min=7000')).toBe(1);
    expect(await count('figure=trams&min=80')).toBe(1);
    expect(await count('figure=trams&min=80.5')).toBe(0);
    expect(await count('figure=boats&min=300')).toBe(0);
    expect(await count('figure=boats&min=299')).toBe(1);
    expect(await count('figure=boats&max=300')).toBe(1);
    const { id } = (await newsroom.get('/v1/articles/bounds')).body;
    await newsroom.step(id, 'retract', { note: 'It only counts here.' });
  });

  it.each([
    ['speaker=mara-elsing', 1],
    ['article=second', 2],
    ['article=first', 0],
    ['article=nothing', 0],
    ['role=question', 1],
    ['q=four', 1],
    ['from=2024-10-10', 0],
    ['to=2024-10-10', 2],
  ])('turns?%s', async (query, count) => {
    expect((await newsroom.get(`/v1/turns?${query}`)).body.data).toHaveLength(count);
  });

  it('sources and figures by kind and words', async () => {
    const names = async (url: string) =>
      (await newsroom.get(url)).body.data.map(({ slug }: { slug: string }) => slug);
    expect(await names('/v1/sources?kind=person')).toEqual(['mara-elsing']);
    expect(await names('/v1/sources?q=ELSING%20mara')).toEqual(['mara-elsing']);
    expect(await names('/v1/sources?q=%25')).toEqual([]);
    expect(await names('/v1/figures?q=homes')).toEqual(['marrowford-evacuees']);
    expect(await names('/v1/figures?q=_')).toEqual([]);
  });

  it.each([
    ['/v1/articles?limit=101', 'limit', '100'],
    ['/v1/articles?limit=0', 'limit', '1'],
    ['/v1/articles?limit=05', 'limit', ''],
    ['/v1/articles?limit=1e1', 'limit', ''],
    ['/v1/articles?limit=', 'limit', ''],
    ['/v1/articles?limit=5&limit=5', 'limit', ''],
    ['/v1/articles?limit[]=5', 'limit[]', ''],
    ['/v1/articles?order=random', 'order', 'newest'],
    ['/v1/articles?from=2024-02-30', 'from', ''],
    ['/v1/articles?from=0000-01-01', 'from', ''],
    ['/v1/articles?to=yesterday', 'to', ''],
    ['/v1/articles?from=2024-10-09T00:00:00%2B02:00', 'from', ''],
    ['/v1/articles?useDate=birthday', 'useDate', 'published'],
    ['/v1/articles?kind=opinion', 'kind', 'news'],
    ['/v1/articles?section=World', 'section', 'slug'],
    ['/v1/articles?q=', 'q', ''],
    ['/v1/articles?q=%00', 'q', ''],
    ['/v1/articles?q=%ED%A0%80', '', ''],
    ['/v1/articles?fields=headlin', 'fields', 'headline'],
    ['/v1/articles?fields=', 'fields', ''],
    ['/v1/articles?fields=headline,', 'fields', ''],
    ['/v1/articles?sectoin=x', 'sectoin', 'section'],
    ['/v1/articles?section=a&section=b', 'section', ''],
    ['/v1/articles?__proto__=x', '__proto__', ''],
    ['/v1/claims?min=abc', 'min', ''],
    ['/v1/claims?min=NaN', 'min', ''],
    ['/v1/quotes?anonymous=yes', 'anonymous', ''],
    ['/v1/quotes?saidFrom=2023-02-29', 'saidFrom', ''],
    ['/v1/turns/not-an-id', 'id', ''],
    ['/v1/articles/Not%20a%20slug', 'slug', ''],
    ['/v1/articles/second/editions/0', 'number', ''],
    ['/v1/articles/second/editions/x', 'number', ''],
    ['/v1/figures/marrowford-evacuees/series?superseded=1', 'superseded', ''],
  ])('400 for %s', async (url, parameter, hint) => {
    const { status, body } = await newsroom.get(url);
    expect(status).toBe(400);
    expect(body.errors[0].parameter).toBe(parameter);
    expect(body.errors[0].message).toContain(hint);
  });

  it('finds a claim about days to come by the first of them', async () => {
    await newsroom.publish(
      plainArticle({
        slug: 'forecast',
        body: 'There will be 400 ferries from 2030 on.',
        claims: [
          {
            figure: { slug: 'ferries', question: 'How many ferries?', unit: 'ferries' },
            comparator: 'eq',
            low: 400,
            high: 400,
            asOf: '2030/..',
            chain: [{ role: 'originator', source: { kind: 'person', name: 'Ada Renn' } }],
            anchor: { pieces: [{ exact: '400 ferries' }] },
          },
        ],
      }),
    );
    const found = async (query: string) => await lows(`figure=ferries&${query}`);
    expect(await found('asOfFrom=2030-01-01')).toEqual([400]);
    expect(await found('asOfFrom=2025-01-01&asOfTo=2031-01-01')).toEqual([400]);
    expect(await found('asOfTo=2030-01-01')).toEqual([]);
  });
});

describe('walking a list', () => {
  let newsroom: Newsroom;
  const LISTS = [
    '/v1/articles',
    '/v1/quotes',
    '/v1/claims',
    '/v1/claims?order=asOf',
    '/v1/turns',
    '/v1/sources',
    '/v1/figures',
  ];
  beforeAll(async () => {
    // Many things of one instant, so that the id has to decide.
    newsroom = await openNewsroom({ clock: () => new Date('2024-10-09T12:00:00Z') });
    for (let number = 1; number <= 6; number += 1) {
      await newsroom.publish(fullArticle({ slug: `walk-${number}` }));
    }
  });
  afterAll(() => newsroom.close());

  const join = (url: string, more: string) => `${url}${url.includes('?') ? '&' : '?'}${more}`;

  async function walk(url: string, between: () => Promise<void> = async () => undefined) {
    const seen: string[] = [];
    let next: string | null = join(url, 'limit=2');
    while (next !== null) {
      const { status, body, headers } = await newsroom.get(next);
      expect(status, next).toBe(200);
      seen.push(...body.data.map(({ id }: { id: string }) => id));
      const link = /^<([^>]+)>; rel="next"$/.exec(String(headers.link ?? ''))?.[1] ?? null;
      expect(link === null, next).toBe(body.page.next === null);
      if (link !== null)
        expect(new URL(link, 'http://x').searchParams.get('cursor')).toBe(body.page.next);
      next = link;
      await between();
    }
    return seen;
  }

  it.each(LISTS)('%s gives each thing once, as one page does', async (url) => {
    const all = (await newsroom.get(join(url, 'limit=100'))).body.data.map(
      ({ id }: { id: string }) => id,
    );
    expect(await walk(url)).toEqual(all);
    expect(new Set(all).size).toBe(all.length);
  });

  it.each(['/v1/articles', '/v1/articles?order=oldest'])(
    '%s gives no duplicate and no gap while others publish and withdraw',
    async (url) => {
      const before = (await newsroom.get(join(url, 'limit=100'))).body.data.map(
        ({ id }: { id: string }) => id,
      );
      let turn = 0;
      const seen = await walk(url, async () => {
        if (turn++ > 2) return;
        const { body } = await newsroom.publish(plainArticle());
        if (turn === 2) await newsroom.step(body.id, 'withdraw');
      });
      expect(new Set(seen).size).toBe(seen.length);
      expect(before.filter((id: string) => !seen.includes(id))).toEqual([]);
    },
  );

  it('the parts of an article go on behind the one that was read last, wherever it stands now', async () => {
    const turn = (text: string) => ({ role: 'remark', speaker: 'ada-renn', text });
    const texts = ['One.', 'Two.', 'Three.', 'Four.', 'Five.'];
    const turns = [
      { ...turn('Zero.'), speaker: { kind: 'person', name: 'Ada Renn' } },
      ...texts.map(turn),
    ];
    const { body } = await newsroom.publish(
      plainArticle({ slug: 'talk', interviews: [{ title: 'Talk', turns }] }),
    );
    const [first, second, ...rest] = body.interviews[0].turns as { id: string; text: string }[];
    const edits = [
      // One is put in front of those that were read, and later the one that was read last is gone.
      [turn('New.'), first, second, ...rest],
      [turn('New.'), first, second, rest[0], ...rest.slice(2)],
    ];
    const update = async () => {
      const [interview] = (await newsroom.get(`/v1/desk/articles/${body.id}`)).body.interviews;
      const [given] = edits.splice(0, 1);
      if (given === undefined) return;
      const url = `/v1/desk/articles/${body.id}`;
      await newsroom.patch(url, { interviews: [{ id: interview.id, turns: given }] });
      expect((await newsroom.step(body.id, 'publish')).status).toBe(200);
    };
    const seen = await walk('/v1/articles/talk/turns', update);
    expect(seen).toEqual([first, second, ...rest].map((one) => one?.id));
  });

  it('400 cursor-invalid with another filter, order, list, or altered in any way', async () => {
    const { body } = await newsroom.get('/v1/articles?limit=2&order=newest');
    const cursor = body.page.next as string;
    const [payload, digest] = cursor.split('.');
    for (const url of [
      `/v1/articles?limit=2&cursor=${cursor}`,
      `/v1/articles?limit=2&order=oldest&cursor=${cursor}`,
      `/v1/articles?limit=2&order=newest&section=local&cursor=${cursor}`,
      `/v1/quotes?limit=2&cursor=${cursor}`,
      `/v1/articles?order=newest&cursor=${payload}`,
      `/v1/articles?order=newest&cursor=${payload}.${digest}x`,
      `/v1/articles?order=newest&cursor=A${payload}.${digest}`,
      '/v1/articles?order=newest&cursor=.',
      '/v1/articles?order=newest&cursor=',
    ]) {
      const { status, body: problem } = await newsroom.get(url);
      expect(status, url).toBe(400);
      expect(problem.code, url).toBe('cursor-invalid');
      expect(problem.errors[0].parameter).toBe('cursor');
    }
    const other = await newsroom.get(`/v1/articles?limit=5&order=newest&cursor=${cursor}`);
    expect(other.status).toBe(200);
  });

  it('400 for a cursor made by somebody who knows how, of what no list holds', async () => {
    const { createHash } = await import('node:crypto');
    const forge = (list: string, position: unknown) => {
      const payload = Buffer.from(JSON.stringify(position)).toString('base64url');
      const scope = JSON.stringify([list, []]);
      const digest = createHash('sha256').update(`${scope}\n${payload}`).digest('hex').slice(0, 24);
      return `${payload}.${digest}`;
    };
    const good = await newsroom.get(`/v1/articles?cursor=${forge('articles', [0, 'a'])}`);
    expect(good.status).toBe(200);
    const positions: unknown[] = [
      ['x', 'a'],
      [{}, 'a'],
      [null, 'a'],
      [1e300, 'a'],
      [8.64e15, 'a'],
      [-8.64e15, 'a'],
      [1.5, 'a'],
      [0, 5],
      [0, ['a']],
      [0, 'a\u0000'],
      [0, '\ud800'],
      [0],
      [0, 'a', 'b'],
      {},
      'x',
      null,
      [{ not: '' }, { contains: '' }],
    ];
    for (const position of positions) {
      for (const [list, url] of [
        ['articles', '/v1/articles'],
        ['quotes', '/v1/quotes'],
        ['claims', '/v1/claims'],
      ] as const) {
        const { status, body } = await newsroom.get(`${url}?cursor=${forge(list, position)}`);
        expect(status, JSON.stringify(position)).toBe(400);
        expect(body.code).toBe('cursor-invalid');
      }
    }
    for (const [list, url] of [
      ['sources', '/v1/sources'],
      ['audit', '/v1/desk/audit'],
      ['tokens', '/v1/desk/tokens'],
    ] as const) {
      const wrong = list === 'audit' ? ['x', [2 ** 40], [1.5]] : [[5], [null], [['a']]];
      for (const position of wrong) {
        const { status } = await newsroom.get(`${url}?cursor=${forge(list, position)}`);
        expect(status, `${url} ${JSON.stringify(position)}`).toBe(400);
      }
    }
  });
});
