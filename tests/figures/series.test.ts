import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFigureClaims } from '../../src/figures/figure-claims.ts';
import type { SeriesPoint } from '../../src/figures/series.ts';
import { plainArticle } from '../support/articles.ts';
import { parseCsv } from '../support/csv.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const FIGURE = { slug: 'evacuees', question: 'How many people left their homes?', unit: 'people' };
const EVIL = '=HYPERLINK("http://evil.example","x") <b>&';

interface Words {
  words: string;
  comparator: string;
  low: number | null;
  high: number | null;
  source: string;
  asOf?: string | null;
  relay?: string;
  supersedes?: string;
  place?: string;
}

function article(claims: Words[], changes: object = {}): Record<string, unknown> {
  return plainArticle({
    headline: `Of ${claims.length} counts`,
    body: claims.map(({ words }) => `They spoke of ${words}.`).join('\n\n'),
    claims: claims.map(({ words, source, relay, asOf = '2024-10-11', ...bounds }) => ({
      figure: FIGURE,
      place: 'Marrowford',
      ...bounds,
      asOf,
      chain: [
        { role: 'originator', source: { kind: 'organisation', name: source } },
        ...(relay === undefined
          ? []
          : [{ role: 'relay', source: { kind: 'organisation', name: relay } }]),
      ],
      anchor: { in: 'body', pieces: [{ exact: words }] },
    })),
    ...changes,
  });
}

