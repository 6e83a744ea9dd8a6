import { describe, expect, it } from 'vitest';
import { convertWordpress } from '../../../src/imports/formats/wordpress-markup.ts';
import { read, readOne } from './reading.ts';

const HEAD = `<?xml version="1.0"?><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><link>https://e.org</link><language>en-US</language>
<wp:author><wp:author_login><![CDATA[ada]]></wp:author_login><wp:author_display_name><![CDATA[Ada Renn]]></wp:author_display_name></wp:author>`;
const wxr = (...items: string[]) => `${HEAD}${items.join('')}</channel></rss>`;
const item = (id: number, more: string, content = 'Text.') =>
  `<item><title>Story ${id}</title><link>https://e.org/story-${id}</link><pubDate>Tue, 05 Mar 2024 08:00:00 +0000</pubDate><dc:creator><![CDATA[ada]]></dc:creator><guid isPermaLink="false">https://e.org/?p=${id}</guid><content:encoded><![CDATA[${content}]]></content:encoded><wp:post_id>${id}</wp:post_id>${more}</item>`;
const kind = (type: string, status: string) =>
  `<wp:status><![CDATA[${status}]]></wp:status><wp:post_type><![CDATA[${type}]]></wp:post_type>`;

describe('a WordPress export', () => {
  it('gives posts with slug, author’s name, section, tags, excerpt and date', async () => {
    const { format, items } = await read(
      wxr(
        item(
          1,
          `${kind('post', 'publish')}<excerpt:encoded><![CDATA[In <b>short</b>.]]></excerpt:encoded><wp:post_name><![CDATA[mill-bridge]]></wp:post_name><wp:post_date_gmt><![CDATA[2024-03-05 09:30:00]]></wp:post_date_gmt>
          <category domain="post_tag" nicename="att"><![CDATA[AT&amp;T]]></category><category domain="category" nicename="uncategorized"><![CDATA[Uncategorized]]></category><category domain="category" nicename="local-news"><![CDATA[Local]]></category><category domain="post_format" nicename="aside"><![CDATA[Aside]]></category>`,
        ),
      ),
    );
    expect(format).toBe('wxr');
    expect(items[0]).toMatchObject({
      origin: 'https://e.org/?p=1',
      slug: 'mill-bridge',
      summary: 'In short.',
      section: { slug: 'local-news', name: 'Local' },
      tags: [{ slug: 'att', name: 'AT&T' }],
      bylines: [{ name: 'Ada Renn' }],
      hold: null,
      language: 'en-US',
    });
    expect(items[0]?.publishedAt?.toISOString()).toBe('2024-03-05T09:30:00.000Z');
  });

  it.each([
    ['draft', 'was a draft'],
    ['pending', 'waiting for review'],
    ['private', 'was private'],
    ['future', 'was scheduled'],
    ['something', '“something”'],
  ])('holds a post back whose status is %s', async (status, reason) => {
    const { items } = await read(wxr(item(1, kind('post', status))));
    expect(items[0]?.hold).toContain(reason);
  });

  it('holds back what a password protected, and pages', async () => {
    const { items } = await read(
      wxr(
        item(1, `${kind('post', 'publish')}<wp:post_password>x</wp:post_password>`),
        item(2, kind('page', 'publish')),
      ),
    );
    expect(items.map(({ hold }) => hold)).toEqual([
      expect.stringContaining('password'),
      expect.stringContaining('page'),
    ]);
  });

  it('says of attachments, menus and what was in the bin that they were left out', async () => {
    const { items, notes } = await read(
      wxr(
        item(1, kind('attachment', 'inherit')),
        item(2, kind('nav_menu_item', 'publish')),
        item(3, kind('post', 'trash')),
        item(4, kind('post', 'publish')),
      ),
    );
    expect(items).toHaveLength(1);
    expect(notes.join('\n')).toMatch(/attachment[\s\S]*nav_menu_item[\s\S]*bin/);
  });

  it('names several authors where the plugin for them was used', async () => {
    const { items } = await read(
      wxr(
        item(
          1,
          `${kind('post', 'publish')}<category domain="author" nicename="cap-ada"><![CDATA[ada]]></category><category domain="author" nicename="cap-bo"><![CDATA[Bo Lind]]></category>`,
        ),
      ),
    );
    expect(items[0]?.bylines.map(({ name }) => name)).toEqual(['Ada Renn', 'Bo Lind']);
    expect(items[0]?.tags).toEqual([]);
  });

  it('says what of a post was lost', async () => {
    const { items } = await read(
      wxr(
        item(
          1,
          `${kind('post', 'publish')}<wp:postmeta><wp:meta_key>subtitle</wp:meta_key><wp:meta_value>x</wp:meta_value></wp:postmeta><wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key></wp:postmeta><wp:comment><wp:comment_id>1</wp:comment_id></wp:comment>`,
          'Text [gallery ids="1,2"] and [chart id="3"].',
        ),
      ),
    );
    const lost = items[0]?.lost.join('\n');
    for (const word of ['subtitle', 'featured picture', 'Comments', 'gallery', 'chart'])
      expect(lost).toContain(word);
  });
});

