import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankingSteps, toFts5, toPostgresql } from '../../../src/search/index-expression.ts';
import { parseQuery, positiveWords, QuerySyntaxError } from '../../../src/search/query.ts';

const shape = (query: string): unknown => strip(parseQuery(query));

function strip(node: ReturnType<typeof parseQuery>): unknown {
  switch (node.kind) {
    case 'words':
      return node.words.join('+') + (node.prefix ? '*' : '');
    case 'or':
      return { or: node.parts.map(strip) };
    case 'and':
      return { and: node.parts.map(strip), not: node.without.map(strip) };
  }
}

/** Letters with the marks that tell them apart, and digits. */
const WORD = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:\.\p{N}+)?$/u;

function errorOf(query: string): [message: string, position: number] | null {
  try {
    parseQuery(query);
    return null;
  } catch (error) {
    if (!(error instanceof QuerySyntaxError)) throw error;
    return [error.message, error.position];
  }
}

describe('the query language', () => {
  it.each<[string, unknown]>([
    ['flood', 'flood'],
    ['River Wall', { and: ['river', 'wall'], not: [] }],
    ['"River  wall"', 'river+wall'],
    ['“River wall”', 'river+wall'],
    ['flo*', 'flo*'],
    ['"the river wal*"', 'the+river+wal*'],
    ['“wal* ”', 'wal*'],
    ['well-kno*', 'well+kno*'],
    ['well-known', 'well+known'],
    ['Korea’s', 'korea+s'],
    ['7,000', '7000'],
    ['3.5', '3.5'],
    ['Évacué', 'evacue'],
    ['東京', '東+京'],
    ['a AND b OR c', { or: [{ and: ['a', 'b'], not: [] }, 'c'] }],
    ['a AND (b OR c)', { and: ['a', { or: ['b', 'c'] }], not: [] }],
    ['a (b OR c)', { and: ['a', { or: ['b', 'c'] }], not: [] }],
    ['a "b c" d', { and: ['a', 'b+c', 'd'], not: [] }],
    ['a NOT b', { and: ['a'], not: ['b'] }],
    ['-b a', { and: ['a'], not: ['b'] }],
    ['a AND NOT "b c"', { and: ['a'], not: ['b+c'] }],
    ['and or not', { and: ['and', 'or', 'not'], not: [] }],
    ['(((a)))', 'a'],
    ['constructor toString', { and: ['constructor', 'tostring'], not: [] }],
    ['__proto__ OR valueOf', { or: ['proto', 'valueof'] }],
    ['"צה"ל" OR צה”ל', { or: ['צה+ל', 'צה+ל'] }],
    ['צה״ל "הגיע לעיר"', { and: ['צה+ל', 'הגיע+לעיר'], not: [] }],
    ['東*', '東'],
    ['"東京*"', '東+京'],
    ['東京*', '東+京'],
    ['データ*', 'テ\u3099+ー+タ'],
    ['約1,200人', '約+1200+人'],
    ['काम', 'काम'],
    ['ΟΔΥΣ*', 'οδυσ*'],
    ['洪'.repeat(40), Array.from({ length: 40 }, () => '洪').join('+')],
  ])('reads %s', (query, tree) => {
    expect(shape(query)).toEqual(tree);
  });

  it.each<[string, number, RegExp]>([
    ['', 0, /empty/],
    ['   ', 3, /empty/],
    ['(a', 0, /never closed/],
    ['a)', 1, /never opened/],
    ['a AND', 5, /missing at the end/],
    ['a OR OR b', 5, /missing before OR/],
    ['AND a', 0, /missing before AND/],
    ['a "b c', 2, /never closed/],
    ['NOT a', 0, /not only what should not/],
    ['a OR -b', 5, /not only what should not/],
    ['()', 1, /missing before this parenthesis/],
    ['*', 0, /no letter/],
    ['a*', 0, /at least 3 letters/],
    ['a b*c', 3, /end of a word/],
    ['"the wal* fell"', 8, /end of a phrase/],
    ['"at wa*"', 0, /at least 3 letters/],
    ['צה"ל "', 5, /never closed/],
    ['war & peace', 4, /no letter/],
    ['wall - river', 5, /no letter/],
    ['𝔸𝔹 )', 3, /never opened/],
    [`${'('.repeat(11)}a${')'.repeat(11)}`, 10, /deep/],
    [Array.from({ length: 33 }, (_, i) => `w${i}`).join(' '), 118, /at most 32 words/],
  ])('says where %s is wrong', (query, position, message) => {
    const error = errorOf(query);
    expect(error?.[0]).toMatch(message);
    expect(error?.[1]).toBe(position);
  });

  it('lets nothing of a query through but letters, marks and digits, whatever it holds', () => {
    const nasty = fc.string({
      unit: fc.oneof(
        fc.constantFrom(
          ...'"\'()*:^{}+-~\\;%_$,.&|!<>=/[] \t\n',
          'AND',
          'NEAR(',
          'h.',
          ':type:',
          '--',
          '‘',
          'ß',
          '東',
          '１',
          'का',
          'ー',
          'ﾞ',
          '\u3099',
          '้',
        ),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 60,
    });
    fc.assert(
      fc.property(nasty, (query) => {
        let tree: ReturnType<typeof parseQuery>;
        try {
          tree = parseQuery(query);
        } catch (error) {
          expect(error).toBeInstanceOf(QuerySyntaxError);
          return;
        }
        for (const { words } of positiveWords(tree)) {
          for (const word of words) expect(word).toMatch(WORD);
        }
        for (const [index, match] of rankingSteps(tree).entries()) {
          const except = rankingSteps(tree).slice(0, index);
          const condition = { match, except, facets: [':type:quote'] };
          expect(toFts5(condition)).toMatch(
            /^(?:"(?:[hs]\.|:)?[\p{L}\p{N}][\p{L}\p{N}\p{M}. :-]*"|[() *]|AND|OR|NOT)+$/u,
          );
          const values: unknown[] = [];
          const { lexemes, phrases } = toPostgresql(condition, (value) => {
            values.push(value);
            return '?';
          });
          const sql = [lexemes, ...phrases].join(' AND ');
          const known = /"vector" @@ \?::tsquery|strpos\(' ' \|\| "tokens" \|\| ' ', \?\) > 0/g;
          expect(sql.replace(known, '')).toMatch(/^(?:[() ]|AND|OR|NOT)*$/);
          for (const value of values) {
            expect(value).toMatch(
              /^(?:'(?:[hs]\.|:)?[\p{L}\p{N}][\p{L}\p{N}\p{M}.:-]*'(?::\*)?|[() &|!])+$|^ (?:[\p{L}\p{N}\p{M}.]+ ?)+$/u,
            );
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
