import { describe, expect, it } from 'vitest';
import { structureAt } from '../../src/text/closed-ranges.ts';

const closedIn = (markdown: string, places = [...markdown].keys()) =>
  structureAt(markdown, [...places]).closed.map(({ start, end, isBlock }) => [
    markdown.slice(start, end),
    isBlock,
  ]);

describe('closed ranges', () => {
  it('are code, links, pictures and HTML, with where they stand in the whole document', () => {
    const link = 'Words with [a *link*](https://example.org/) and `code`.';
    const prose = 'The keeper waited for the fog to lift. '.repeat(80);
    expect(closedIn(`${prose}\n\n${link}\n\n${prose}\n\n${link}`)).toEqual([
      ['[a *link*](https://example.org/)', false],
      ['`code`', false],
      ['[a *link*](https://example.org/)', false],
      ['`code`', false],
    ]);
    expect(closedIn('An <b>old</b> ![lock](l.png).\n\n```\na\n\nb\n```\n\n    c')).toEqual([
      ['<b>', false],
      ['</b>', false],
      ['![lock](l.png)', false],
      ['```\na\n\nb\n```', true],
      ['    c', true],
    ]);
  });

  it('come with the places at which emphasis begins', () => {
    const { openings } = structureAt('Prose.\n\n彼は**重*要*** だ, 2 * 3 * *4*.', [10]);
    expect(openings).toEqual([10, 13, 30]);
  });

  it('come with the texts of paragraphs and headings, without what closes those', () => {
    const markdown = '## A `b` ##\n\n- C `d`\n- E\n\nF\n===';
    const { texts } = structureAt(markdown, [...[...markdown].keys()]);
    expect(texts.map(({ start, end }) => markdown.slice(start, end))).toEqual([
      'A `b`',
      'C `d`',
      'E',
      'F',
    ]);
  });

  it('are none in prose', () => {
    expect(closedIn('“It leaks,” she said (twice).\n\nThen it rained.')).toEqual([]);
  });

  it('are looked for only in the blocks that are asked for', () => {
    const markdown = 'The `first`.\n\nThe `second`.\n\nThe `third`.';
    const place = markdown.indexOf('second');
    expect(closedIn(markdown, [place].values())).toEqual([['`second`', false]]);
    expect(closedIn(markdown, [0, markdown.length].values())).toEqual([
      ['`first`', false],
      ['`third`', false],
    ]);
  });
});