describe('footnotes of the block editor', () => {
  const content =
    '<!-- wp:paragraph -->\n<p>Since 2019<sup data-fn="n1" class="fn"><a href="#n1" id="n1-link">1</a></sup> it leaks.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:footnotes /-->';
  const post = (field: string) =>
    wxr(
      item(
        1,
        `${kind('post', 'publish')}<wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value><![CDATA[${field}]]></wp:meta_value></wp:postmeta>`,
        content,
      ),
    );

  it('stand where the post shows them', async () => {
    const story = await readOne(post('[{"content":"Counted by <em>hand</em>.","id":"n1"}]'));
    expect(story.body).toBe('Since 2019¹ it leaks.\n\n1. Counted by *hand*.');
    expect(story.lost).toEqual([]);
  });

  it('are told of where they can’t be read', async () => {
    const story = await readOne(post('[{"content'));
    expect(story.body).toBe('Since 2019¹ it leaks.');
    expect(story.lost.join()).toContain('Custom fields are not imported: footnotes.');
  });
});

describe('WordPress markup', () => {
  const markdown = (content: string) => convertWordpress(content).markdown;

  it('takes blank lines as paragraphs and line breaks as breaks, among tags too', () => {
    expect(markdown('One\ntwo\n\nThree <b>four</b>\n\n<p>Five</p>\n\nSix')).toBe(
      'One\\\ntwo\n\nThree **four**\n\nFive\n\nSix',
    );
  });

  it('reads blocks by their HTML and says which have none', () => {
    const { markdown: text, lost } = convertWordpress(
      '<!-- wp:paragraph -->\n<p>One</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:latest-posts {"a":1} /-->\n\n<!-- wp:heading -->\n<h2 class="wp-block-heading">Two</h2>\n<!-- /wp:heading -->',
    );
    expect(text).toBe('One\n\n## Two');
    expect(lost.join()).toContain('latest-posts');
  });

  it('keeps captions, embeds and media of shortcodes', () => {
    expect(
      markdown(
        '[caption id="a" width="3"]<img src="https://e.org/a.jpg" alt="A" /> The <i>caption</i>[/caption]\nText\n[embed]https://v.example/1[/embed]\n[audio mp3="https://e.org/a.mp3"][/audio]',
      ),
    ).toBe(
      '![A](https://e.org/a.jpg)\n\n*The _caption_*\n\nText\n\n<https://v.example/1>\n\n<https://e.org/a.mp3>',
    );
  });

  it('leaves brackets that are no shortcodes alone', () => {
    const { markdown: text, lost } = convertWordpress('He said [sic] it was [top] news.');
    expect(text).toBe('He said \\[sic] it was \\[top] news.');
    expect(lost).toEqual([]);
  });

  it.each([
    '[et_pb_section fb_built="1"][et_pb_row][et_pb_text admin_label="a"]<p>One.</p>[/et_pb_text][et_pb_text]Two.[/et_pb_text][/et_pb_row][/et_pb_section]',
    '[vc_row][vc_column width="1/2"][vc_column_text]One.[/vc_column_text][/vc_column][vc_column]Two.[/vc_column][/vc_row]',
  ])('leaves out the layout of a page builder: %s', (content) => {
    const { markdown: text, lost } = convertWordpress(content);
    expect(text).toBe('One.\n\nTwo.');
    expect(lost).toEqual([
      'The layout of a page builder is left out; its words stand one below the other.',
    ]);
  });

  it('keeps line breaks of what is verbatim', () => {
    expect(markdown('<pre>a\n\nb</pre>')).toBe('```\na\n\nb\n```');
  });
});
