/** Patterns that would try each part of a long line again and again: hostile, or a broken export. */
import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/extraction/extract.ts';
import { readAuthors, splitByline } from '../../../src/imports/formats/authors.ts';
import { readMarkdown } from '../../../src/imports/formats/document.ts';
import { withoutMore } from '../../../src/imports/formats/more-links.ts';
import { inlineLinks } from '../../../src/text/inline-links.ts';
import { readOne } from './reading.ts';

const LONG = 200_000;
const spaces = ' '.repeat(LONG);
/** A pattern that tries again and again takes longer, and hours for a file of some megabytes. */
const TIMEOUT_MS = 5_000;

const UNENDED = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><title>A</title>
  <content>${'&lt;a '.repeat(LONG / 4)}</content></entry></feed>`;
const md = (source: string) => () => readMarkdown('a', source);

describe('a long line is read at once', () => {
  it.each<[string, () => unknown]>([
    ['a heading of spaces', md(`# A${' '.repeat(5_000)}b`)],
    ['a heading of marks', md(`# A${'#'.repeat(LONG)}b`)],
    ['a row of spaces below one of a table', md(`a|b\n|-|-${spaces}x`)],
    ['a list of TOML without its end', md(`+++\n${'a = [\n'.repeat(LONG)}+++\nText.`)],
    ['a list of TOML with spaces', md(`+++\ntags = [${spaces}x]\n+++\nText.`)],
    ['a value of TOML with spaces', md(`+++\ntitle = a${spaces}b\n+++\nText.`)],
    ['a string of TOML without its end', md(`+++\na = "${'\\"'.repeat(LONG)}\n+++\nText.`)],
    ['a byline of spaces', () => splitByline(`Ada${spaces}Renn`)],
    ['an author of one word', () => readAuthors(['a'.repeat(LONG)], new Set())],
    ['spaces behind a link to more', () => withoutMore(`<a>read more</a>${spaces}x`)],
    ['the title of a link', () => inlineLinks(`[a]: /b "c${spaces}d"\n\n[a]`)],
    ['spaces within a line', () => extract(`Ada Renn said it${spaces}is shut.`)],
    ['the text of an entry that begins tags and ends none', () => readOne(UNENDED, 'a.xml')],
  ])('%s', { timeout: TIMEOUT_MS }, async (_what, read) => {
    await read();
  });
});

describe('what closes a line', () => {
  it('is no part of a heading', () => {
    for (const heading of ['# C#', '# C# #', '# C#  ##', '#  C#\t'])
      expect(readMarkdown('a', `${heading}\n\nText.`).headline).toBe('C#');
  });

  it('is no part of a value of TOML', () => {
    const { headline, tags } = readMarkdown(
      'a',
      '+++\ntitle = "A bridge" # shut\ntags = [\n  "x", \n  "y"\n]\ndraft = true # now\n+++\nText.',
    );
    expect(headline).toBe('A bridge');
    expect(tags.map(({ name }) => name)).toEqual(['x', 'y']);
  });
});
