import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullArticle, plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { makePicture, upload } from '../support/pictures.ts';

const NINJS = 'application/vnd.iptc.g2.newsitem+json';
const BASE = 'https://news.example.org';
const URL_OF = '/v1/articles/river-wall';
const FORMATS = [
  ['jsonld', 'application/ld+json'],
  ['ninjs', NINJS],
  ['markdown', 'text/markdown'],
] as const;

let newsroom: Newsroom;
let articleId: string;
let now = new Date('2024-10-09T12:00:00.000Z');

beforeAll(async () => {
  newsroom = await openNewsroom({ env: { PUBLIC_URL: BASE }, clock: () => now });
  await newsroom.post('/v1/desk/sources', {
    kind: 'person',
    name: 'Mara Elsing',
    affiliation: 'Marrowford Fire Service',
    sameAs: ['https://www.wikidata.org/wiki/Q1'],
  });
  const { body } = await newsroom.publish(fullArticle({ slug: 'river-wall' }));
  articleId = body.id;
});
afterAll(() => newsroom.close());

const MARA = { kind: 'person', name: 'Mara Elsing' };
/** Direct quotes of hers, by their words. */
const quotesOf = (...words: string[]) =>
  words.map((exact) => ({ kind: 'direct', speaker: MARA, anchor: { pieces: [{ exact }] } }));
const get = (url: string, accept?: string) =>
  newsroom.get(url, accept === undefined ? {} : { headers: { accept } });
/** Publishes an article of a body and quotes, and gives it as Markdown. */
async function markdownOf(
  slug: string,
  body: string,
  quotes: ReturnType<typeof quotesOf>,
): Promise<string> {
  await newsroom.publish(plainArticle({ slug, body, quotes }));
  return (await get(`/v1/articles/${slug}/markdown`)).text;
}
const json = async (url: string) => JSON.parse((await get(url)).text);

describe('each format', () => {
  it.each(FORMATS)(
    '%s has an address of its own, and the same bytes by Accept',
    async (name, type) => {
      const own = await get(`${URL_OF}/${name}`);
      const negotiated = await get(URL_OF, type);
      expect([own.status, negotiated.status]).toEqual([200, 200]);
      expect(String(own.headers['content-type'])).toContain(type);
      expect(negotiated.headers['content-type']).toBe(own.headers['content-type']);
      expect(negotiated.text).toBe(own.text);
      const echoed = await get(URL_OF, String(own.headers['content-type']));
      expect(echoed.text).toBe(own.text);
      expect(negotiated.headers.vary).toBe('Accept, Accept-Encoding');
      expect(own.text).not.toContain('Not cleared');
    },
  );

  it.each(FORMATS)('%s answers 304 to its own ETag only', async (name, type) => {
    const { etag } = await newsroom.get(URL_OF, { headers: { accept: type } });
    const again = await newsroom.get(URL_OF, { headers: { accept: type, 'if-none-match': etag } });
    expect(again.status).toBe(304);
    const byPath = await get(`${URL_OF}/${name}`);
    const held = { headers: { 'if-none-match': byPath.etag } };
    expect((await newsroom.get(`${URL_OF}/${name}`, held)).status).toBe(304);
    const other = await newsroom.get(URL_OF, { headers: { 'if-none-match': etag } });
    expect(other.status).toBe(200);
  });

  it.each(FORMATS)('%s is 404 for what is not public, 400 for unknown parameters', async (name) => {
    expect((await get(`/v1/articles/nothing/${name}`)).status).toBe(404);
    expect((await get(`${URL_OF}/${name}?x=1`)).status).toBe(400);
  });

  it('is JSON where nothing is asked for', async () => {
    for (const accept of [undefined, '', '*/*', 'application/json', 'text/html, */*;q=0.1']) {
      const { headers } = await get(URL_OF, accept);
      expect(headers['content-type']).toContain('application/json');
      expect(headers.vary).toBe('Accept, Accept-Encoding');
    }
  });

  it('by path has another ETag as another type, whose bytes are the same', async () => {
    const one = await get(`${URL_OF}/markdown`, 'text/markdown');
    const other = await get(`${URL_OF}/markdown`, 'text/plain');
    expect(other.text).toBe(one.text);
    expect(other.etag).not.toBe(one.etag);
  });

  it('by path is answered as the type that is asked for, where there are two', async () => {
    for (const [name, ...types] of [
      ['jsonld', 'application/ld+json', 'application/json'],
      ['ninjs', 'application/vnd.iptc.g2.newsitem+json', 'application/json'],
      ['ninjs?version=1', 'application/vnd.iptc.g2.newsitem+json', 'application/json'],
      ['markdown', 'text/markdown', 'text/plain'],
    ])
      for (const type of types) {
        const { headers } = await get(`${URL_OF}/${name}`, type);
        expect(String(headers['content-type']).split(';')[0], name).toBe(type);
      }
  });

  it('is 406 with the list where none is acceptable', async () => {
    const { status, body, headers } = await get(URL_OF, 'image/png');
    expect(status).toBe(406);
    expect(body.available).toEqual(['application/json', ...FORMATS.map(([, type]) => type)]);
    expect(headers.vary).toContain('Accept');
  });

  it('is 400 for fields of a format that has none', async () => {
    const { status, body } = await get(`${URL_OF}?fields=headline`, 'text/markdown');
    expect([status, body.errors[0].parameter]).toEqual([400, 'fields']);
  });
});

