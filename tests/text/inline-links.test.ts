import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/text/html.ts';
import { inlineLinks } from '../../src/text/inline-links.ts';

/** White space beside tags means nothing, nor do paragraphs without words. */
const shown = async (markdown: string) =>
  (await renderMarkdown(markdown)).replace(/\s*(<[^>]*>)\s*/g, '$1').replaceAll('<p></p>', '');

describe('links without labels', () => {
  it.each([
    ['[a][1] [1][] [1].\n\n[1]: /x', '[a](/x) [1](/x) [1](/x).\n\n'],
    ['![a][ ẞ ]\n\n[ss]: <x y> "t"\n[SS]: /z', '![a](<x y> "t")\n\n'],
    ['[![a][i]][1]\n\n[i]: a.png\n[1]: /x', '[![a](a.png)](/x)\n\n'],
    ['`[a][1]` \\[a][1] [b][2] [c](/d)\n\n[1]: /x', '`[a][1]` \\[a][1](/x) [b][2] [c](/d)\n\n'],
    ['> [a][1]\n>\n> [1]: /x\n>   "b\n>   c"', '> [a](/x "b c")\n>\n> '],
    ['It leaks[^1].\n\n[^1]: /x', 'It leaks[^1].\n\n[^1]: /x'],
    ['No link: [a]: b', 'No link: [a]: b'],
    ['- a\n\n[1]: /x\n\n- b', '- a\n\n[1]: /x\n\n- b'],
  ])('%j', (markdown, expected) => {
    expect(inlineLinks(markdown)).toBe(expected);
  });

  it('say the same, and depend on no definition', async () => {
    const piece = fc.constantFrom(
      ...['[a][1]', '[1]', '[2][]', '![p][2]', '[![q][1]][2]', '`[a][1]`', '*x*', '\\[', '](', ' '],
      ...[
        '\n\n',
        '\n',
        '\n\n> ',
        '\n- ',
        '\n\n    ',
        '\n\n[1]: https://x.org\n',
        '\n\n[2]: <https://y.org/y z> "t"\n\n',
      ],
      ...['\n[1]: https://other.org (u)', '<b>', '(w)', '# '],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 14 }), async (pieces) => {
        const markdown = pieces.join('');
        const inlined = inlineLinks(markdown);
        expect(await shown(inlined)).toBe(await shown(markdown));
      }),
      { numRuns: 300 },
    );
  });
});
