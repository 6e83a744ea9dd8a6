import { describe, expect, it } from 'vitest';
import { read, readOne } from './reading.ts';

const ghost = (data: object) => JSON.stringify({ db: [{ meta: { version: '5.0' }, data }] });
const post = (more: object) => ({
  id: '1',
  uuid: 'u-1',
  title: 'Mill Bridge',
  slug: 'mill-bridge-shut',
  html: '<p>One.</p>',
  status: 'published',
  visibility: 'public',
  published_at: '2024-03-05T08:00:00.000Z',
  ...more,
});

describe('a Ghost export', () => {
  it('gives posts with authors, tags, slug and date', async () => {
    const item = await readOne(
      ghost({
        posts: [post({ custom_excerpt: 'Short.', feature_image: '__GHOST_URL__/a.jpg' })],
        users: [
          { id: 'a', name: 'Ada Renn' },
          { id: 'b', name: 'Bo Lind' },
        ],
        tags: [
          { id: 't', name: 'World News', slug: 'world' },
          { id: 'h', name: '#internal', slug: 'hash-internal' },
          { id: 'x', name: 'AT&T', slug: 'att' },
        ],
        posts_authors: [
          { post_id: '1', author_id: 'b', sort_order: 1 },
          { post_id: '1', author_id: 'a', sort_order: 0 },
        ],
        posts_tags: [
          { post_id: '1', tag_id: 'x', sort_order: 2 },
          { post_id: '1', tag_id: 'h', sort_order: 0 },
          { post_id: '1', tag_id: 't', sort_order: 1 },
        ],
        posts_meta: [{ post_id: '1', feature_image_caption: 'The <b>bridge</b>' }],
      }),
    );
    expect(item).toMatchObject({
      origin: 'ghost:u-1',
      slug: 'mill-bridge-shut',
      summary: 'Short.',
      section: { slug: 'world', name: 'World News' },
      tags: [{ slug: 'att', name: 'AT&T' }],
      bylines: [{ name: 'Ada Renn' }, { name: 'Bo Lind' }],
      hold: null,
    });
    expect(item.publishedAt?.toISOString()).toBe('2024-03-05T08:00:00.000Z');
    expect(item.lost.join()).toContain('The bridge');
  });

  it.each([
    ['a draft', { status: 'draft' }, 'draft'],
    ['a scheduled post', { status: 'scheduled' }, 'scheduled'],
    ['what was sent by e-mail', { status: 'sent' }, 'e-mail'],
    ['what only members may read', { visibility: 'members' }, 'members'],
    ['what only payers may read', { visibility: 'paid' }, 'paid'],
    ['a page', { type: 'page' }, 'page'],
  ])('holds %s back', async (_name, more, reason) => {
    expect((await readOne(ghost({ posts: [post(more)] }))).hold).toContain(reason);
  });

  it('reads dates in milliseconds, as old versions wrote them', async () => {
    const item = await readOne(ghost({ posts: [post({ published_at: 1_709_625_600_000 })] }));
    expect(item.publishedAt?.toISOString()).toBe('2024-03-05T08:00:00.000Z');
  });

  it('reads Lexical where there is no HTML', async () => {
    const lexical = JSON.stringify({
      root: {
        type: 'root',
        children: [
          {
            type: 'paragraph',
            children: [
              { type: 'extended-text', text: 'One <two> ', format: 0 },
              { type: 'extended-text', text: 'three', format: 3 },
              { type: 'link', url: 'https://e.org/', children: [{ type: 'text', text: 'four' }] },
            ],
          },
          {
            type: 'list',
            listType: 'number',
            children: [{ type: 'listitem', children: [{ type: 'text', text: 'five' }] }],
          },
          { type: 'image', src: 'https://e.org/a.jpg', alt: 'A', caption: 'The <b>caption</b>' },
          { type: 'extended-heading', tag: 'h3', children: [{ type: 'text', text: 'Six' }] },
          { type: 'callout', calloutText: 'Seven' },
        ],
      },
    });
    const item = await readOne(ghost({ posts: [post({ html: null, lexical })] }));
    expect(item.body).toBe(
      'One \\<two> ***three***[four](https://e.org/)\n\n1. five\n\n![A](https://e.org/a.jpg)\n\n*The __caption__*\n\n### Six\n\nSeven',
    );
  });

  it('reads Mobiledoc where there is nothing else', async () => {
    const mobiledoc = JSON.stringify({
      version: '0.3.1',
      atoms: [['soft-return', '', {}]],
      cards: [
        ['image', { src: 'https://e.org/a.jpg', caption: 'Cap' }],
        ['hr', {}],
      ],
      markups: [['strong'], ['a', ['href', 'https://e.org/']]],
      sections: [
        [
          1,
          'p',
          [
            [0, [], 0, 'One '],
            [0, [0], 1, 'two'],
            [1, [], 0, 0],
            [0, [1], 1, 'three'],
          ],
        ],
        [10, 0],
        [10, 1],
        [3, 'ul', [[[0, [], 0, 'four']]]],
        [1, 'h2', [[0, [], 0, 'Five']]],
      ],
    });
    const item = await readOne(ghost({ posts: [post({ html: null, mobiledoc })] }));
    expect(item.body).toBe(
      'One **two**\\\n[three](https://e.org/)\n\n![](https://e.org/a.jpg)\n\n*Cap*\n\n---\n\n- four\n\n## Five',
    );
  });

  it('reads a card of Markdown, and names the cards that it does not read', async () => {
    const mobiledoc = JSON.stringify({
      version: '0.3.1',
      cards: [
        ['card-markdown', { markdown: 'It is **shut**.' }],
        ['signup', {}],
      ],
      sections: [
        [10, 0],
        [10, 1],
      ],
    });
    const item = await readOne(ghost({ posts: [post({ html: null, mobiledoc })] }));
    expect(item.body).toBe('It is **shut**.');
    expect(item.lost).toContain('Cards of Ghost that are left out: signup.');
  });

  it('falls back on the plain text of a post that can’t be read', async () => {
    const item = await readOne(
      ghost({ posts: [post({ html: null, lexical: '{', plaintext: 'Plain.' })] }),
    );
    expect(item.body).toBe('Plain.');
    expect(item.lost.join()).toContain('could not be read');
  });
});

