import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { renderMarkdown, sanitizeHtml } from '../../src/text/html.ts';
import { project } from '../../src/text/projection.ts';
import { markdown } from './arbitrary.ts';
import { XSS } from './xss.ts';

type Node = ReturnType<typeof fromHtml> | ReturnType<typeof fromHtml>['children'][number];

/** All elements of some HTML, as a browser's parser sees them. */
function elementsOf(html: string): { tagName: string; properties: Record<string, unknown> }[] {
  const found: { tagName: string; properties: Record<string, unknown> }[] = [];
  const visit = (node: Node): void => {
    if (node.type === 'element') found.push(node);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(fromHtml(html, { fragment: true }));
  return found;
}

/** The words that a reader of some HTML gets, without any white space. */
function wordsOf(html: string): string {
  let words = '';
  const visit = (node: Node): void => {
    if (node.type === 'text') words += node.value;
    if (node.type === 'element' && node.tagName === 'img') words += node.properties.alt ?? '';
    if ('children' in node) node.children.forEach(visit);
  };
  visit(fromHtml(html, { fragment: true }));
  return words.replace(/[\s\u0085\u00AD\u200B\u2060]/g, '').normalize('NFC');
}

const ALLOWED: Record<string, string[]> = {
  a: ['href', 'title'],
  abbr: ['title'],
  img: ['src', 'alt', 'title'],
  ol: ['start'],
};
const PLAIN =
  'blockquote br cite code del em figcaption figure h1 h2 h3 h4 h5 h6 hr ins li p pre q span strong sub sup ul';

function expectHarmless(html: string): void {
  for (const { tagName, properties } of elementsOf(html)) {
    expect([...PLAIN.split(' '), ...Object.keys(ALLOWED)]).toContain(tagName);
    for (const [name, value] of Object.entries(properties)) {
      expect(ALLOWED[tagName]).toContain(name);
      if (name === 'href') expect(value).toMatch(/^(https?:\/\/|mailto:)/i);
      if (name === 'src') expect(value).toMatch(/^https?:\/\//i);
    }
  }
  expect(html.replace(/"[^"]*"/g, '')).not.toContain('<!');
}

describe('markdown becomes HTML', () => {
  test.each([
    ['# A\n\nb *c* **d** `e`', '<h1>A</h1>\n<p>b <em>c</em> <strong>d</strong> <code>e</code></p>'],
    ['[a](https://x.y "t")', '<p><a href="https://x.y" title="t">a</a></p>'],
    ['<m@x.y>', '<p><a href="mailto:m@x.y">m@x.y</a></p>'],
    ['![a](https://x.y/z.png)', '<p><img src="https://x.y/z.png" alt="a"></p>'],
    ['3. a\n4. b', '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'],
    ['> a\n\n***', '<blockquote>\n<p>a</p>\n</blockquote>\n<hr>'],
    ['H<sub>2</sub>O <abbr title="x">NK</abbr>', '<p>H<sub>2</sub>O <abbr title="x">NK</abbr></p>'],
    ['a < b & c', '<p>a &#x3C; b &#x26; c</p>'],
    ['```js\nx\n```', '<pre><code>x\n</code></pre>'],
    ['', ''],
  ])('%j', (source, html) => expect(renderMarkdown(source)).toBe(html));
});

describe('what is not news text goes', () => {
  test.each([
    ['elements, but not their words', '<div class="x">a <b>b</b></div>', 'a b'],
    [
      'ids, classes, styles, targets and handlers',
      '<p id="a" class="b" style="c" onclick="d">e</p>',
      '<p>e</p>',
    ],
    ['names that clobber', '<a name="body" id="x" target="_top">a</a>', '<p><a>a</a></p>'],
    [
      'relative and other links',
      '[a](/b) [c](//d) [e](ftp://f) [g](#h)',
      '<p><a>a</a> <a>c</a> <a>e</a> <a>g</a></p>',
    ],
    ['scripts with their content', 'a <script>alert(1)</script>b', '<p>a b</p>'],
    ['comments', 'a <!-- b -->c', '<p>a c</p>'],
    ['items without a list', '<li>a</li>', 'a'],
  ])('%s', (_name, source, html) => expect(renderMarkdown(source)).toBe(html));
});

describe('hostile text', () => {
  test.each(XSS)('%j is harmless, in markdown and as HTML', (payload) => {
    for (const source of [
      payload,
      `a ${payload} b`,
      `> - ${payload}`,
      `![${payload}](x)`,
      `[${payload}](x)`,
    ]) {
      expectHarmless(renderMarkdown(source));
    }
    expectHarmless(sanitizeHtml(payload));
  });

  test('any markdown is harmless, and sanitising twice changes nothing', () => {
    const html = fc.oneof(
      markdown,
      fc.array(fc.constantFrom(...XSS), { maxLength: 3 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(html, (source) => {
        for (const rendered of [renderMarkdown(source), sanitizeHtml(source)]) {
          expectHarmless(rendered);
          expect(sanitizeHtml(rendered)).toBe(rendered);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('stars around a lone surrogate read alike in the HTML and in the projection', () => {
    for (const source of ['a*\ud83d*b', '*\ud83d*', 'a**\ude00 b**', '_a\ud83d_b'])
      expect(wordsOf(renderMarkdown(source))).toBe(project(source).text.replace(/\s/g, ''));
  });

  test('the words in the HTML are the words of the projection', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        expect(wordsOf(renderMarkdown(source))).toBe(project(source).text.replace(/\s/g, ''));
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['elements nested in each other', '<blockquote>\n\n'.repeat(20_000)],
    ['emphasis never closed', '<em>a\n\n'.repeat(20_000)],
    ['links never closed', '<a href="http://x">a\n\n'.repeat(10_000)],
    ['setext headings', 'a\n=\n'.repeat(50_000)],
    ['spans', '<span>\n\n'.repeat(5_000)],
  ])('%s come to an end, and are harmless', (_name, source) => {
    expectHarmless(renderMarkdown(source).slice(0, 10_000));
  });
});