describe('what was claimed about a figure', () => {
  let newsroom: Newsroom;
  let first: string;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    await newsroom.publish(
      article([
        {
          words: 'over 3,000 people',
          comparator: 'gt',
          low: 3000,
          high: null,
          source: 'Open Door',
        },
        { words: '2,910 people', comparator: 'eq', low: 2910, high: 2910, source: EVIL },
        {
          words: 'between 2,500 and 2,800 people',
          comparator: 'between',
          low: 2500,
          high: 2800,
          source: 'Flood Centre',
          asOf: '2024-10-10',
        },
        {
          words: 'under 400 people',
          comparator: 'lt',
          low: null,
          high: 400,
          source: 'Open Door',
          asOf: '2024-10-26',
          relay: 'Flood Centre',
        },
        {
          words: 'about 1,500 people',
          comparator: 'approx',
          low: 1500,
          high: 1500,
          source: 'Flood Centre',
          asOf: '2024-10-21/2024-10-24',
        },
      ]),
    );
    const { body } = await newsroom.get('/v1/figures/evacuees/series');
    first = body.points[0].claim;
  });
  afterAll(() => newsroom.close());

  it('is in order of as-of date, with bounds, conflicts, relays and independent sources', async () => {
    const { status, body } = await newsroom.get('/v1/figures/evacuees/series');
    expect(status).toBe(200);
    expect(body.points.map(({ low, high }: { low: number; high: number }) => [low, high])).toEqual([
      [2500, 2800],
      [3000, null],
      [2910, 2910],
      [1500, 1500],
      [null, 400],
    ]);
    expect(body.points.map(({ conflict }: { conflict: boolean }) => conflict)).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
    expect(body.points.at(-1)).toMatchObject({
      comparator: 'lt',
      relayed: true,
      source: { name: 'Open Door' },
    });
    expect(body.independentSources).toBe(3);
    expect(body.omitted).toBe(0);
  });

  it('is a table whose bounds have columns of their own and whose cells are no formulas', async () => {
    const { status, headers, text } = await newsroom.get('/v1/figures/evacuees/series.csv');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(headers['content-disposition']).toBe('attachment; filename="evacuees.csv"');
    const [header = [], ...rows] = parseCsv(text);
    const column = (name: string) => rows.map((row) => row[header.indexOf(name)]);
    expect(column('low')).toEqual(['2500', '3000', '2910', '1500', '']);
    expect(column('high')).toEqual(['2800', '', '2910', '1500', '400']);
    expect(column('comparator')).toEqual(['between', 'gt', 'eq', 'approx', 'lt']);
    expect(column('asOfTo')[3]).toBe('2024-10-24');
    expect(column('source')[2]).toBe(`'${EVIL}`);
    expect(column('source')[2]?.replace(/^'/, '')).toBe(EVIL);
    expect(rows.flat().filter((cell) => /^[=+\-@\t]/.test(cell))).toEqual([]);
  });

  it('tells the same in its table as in its points', async () => {
    const { body } = await newsroom.get('/v1/figures/evacuees/series');
    const { text } = await newsroom.get('/v1/figures/evacuees/series.csv');
    const [header = [], ...rows] = parseCsv(text);
    const told = (row: string[]) =>
      Object.fromEntries(header.map((name, index) => [name, row[index]?.replace(/^'/, '')]));
    expect(rows).toHaveLength(body.points.length);
    expect(rows.map(told)).toEqual((body.points as SeriesPoint[]).map(cellsOf));
  });

  it('is a picture that stands alone, escaped, cached and sized as asked', async () => {
    const url = '/v1/figures/evacuees/chart.svg?width=1000&height=600&theme=dark';
    const { status, headers, text, etag } = await newsroom.get(url);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('image/svg+xml; charset=utf-8');
    expect(text).toMatch(/^<svg [^>]*role="img"[^>]* width="1000" height="600"/);
    expect(text).toContain('over 3,000');
    expect(text).toContain('&lt;b&gt;&amp;');
    expect(text).not.toMatch(/<b>|<script|href=/);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toMatch(/^public/);
    const again = await newsroom.get(url, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  it('is a page for a frame: chart, table, no script, no guard against frames', async () => {
    const { status, headers, text } = await newsroom.get('/v1/figures/evacuees/embed');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['x-frame-options']).toBeUndefined();
    expect(headers['content-security-policy']).toMatch(/frame-ancestors \*$/);
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(text).not.toMatch(/<script|<b>/);
    expect(text.match(/<tr>/g)).toHaveLength(6);
    // Relative, as the API may stand below a path of its own.
    expect(text).toContain('<a href="series.csv">');
    expect(text).toContain('<td>over 3,000</td><td>11 October 2024</td><td>Marrowford</td>');
    expect((await newsroom.get('/v1/figures/evacuees/series')).headers['x-frame-options']).toBe(
      'DENY',
    );
  });

  it('tells what has no bounds as it was said, and which end of its days is open', async () => {
    await newsroom.publish(
      plainArticle({
        body: 'Dozens of sheep, he said, drowned.',
        quotes: [],
        claims: [
          {
            figure: { slug: 'sheep', question: 'How many sheep drowned?', unit: 'sheep' },
            comparator: 'approx',
            asOf: '2024-10-09/..',
            chain: [{ role: 'originator', source: { kind: 'organisation', name: 'Open Door' } }],
            anchor: { in: 'body', pieces: [{ exact: 'Dozens of sheep' }, { exact: 'drowned' }] },
          },
        ],
      }),
    );
    const { text } = await newsroom.get('/v1/figures/sheep/embed');
    expect(text).toContain('<th scope="row">Open Door</th><td>“Dozens of sheep […] drowned”</td>');
    expect(text).toContain('<td>from 9 October 2024 on</td>');
  });

  it('400 for sizes, themes and parameters out of bounds, named', async () => {
    for (const [query, parameter] of [
      ['width=319', 'width'],
      ['width=2001', 'width'],
      ['height=199', 'height'],
      ['height=1401', 'height'],
      ['width=1e3', 'width'],
      ['width=720.5', 'width'],
      ['theme=red', 'theme'],
      ['superseded=yes', 'superseded'],
      ['colour=red', 'colour'],
    ]) {
      const { status, body } = await newsroom.get(`/v1/figures/evacuees/chart.svg?${query}`);
      expect(status, query).toBe(400);
      expect(body.errors[0].parameter).toBe(parameter);
    }
    expect((await newsroom.get('/v1/figures/evacuees/embed?width=400')).status).toBe(400);
  });

  it('404 for a figure that is not public, 405 and 406 with what there is', async () => {
    for (const end of ['series', 'series.csv', 'chart.svg', 'embed']) {
      const url = `/v1/figures/evacuees/${end}`;
      expect((await newsroom.get(`/v1/figures/nothing/${end}`)).status).toBe(404);
      expect((await newsroom.post(url, {})).status).toBe(405);
      const refused = await newsroom.get(url, { headers: { accept: 'application/x-nothing' } });
      expect(refused.status).toBe(406);
      expect(refused.body.available).toHaveLength(1);
    }
  });

  it('308 from a former slug, with the query', async () => {
    await newsroom.publish(
      article(
        [{ words: '18 boats', comparator: 'eq', low: 18, high: 18, source: 'The Line' }].map(
          (claim) => claim,
        ),
        {
          claims: [
            {
              figure: { slug: 'boats-before', question: 'How many boats?', unit: 'boats' },
              comparator: 'eq',
              low: 18,
              high: 18,
              chain: [{ role: 'originator', source: { kind: 'organisation', name: 'The Line' } }],
              anchor: { in: 'body', pieces: [{ exact: '18 boats' }] },
            },
          ],
        },
      ),
    );
    const renamed = await newsroom.patch('/v1/desk/figures/boats-before', { slug: 'boats' });
    expect(renamed.status, renamed.text).toBe(200);
    const moved = await newsroom.get('/v1/figures/boats-before/chart.svg?width=400&theme=dark');
    expect(moved.status).toBe(308);
    expect(moved.headers.location).toBe('/v1/figures/boats/chart.svg?width=400&theme=dark');
    expect((await newsroom.get(String(moved.headers.location))).status).toBe(200);
  });

  it('changes when a claim is superseded, which then shows only if asked for', async () => {
    const chart = '/v1/figures/evacuees/chart.svg';
    const before = await newsroom.get(chart);
    await newsroom.publish(
      article(
        [
          {
            words: '2,640 people',
            comparator: 'eq',
            low: 2640,
            high: 2640,
            source: 'Flood Centre',
            asOf: '2024-10-10',
            supersedes: first,
          },
        ],
        { headline: 'A newer count' },
      ),
    );
    const after = await newsroom.get(chart);
    expect(after.etag).not.toBe(before.etag);
    expect(after.text).toContain('2,640');
    expect(after.text).not.toContain('2,500–2,800');
    const all = await newsroom.get(`${chart}?superseded=true`);
    expect(all.text).toContain('2,500–2,800 (superseded)');
    const csv = await newsroom.get('/v1/figures/evacuees/series.csv?superseded=true');
    expect(parseCsv(csv.text).flat()).toContain('superseded');
    const page = await newsroom.get('/v1/figures/evacuees/embed?superseded=true');
    expect(page.text).toContain('<a href="series.csv?superseded=true">');
  });

  it('keeps the newest claims of a long series, and counts what it leaves out', async () => {
    for (const withSuperseded of [false, true]) {
      const read = async (max: number) => {
        const found = await findFigureClaims(newsroom.db.read, 'evacuees', withSuperseded, '', max);
        if ('redirect' in found) throw new Error('It has its slug still.');
        return found;
      };
      const all = await read(1_000);
      expect(all.omitted).toBe(0);
      expect(all.claims.length).toBeGreaterThan(3);
      const newest = await read(3);
      expect(newest.claims).toEqual(all.claims.slice(-3));
      expect(newest.omitted).toBe(all.claims.length - 3);
    }
  });

  it('leaves out what was retracted', async () => {
    const gone = await newsroom.publish(
      article(
        [{ words: '9,999 people', comparator: 'eq', low: 9999, high: 9999, source: 'A forger' }],
        {
          headline: 'A forged count',
        },
      ),
    );
    expect((await newsroom.get('/v1/figures/evacuees/series.csv')).text).toContain('9999');
    const step = await newsroom.step(gone.body.id, 'retract', { note: 'The count was forged.' });
    expect(step.status, step.text).toBe(200);
    for (const end of ['series', 'series.csv', 'chart.svg', 'embed']) {
      const { status, text } = await newsroom.get(`/v1/figures/evacuees/${end}`);
      expect(status).toBe(200);
      expect(text).not.toMatch(/9,?999|forger/);
    }
  });
});

describe('a figure', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
  });
  afterAll(() => newsroom.close());

  const counted = (people: number, source: string, asOf: string, changes = {}) => ({
    words: `${people} people`,
    comparator: 'eq',
    low: people,
    high: people,
    source,
    asOf,
    ...changes,
  });
  const newest = async () => {
    const { body } = await newsroom.get('/v1/figures/evacuees');
    return body.newest.map(({ low, source }: { low: number; source: { name: string } }) => [
      source.name,
      low,
    ]);
  };

  it('shows the newest current claim of each source, newest first, as soon as it is public', async () => {
    await newsroom.publish(
      article([
        counted(310, 'Open Door', '2024-10-11'),
        counted(320, 'Open Door', '2024-10-12/2024-10-14'),
        counted(330, 'Flood Centre', '2024-10-13'),
        counted(340, 'Open Door', '2024-10-09'),
      ]),
    );
    expect(await newest()).toEqual([
      ['Open Door', 320],
      ['Flood Centre', 330],
    ]);
    const { body } = await newsroom.publish(
      article([counted(350, 'River Watch', '2024-10-15'), counted(360, 'Open Door', '2024-10-13')]),
    );
    expect(await newest()).toEqual([
      ['River Watch', 350],
      ['Open Door', 320],
      ['Flood Centre', 330],
    ]);
    await newsroom.step(body.id as string, 'retract', { note: 'Nobody counted.' });
    expect(await newest()).toEqual([
      ['Open Door', 320],
      ['Flood Centre', 330],
    ]);
  });

  it('counts a moment to the day that it was in its zone, in series, chart and filters alike', async () => {
    const [late, early] = ['2023-05-02T23:30:00-05:00', '2023-05-03T00:30:00+09:00'];
    await newsroom.publish(
      article([counted(71, 'Open Door', late), counted(72, 'Flood Centre', early)]),
    );
    const { body } = await newsroom.get('/v1/figures/evacuees/series');
    const days = body.points.slice(0, 2).map(({ asOf }: { asOf: object }) => asOf);
    expect(days).toEqual([
      { edtf: late, from: '2023-05-02', to: '2023-05-02' },
      { edtf: early, from: '2023-05-03', to: '2023-05-03' },
    ]);
    const { text } = await newsroom.get('/v1/figures/evacuees/chart.svg');
    expect(text).toContain('Open Door, 2 May 2023, Marrowford: 71');
    expect(text).toContain('Flood Centre, 3 May 2023, Marrowford: 72');
    const found = async (from: string, to: string) => {
      const { body } = await newsroom.get(`/v1/claims?asOfFrom=${from}&asOfTo=${to}&fields=low`);
      return body.data.map(({ low }: { low: number }) => low);
    };
    expect(await found('2023-05-01', '2023-05-02')).toEqual([]);
    expect(await found('2023-05-02', '2023-05-03')).toEqual([71]);
    expect(await found('2023-05-03', '2023-05-04')).toEqual([72]);
  });

  it('shows what many sources say of one day in one order', async () => {
    const sources = Array.from({ length: 12 }, (_, index) => `Post ${index}`);
    await newsroom.publish(
      article(sources.map((source, index) => counted(400 + index, source, '2024-10-20'))),
    );
    const { body } = await newsroom.get('/v1/figures/evacuees?fields=newest');
    const ids = body.newest.slice(0, 12).map(({ id }: { id: string }) => id);
    expect(ids).toEqual([...ids].sort().reverse());
  });
});

/** What a point's row has to tell, by the names of the columns. */
function cellsOf(point: SeriesPoint): Record<string, string> {
  const { source, asOf, article, ...others } = point;
  const cells = {
    ...others,
    source: source.name,
    sourceKind: source.kind,
    sourceId: source.id,
    asOf: asOf?.edtf,
    asOfFrom: asOf?.from,
    asOfTo: asOf?.to,
    article: article.slug,
    articleHeadline: article.headline,
    publishedAt: article.publishedAt,
  };
  return Object.fromEntries(
    Object.entries(cells).map(([name, value]) => [name, String(value ?? '')]),
  );
}