describe('ninjs', () => {
  it('reads 1.x by its members and prefers the body with paragraphs', async () => {
    const item = await readOne(
      JSON.stringify({
        uri: 'http://e.org/1',
        type: 'text',
        versioncreated: '2024-03-05T08:00:00Z',
        language: 'en',
        byline: 'By Ada Renn and Bo Lind',
        located: 'Marrow',
        headline_main: 'Head',
        body_main: 'One. Two.',
        body_richtext: '<p>One.</p><p>Two.</p>',
        copyrightnotice: '© Agency',
        person: [{ name: 'Ann Lee' }],
      }),
    );
    expect(item).toMatchObject({
      headline: 'Head',
      body: 'One.\n\nTwo.',
      place: 'Marrow',
      bylines: [{ name: 'Ada Renn' }, { name: 'Bo Lind' }],
    });
    expect(item.lost.join()).toMatch(/© Agency.*Ann Lee/);
  });

  it('reads 3.x by its lists', async () => {
    const item = await readOne(
      JSON.stringify({
        uri: 'urn:x:1',
        versionCreated: '2019-05-10T16:02:28+02:00',
        headlines: [
          { role: 'web', value: 'W' },
          { role: 'main', value: 'Head &amp; tail' },
        ],
        descriptions: [{ role: 'summary', value: 'Sum' }],
        bodies: [
          { role: 'main', contentType: 'text/plain', value: 'a b' },
          { role: 'rich', contentType: 'text/html', value: '<p>a</p><p>b</p>' },
        ],
        subjects: [{ name: 'Bridges' }],
        by: 'Von Eva Maier, xyz',
        associations: [{ name: 'picture', type: 'picture' }],
      }),
    );
    expect(item).toMatchObject({
      headline: 'Head & tail',
      summary: 'Sum',
      body: 'a\n\nb',
      tags: [{ slug: 'bridges', name: 'Bridges' }],
      bylines: [{ name: 'Eva Maier, xyz' }],
    });
    expect(item.publishedAt?.toISOString()).toBe('2019-05-10T14:02:28.000Z');
    expect(item.lost.join()).toContain('not fetched');
  });

  it('quotes the rights that 3.x keeps apart', async () => {
    const { lost } = await readOne(
      JSON.stringify({
        uri: 'urn:r',
        headlines: [{ value: 'Rights' }],
        bodies: [{ value: '<p>One.</p>' }],
        rightsInfo: { usageTerms: 'No archive' },
      }),
    );
    expect(lost).toEqual(['Rights are not kept with the article: “No archive”.']);
  });

  it('dates a story whose embargo is over from its end', async () => {
    const item = await readOne(
      JSON.stringify({
        uri: 'u:1',
        headline: 'A',
        firstcreated: '2024-03-05T06:00:00Z',
        embargoed: '2024-03-05T12:00:00+01:00',
      }),
    );
    expect(item).toMatchObject({ hold: null, publishedAt: new Date('2024-03-05T11:00:00Z') });
  });

  it('holds back what is withheld or under embargo, and leaves out what is cancelled or no text', async () => {
    const { items, notes } = await read(
      JSON.stringify([
        { uri: 'u:1', headline: 'A', pubstatus: 'withheld' },
        { uri: 'u:2', headline: 'B', embargoed: '2030-01-01T00:00:00Z' },
        { uri: 'u:3', headline: 'C', pubStatus: 'cancelled' },
        { uri: 'u:4', headline: 'D', type: 'picture' },
      ]),
    );
    expect(items.map(({ hold }) => hold)).toEqual([
      expect.stringContaining('withheld'),
      expect.stringContaining('embargo'),
    ]);
    expect(notes.join('\n')).toMatch(/cancelled it: C[\s\S]*D \(picture\)/);
  });

  it.each([
    ['{"a": 1}', 'no kind that is known'],
    ['[]', 'no kind that is known'],
    ['{"db": [{"data": {}}]}', 'no posts'],
    ['{"db": [', 'broken'],
    ['[1, 2', 'broken'],
  ])('refuses %s', async (source, why) => {
    await expect(read(source, 'a.json')).rejects.toThrow(why);
  });
});

