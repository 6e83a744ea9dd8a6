import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkdown, splitMarkdown } from '../../src/text/markdown.ts';
import { project } from '../../src/text/projection.ts';
import { markdown } from './arbitrary.ts';

const text = (source: string): string => project(source).text;

/** The markdown behind the first occurrence of some projected words. */
function sourceOf(source: string, words: string): string {
  const projection = project(source);
  const start = [...projection.text.slice(0, projection.text.indexOf(words))].length;
  return projection.sourceSlice(start, start + [...words].length);
}

describe('markup is removed', () => {
  test.each([
    [
      'emphasis in the middle of a word or a number',
      '7,*000* un**believ**able',
      '7,000 unbelievable',
    ],
    ['headings of both kinds', '# One #\n\nTwo\n===', 'One\n\nTwo'],
    ['the target and the title of a link', '[moved](http://x.y "t") on', 'moved on'],
    ['the definition and the label of a reference', '[a][b] c\n\n[b]: http://x "t"', 'a c'],
    ['the target of an image, not its alternative', '![a *flag*](x.png)', 'a flag'],
    ['the angles of an autolink', '<https://x.y> <a@b.c>', 'https://x.y a@b.c'],
    ['the marks and the language of code', '`a  b`\n\n```js\nx\n y\n```', 'a b\n\nx y'],
    ['thematic breaks', 'a\n\n***\n\nb', 'a\n\nb'],
    ['the marks of a block quote', '> a\n> b\n\nc', 'a b\n\nc'],
    ['hard breaks', 'a  \nb\\\nc', 'a b c'],
    [
      'escapes and character references',
      '\\*a\\* &amp; &eacute; &#x41; &bogus;',
      '*a* & é A &bogus;',
    ],
  ])('%s', (_name, source, expected) => expect(text(source)).toBe(expected));
});

describe('raw HTML', () => {
  test.each([
    ['tags go and their text stays', 'a <b title="x > y">b</b><i>c</i>', 'a bc'],
    ['blocks stay apart', '<div>a</div><p>b</p>\n\nc', 'a\n\nb\n\nc'],
    ['a break is white space', 'a<br>b', 'a b'],
    ['scripts and styles go with their content', 'a <script>x</script>b<style>y</style>', 'a b'],
    ['a script block goes', '<script>\nx\n\ny</script>\n\nb', 'b'],
    ['comments go', 'a <!-- x -->b\n\n<!-- c\n\nd -->', 'a b'],
    ['a tag over the lines of a block quote goes', '> a <b\n> c="d">e</b>', 'a e'],
    ['character references in it are resolved', '<p>&lt;&eacute;</p>', '<é'],
  ])('%s', (_name, source, expected) => expect(text(source)).toBe(expected));
});

describe('blocks', () => {
  test('list items are one line apart, the list and its paragraphs two', () => {
    expect(text('a\n\n- b\n- c\n  1. d\n\n  e\n- f\n\ng')).toBe('a\n\nb\nc\nd\n\ne\nf\n\ng');
  });
  test('an empty item leaves no line', () =>
    expect(text('a\n\n- \n- b\n- \n\nc')).toBe('a\n\nb\n\nc'));
});

describe('characters', () => {
  test('the text is composed (NFC), over markup too', () => {
    expect(text('e\u0301te\u0301 e*\u0301*x')).toBe('été éx');
    expect(text('\u1112\u1161\u11AB \u212B')).toBe('한 Å');
  });
  test('every white space folds to one space', () =>
    expect(text(' a\u00A0\u2003b\r\nc\u2028d\t')).toBe('a b c d'));
  test('soft hyphens, zero-width spaces and byte order marks are dropped', () => {
    expect(text('\uFEFFNa\u00ADtion\u200Bal\u2060 \uFEFF')).toBe('National');
  });
  test('joined emoji, quotation marks and apostrophes stay as they are written', () => {
    expect(text("👩‍👩‍👧 ❤️ “don’t” 'x'")).toBe("👩‍👩‍👧 ❤️ “don’t” 'x'");
  });
  test('NUL and lone surrogates become U+FFFD, so that offsets survive UTF-8', () => {
    expect(text('a\0b \ud83d*\ude00*')).toBe('a\uFFFDb \uFFFD\uFFFD');
  });
  test('length counts code points', () => expect(project('👩‍👩‍👧é').length).toBe(6));
});

describe('the way back to the source', () => {
  test('gives the original characters, markup included', () => {
    expect(sourceOf('Over **7,*000*** troops', '7,000')).toBe('7,*000');
    expect(sourceOf('a Bonnie &amp; Clyde b', 'Bonnie & Clyde')).toBe('Bonnie &amp; Clyde');
    expect(sourceOf('x Na\u00ADtion y', 'Nation')).toBe('Na\u00ADtion');
    expect(sourceOf('\uFEFF👩‍👩‍👧 cafe\u0301!', 'café')).toBe('cafe\u0301');
    expect(sourceOf('a \\*b\\* c', '*b*')).toBe('\\*b\\*');
    expect(sourceOf('> one\n> two', 'one two')).toBe('one\n> two');
  });
  test('clamps offsets to the text', () => {
    const projection = project('abc');
    expect(projection.toSource(-5, 99)).toEqual({ start: 0, end: 3 });
    expect(projection.toSource(2, 1)).toEqual({ start: 2, end: 2 });
    expect(project('').toSource(0, 1)).toEqual({ start: 0, end: 0 });
  });
});

describe('any string', () => {
  test('is projected without an error, in normal form', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const projection = project(source);
        expect(projection.text).toBe(projection.text.normalize('NFC'));
        expect(projection.text).not.toMatch(
          /^\s|\s$| {2}|\n{3}|[\u00AD\u200B\u2060\uFEFF]|[^\S \n]/,
        );
        expect(projection.length).toBe([...projection.text].length);
        const { start, end } = projection.toSource(0, projection.length);
        expect(0 <= start && start <= end && end <= source.length).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('in pieces reads as it does whole', () => {
    const filler = 'A sentence of some length that fills the piece. '.repeat(50);
    fc.assert(
      fc.property(fc.array(markdown, { maxLength: 4 }), (parts) => {
        const source = parts.map((part) => `${filler}\n\n${part}\n\n`).join('');
        const begun = (piece: string) =>
          parseMarkdown(piece)
            .filter(([step, { type }]) => step === 'enter' && !/^(lineEnding|chunk)/.test(type))
            .map(
              ([, { type, start, end }]) =>
                `${type} ${piece.slice(start.offset, end.offset).trim()}`,
            );
        const leaves = (all: string[]) =>
          all.filter((one) => /^(data|code\w*(Data|Value)|html\w+Data|paragraph|list)/.test(one));
        const pieces = splitMarkdown(source).flatMap(({ start, end }) =>
          begun(source.slice(start, end)),
        );
        expect(leaves(pieces)).toEqual(leaves(begun(source)));
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ['setext headings', 'a\n=\n'.repeat(100_000)],
    ['nested images', `${'![a'.repeat(50_000)}${'](b)'.repeat(50_000)}`],
    ['nested lists', `${'- '.repeat(200_000)}a`],
    ['nested quotes', `${'> '.repeat(200_000)}a`],
    ['emphasis marks', `${'*'.repeat(200_000)}a${'*'.repeat(200_000)}`],
    ['open tags', '<a '.repeat(200_000)],
    ['accents', 'e\u0301'.repeat(200_000)],
    ['line breaks', '\n'.repeat(400_000)],
  ])('of 400 KB of %s comes to an end', (_name, source) => {
    const { text, length } = project(source);
    expect([...text]).toHaveLength(length);
  });
});
