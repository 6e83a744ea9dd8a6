import { describe, expect, it } from 'vitest';
import type { ChartClaim, ChartData } from '../../src/charts/data.ts';
import { drawSeriesChart } from '../../src/charts/series-chart.ts';
import { DARK, LIGHT, type Palette } from '../../src/charts/theme.ts';
import { textWidth } from '../../src/charts/type.ts';
import { dayWords } from '../../src/charts/words.ts';
import { amountWords } from '../../src/text/amounts.ts';

const DAY = 86_400_000;

function claim(changes: Partial<ChartClaim> = {}): ChartClaim {
  const from = Date.UTC(2024, 9, 9);
  const base = {
    source: 0,
    comparator: 'eq' as const,
    low: 10,
    high: 10,
    place: null,
    openEnd: null,
    undated: false,
    superseded: false,
    conflict: false,
  };
  return { ...base, from, to: changes.from ?? from, ...changes };
}

function data(
  claims: ChartClaim[],
  sources = ['Fire service', 'Town council'],
  changes: Partial<ChartData> = {},
): ChartData {
  const usual = { question: 'How many left?', language: 'en', unit: 'people', omitted: 0 };
  return { ...usual, sources, claims, ...changes };
}

const size = { width: 720, height: 460, theme: 'light' as const };
const labels = (svg: string) =>
  [...svg.matchAll(/<text class="s\d bold label[^>]*>([^<]*)</g)].map(([, text]) => text);

/** The lines of the scale that have a number, from the top. */
function linesOf(svg: string): { words: string; value: number; y: number }[] {
  const line =
    /<path class="(?:grid|axis)" d="M[\d.]+,([\d.]+)H[\d.]+"\/><text class="soft end"[^>]*>([^<]*)</g;
  return [...svg.matchAll(line)]
    .map(([, y, words = '']) => ({
      words,
      value: Number(
        words
          .replace('−', '-')
          .replace(/,/g, '')
          .replace(/ million$/, 'e6'),
      ),
      y: Number(y),
    }))
    .sort((a, b) => a.y - b.y);
}

interface Written {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where the words beside marks and frames stand. */
function wordsOn(svg: string): Written[] {
  const label =
    /<text class="(?:s\d|alarm) bold ([^"]*)" x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)">([^<]*)</g;
  return [...svg.matchAll(label)].map(([, side = '', x, y, font, text = '']) => {
    const width = textWidth(text, Number(font), true);
    const share = side.includes('end') ? 1 : side.includes('mid') ? 0.5 : 0;
    const left = Number(x) - width * share;
    const top = Number(y) - Number(font) * 0.75;
    return { text, left, right: left + width, top, bottom: Number(y) };
  });
}

function meet(a: Written, b: Written): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

describe('the chart of a figure', () => {
  it('keeps bounds as bounds: an arrow and words, never a number alone', () => {
    const svg = drawSeriesChart(data([claim({ comparator: 'gt', low: 7000, high: null })]), size);
    expect(labels(svg)).toEqual(['over 7,000']);
    expect(svg).toContain('class="head"');
    expect(svg).not.toContain('class="solid" transform="translate(360');
    expect(svg).toContain('Fire service, 9 October 2024: over 7,000.');
  });

  it('says each comparator in words', () => {
    const words = (comparator: ChartClaim['comparator'], low: number | null, high: number | null) =>
      amountWords(claim({ comparator, low, high }));
    expect(words('eq', 2910, 2910)).toBe('2,910');
    expect(words('approx', 1500, 1500)).toBe('about 1,500');
    expect(words('gte', 1200, null)).toBe('at least 1,200');
    expect(words('lt', null, 400)).toBe('under 400');
    expect(words('lte', null, 650)).toBe('at most 650');
    expect(words('between', 2500, 2800)).toBe('2,500–2,800');
    expect(words('between', 38e6, 45e6)).toBe('38–45 million');
    expect(words('between', 9e8, 1.2e9)).toBe('900 million–1.2 billion');
    // “2–3 million” would be read as two million and more.
    expect(words('between', 2, 3e6)).toBe('2–3,000,000');
    expect(words('between', -500, 2e9)).toBe('−500 to 2,000,000,000');
    expect(words('between', -5, -2)).toBe('−5 to −2');
    expect(words('eq', 12_345_678, 12_345_678)).toBe('12,345,678');
    expect(words('eq', 4e-7, 4e-7)).toBe('0.0000004');
    expect(words('gt', 0.123456789, null)).toBe('over 0.123456789');
    expect(words('eq', -2.5e-12, -2.5e-12)).toBe('−2.5E−12');
    expect(words('approx', null, null)).toBe('no number');
  });

  it('gives each source a shape of its own, and letters when there are more than shapes', () => {
    const few = drawSeriesChart(
      data([0, 1].map((source) => claim({ source, from: Date.UTC(2024, 9, 9 + source) }))),
      size,
    );
    const shapes = [...few.matchAll(/class="solid"[^>]* d="([^"]+)"/g)].map(([, path]) => path);
    expect(new Set(shapes).size).toBe(2);
    const names = Array.from({ length: 30 }, (_, index) => `Source ${index}`);
    const many = drawSeriesChart(
      data(
        names.map((_, source) => claim({ source, from: Date.UTC(2024, 9, source) })),
        names,
      ),
      size,
    );
    for (const letter of ['A', 'Z', 'AA', 'AD']) expect(many).toContain(`>${letter}</text>`);
  });

  it('ends its scale with a line at or above the largest value, upper ends of ranges included', () => {
    for (const most of [1, 3, 7, 97, 101, 1010, 1150, 1900, 8947, 1_234_567])
      for (const height of [200, 260, 460, 1_400]) {
        const claims = [
          claim({ low: most / 4, high: most / 4 }),
          claim({ source: 1, comparator: 'between', low: most / 2, high: most }),
          claim({ low: -most / 3, high: -most / 3 }),
        ];
        for (const drawn of [claims.slice(0, 2), claims.slice(1, 2), claims]) {
          const lines = linesOf(drawSeriesChart(data(drawn), { ...size, height }));
          expect(lines[0]?.value, `${most} in ${height}`).toBeGreaterThanOrEqual(most);
          expect(lines.at(-1)?.value).toBeLessThanOrEqual(Math.min(0, drawn.at(-1)?.low ?? 0));
          // Lines that lie closer than their numbers are high are hatching.
          const gaps = lines.slice(1).map(({ y }, index) => y - (lines[index]?.y ?? 0));
          expect(Math.min(...gaps)).toBeGreaterThan(7);
        }
      }
    const log = [claim({ low: 3, high: 3 }), claim({ low: 2e15, high: 2e15 })];
    const highest = linesOf(drawSeriesChart(data(log), { ...size, height: 460 }))[0];
    expect(highest?.words).toBe('10,000 trillion');
  });

  it('says that widths are days only where a width can be seen', () => {
    const month = (year: number, changes: Partial<ChartClaim> = {}) =>
      claim({ from: Date.UTC(year, 9, 1), to: Date.UTC(year, 9, 31), ...changes });
    const shapes: Partial<ChartClaim>[] = [
      {},
      { comparator: 'gt', high: null },
      { comparator: 'between', low: 5 },
    ];
    for (const shape of shapes) {
      const decades = drawSeriesChart(data([month(1984, shape), month(2024, shape)]), size);
      expect(decades).not.toContain('Width:');
      // The line at a limit has no ends as if it were so many days.
      expect(decades).not.toMatch(/class="span" d="[^"]*v7/);
      const weeks = drawSeriesChart(data([month(2024, shape)]), size);
      expect(weeks).toContain('Width: the days a claim is about.');
    }
  });

  it('writes the names of a legend in columns where they take no more rows so', () => {
    const startsOf = (names: string[]) => {
      const claims = names.map((_, source) => claim({ source }));
      const svg = drawSeriesChart(data(claims, names), { ...size, height: 800 });
      const starts = [...svg.matchAll(/<text class="ink" x="([\d.]+)"/g)].map(([, x]) => Number(x));
      expect(starts).toHaveLength(names.length);
      return new Set(starts).size;
    };
    const ministries = Array.from(
      { length: 20 },
      (_, index) => `Ministry ${'i'.repeat(index % 4)}`,
    );
    expect(startsOf(ministries)).toBe(7);
    const long = 'The commission for relief after the flood of the river Marrow and its arms';
    expect(startsOf([long, 'A', 'B', 'C', 'D', long])).toBeGreaterThan(3);
  });

  it('frames what contradicts and writes “Disputed” at it', () => {
    const svg = drawSeriesChart(
      data([claim({ conflict: true }), claim({ source: 1, low: 30, high: 30, conflict: true })]),
      size,
    );
    expect(svg.match(/class="band"/g)).toHaveLength(1);
    expect(svg).toContain('>Disputed</text>');
    expect(svg).toContain('another source contradicts it');
  });

  it('can be read by a screen reader: role, title and a description with every claim', () => {
    const svg = drawSeriesChart(data([claim(), claim({ source: 1, low: null, high: null })]), size);
    expect(svg).toMatch(/<svg [^>]*role="img" aria-labelledby="c-title" aria-describedby="c-desc"/);
    expect(svg).toContain('<title id="c-title">How many left?</title>');
    expect(svg).toContain('Town council, 9 October 2024: no number.');
    expect(svg).toContain('1 claim gives no number and can’t be drawn.');
  });

  it('joins a dispute in one frame, unless another claim stands between', () => {
    const day = Date.UTC(2024, 9, 11);
    const rivals = [
      claim({ low: 2910, high: 2910, from: day, conflict: true }),
      claim({ source: 1, comparator: 'gt', low: 3000, high: null, from: day, conflict: true }),
    ];
    const far = claim({ low: 100, high: 100, from: Date.UTC(2024, 11, 1) });
    const near = claim({ low: 2500, high: 2900, from: day - DAY });
    const frames = (claims: ChartClaim[]) =>
      drawSeriesChart(data(claims), size).match(/class="band"/g)?.length;
    expect(frames([...rivals, far])).toBe(1);
    expect(frames([near, ...rivals, far])).toBe(2);
  });

  it('frames disputes about different places apart, unless one names no place', () => {
    const rivals = (place: string | null, low: number) =>
      [0, 1].map((source) =>
        claim({ source, place, low: low + source, high: low + source, conflict: true }),
      );
    const frames = (claims: ChartClaim[]) =>
      drawSeriesChart(data(claims), size).match(/class="band"/g)?.length;
    expect(frames([...rivals('Marrowford', 10), ...rivals('Elver', 90)])).toBe(2);
    expect(frames([...rivals('Marrowford', 10), ...rivals(null, 90)])).toBe(1);
  });

  it('takes two spellings of a place for one', () => {
    const said = (source: number, place: string, low: number, day: number) =>
      claim({ source, place, low, high: low, from: Date.UTC(2024, 9, day) });
    const rivals = [said(0, 'Zürich', 10, 9), said(1, 'ZURICH', 30, 9)];
    const disputed = drawSeriesChart(data(rivals.map((one) => ({ ...one, conflict: true }))), size);
    expect(disputed.match(/class="band"/g)).toHaveLength(1);
    expect(labels(disputed).sort()).toEqual(['10', '30']);
    const follows = [said(0, 'Zürich', 10, 9), said(0, 'zürich', 30, 12)];
    expect(drawSeriesChart(data(follows), size).match(/class="join/g)).toHaveLength(1);
  });

  it('gives values from 3 to 3,000,000 a scale of equal steps of ten times, and says so', () => {
    const values = [3, 87, 40_000, 3_000_000].map((value, index) =>
      claim({ low: value, high: value, from: Date.UTC(2000 + index, 0, 1) }),
    );
    const svg = drawSeriesChart(data(values), size);
    expect(svg).toMatch(/Each line stands for 100 times the one below it\./);
    expect(labels(svg).sort()).toEqual(['3', '3 million', '40,000', '87']);
    const zero = claim({ low: 0, high: 0, from: Date.UTC(2010, 0, 1) });
    expect(drawSeriesChart(data([...values, zero]), size)).not.toContain('Each line stands');
  });

  it('says when its scale does not start at zero', () => {
    const values = [13, 18].map((value, day) =>
      claim({ low: value, high: value, from: Date.UTC(2024, 9, 1 + day) }),
    );
    expect(drawSeriesChart(data(values), size)).toContain('The scale doesn’t start at zero.');
  });

  it('is as high as it needs where no height is asked for, and names every source', () => {
    const names = Array.from({ length: 12 }, (_, index) => `The source with the number ${index}`);
    const claims = names.map((_, source) => claim({ source, from: Date.UTC(2024, 9, source + 1) }));
    const svg = drawSeriesChart(data(claims, names), { width: 320, theme: 'light' });
    const height = Number(/ height="(\d+)"/.exec(svg)?.[1]);
    expect(height).toBeGreaterThan(460);
    expect(height).toBeLessThanOrEqual(1_400);
    for (const name of names) expect(svg).toContain(`>${name}</text>`);
  });

  it('tells a number, “about” and a limit apart by letters’ fill as by shapes’', () => {
    const names = Array.from({ length: 9 }, (_, index) => `Source ${index}`);
    const svg = drawSeriesChart(
      data(
        [
          claim({ source: 8 }),
          claim({ source: 7, comparator: 'approx' }),
          claim({ source: 6, comparator: 'gt', high: null }),
        ],
        names,
      ),
      size,
    );
    for (const fill of ['solid', 'tint', 'hollow'])
      expect(svg).toContain(`<circle class="${fill}"`);
  });

  it('gives each text the direction of its own letters', () => {
    const svg = drawSeriesChart(data([claim()], undefined, { question: 'כמה עזבו?' }), size);
    expect(svg).toMatch(/<style>[^<]*\.or text\{[^}]*unicode-bidi:plaintext/);
    // Whatever its place is written in, and whatever page it stands in.
    expect(svg).toMatch(/\.or\{direction:ltr;/);
    expect(svg).toMatch(/\.or \.label\{unicode-bidi:isolate\}/);
  });

  it('escapes every text and drops what XML has no character for', () => {
    const evil = '</text><script>alert(1)</script>&"\'\uffff\u0008 {{7*7}}';
    const svg = drawSeriesChart(data([claim()], [evil], { question: evil, unit: evil }), size);
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\uffff');
    expect(svg).not.toContain('\u0008');
    expect(svg).toContain('{{7*7}}');
    expect(svg.match(/<(?!\/?(?:svg|title|desc|style|rect|text|g|path|circle)\b)/g)).toBeNull();
  });

  it('draws ranges over months that follow each other at their own months', () => {
    const claims = Array.from({ length: 10 }, (_, month) =>
      claim({
        comparator: 'between',
        low: 40,
        high: 60,
        from: Date.UTC(2024, month, 1),
        to: Date.UTC(2024, month + 1, 0),
      }),
    );
    const svg = drawSeriesChart(data(claims), { width: 320, theme: 'light' });
    const boxes = [...svg.matchAll(/class="range" x="([\d.]+)"[^>]* width="([\d.]+)"/g)]
      .map(([, x, width]) => ({ left: Number(x), right: Number(x) + Number(width) }))
      .sort((a, b) => a.left - b.left);
    expect(boxes).toHaveLength(10);
    for (const [index, { left }] of boxes.slice(1).entries())
      expect(left).toBeGreaterThan(boxes[index]?.right ?? 0);
    const steps = boxes.slice(1).map(({ left }, index) => left - (boxes[index]?.left ?? 0));
    expect(Math.max(...steps) / Math.min(...steps)).toBeLessThan(1.1);
  });

  it('never puts one label on another', () => {
    const claims = Array.from({ length: 60 }, (_, index) =>
      claim({
        source: index % 2,
        from: Date.UTC(2024, 9, 1 + (index % 20)),
        low: 1000 + ((index * 37) % 90) * 10,
        high: 1000 + ((index * 37) % 90) * 10,
      }),
    );
    const svg = drawSeriesChart(data(claims), size);
    const boxes = wordsOn(svg);
    expect(boxes.length).toBeGreaterThan(5);
    for (const [index, a] of boxes.entries())
      for (const b of boxes.slice(index + 1)) expect(meet(a, b)).toBe(false);
  });

  it('writes “Disputed” on nothing else, and not at all where there is no room', () => {
    const claims = Array.from({ length: 60 }, (_, index) => {
      const amount = 1000 + ((index * 37) % 90) * 10;
      const from = Date.UTC(2024, 9, 1 + Math.floor(index / 3));
      return claim({ source: index % 2, from, low: amount, high: amount, conflict: true });
    });
    const svg = drawSeriesChart(data(claims), { width: 800, theme: 'light' });
    expect(svg.match(/class="band"/g)).toHaveLength(20);
    const boxes = wordsOn(svg);
    const flags = boxes.filter(({ text }) => text === 'Disputed');
    expect(flags.length).toBeGreaterThan(0);
    const isFree = (flag: Written) => boxes.every((box) => box === flag || !meet(flag, box));
    expect(flags.filter(isFree)).toEqual(flags);
  });

  it('keeps in its frame what many sources say of the first or the last day', () => {
    const sources = Array.from({ length: 41 }, (_, index) => `Agency ${index}`);
    const many = (day: number, edge: number) => [
      claim({ source: 40, from: edge }),
      ...sources
        .slice(0, 40)
        .map((_, source) =>
          claim({ source, comparator: 'between', low: 50 + source, high: 90 + source, from: day }),
        ),
    ];
    const [first, last] = [Date.UTC(2024, 8, 1), Date.UTC(2024, 9, 9)];
    for (const claims of [many(first, last), many(last, first)]) {
      for (const width of [320, 720]) {
        const svg = drawSeriesChart(data(claims, sources), { width, theme: 'light' });
        const boxes = [...svg.matchAll(/<rect class="range" x="([^"]+)"[^>]* width="([^"]+)"/g)];
        expect(boxes).toHaveLength(40);
        for (const [, x, wide] of boxes) {
          expect(Number(x)).toBeGreaterThanOrEqual(0);
          expect(Number(x) + Number(wide)).toBeLessThanOrEqual(width);
        }
      }
    }
  });

  it('writes no number of its scale over another in a low chart', () => {
    const sources = ['Fire service', 'Town council of Marrowford', 'County police authority'];
    const claims = [
      claim({ low: 12, high: 12 }),
      claim({ source: 1, comparator: 'lte', low: null, high: 15, from: Date.UTC(2024, 9, 12) }),
      claim({ source: 2, comparator: 'gt', low: 7_000, high: null, from: Date.UTC(2024, 9, 15) }),
    ];
    for (const height of [200, 250, 300, 460]) {
      const svg = drawSeriesChart(data(claims, sources), { ...size, width: 500, height });
      const written = [
        ...svg.matchAll(/<text class="soft end" x="[^"]+" y="([^"]+)"[^>]*>[\d,]+</g),
      ];
      const heights = written.map(([, y]) => Number(y));
      expect(heights.length).toBeGreaterThan(0);
      for (const [index, y] of heights.slice(1).entries())
        expect((heights[index] ?? 0) - y).toBeGreaterThan(11);
    }
  });

  it('shows the symbol of every range of the same weeks, and of most what it says', () => {
    const amounts = Array.from({ length: 7 }, (_, index) => [100 + 10 * index, 300 + 15 * index]);
    const claims = amounts.map(([low = 0, high = 0], source) =>
      claim({
        source,
        comparator: 'between',
        low,
        high,
        from: Date.UTC(2024, 9, 1),
        to: Date.UTC(2024, 9, 20),
      }),
    );
    const svg = drawSeriesChart(data(claims, [...'ABCDEFG']), size);
    const symbols = [...svg.matchAll(/"hollow" transform="translate\(([\d.]+),([\d.]+)/g)];
    expect(symbols).toHaveLength(7);
    for (const [index, [, x, y]] of symbols.entries())
      for (const [, otherX, otherY] of symbols.slice(index + 1))
        expect(Math.hypot(Number(x) - Number(otherX), Number(y) - Number(otherY))).toBeGreaterThan(
          10,
        );
    expect(labels(svg).length).toBeGreaterThanOrEqual(5);
  });

  it('writes across the side of a range what would have no room else', () => {
    const century = { comparator: 'between' as const, low: 1_000, high: 90_000 };
    const [first, last] = [Date.UTC(1900, 0, 1), Date.UTC(2000, 11, 31)];
    const before = { from: Date.UTC(1890, 0, 1), comparator: 'lte' as const, low: null };
    const svg = drawSeriesChart(
      data([claim({ ...before, high: 20_000 }), claim({ ...century, from: first, to: last })]),
      size,
    );
    expect(labels(svg).sort()).toEqual(['1,000–90,000', 'at most 20,000']);
  });

  it('cuts the name of a place rather than leaving out what is said of it', () => {
    const claims = [
      claim({ low: 1200, high: 1200, place: 'Marrowford', from: Date.UTC(2024, 0, 1) }),
      claim({ low: 1500, high: 1500, place: 'Elver'.repeat(20), from: Date.UTC(2024, 2, 1) }),
    ];
    const [first, second] = labels(drawSeriesChart(data(claims), size)).sort();
    expect(first).toBe('1,200 (Marrowford)');
    expect(second).toMatch(/^1,500 \((?:Elver){4}\w*…\)$/);
  });

  it('writes what stands inside a range over many days, and what lies on its edge', () => {
    const year = { from: Date.UTC(2024, 0, 1), to: Date.UTC(2024, 11, 31) };
    const claims = [
      claim({ comparator: 'between', low: 10_000, high: 15_000, ...year }),
      claim({ source: 1, low: 10_000, high: 10_000 }),
      claim({ comparator: 'approx', low: 12_000, high: 12_000, from: Date.UTC(2024, 4, 23) }),
    ];
    for (const height of [460, 800]) {
      const svg = drawSeriesChart(data(claims), { ...size, height });
      expect(labels(svg).sort()).toEqual(['10,000', '10,000–15,000', 'about 12,000']);
    }
  });

  it('writes no words into the frame of another dispute', () => {
    const values = [
      [1200, 1500],
      [1300, 1700],
      [1400, 1900],
    ];
    const disputes = values.flatMap((pair, day) =>
      pair.map((value, source) =>
        claim({
          source,
          low: value,
          high: value,
          from: Date.UTC(2024, 9, 9 + day),
          conflict: true,
        }),
      ),
    );
    const svg = drawSeriesChart(data(disputes), { width: 340, theme: 'light' });
    const frames = [
      ...svg.matchAll(/class="band" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g),
    ]
      .map(([, x, y, width, height]) => ({
        text: '',
        left: Number(x),
        right: Number(x) + Number(width),
        top: Number(y),
        bottom: Number(y) + Number(height),
      }))
      .sort((a, b) => a.left - b.left);
    expect(frames).toHaveLength(values.length);
    const words = wordsOn(svg).filter(({ text }) => text !== 'Disputed');
    expect(words.length).toBeGreaterThan(3);
    for (const [day, frame] of frames.entries())
      for (const word of words.filter((one) => meet(one, frame)))
        expect(values[day]).toContain(Number(word.text.replace(',', '')));
  });

  it('leaves out whole sentences below a low chart, and those that the marks don’t show last', () => {
    const claims = [
      claim({ comparator: 'approx', low: 9_000, high: 9_000 }),
      claim({ comparator: 'between', low: 9_500, high: 9_800, to: Date.UTC(2024, 9, 11) }),
      claim({ source: 1, low: 9_900, high: null, conflict: true, from: Date.UTC(2024, 9, 12) }),
      claim({ source: 1, low: null, high: 9_100, conflict: true, from: Date.UTC(2024, 9, 12) }),
    ];
    const foot = (height?: number) => {
      const sized = height === undefined ? {} : { height };
      const svg = drawSeriesChart(data(claims), { width: 340, theme: 'light', ...sized });
      const lines = [...svg.matchAll(/<text class="soft" [^>]*>([^<]*)</g)].map(([, line]) => line);
      return lines.slice(lines.findIndex((line) => /^(?:Pale|The scale)/.test(line ?? '')));
    };
    expect(foot().join(' ')).toContain('Dashed frame: sources contradict each other.');
    for (const height of [200, 210, 220, 240]) {
      expect(foot(height).at(-1)).toBe('The scale doesn’t start at zero.');
      expect(foot(height).at(-2) ?? '.').toMatch(/\.$/);
    }
  });

  it('says which end of its days a claim leaves open, and names whole months and years', () => {
    const days = (from: string, to: string, openEnd: ChartClaim['openEnd'] = null) =>
      dayWords(claim({ from: Date.parse(from), to: Date.parse(to), openEnd }));
    expect(days('2024-10-09', '2024-10-09', 'last')).toBe('from 9 October 2024 on');
    expect(days('2024-10-09', '2024-10-09', 'first')).toBe('until 9 October 2024');
    expect(days('2024-02-01', '2024-02-29')).toBe('February 2024');
    expect(days('2024-12-01', '2024-12-31')).toBe('December 2024');
    expect(days('2024-01-01', '2024-12-31')).toBe('2024');
    expect(days('0014-01-01', '0014-12-31')).toBe('14 AD');
    expect(days('2024-01-01', '2024-03-31')).toBe('1 January 2024 to 31 March 2024');
    expect(days('2023-07-01', '2024-06-30')).toBe('1 July 2023 to 30 June 2024');
  });

  it('shows which end of its days a claim leaves open, and how that is shown', () => {
    const since = claim({ from: Date.UTC(2024, 9, 1), openEnd: 'last' });
    const until = claim({ source: 1, from: Date.UTC(2024, 9, 20), openEnd: 'first' });
    const svg = drawSeriesChart(data([since, claim({ low: 9, high: 9 }), until]), size);
    expect(labels(svg).sort()).toEqual(['10 →', '9', '← 10']);
    expect(svg).toContain('→ From its day on. ← Until its day.');
    const vague = claim({ low: null, high: null, openEnd: 'last' });
    expect(drawSeriesChart(data([claim(), vague]), size)).not.toContain('→');
  });

  it('says in its description how many claims it leaves out', () => {
    const svg = drawSeriesChart(data([claim()], ['Fire service'], { omitted: 100 }), size);
    expect(svg).toContain('>1 claim by 1 source, in people. 100 older claims left out. Fire');
    expect(svg).toContain('by the date it is about');
  });

  it('has no room and no note for the day of a claim that it can’t draw', () => {
    const drawn = [claim({ from: Date.UTC(2010, 8, 1) }), claim({ from: Date.UTC(2010, 8, 21) })];
    const vague = claim({ low: null, high: null, undated: true, from: Date.UTC(2026, 10, 27) });
    const svg = drawSeriesChart(data([...drawn, vague]), size);
    expect(svg).not.toContain('Without a date of its own');
    expect(svg).not.toMatch(/>20(?:1[1-9]|2\d)</);
    expect(svg).toContain('1 claim gives no number');
  });

  it('draws no box of one claim over the symbol of another', () => {
    const claims = [0, 1].map((source) =>
      claim({
        source,
        comparator: 'between',
        low: 100 + 40 * source,
        high: 260 + 40 * source,
        from: Date.UTC(2024, source, 1),
        to: Date.UTC(2024, source + 2, 1),
      }),
    );
    const svg = drawSeriesChart(data(claims), size);
    const symbols = [...svg.matchAll(/class="hollow"/g)].map(({ index }) => index);
    expect(symbols).toHaveLength(2);
    expect(svg.lastIndexOf('class="range"')).toBeLessThan(Math.min(...symbols));
  });

  it('writes nothing across the line of zero', () => {
    const values = [-5e9, 12, 700].map((value, day) =>
      claim({ low: value, high: value, from: Date.UTC(2024, 9, 1 + day) }),
    );
    const svg = drawSeriesChart(data(values), size);
    const zero = Number(/class="axis" d="M[\d.]+,([\d.]+)H/.exec(svg)?.[1]);
    expect(labels(svg)).toContain('12');
    for (const { top, bottom } of wordsOn(svg)) expect(top < zero && bottom > zero).toBe(false);
  });

  it('joins no claims about different places, and says which is where', () => {
    const places = ['Marrowford', 'Elver', 'Marrowford'].map((place, day) =>
      claim({ place, low: 10 + 90 * day, high: 10 + 90 * day, from: Date.UTC(2024, 9, 1 + day) }),
    );
    const svg = drawSeriesChart(data(places), size);
    expect(svg.match(/class="join/g)).toHaveLength(1);
    expect(labels(svg).sort()).toEqual(['10 (Marrowford)', '100 (Elver)', '190 (Marrowford)']);
    expect(svg).toContain('Fire service, 2 October 2024, Elver: 100.');
    const one = drawSeriesChart(data(places.slice(0, 1)), size);
    expect(labels(one)).toEqual(['10']);
  });

  it('joins nothing that a source says twice of the same days', () => {
    const values = [10, 14].map((value) => claim({ low: value, high: value }));
    const later = claim({ low: 12, high: 12, from: Date.UTC(2024, 9, 12) });
    const joins = (claims: ChartClaim[]) =>
      drawSeriesChart(data(claims), size).match(/class="join/g)?.length ?? 0;
    expect(joins(values)).toBe(0);
    expect(joins([...values, later])).toBe(1);
  });

  it('frames no names of sources in a low chart', () => {
    const names = Array.from({ length: 4 }, (_, index) => `The source with the number ${index}`);
    const rivals = [
      claim({ source: 0, conflict: true }),
      claim({ source: 1, comparator: 'gt', low: 20, high: null, conflict: true }),
    ];
    const svg = drawSeriesChart(data(rivals, names), { width: 320, height: 200, theme: 'light' });
    const frame = Number(/class="band"[^>]* y="([\d.]+)"/.exec(svg)?.[1]);
    const legend = [...svg.matchAll(/<text class="ink" x="[\d.]+" y="([\d.]+)"/g)];
    expect(legend.length).toBeGreaterThan(2);
    for (const [, y] of legend) expect(frame).toBeGreaterThan(Number(y));
  });

  it('names at least three days on a narrow axis, and the year once', () => {
    const claims = ['2024-10-09', '2024-11-30'].map((day) => claim({ from: Date.parse(day) }));
    const svg = drawSeriesChart(data(claims), { width: 360, theme: 'light' });
    const days = [...svg.matchAll(/<text class="soft mid"[^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(days).toEqual(['6 Oct', '20 Oct', '3 Nov', '17 Nov', '1 Dec']);
    expect(svg.match(/<text class="soft mid bold"[^>]*>2024</g)).toHaveLength(1);
  });

  it('names no year before the first', () => {
    const days = ['0040-03-15', '2024-10-09'].map((day) => claim({ from: Date.parse(day) }));
    const svg = drawSeriesChart(data(days), size);
    expect(svg).toContain('>500</text>');
    expect(svg).toContain('Fire service, 15 March 40 AD: 10.');
    expect(svg).not.toMatch(/BC/);
  });

  it('draws at every bound of its size, for one claim, none, equal values, negative and huge ones', () => {
    const sets = [
      [],
      [claim()],
      [claim({ low: 0, high: 0 })],
      [claim({ low: -40, high: -20 }), claim({ low: -1e15, high: 1e15, from: -62e12 })],
      [
        claim({ comparator: 'lt', low: null, high: -5 }),
        claim({ comparator: 'gte', low: 1e15, high: null, from: Date.UTC(2030, 0, 1) }),
      ],
      Array.from({ length: 400 }, (_, index) =>
        claim({ from: Date.UTC(2020, 0, 1) + index * DAY, low: index, high: index }),
      ),
    ];
    for (const claims of sets) {
      for (const [width, height] of [
        [320, 200],
        [2000, 1400],
        [320, 1400],
        [2000, 200],
      ] as const) {
        const svg = drawSeriesChart(data(claims), { width, height, theme: 'auto' });
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      }
    }
  });

  it('follows the reader’s setting, or the theme that is asked for', () => {
    const draw = (theme: 'auto' | 'light' | 'dark') =>
      drawSeriesChart(data([claim()]), { ...size, theme });
    expect(draw('auto')).toContain('prefers-color-scheme:dark');
    expect(draw('light')).not.toContain(DARK.paper);
    expect(draw('dark')).not.toContain(LIGHT.paper);
  });

  it('has contrast enough in light and dark (WCAG 2.2: text 4.5, marks 3)', () => {
    for (const palette of [LIGHT, DARK]) {
      for (const text of [palette.ink, palette.soft, palette.alarm])
        expect(contrast(text, palette)).toBeGreaterThanOrEqual(4.5);
      // The words beside a mark have its colour.
      for (const mark of palette.sources)
        expect(contrast(mark, palette)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette.axis, palette)).toBeGreaterThanOrEqual(3);
    }
    const old = drawSeriesChart(data([claim({ superseded: true })]), size);
    expect(old).toMatch(/<text class="s0 bold label old"/);
    expect(old).toContain('.or text.old{opacity:1;');
  });
});

function contrast(colour: string, { paper }: Palette): number {
  const [light, dark] = [luminance(colour), luminance(paper)].sort((a, b) => b - a) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
