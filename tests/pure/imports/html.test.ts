import { describe, expect, it } from 'vitest';
import { convertHtml, htmlToText } from '../../../src/imports/html.ts';
import { readOne } from './reading.ts';

const markdown = (html: string, base?: string) => convertHtml(html, base).markdown;

describe('HTML as Markdown', () => {
  it('keeps paragraphs, emphasis, lists, quotations and links', () => {
    expect(
      markdown(
        '<p>One <em>two</em> <strong>three</strong>.</p><ul><li>a</li><li>b</li></ul><blockquote><p>said</p></blockquote><p><a href="https://e.org/x?a=1&amp;b=2">link</a></p>',
      ),
    ).toBe('One *two* **three**.\n\n- a\n- b\n\n> said\n\n[link](https://e.org/x?a=1\\&b=2)');
  });

  it('reads entities as the characters that they stand for', () => {
    expect(htmlToText('Caf&eacute; &amp; Bar&nbsp;&#8211; &ldquo;yes&rdquo; &#x1F600;')).toBe(
      'Café & Bar – “yes” 😀',
    );
  });

  it('keeps captions apart from the story, and pictures as links', () => {
    const { markdown: text, lost } = convertHtml(
      '<figure><img src="https://e.org/a.jpg" alt="A bridge"><figcaption>The bridge. Photo: <b>Ann</b></figcaption></figure><p>Story.</p>',
    );
    expect(text).toBe('![A bridge](https://e.org/a.jpg)\n\n*The bridge. Photo: __Ann__*\n\nStory.');
    expect(lost.join()).toContain('not fetched');
  });

  it('takes the address of a lazy picture and leaves out pixels and data', () => {
    expect(
      markdown(
        '<p><img src="data:image/gif;base64,R0" data-src="https://e.org/lazy.jpg"><img src="https://t.org/p.gif" width="1" height="1"><img src="data:image/png;base64,AA"></p>',
      ),
    ).toBe('![](https://e.org/lazy.jpg)');
  });

  it('makes lines of a table and dissolves one that is only for layout', () => {
    expect(
      markdown(
        '<table><tr><th>Year</th><th>Dead</th></tr><tr><td>2023</td><td>7</td></tr></table>',
      ),
    ).toBe('Year | Dead\n\n2023 | 7');
    expect(markdown('<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>')).toBe(
      'One.\n\nTwo.',
    );
  });

  it('leaves out scripts, styles, comments and forms, and says so', () => {
    const { markdown: text, lost } = convertHtml(
      '<!-- wp:x --><style>p{}</style><script>alert(1)</script><p onclick="x()">Text <a href="javascript:alert(1)">link</a></p><form><input name="q"><button>Go</button></form>',
    );
    expect(text).toBe('Text link');
    expect(lost.join()).toMatch(/Scripts.*Form fields/);
  });

  it('leaves out what a reader does not see, and says so', () => {
    const { markdown: text, lost } = convertHtml(
      '<p hidden>One</p><p style="color:red; display: none">Two</p><span style="mso-hide:all">Three</span><p>Four</p><div hidden></div>',
    );
    expect(text).toBe('Four');
    expect(lost).toEqual(['Hidden parts are left out.']);
  });

  it('shows embedded players as links', () => {
    expect(markdown('<p>See</p><iframe src="https://video.example/1"></iframe>')).toContain(
      'https://video.example/1',
    );
  });

  it('reads relative addresses from the base', () => {
    expect(markdown('<a href="../b.html">b</a>', 'https://e.org/a/c.html')).toBe(
      '[b](https://e.org/b.html)',
    );
  });

  it('keeps what was struck out, and raised and lowered letters', () => {
    expect(markdown('<p><s>old</s> CO<sub>2</sub> m<sup>2</sup></p>')).toBe(
      '<del>old</del> CO<sub>2</sub> m<sup>2</sup>',
    );
  });

  it.each([
    ['CO<sub>2</sub> is up', 'CO<sub>2</sub> is up'],
    ['<ul><li>CO<sub>2</sub> is <del>up</del></li></ul>', '- CO<sub>2</sub> is <del>up</del>'],
    ['<div><sup>TM</sup> is a mark</div>', '<sup>TM</sup> is a mark'],
  ])('keeps such letters in their line without a paragraph around them: %s', (html, expected) => {
    expect(markdown(html)).toBe(expected);
  });

  it.each([
    ['10<sup>6</sup> cells', '10⁶ cells'],
    ['<b>10</b><sup>−6</sup> grams', '**10**⁻⁶ grams'],
    ['10<sub>2</sub> and log<sub>2</sub>8', '10₂ and log₂8'],
    ['2<sup>1.5</sup>', '2^1.5'],
    ['5<sup>1</sup>/<sub>2</sub> miles', '5 1/<sub>2</sub> miles'],
    ['the 21<sup>st</sup>', 'the 21<sup>st</sup>'],
  ])('lets no raised number run into another: %s', (html, expected) => {
    expect(markdown(html)).toBe(expected);
  });

  it.each([
    ['2019<sup><a href="#fn1">1</a></sup>,', '2019¹,'],
    ['2019<sup class="reference"><a href="https://e.org/a#note-12">[12]</a></sup>,', '2019¹²,'],
    ['2019<a href="#fn1" class="footnote-ref"><sup>1</sup></a>,', '2019¹,'],
    ['2019<a href="#_ftn3">[3]</a>,', '2019³,'],
    ['Counted. <a href="#fnref1">↩︎</a>', 'Counted.'],
    ['see <a href="#part-2">2</a>', 'see 2'],
  ])('keeps the number before a footnote apart from its mark: %s', (html, expected) => {
    expect(markdown(`<p>${html}</p>`)).toBe(expected);
  });

  it('takes the words of HTML that is nested without end', () => {
    const { markdown: text, lost } = convertHtml(`${'<div>'.repeat(100_000)}<p>Deep words.</p>`);
    expect(text).toBe('Deep words.');
    expect(lost[0]).toContain('nested too deep');
  });
});

