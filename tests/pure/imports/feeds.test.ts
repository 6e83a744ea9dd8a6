import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/core/hash.ts';
import { readDate } from '../../../src/imports/dates.ts';
import { read, readBatch, readOne } from './reading.ts';

const rss = (items: string, more = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Feed</title><link>https://e.org/</link><language>en-gb</language>${more}${items}</channel></rss>`;
const atom = (entries: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">${entries}</feed>`;

describe('RSS', () => {
  it('gives stories with their date, author, section, tags and language', async () => {
    const item = await readOne(
      rss(`<item><title>Mill &amp;amp; Bridge</title><link>https://e.org/a</link><guid isPermaLink="false">17</guid>
        <author>ada@e.org (Ada Renn)</author><dc:creator>Ada Renn</dc:creator><category>Local</category><category>AT&amp;T</category>
        <pubDate>Tue, 05 Mar 2024 08:00:00 CET</pubDate><description>Short.</description>
        <content:encoded><![CDATA[<p>First.</p><p>Second, <a href="/b">b</a>.</p>]]></content:encoded></item>`),
    );
    expect(item).toMatchObject({
      origin: 'https://e.org/#17',
      headline: 'Mill & Bridge',
      summary: 'Short.',
      body: 'First.\n\nSecond, [b](https://e.org/b).',
      language: 'en-gb',
      section: { slug: 'local', name: 'Local' },
      tags: [{ name: 'AT&T' }],
      bylines: [{ name: 'Ada Renn' }],
    });
    expect(item.publishedAt?.toISOString()).toBe('2024-03-05T07:00:00.000Z');
  });

  it('tells of a second item with the same guid', async () => {
    const { notices } = await readBatch(
      rss(
        '<item><guid>1</guid><title>A</title></item><item><guid>1</guid><title>B</title></item><item><guid>2</guid><title>C</title></item>',
      ),
    );
    expect([...notices.keys()]).toEqual([
      'Left out: a story before it is called the same, https://e.org/#1.',
    ]);
  });

  it('keeps stories of different feeds apart whose guids are the same', async () => {
    const one = await readOne(rss('<item><guid>1</guid><title>A</title></item>'));
    const other = await readOne(
      rss('<item><guid>1</guid><title>A</title></item>').replace(
        'https://e.org/',
        'https://f.org/',
      ),
    );
    expect(one.origin).not.toBe(other.origin);
  });

  it('reads RDF and other prefixes of the usual namespaces', async () => {
    const rdf = await readOne(
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/"><channel/><item><title>A</title><d:date>2024-03-05</d:date><d:creator>Ann</d:creator></item></rdf:RDF>',
    );
    expect(rdf.bylines).toEqual([{ name: 'Ann', role: null }]);
    expect(rdf.publishedAt?.toISOString()).toBe('2024-03-05T00:00:00.000Z');
  });

  it('forgives blanks before the declaration, names of HTML, bare ampersands and control characters', async () => {
    const item = await readOne(
      `\n  ${rss('<item><title>R&D caf&eacute;\u0008 &nbsp;x</title></item>')}`,
    );
    expect(item.headline).toBe('R&D café x');
  });

  it('forgives references to characters that XML forbids', async () => {
    const { items } = await read(
      '<rss><channel><item><title>A&#8;B &#xD800;</title></item></channel></rss>',
    );
    expect(items[0]?.headline).toMatch(/^A.*B/);
  });

  it('reads markup that stands bare in a description', async () => {
    const item = await readOne(
      rss(
        '<item><title>A</title><description><p>One <a href="https://e.org/x">x</a></p><p>Two &lt;3</p></description></item>',
      ),
    );
    expect(item.body).toBe('One [x](https://e.org/x)\n\nTwo <3');
  });

  it('says when a date can’t be read, and that a story has nothing in it', async () => {
    const { stories, notices } = await readBatch(
      rss(
        '<item><title>A</title><pubDate>gestern</pubDate></item><item><guid>https://e.org/empty</guid></item><item><title>B</title><pubDate>32 Foo 2024</pubDate></item>',
      ),
    );
    expect(stories).toHaveLength(2);
    expect(stories[1]).toMatchObject({
      notices: ['It has no text.', expect.stringContaining('“32 Foo 2024”')],
    });
    expect([...notices.keys()].join()).toContain('https://e.org/empty');
  });

  it('leaves out links to the story itself, and parts authors', async () => {
    const item = await readOne(
      rss(
        '<item><title>A</title><dc:creator>Ada Renn and Bo Lind</dc:creator><description><![CDATA[<p>It is shut. <a href="/a">Read more &raquo;</a></p>]]></description><content:encoded><![CDATA[<p>It is shut.</p><p>The post <a href="/a">A</a> appeared first on <a href="/">Feed</a>.</p>]]></content:encoded></item>',
      ),
    );
    expect(item).toMatchObject({ summary: 'It is shut.', body: 'It is shut.' });
    expect(item.bylines.map(({ name }) => name)).toEqual(['Ada Renn', 'Bo Lind']);
  });

  it.each([
    ['By Ada Renn, Bo Lind and Cy Dahl', ['Ada Renn', 'Bo Lind', 'Cy Dahl']],
    ['Ada Renn, Bo Lind, and Cy Dahl', ['Ada Renn', 'Bo Lind', 'Cy Dahl']],
    ['Ada Renn, Chief Reporter', ['Ada Renn: Chief Reporter']],
    ['Ada Renn, Chief Reporter and Bo Lind', ['Ada Renn: Chief Reporter', 'Bo Lind']],
    ['Ada Renn and Bo Lind, Photographer', ['Ada Renn', 'Bo Lind: Photographer']],
    [
      'Ada Renn, Editor and Photographer, and Bo Lind',
      ['Ada Renn: Editor and Photographer', 'Bo Lind'],
    ],
    ['Ada Renn, xyz', ['Ada Renn, xyz']],
    ['Locks, Gates and Pumps', ['Locks, Gates and Pumps']],
  ])('parts the authors of “%s” where they are a list', async (line, authors) => {
    const item = await readOne(
      rss(`<item><title>A</title><dc:creator>${line}</dc:creator></item>`),
    );
    const shown = item.bylines.map(({ name, role }) => (role === null ? name : `${name}: ${role}`));
    expect(shown).toEqual(authors);
  });

  it('reads nothing of a story that is known', async () => {
    const known = { id: 'a1', headline: 'As it is here' };
    const item = (guid: string) =>
      `<item><guid>https://e.org/${guid}</guid><title>${guid}</title></item>`;
    const { stories, read: count } = await readBatch(
      rss(item('old') + item('new')),
      'a.xml',
      new Map([[sha256('https://e.org/old'), known]]),
    );
    expect(count).toBe(1);
    expect(stories).toMatchObject([
      { origin: 'https://e.org/old', known },
      { item: { headline: 'new' } },
    ]);
  });

  it('reads entities once, so that tags which a story writes about stay words', async () => {
    const item = await readOne(
      rss(
        '<item><title>Q&amp;amp;A: &amp;lt;b&amp;gt;&nbsp;&amp; &constructor;</title><description>&lt;p&gt;Write &amp;lt;em&amp;gt; &eacute;&lt;/p&gt;</description></item>',
      ),
    );
    expect(item.headline).toBe('Q&A: <b> & &constructor;');
    expect(item.body).toBe('Write \\<em> é');
  });

  it('does not expand entities of a document type', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${rss('<item><title>&b;</title><description>&b; there</description></item>').slice(38)}`;
    const { items, notes } = await read(bomb);
    expect(items[0]?.headline).not.toContain('ha');
    expect(notes).toEqual([
      'Entities that its document type declares are not expanded; they stand as written.',
    ]);
  });

  it.each([
    ['broken', '<rss><channel><item><title>A</titel></item></channel></rss>'],
    ['broken', '<rss><channel><item><title>A</title></item>'],
    ['no feed', '<?xml version="1.0"?><newsItem><title>A</title></newsItem>'],
    ['no story', '<rss><channel><title>A</title></channel></rss>'],
  ])('refuses XML that is %s', async (why, source) => {
    await expect(readBatch(source, 'a.xml')).rejects.toThrow(why);
  });
});

describe('Atom', () => {
  it('reads addresses from the base of the feed, and gives its author to what names none', async () => {
    const item = await readOne(
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://e.org/news/"><author><name>The Desk</name></author><entry><id>urn:1</id><title>A</title><link href="a1"/><content type="html">&lt;p&gt;See &lt;a href="b2"&gt;this&lt;/a&gt;.&lt;/p&gt;</content></entry></feed>',
    );
    expect(item.body).toBe('See [this](https://e.org/news/b2).');
    expect(item.bylines).toEqual([{ name: 'The Desk', role: null }]);
  });

  it('reads addresses of an entry without an address of its own from the base of the feed', async () => {
    const item = await readOne(
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://e.org/news/"><entry><id>urn:1</id><title>A</title><content type="html">&lt;a href="b2"&gt;this&lt;/a&gt;</content></entry></feed>',
    );
    expect(item.body).toBe('[this](https://e.org/news/b2)');
  });

  it('reads XHTML with its attributes, and text in it as text', async () => {
    const item = await readOne(
      atom(`<entry xml:base="https://e.org/news/"><id>urn:uuid:1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A &lt; B</div></title>
        <updated>2024-03-06T00:00:00Z</updated><published>2024-03-05T08:00:00+01:00</published>
        <author><name>Ada Renn</name><email>a@e.org</email></author><category term="bridges" label="Bridges"/>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One <a href="b">b</a> &lt;p&gt;</p><img src="c.jpg" alt="c"/></div></content></entry>`),
    );
    expect(item).toMatchObject({
      origin: 'urn:uuid:1',
      headline: 'A < B',
      body: 'One [b](https://e.org/news/b) \\<p>\n\n![c](https://e.org/news/c.jpg)',
      bylines: [{ name: 'Ada Renn' }],
      tags: [{ slug: 'bridges', name: 'Bridges' }],
      language: 'en',
    });
    expect(item.publishedAt?.toISOString()).toBe('2024-03-05T07:00:00.000Z');
  });

  it('reads plain text as text, HTML as HTML, and base64', async () => {
    const { items } = await read(
      atom(`<entry><id>u:1</id><title>1 &lt; 2</title><content>a *b*</content></entry>
        <entry><id>u:2</id><title type="html">&lt;b&gt;T&lt;/b&gt;</title><content type="html">&lt;p&gt;x&lt;/p&gt;</content></entry>
        <entry><id>u:3</id><title mode="base64">VGl0bGU=</title><content type="text/html" mode="base64">PHA+eDwvcD4=</content></entry>`),
    );
    expect(items.map(({ headline, body }) => [headline, body])).toEqual([
      ['1 < 2', 'a \\*b\\*'],
      ['T', 'x'],
      ['Title', 'x'],
    ]);
  });

  it('says that content which stands elsewhere was not fetched', async () => {
    const item = await readOne(
      atom(
        '<entry><id>u:1</id><title>A</title><summary>S</summary><content src="https://e.org/x.pdf" type="application/pdf"/></entry>',
      ),
    );
    expect(item.body).toBe('S');
    expect(item.lost.join()).toContain('https://e.org/x.pdf');
  });

  it('leaves out an author who is an e-mail address', async () => {
    const item = await readOne(
      atom('<entry><id>u:1</id><title>A</title><author><email>a@e.org</email></author></entry>'),
    );
    expect(item.bylines).toEqual([]);
    expect(item.lost.join()).toContain('e-mail');
  });
});

describe('dates', () => {
  it.each([
    ['Tue, 05 Mar 2024 08:00:00 +0100', '2024-03-05T07:00:00.000Z'],
    ['Tue, 05 Mar 2024 08:00:00 GMT', '2024-03-05T08:00:00.000Z'],
    ['Tue, 05 Mar 2024 08:00:00 CEST', '2024-03-05T06:00:00.000Z'],
    ['Tue, 05 Mar 2024 08:00:00', '2024-03-05T08:00:00.000Z'],
    ['2024-03-05 08:00:00', '2024-03-05T08:00:00.000Z'],
    ['2024-03-05T08:00', '2024-03-05T08:00:00.000Z'],
    ['2024-03-05T08:00:00+0100', '2024-03-05T07:00:00.000Z'],
    ['2024-03-05', '2024-03-05T00:00:00.000Z'],
    [1_709_625_600_000, '2024-03-05T08:00:00.000Z'],
    ['0000-00-00 00:00:00', undefined],
    ['Mon, 30 Nov -0001 00:00:00 +0000', undefined],
    ['soon', undefined],
    ['2024-03-05T08:00:00.123+01:00', '2024-03-05T07:00:00.123Z'],
    ['20240305T080000Z', '2024-03-05T08:00:00.000Z'],
    ['Tuesday, 5th March 2024', '2024-03-05T00:00:00.000Z'],
    ['March 5, 2024 at 3:00 pm EST', '2024-03-05T20:00:00.000Z'],
    ['Di, 05 Mär 2024 08:00:00 +0100', '2024-03-05T07:00:00.000Z'],
    ['05.03.2024', '2024-03-05T00:00:00.000Z'],
    ['13/03/2024', '2024-03-13T00:00:00.000Z'],
    ['03/13/2024', '2024-03-13T00:00:00.000Z'],
    ['2024-3-5', '2024-03-05T00:00:00.000Z'],
    ['2024-03-05 08:00:00.123+01', '2024-03-05T07:00:00.123Z'],
    ['Tue Mar  5 08:00:00 2024', '2024-03-05T08:00:00.000Z'],
    ['Tue Mar 05 08:00:00 CET 2024', '2024-03-05T07:00:00.000Z'],
    ['Tue Mar 05 08:00:00 +0100 2024', '2024-03-05T07:00:00.000Z'],
    [1_709_625_600, '2024-03-05T08:00:00.000Z'],
    [20_240_305, '2024-03-05T00:00:00.000Z'],
    ['05/03/2024', undefined],
    ['31 Feb 2024', undefined],
    ['2024-02-31', undefined],
    ['Spring 2024', undefined],
    ['hello 5', undefined],
  ])('reads %s', (written, instant) => {
    expect(readDate(written)?.toISOString()).toBe(instant);
  });
});