describe('JSON-LD', () => {
  it('is a NewsArticle with Quotations and Claims', async () => {
    const document = await json(`${URL_OF}/jsonld`);
    expect(document).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      '@id': `${BASE}${URL_OF}`,
      headline: 'River wall gives way',
      datePublished: '2024-10-09T12:00:00.000Z',
      dateModified: '2024-10-09T12:00:00.000Z',
      articleSection: expect.any(String),
      author: [{ '@type': 'Person', name: 'Ines Farrow', jobTitle: 'reporter' }],
      dateline: 'Marrowford, 2024-10-09',
    });
    const types = document.hasPart.map((part: { '@type': string }) => part['@type']);
    expect(types).toEqual(['Conversation', 'Quotation', 'Claim', 'Claim']);
    const [conversation, quotation] = document.hasPart;
    expect(conversation.hasPart[1]).toMatchObject({
      '@type': 'Answer',
      parentItem: { '@id': conversation.hasPart[0]['@id'] },
      text: 'We knew by four.',
    });
    expect(quotation).toMatchObject({
      text: 'The water came over the wall at four […] Nobody was asleep by five',
      spokenByCharacter: { '@type': 'Person', name: 'Mara Elsing' },
      temporalCoverage: '2024-10-09',
    });
  });

  it('can stand in the script of a page', async () => {
    const headline = '</script><script>alert(1)</script><!-- & ]]>';
    await newsroom.publish(plainArticle({ slug: 'script', headline, body: headline }));
    const { text, body } = await get('/v1/articles/script/jsonld');
    expect(text).not.toContain('<');
    expect(body.headline).toBe(headline);
  });

  it('keeps bounds as bounds', async () => {
    const { hasPart } = await json(`${URL_OF}/jsonld`);
    const [atLeast, about] = hasPart.slice(2).map((claim: { about: object }) => claim.about);
    expect(atLeast).toMatchObject({
      '@type': 'QuantitativeValue',
      minValue: 1200,
      unitText: 'people',
      additionalProperty: { value: 'gte' },
    });
    expect(atLeast).not.toHaveProperty('maxValue');
    expect(atLeast).not.toHaveProperty('value');
    expect(about).toMatchObject({ minValue: 1500, maxValue: 1500 });
    expect(about).not.toHaveProperty('value');
  });

  it('says who a source is elsewhere, and that one is unnamed', async () => {
    const { mentions } = await json(`${URL_OF}/jsonld`);
    expect(mentions).toContainEqual(
      expect.objectContaining({
        name: 'Mara Elsing',
        sameAs: ['https://www.wikidata.org/wiki/Q1'],
        affiliation: { '@type': 'Organization', name: 'Marrowford Fire Service' },
      }),
    );
    expect(mentions).toContainEqual(
      expect.objectContaining({
        name: 'a council officer',
        disambiguatingDescription: 'unnamed source',
      }),
    );
  });
});