describe('JSON of another kind', () => {
  it('is refused by its name where it is a JSON Feed', async () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'F',
      items: [{ title: 'A' }],
    };
    await expect(read(JSON.stringify(feed))).rejects.toThrow(/JSON Feed/);
  });
});

describe('Markdown and plain text', () => {
  it('reads front matter, and takes the first heading as the headline', async () => {
    const item = await readOne(
      '---\ntitle: "Mill Bridge"\ndate: 2024-03-05\nauthor: Ada Renn\ntags: [Bridges, "AT&T"]\ncategories:\n  - Local\nslug: mill\ndraft: true\nweight: 3\n---\n\n# Mill Bridge\n\nIt has *cracks*.\n',
      'a.md',
    );
    expect(item).toMatchObject({
      headline: 'Mill Bridge',
      body: 'It has *cracks*.',
      slug: 'mill',
      section: { name: 'Local' },
      tags: [{ name: 'Bridges' }, { name: 'AT&T' }],
      bylines: [{ name: 'Ada Renn' }],
      hold: expect.stringContaining('draft'),
    });
    expect(item.publishedAt?.toISOString()).toBe('2024-03-05T00:00:00.000Z');
    expect(item.lost.join()).toContain('weight');
  });

  it('keeps a rule and a heading that is not the title', async () => {
    const item = await readOne('---\n\n# Part one\n\nText.', 'a.md');
    expect(item.body).toContain('---');
  });

  it.each([
    ['a.md', '[Mill Bridge](https://e.org) is closed.'],
    ['a.txt', '{Update} Mill Bridge is closed.'],
    ['a.txt', '[] is no list here.'],
  ])('takes a text that begins with a bracket for a text: %s %s', async (name, content) => {
    const { format, items } = await read(content, name);
    expect(format).toBe(name === 'a.md' ? 'markdown' : 'text');
    expect(items).toHaveLength(1);
  });

  it('makes lines of tables and a list of footnotes, but not in code', async () => {
    const item = await readOne(
      [
        '# Gates',
        'Since 2019[^count] they leak.[^b] `[^b]`',
        '| Year | Leaks |\n|:-----|------:|\n| 2022 | 9 \\| 10 |\n| - | *14* |',
        '```\n| a | b |\n|---|---|\n[^b]: no note\n```',
        '[^b]: The council,\n  in a letter.\n\n  It was short.',
        '[^count]: By hand.',
        'The end.',
      ].join('\n\n'),
      'a.md',
    );
    expect(item.body).toBe(
      [
        'Since 2019¹ they leak.² `[^b]`',
        'Year | Leaks',
        '2022 | 9 | 10',
        '\\- | *14*',
        '```\n| a | b |\n|---|---|\n[^b]: no note\n```',
        'The end.',
        '1. By hand.\n2. The council,\n   in a letter.\n\n   It was short.',
      ].join('\n\n'),
    );
    expect(item.lost).toEqual(['Tables stand as lines of text.']);
  });

  it('reads front matter in TOML', async () => {
    const { items, format } = await read(
      '+++\ntitle = "Mill \\"Bridge\\""\ndate = 2024-03-05T10:00:00+01:00\n# a remark\ndraft = true\nweight = 3\ntags = [\n  "one",\n  \'two\',\n]\n\n[taxonomies]\ncategories = ["Local"]\n\n[extra]\nx = 1\n+++\n\nIt has *cracks*.\n',
      'post',
    );
    expect(format).toBe('markdown');
    expect(items[0]).toMatchObject({
      headline: 'Mill "Bridge"',
      body: 'It has *cracks*.',
      publishedAt: new Date('2024-03-05T09:00:00Z'),
      tags: [{ name: 'one' }, { name: 'two' }],
      section: { name: 'Local' },
      hold: expect.stringContaining('draft'),
      lost: ['Fields that are not imported: weight, extra.'],
    });
  });

  it('reads the escapes of TOML, and takes no remark for a value', async () => {
    const item = await readOne(
      '+++\ntitle = "Caf\\u00e9 \\U0001F30A" # "not this"\ndraft = true # "not yet"\n+++\nIt is shut.',
      'a.md',
    );
    expect(item).toMatchObject({
      headline: 'Café 🌊',
      hold: expect.stringContaining('draft'),
    });
  });

  it.each(['title: no', 'title = """\nMill\n"""', "title = '''Mill'''"])(
    'says that TOML could not be read, and leaves it out of the text: %j',
    async (head) => {
      const { body, lost } = await readOne(`+++\n${head}\n+++\nIt is shut.`, 'a.md');
      expect({ body, lost }).toEqual({
        body: 'It is shut.',
        lost: ['The lines between +++ at its beginning could not be read.'],
      });
    },
  );

  it('takes an underlined title as the headline', async () => {
    const item = await readOne('Mill *Bridge*\n=====\n\nIt is shut.\n', 'a.md');
    expect(item).toMatchObject({ headline: 'Mill Bridge', body: 'It is shut.' });
  });

  it('parts a line of authors in front matter', async () => {
    const { bylines } = await readOne(
      '---\nauthor: Ada Renn, Editor and Bo Lind\n---\nIt is shut.',
      'a.md',
    );
    expect(bylines).toEqual([
      { name: 'Ada Renn', role: 'Editor' },
      { name: 'Bo Lind', role: null },
    ]);
  });

  it('lets no raised number run into another, and leaves code as it is', async () => {
    const { body } = await readOne(
      '# Cells\n\nMore than 10<sup>6</sup>, `10<sup>6</sup>`.',
      'a.md',
    );
    expect(body).toBe('More than 10⁶, `10<sup>6</sup>`.');
  });

  it('does not unfold aliases of front matter', async () => {
    const item = await readOne('---\na: &a [x, x]\ntitle: [*a, *a, *a]\n---\nText.', 'a.md');
    expect(item.lost.join()).toContain('could not be read');
    expect(item.body).toBe('Text.');
  });

  it('takes a short first line as the headline, else the first sentence', async () => {
    expect((await readOne('Mill Bridge shut\n\nIt has cracks.')).headline).toBe('Mill Bridge shut');
    expect((await readOne('It has cracks. More.')).headline).toBe('It has cracks.');
  });

  it('leaves a headline that stands apart out of the text', async () => {
    const apart = await readOne('Bridge shut\n\nIt is shut. Nobody knows why.', 'a.txt');
    expect(apart).toMatchObject({
      headline: 'Bridge shut',
      summary: 'It is shut.',
      body: 'It is shut. Nobody knows why.',
    });
    const together = await readOne('Bridge shut\nIt is shut.', 'b.txt');
    expect(together.body).toBe('Bridge shut\n\nIt is shut.');
  });

  it('knows a text by its name and words, not by its folder', async () => {
    const one = await readOne('One.', 'a/story.txt');
    expect((await readOne('One.', 'b/story.txt')).origin).toBe(one.origin);
    expect((await readOne('Two.', 'a/story.txt')).origin).not.toBe(one.origin);
  });

  it('keeps emoji and right-to-left text as they are', async () => {
    const text = 'שלום עולם 👩‍👩‍👧 مرحبا';
    expect((await readOne(text)).body).toBe(text);
  });
});