describe('a page', () => {
  it('leaves out the head of a page, and keeps that of a story', async () => {
    const page = (head: string, story: string) =>
      `<!doctype html><title>T</title><body>${head}<div>${story}</div></body>`;
    const head = '<header><p>We use cookies</p></header>';
    const item = await readOne(page(head, '<header><h1>A</h1><p>Lead.</p></header><p>One.</p>'));
    expect(item.body).toBe('Lead.\n\nOne.');
  });

  const PAGE = `<!DOCTYPE html><html lang="en-GB"><head><title>Site – Mill Bridge shut</title>
    <meta name="author" content="By Ada Renn and Bo Lind"><meta name="description" content="Cracks.">
    <meta property="article:published_time" content="2024-03-05T08:00:00+01:00">
    <meta property="article:section" content="Local"><meta property="article:tag" content="Bridges">
    <link rel="canonical" href="https://e.org/news/mill-bridge"></head>
    <body><nav><a href="/">Home</a></nav><article><h1>Mill Bridge <em>shut</em></h1>
    <p>It has cracks. <a href="/more">More</a></p></article><footer>© Site</footer></body></html>`;

  it('is its article, with what the page says about itself', async () => {
    const item = await readOne(PAGE, 'page.html');
    expect(item).toMatchObject({
      headline: 'Mill Bridge shut',
      summary: 'Cracks.',
      body: 'It has cracks. [More](https://e.org/more)',
      language: 'en-GB',
      section: { slug: 'local', name: 'Local' },
      tags: [{ slug: 'bridges', name: 'Bridges' }],
      bylines: [
        { name: 'Ada Renn', role: null },
        { name: 'Bo Lind', role: null },
      ],
    });
    expect(item.publishedAt?.toISOString()).toBe('2024-03-05T07:00:00.000Z');
  });

  it('keeps a story that stands in a heading which is never closed', async () => {
    const { body } = await readOne('<h1>A<p>One.<p>Two.');
    expect(body).toContain('One.');
    expect(body).toContain('Two.');
  });

  it('says that what frames the story was left out', async () => {
    expect((await readOne(PAGE, 'page.html')).lost.join()).toContain('Navigation');
  });
});