describe('ninjs', () => {
  it('carries headline, texts, sources, subjects, quotes and claims', async () => {
    const item = await json(`${URL_OF}/ninjs`);
    expect(item).toMatchObject({
      uri: `${BASE}${URL_OF}`,
      standard: { name: 'ninjs', version: '3.1' },
      version: '1',
      by: 'Ines Farrow',
      located: 'Marrowford',
      headlines: [{ value: 'River wall gives way' }],
    });
    expect(item.subjects.map(({ literal }: { literal: string }) => literal)).toEqual([
      'local',
      'floods',
      'rivers',
    ]);
    expect(item.associations.map(({ name }: { name: string }) => name)).toEqual([
      'quote-1',
      'claim-1',
      'claim-2',
    ]);
    const bounds = item.associations[1].descriptions.map(
      ({ role, value }: { role: string; value: string }) => [role, value],
    );
    expect(bounds).toContainEqual(['low', '1200']);
    expect(bounds.map(([role]: string[]) => role)).not.toContain('high');
    expect(item.associations[1].places).toEqual([{ name: 'Marrowford', rel: 'claim' }]);
  });

  it('counts words as readers do, in scripts without spaces too', async () => {
    const counts = async (slug: string, body: string) => {
      await newsroom.publish(plainArticle({ slug, body }));
      const { bodies } = await json(`/v1/articles/${slug}/ninjs`);
      const { wordcount } = await json(`/v1/articles/${slug}/ninjs?version=1`);
      return [bodies[0].wordCount, wordcount];
    };
    expect(await counts('words-en', 'Over 7,000 soldiers don’t march.')).toEqual([5, 5]);
    expect(await counts('words-th', 'ภาษาไทยเขียนติดกัน')).toEqual([5, 5]);
    expect(await counts('words-ja', '政府は3日、約1,200人と発表した。')).toEqual([10, 10]);
  });

  it('is 1.6 for version=1, and 400 for a version that is not', async () => {
    const item = await json(`${URL_OF}/ninjs?version=1`);
    expect(item).toMatchObject({ $standard: { version: '1.6' }, headline: 'River wall gives way' });
    expect(item.associations.claim_1).toMatchObject({
      description_low: '1200',
      description_standing: 'current',
      place: [{ name: 'Marrowford', rel: 'claim' }],
    });
    expect(item.body_html).toMatch(/<h2>After the flood<\/h2>\n<p><b>The Ledger:<\/b><\/p>/);
    expect(item.body_html).toMatch(/<p><b>Mara Elsing:<\/b><\/p>\n<p>We knew by <em>four<\/em>/);
    expect(item.body_text).toMatch(/ people\.\nAfter the flood\nThe Ledger: When did you know\?\n/);
    expect(item.body_text).toMatch(/\nMara Elsing: We knew by four\.$/);
    expect(item.charcount).toBe(item.body_text.length);
    expect(item.body_markdown).toMatch(/\n\n## After the flood\n\n\*\*The Ledger, Editor:\*\*\n\n/);
    expect(item.body_markdown).toMatch(
      /\*\*Mara Elsing, crew leader:\*\*\n\nWe knew by \*four\*\.$/,
    );
    expect((await get(`${URL_OF}/ninjs?version=2`)).status).toBe(400);
  });
});

describe('Markdown', () => {
  it('has a footnote behind the words of every quote and claim, numbered as they stand', async () => {
    const { text } = await get(`${URL_OF}/markdown`);
    expect(text).toMatch(/^# River wall gives way\n/);
    expect(text).toContain('At least 1,200 people[^1] left their homes');
    expect(text).toContain('“Nobody was asleep by five.”[^2]');
    expect(text).toContain('spoke of *roughly* 1,500 people.[^3]');
    expect(text).toContain('**Mara Elsing, crew leader:**\n\nWe knew by *four*.');
    expect(text).toMatch(
      /\[\^1\]: Marrowford Fire Service: at least 1,200 people \(Marrowford\), as of 2024-10-09/,
    );
    expect(text).toMatch(
      /\[\^2\]: Mara Elsing, crew leader \(direct quote, 2024-10-09\)\. <https:/,
    );
  });

  it('writes no footnote into links, code or quotation marks, but behind them', async () => {
    const body = [
      'See [the *wall* plan](https://example.org/a_(b)), there. “It leaks,” she said (twice).',
      'A [Setext heading](https://example.org/)\n===',
      '```\nlet wall = 4;\n\nlet sea = 5;\n```',
      '    let tide = 6;',
      'Then `lock = 7` held.',
      '「水は四時に壁を越えた。」と彼女は言った。',
    ].join('\n\n');
    const words = [
      'wall',
      'It leaks',
      'Setext',
      'wall = 4',
      'sea = 5',
      'tide = 6',
      'lock = 7',
      '水は四時に壁を越えた',
    ];
    const quotes = words.map((exact, index) => ({
      kind: 'direct',
      speaker: { kind: 'person', name: 'Mara Elsing' },
      anchor: {
        in: 'body',
        pieces: [{ exact, ...(index === 0 ? { prefix: 'the ', suffix: ' plan' } : {}) }],
      },
    }));
    expect(await markdownOf('closed', body, quotes)).toContain(
      [
        'See [the *wall* plan](https://example.org/a_(b)),[^1] there. “It leaks,”[^2] she said (twice).',
        'A [Setext heading](https://example.org/)[^3]\n===',
        '```\nlet wall = 4;\n\nlet sea = 5;\n```\n\n[^4][^5]',
        '    let tide = 6;\n\n[^6]',
        'Then `lock = 7`[^7] held.',
        '「水は四時に壁を越えた。」[^8]と彼女は言った。',
      ].join('\n\n'),
    );
  });

  it('opens emphasis behind a footnote where the text does, and parts it from what follows code', async () => {
    const body = [
      '彼は**重要**だと言った。',
      '    let weir = 9;\nAt five.',
      '- ```\n  let gate = 8;',
      '1. At *four*, they said.',
    ].join('\n\n');
    const quotes = quotesOf('彼は', 'weir = 9', 'gate = 8', 'four');
    expect(await markdownOf('opened', body, quotes)).toContain(
      [
        '彼は[^1]**重要**だと言った。',
        '    let weir = 9;\n\n[^2]',
        'At five.',
        '- ```\n  let gate = 8;\n\n[^3]',
        '1. At *four*,[^4] they said.',
      ].join('\n\n'),
    );
  });

  it('sets a footnote that would begin a link behind the line that it stands in', async () => {
    const body = '## At four(pm) ##\n\nAt five(pm)\n===\n\n- At *six*(pm).\n- At seven.';
    const quotes = quotesOf('four', 'five', 'six');
    expect(await markdownOf('lines', body, quotes)).toContain(
      '## At four(pm)[^1] ##\n\nAt five(pm)[^2]\n===\n\n- At *six*(pm).[^3]\n- At seven.',
    );
  });

  it('sets footnotes at their words in scripts without spaces, and behind the closing signs of each', async () => {
    const body = [
      '約1,200人が避難し3人が行方不明だという。',
      '„Wir müssen sparen, *sofort*“, sagte sie. »Nur heute«, sagte er: „Nie.“',
      'نزح سبعة آلاف، كما قالت. «هل نعود؟» سألت.',
      'पुल बंद है। आज भी…',
      'It is the town’s wall.',
    ].join('\n\n');
    const quotes = quotesOf(
      '約1,200人',
      '3人',
      'Wir müssen sparen, sofort',
      'Nur heute',
      'sagte er',
      'سبعة آلاف',
      'هل نعود',
      'पुल बंद है',
      'आज भी',
      'the town',
    );
    expect(await markdownOf('signs-of-each', body, quotes)).toContain(
      [
        '約1,200人[^1]が避難し3人[^2]が行方不明だという。',
        '„Wir müssen sparen, *sofort*“,[^3] sagte sie. »Nur heute«,[^4] sagte er:[^5] „Nie.“',
        'نزح سبعة آلاف،[^6] كما قالت. «هل نعود؟»[^7] سألت.',
        'पुल बंद है।[^8] आज भी…[^9]',
        'It is the town’s[^10] wall.',
      ].join('\n\n'),
    );
  });

  it('keeps its footnotes apart from those of the text, and out of what the text leaves open', async () => {
    const body = 'It leaks[^1].\n\n[^1]: As of *four*.\n\n```\nlet sea = 5;';
    const quotes = quotesOf('It leaks', 'sea = 5');
    const text = await markdownOf('open', body, quotes);
    expect(text).toContain('It leaks[^1].[^s1]\n\n[^1]: As of *four*.');
    expect(text).toContain('\n```\nlet sea = 5;\n```\n\n[^s2]\n');
    expect(text).toMatch(/\n\[\^s1\]: Mara Elsing .*\n\[\^s2\]: Mara Elsing .*\n$/);
  });

  it('keeps the links of each text, whatever labels another one defines', async () => {
    const turn = (text: string) => ({ role: 'remark', speaker: MARA, text });
    await newsroom.publish(
      plainArticle({
        slug: 'labels',
        body: 'The [wall plan][1] of [that year][].\n\n[1]: https://example.org/plan "Plan"\n\n[that year]: <https://example.org/a b>',
        interviews: [
          {
            turns: [
              turn('Read [it][1], says note [2].\n\n[1]: https://example.org/report'),
              turn('The ![wall][2] leaks [1].\n\n[2]: https://example.org/wall.jpg'),
            ],
          },
        ],
        quotes: quotesOf('wall plan'),
      }),
    );
    const { text } = await get('/v1/articles/labels/markdown');
    expect(text).toContain(
      'The [wall plan](https://example.org/plan "Plan")[^1] of [that year](<https://example.org/a b>).\n\n**',
    );
    expect(text).toContain('\n\nRead [it](https://example.org/report), says note [2].\n\n**');
    expect(text).toContain('\n\nThe ![wall](https://example.org/wall.jpg) leaks [1].\n\n<');
  });

  it('shows an editor’s signs as they are', async () => {
    await newsroom.publish(
      plainArticle({ slug: 'signs', headline: '# Not *a* [link](x) <b>', body: 'Words.' }),
    );
    const { text } = await get('/v1/articles/signs/markdown');
    expect(text).toContain('# \\# Not \\*a\\* \\[link\\](x) \\<b\\>');
  });

  it('lets no address in an editor’s words become a link with the backslashes in it', async () => {
    const headline = 'Ask www.a_b.example, HTTPS://c_d.example/e_f or jo_dent@example.org';
    await newsroom.publish(plainArticle({ slug: 'addresses', headline, body: 'Words.' }));
    const { text } = await get('/v1/articles/addresses/markdown');
    expect(text).toContain(
      '# Ask www\\.a\\_b.example, HTTPS\\://c\\_d.example/e\\_f or jo\\_dent\\@example.org\n',
    );
  });
});

const ALT = 'A wall & "water" [all over]';

describe('a picture', () => {
  it('is in every format, in full addresses, with words and credit', async () => {
    const fields = { alt: ALT, caption: 'At four.', credit: 'Jo Dent', licence: 'CC BY 4.0' };
    const { body: asset } = await upload(newsroom, { file: await makePicture('jpeg'), fields });
    await newsroom.publish(
      plainArticle({
        slug: 'pictured',
        image: asset.id,
        bylines: [{ name: 'Ines Farrow', image: asset.id }],
      }),
    );
    const { body: article } = await get('/v1/articles/pictured');
    const { url } = article.image.renditions.at(-1);
    const address = BASE + url;

    const { image, author } = await json('/v1/articles/pictured/jsonld');
    expect(image).toMatchObject({
      '@type': 'ImageObject',
      contentUrl: address,
      description: ALT,
      caption: 'At four. Picture: Jo Dent',
      creditText: 'Jo Dent',
      license: { '@type': 'CreativeWork', name: 'CC BY 4.0' },
    });
    expect(author[0].image).toEqual(image);
    const [item] = (await json('/v1/articles/pictured/ninjs')).associations;
    expect(item).toMatchObject({ type: 'picture', by: 'Jo Dent', usageTerms: 'CC BY 4.0' });
    expect(item.descriptions).toContainEqual(expect.objectContaining({ role: 'alt', value: ALT }));
    expect(item.renditions.at(-1).href).toBe(address);
    const first = (await json('/v1/articles/pictured/ninjs?version=1')).associations.picture_1;
    expect(first).toMatchObject({ description_alt: ALT, byline: 'Jo Dent' });
    expect(Object.values(first.renditions)).toContainEqual(
      expect.objectContaining({ href: address, mimetype: 'image/jpeg' }),
    );
    const { text } = await get('/v1/articles/pictured/markdown');
    expect(text).toContain(
      `![A wall \\& "water" \\[all over\\]](${address})\n\n*At four. Picture: Jo Dent*`,
    );
    expect((await get(url)).status).toBe(200);
  });

  it.each([
    ['by-address', 'https://example.org/by', 'https://example.org/by'],
    ['by-words', 'Agency: no sales', { '@type': 'CreativeWork', name: 'Agency: no sales' }],
  ])('has its licence %s in JSON-LD', async (slug, licence, shown) => {
    const fields = { alt: ALT, licence };
    const file = await makePicture('jpeg', { seed: slug.length });
    const { body: asset } = await upload(newsroom, { file, fields });
    await newsroom.publish(plainArticle({ slug, image: asset.id }));
    expect((await json(`/v1/articles/${slug}/jsonld`)).image.license).toEqual(shown);
  });
});

describe('what a form leaves empty', () => {
  it('is left out of every format', async () => {
    const fields = { alt: ALT, caption: '', credit: '', licence: '' };
    const file = await makePicture('jpeg', { seed: 1 });
    const { body: asset } = await upload(newsroom, { file, fields });
    const { interviews, quotes, claims, ...article } = fullArticle({ slug: 'empty' });
    const emptied = (parts: unknown, part: object) =>
      (parts as object[]).map((one) => ({ ...one, ...part }));
    await newsroom.publish({
      ...article,
      image: asset.id,
      bylines: [{ name: 'Ines Farrow', role: '' }],
      dateline: { place: '' },
      interviews: emptied(interviews, { title: '' }),
      quotes: emptied(quotes, { venue: '', organisation: '', speakerRole: '', verb: '' }),
      claims: emptied(claims, { place: '' }),
    });
    for (const path of ['jsonld', 'ninjs', 'ninjs?version=1']) {
      const { text } = await get(`/v1/articles/empty/${path}`);
      expect(text.match(/.{80}[:[]"".{20}/), path).toBeNull();
      expect(text, path).not.toContain('"Place"');
    }
    const { text } = await get('/v1/articles/empty/markdown');
    expect(text).not.toMatch(/^## *$/m);
    expect((await get('/feeds/rss.xml')).text).not.toContain('<media:credit/>');
    const chart = await get('/v1/figures/marrowford-evacuees/chart.svg');
    expect(chart.text).not.toMatch(/ \(\)|, :/);
  });
});

describe('after publication', () => {
  it('is no longer what it was when more is known of a source', async () => {
    now = new Date(now.getTime() + 1_000);
    const before = await get(`${URL_OF}/jsonld`);
    const since = { 'if-modified-since': String(before.headers['last-modified']) };
    const again = () => newsroom.get(`${URL_OF}/jsonld`, { headers: since });
    expect((await again()).status).toBe(304);
    now = new Date('2024-10-09T18:00:00.000Z');
    await newsroom.patch('/v1/desk/sources/mara-elsing', { affiliation: 'Elver Guild' });
    now = new Date('2024-10-09T18:00:01.000Z');
    const { status, text, headers } = await again();
    expect([status, headers['last-modified']]).toEqual([200, 'Wed, 09 Oct 2024 18:00:00 GMT']);
    expect(text).toContain('Elver Guild');
  });

  it('shows corrections in every format', async () => {
    now = new Date('2024-10-10T12:00:00.000Z');
    const article = await newsroom.get(`/v1/desk/articles/${articleId}`);
    const [claim] = article.body.claims;
    await newsroom.patch(`/v1/desk/articles/${articleId}`, {
      body: article.body.body.replace('1,200', '1,300'),
      claims: [
        {
          id: claim.id,
          low: 1300,
          anchor: { in: 'body', pieces: [{ exact: 'At least 1,300 people' }] },
        },
        ...article.body.claims.slice(1).map(({ id }: { id: string }) => ({ id })),
      ],
    });
    const { status, text } = await newsroom.step(articleId, 'publish', {
      note: 'It was 1,300 & <more>.',
    });
    expect(status, text).toBe(200);
    const document = await json(`${URL_OF}/jsonld`);
    expect(document).toMatchObject({
      dateModified: '2024-10-10T12:00:00.000Z',
      correction: [
        {
          '@type': 'CorrectionComment',
          text: 'It was 1,300 & <more>.',
          about: [{ '@id': `${BASE}/v1/claims/${claim.id}` }],
        },
      ],
    });
    const part = document.hasPart.find(
      ({ identifier }: { identifier?: string }) => identifier === claim.id,
    );
    expect(part.correction).toMatchObject([{ text: 'It was 1,300 & <more>.', version: 2 }]);
    expect((await json(`${URL_OF}/ninjs`)).edNote).toContain('It was 1,300 & <more>.');
    expect((await json(`${URL_OF}/ninjs?version=1`)).ednote).toContain('It was 1,300');
    expect((await get(`${URL_OF}/markdown`)).text).toContain(
      '## Corrections\n\n- 2024-10-10 (edition 2): It was 1,300 \\& \\<more\\>.',
    );
    expect((await get(`${URL_OF}/markdown`)).text).toContain(
      'Corrected: It was 1,300 \\& \\<more\\>. <https:',
    );
  });

  it.each(FORMATS)('%s is 308 at a former slug', async (name) => {
    const url = `/v1/desk/articles/${articleId}`;
    const { body } = await newsroom.get(url);
    if (body.slug === 'river-wall') {
      await newsroom.patch(url, { slug: 'river-wall-2' });
      await newsroom.step(articleId, 'publish');
    }
    const { status, headers } = await get(`${URL_OF}/${name}`);
    expect([status, headers.location]).toEqual([308, `/v1/articles/river-wall-2/${name}`]);
  });

  it('is 410 with the notice when it was retracted', async () => {
    await newsroom.step(articleId, 'retract', { note: 'It was all wrong.' });
    for (const [name, type] of FORMATS) {
      for (const answer of [
        await get(`/v1/articles/river-wall-2/${name}`),
        await get('/v1/articles/river-wall-2', type),
      ]) {
        expect(answer.status).toBe(410);
        expect(answer.body.notice).toBe('It was all wrong.');
      }
    }
  });
});
