import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DatedClaim, makePoints, sourcesOf } from '../../src/figures/series.ts';

let counter = 0;

function claim(source: string, changes: object = {}, day = 20241009): DatedClaim {
  counter += 1;
  return {
    claim: {
      id: `c${counter}`,
      source: { id: source, slug: source, kind: 'organisation', name: source },
      comparator: 'eq',
      low: 10,
      high: 10,
      unit: 'people',
      place: null,
      asOf: null,
      standing: 'current',
      chain: [],
      article: { publishedAt: '2024-10-09T00:00:00.000Z' },
      ...changes,
    },
    from: day,
    to: day,
  } as unknown as DatedClaim;
}

const bounds = (comparator: string, low: number | null, high: number | null) => ({
  comparator,
  low,
  high,
});
const conflicts = (...claims: DatedClaim[]) => makePoints(claims).map(({ conflict }) => conflict);

describe('a conflict in a series', () => {
  it('is flagged on both when two sources exclude each other on one day', () => {
    expect(
      conflicts(claim('a', bounds('gt', 3000, null)), claim('b', bounds('eq', 2910, 2910))),
    ).toEqual([true, true]);
    expect(
      conflicts(claim('a', bounds('gt', 3000, null)), claim('b', bounds('eq', 3000, 3000))),
    ).toEqual([true, true]);
    expect(
      conflicts(claim('a', bounds('lt', null, 5)), claim('b', bounds('gte', 5, null))),
    ).toEqual([true, true]);
  });

  it('is none where one value satisfies both', () => {
    expect(
      conflicts(claim('a', bounds('gte', 3000, null)), claim('b', bounds('eq', 3000, 3000))),
    ).toEqual([false, false]);
    expect(
      conflicts(claim('a', bounds('between', 1, 5)), claim('b', bounds('between', 5, 9))),
    ).toEqual([false, false]);
    expect(
      conflicts(claim('a', bounds('approx', 1000, 1000)), claim('b', bounds('eq', 1050, 1050))),
    ).toEqual([false, false]);
  });

  it('is none between one source’s own claims, other days, other places, and superseded claims', () => {
    const other = bounds('eq', 99, 99);
    expect(conflicts(claim('a'), claim('a', other))).toEqual([false, false]);
    expect(conflicts(claim('a'), claim('b', other, 20241010))).toEqual([false, false]);
    expect(
      conflicts(claim('a', { place: 'Upper Town' }), claim('b', { ...other, place: 'Lower Town' })),
    ).toEqual([false, false]);
    expect(conflicts(claim('a', { place: 'Upper Town' }), claim('b', other))).toEqual([true, true]);
    expect(conflicts(claim('a', { standing: 'superseded' }), claim('b', other))).toEqual([
      false,
      false,
    ]);
    expect(conflicts(claim('a', bounds('approx', null, null)), claim('b', other))).toEqual([
      false,
      false,
    ]);
  });

  it('is found in one pass as comparing every pair would find it', () => {
    const anyClaim = fc
      .tuple(
        fc.constantFrom('a', 'b', 'c'),
        fc.constantFrom('eq', 'gt', 'gte', 'lt', 'lte', 'between'),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 6 }),
        fc.constantFrom(null, 'x', 'y'),
      )
      .map(([source, comparator, one, two, place]) => {
        const [low, high] = [Math.min(one, two), Math.max(one, two)];
        const sides =
          comparator === 'eq'
            ? [low, low]
            : comparator.startsWith('g')
              ? [low, null]
              : comparator.startsWith('l')
                ? [null, high]
                : [low, high];
        return claim(source, {
          ...bounds(comparator, sides[0] as number, sides[1] as number),
          place,
        });
      });
    fc.assert(
      fc.property(fc.array(anyClaim, { maxLength: 9 }), (claims) => {
        const pairwise = claims.map((one) => claims.some((two) => conflicts(one, two)[1]));
        expect(conflicts(...claims)).toEqual(pairwise);
      }),
    );
  });

  it('of 10,000 claims of one day is found without comparing each with each', () => {
    const claims = Array.from({ length: 10_000 }, (_, index) =>
      claim(`s${index % 50}`, bounds('eq', index, index)),
    );
    expect(makePoints(claims).every(({ conflict }) => conflict)).toBe(true);
  });
});

describe('independent sources', () => {
  it('count relays of one origin as that one', () => {
    const relayed = { chain: [{ role: 'originator' }, { role: 'relay' }] };
    const claims = [claim('a'), claim('a', relayed), claim('b')];
    expect(sourcesOf(claims)).toHaveLength(2);
    expect(makePoints(claims).map((point) => point.relayed)).toEqual([false, true, false]);
  });
});
