/** What each format says of the parts of an article, by the words that its standard has for it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { makePicture, upload } from '../support/pictures.ts';

const BASE = 'https://news.example.org';
const SERVICE = { kind: 'organisation', name: 'Fire <Service>' };
const AGENCY = { kind: 'organisation', name: 'Wire & Co' };
const MARA = { kind: 'person', name: 'Mara_Elsing' };
const REPORT = { kind: 'document', name: 'The *wall* report' };
const PAPER = { kind: 'organisation', name: 'The <Ledger>' };

const figure = { slug: 'evacuees', question: 'How many | people?', unit: 'people' };
const said = (source: object) => ({ role: 'originator', verb: 'said', source });
const relayed = (source: object) => ({ role: 'relay', verb: 'wrote', source });
const pieces = (...words: string[]) => ({ pieces: words.map((exact) => ({ exact })) });
const claim = (words: string, bounds: object, rest: object = {}) => ({
  figure,
  chain: [said(SERVICE)],
  anchor: pieces(words),
  ...bounds,
  ...rest,
});

const WHOLE = plainArticle({
  slug: 'whole',
  headline: 'A `wall` ~gives~\n way & 😀',
  summary: '+ Two | more',
  body: [
    'Exactly 40 people left 😀. Fewer than 90 people stayed. Between 100 and 200 people came. More than 7,000 people watched.',
    '“The wall,” “holds.” She said “it leaks”, too.',
  ].join('\n\n'),
  tags: ['floods'],
  bylines: [{ name: 'Ines Farrow', role: 'reporter' }, { name: 'Jo Dent' }],
  dateline: { place: 'Elver', date: '2024-10-09' },
  interviews: [
    {
      title: 'Q & <A>',
      turns: [
        { role: 'question', speaker: PAPER, text: 'When?' },
        { role: 'remark', speaker: REPORT, text: 'At *four* 😀.' },
      ],
    },
  ],
  quotes: [
    {
      kind: 'direct',
      speaker: MARA,
      speakerRole: 'engineer',
      verb: 'said',
      saidOn: '2024-10',
      venue: 'the town hall',
      translated: true,
      original: { language: 'de', text: 'Der Damm *hält*.' },
      anchor: pieces('The wall', 'holds'),
    },
    { kind: 'direct', speaker: REPORT, anchor: pieces('it leaks') },
  ],
  claims: [
    claim(
      'Exactly 40 people',
      { comparator: 'eq', low: 40, high: 40 },
      {
        place: 'Elver',
        asOf: '2024-10-09',
        chain: [said(SERVICE), relayed(AGENCY), relayed(REPORT)],
      },
    ),
    claim(
      'Fewer than 90 people',
      { comparator: 'lt', low: null, high: 90 },
      { place: 'Marrowford', asOf: '2024-10-01/..' },
    ),
    claim(
      'Between 100 and 200 people',
      { comparator: 'between', low: 100, high: 200 },
      { place: 'Marrowford', asOf: '../2024-10-31', chain: [said(REPORT)] },
    ),
    claim('More than 7,000 people', { comparator: 'gt', low: 7000, high: null }),
  ],
});

let newsroom: Newsroom;
let now = new Date('2024-10-09T12:00:00.000Z');
let id = '';
beforeAll(async () => {
  newsroom = await openNewsroom({ env: { PUBLIC_URL: BASE }, clock: () => now });
  const file = await makePicture('jpeg');
  const fields = { alt: 'The wall.', focalX: '0.25', focalY: '0.75' };
  const { body: image } = await upload(newsroom, { file, fields });
  ({ id } = (await newsroom.publish({ ...WHOLE, image: image.id })).body);
});
afterAll(() => newsroom.close());

const get = (path: string) => newsroom.get(`/v1/articles/whole/${path}`);
const text = async (path: string) => (await get(path)).text;
const json = async (path: string) => (await get(path)).body;
type Node = Record<string, unknown> & { '@type': string };
const linked = (name: string, type: string, slug: string) => ({
  '@type': type,
  '@id': `${BASE}/v1/sources/${slug}`,
  name,
});
const mara = linked('Mara_Elsing', 'Person', 'mara-elsing');
const report = linked('The *wall* report', 'CreativeWork', 'the-wall-report');
const service = linked('Fire <Service>', 'Organization', 'fire-service');
const agency = linked('Wire & Co', 'Organization', 'wire-co');
const paper = linked('The <Ledger>', 'Organization', 'the-ledger');

describe('JSON-LD', () => {
  const parts = async (type: string): Promise<Node[]> =>
    (await json('jsonld')).hasPart.filter((part: Node) => part['@type'] === type);

  it('has a value for what is exact, and no bound for a side that is open', async () => {
    const amounts = (await parts('Claim')).map(({ about }) => {
      const { value, minValue, maxValue, name, url, unitText } = about as Node;
      expect({ name, url, unitText }).toEqual({
        name: 'How many | people?',
        url: `${BASE}/v1/figures/evacuees`,
        unitText: 'people',
      });
      return { value, minValue, maxValue };
    });
    expect(amounts).toEqual([
      { value: 40 },
      { maxValue: 90 },
      { minValue: 100, maxValue: 200 },
      { minValue: 7000 },
    ]);
  });

  it('says who claims it, who passed it on, and what it is based on', async () => {
    const chains = (await parts('Claim')).map(({ author, contributor, isBasedOn }) => ({
      author,
      contributor,
      isBasedOn,
    }));
    expect(chains).toEqual([
      { author: service, contributor: [agency] },
      { author: service },
      { isBasedOn: report },
      { author: service },
    ]);
  });

  it('says where a claim appears: in the article, and in documents that passed it on', async () => {
    const here = { '@id': `${BASE}/v1/articles/whole` };
    const places = (await parts('Claim')).map(({ appearance }) => appearance);
    expect(places).toEqual([[here, report], [here], [here], [here]]);
  });

  it('says where and as of when, with days that are open, and whether it stands', async () => {
    const facts = (await parts('Claim')).map((part) => [
      (part.spatialCoverage as Node | undefined)?.name,
      part.temporalCoverage,
      part.creativeWorkStatus,
    ]);
    expect(facts).toEqual([
      ['Elver', '2024-10-09', 'current'],
      ['Marrowford', '2024-10-01/..', 'current'],
      ['Marrowford', '../2024-10-31', 'current'],
      [undefined, undefined, 'current'],
    ]);
  });

  it('says who is quoted, where, when and from which language, and what was left out', async () => {
    const [spoken, written] = await parts('Quotation');
    expect(spoken).toMatchObject({
      text: 'The wall […] holds',
      genre: 'direct',
      isPartOf: { '@id': `${BASE}/v1/articles/whole` },
      spokenByCharacter: mara,
      temporalCoverage: '2024-10-01/2024-10-31',
      locationCreated: { '@type': 'Place', name: 'the town hall' },
      translationOfWork: { '@type': 'Quotation', text: 'Der Damm *hält*.', inLanguage: 'de' },
    });
    expect(written).toMatchObject({ isBasedOn: report });
    expect(written).not.toHaveProperty('spokenByCharacter');
  });

  it('leaves nothing out between pieces that stand side by side', async () => {
    const body = '“The wall holds well,” she said.';
    const quotes = [{ kind: 'direct', speaker: MARA, anchor: pieces('The wall', 'holds') }];
    await newsroom.publish(plainArticle({ slug: 'beside', body, quotes }));
    const { body: document } = await newsroom.get('/v1/articles/beside/jsonld');
    expect(document.hasPart[0].text).toBe('The wall holds');
  });

  it('says who publishes it, what it is about, whom it mentions and what it cites', async () => {
    const document = await json('jsonld');
    expect(document).toMatchObject({
      publisher: { '@type': 'Organization', '@id': BASE, name: 'news.example.org', url: BASE },
      keywords: ['Floods'],
      locationCreated: { '@type': 'Place', name: 'Elver' },
      citation: [report],
    });
    expect(document.mentions).toEqual(expect.arrayContaining([mara, service, agency, paper]));
    expect(document.mentions).toHaveLength(4);
    const [{ name, hasPart }] = (await parts('Conversation')) as [Node & { hasPart: Node[] }];
    expect(name).toBe('Q & <A>');
    expect(hasPart).toMatchObject([
      { '@type': 'Question', author: paper },
      { '@type': 'Comment', isBasedOn: report },
    ]);
  });
});

const CLAIMED = [
  { summary: '40 people', comparator: 'eq', low: '40', high: '40', asOf: '2024-10-09' },
  { summary: 'under 90 people', comparator: 'lt', high: '90', asOf: '2024-10-01/..' },
  {
    summary: '100–200 people',
    comparator: 'between',
    low: '100',
    high: '200',
    asOf: '../2024-10-31',
  },
  { summary: 'over 7,000 people', comparator: 'gt', low: '7000' },
].map((facts) => ({ ...facts, unit: 'people', standing: 'current' }));
const PLACES = [
  { name: 'Elver', rel: 'dateline' },
  { name: 'Elver', rel: 'claim' },
  { name: 'Marrowford', rel: 'claim' },
];
const ROLES = {
  Mara_Elsing: 'quoted',
  'The *wall* report': 'quoted',
  'Fire <Service>': 'cited',
  'Wire & Co': 'relay',
  'The <Ledger>': 'interview',
};
const ORGANISATIONS = ['Fire <Service>', 'Wire & Co', 'The <Ledger>'];
const names = (items: { name: string }[]) => items.map(({ name }) => name);
type Described = { role: string; value: string }[];
const byRole = (items: Described) =>
  Object.fromEntries(items.map(({ role, value }) => [role, value]));

describe('ninjs 3.1', () => {
  it('says what each claim says, by role, and names its chain and its figure', async () => {
    const { associations } = await json('ninjs');
    const claims = associations.filter(({ rel }: { rel: string }) => rel === 'claim');
    expect(
      claims.map(({ descriptions }: { descriptions: Described }) => byRole(descriptions)),
    ).toEqual(CLAIMED);
    const [{ infoSources, objects, by }] = claims;
    expect(by).toBe('Fire <Service>');
    expect(
      infoSources.map(({ name, role }: { name: string; role: string }) => [name, role]),
    ).toEqual([
      ['Fire <Service>', 'originator'],
      ['Wire & Co', 'relay'],
      ['The *wall* report', 'relay'],
    ]);
    expect(objects).toEqual([
      {
        name: 'How many | people?',
        rel: 'figure',
        uri: `${BASE}/v1/figures/evacuees`,
        literal: 'evacuees',
      },
    ]);
  });

  it('says what each quote says, and by whom', async () => {
    const { associations } = await json('ninjs');
    const quotes = associations.filter(({ rel }: { rel: string }) => rel === 'quote');
    expect(
      quotes.map(({ by, descriptions }: { by: string; descriptions: Described }) => [
        by,
        byRole(descriptions),
      ]),
    ).toEqual([
      ['Mara_Elsing', { kind: 'direct', speakerRole: 'engineer', verb: 'said', saidOn: '2024-10' }],
      ['The *wall* report', { kind: 'direct' }],
    ]);
    expect(quotes[0].infoSources).toMatchObject([{ name: 'Mara_Elsing', role: 'speaker' }]);
  });

  it('has what was said in the original language with a translated quote alone', async () => {
    const { associations } = await json('ninjs');
    const [{ uri, associations: originals }, written] = associations.filter(
      ({ rel }: { rel: string }) => rel === 'quote',
    );
    expect(originals).toEqual([
      {
        name: 'original',
        rel: 'original',
        uri: `${uri}#original`,
        type: 'component',
        language: 'de',
        bodies: [{ role: 'main', contentType: 'text/plain', value: 'Der Damm *hält*.' }],
      },
    ]);
    expect(written).not.toHaveProperty('associations');
  });

  it('says whom it names, in which role, where, and that it is an interview', async () => {
    const item = await json('ninjs');
    const roles = item.infoSources.map(({ name, role }: Record<string, string>) => [name, role]);
    expect(Object.fromEntries(roles)).toEqual(ROLES);
    expect(names(item.people)).toEqual(['Mara_Elsing']);
    expect(names(item.organisations).sort()).toEqual([...ORGANISATIONS].sort());
    expect(item.places).toEqual(PLACES);
    expect(item.genres).toMatchObject([{ name: 'Interview' }]);
    const [{ charCount, value }] = item.bodies;
    expect(charCount).toBe([...value.replace(/<[^>]+>/g, '').replace('\n', '\n\n')].length);
  });

  it('has the point of interest of a picture in the pixels of each rendition', async () => {
    const [{ renditions }] = (await json('ninjs')).associations;
    expect(renditions.length).toBeGreaterThan(0);
    for (const { poi, width, height } of renditions)
      expect(poi).toEqual({ x: Math.round(width / 4), y: Math.round((height * 3) / 4) });
  });
});

describe('ninjs 1.6', () => {
  it('says what each claim says, in members of their own', async () => {
    const { associations } = await json('ninjs?version=1');
    const claims = [1, 2, 3, 4].map((position) => {
      const item = associations[`claim_${position}`];
      const described = Object.entries(item).filter(([name]) => name.startsWith('description_'));
      const { text: summary, ...facts } = Object.fromEntries(
        described.map(([name, value]) => [name.replace('description_', ''), value]),
      );
      return { summary, ...facts };
    });
    expect(claims).toEqual(CLAIMED);
  });

  it('has what was said in the original language with a translated quote alone', async () => {
    const { quote_1: spoken, quote_2: written } = (await json('ninjs?version=1')).associations;
    expect(spoken.associations.original).toMatchObject({
      uri: `${spoken.uri}#original`,
      language: 'de',
      body_text: 'Der Damm *hält*.',
    });
    expect(written).not.toHaveProperty('associations');
  });

  it('says whom it names, in which role, where, and that it is an interview', async () => {
    const item = await json('ninjs?version=1');
    const roles = item.infosource.map(({ name, rel }: Record<string, string>) => [name, rel]);
    expect(Object.fromEntries(roles)).toEqual(ROLES);
    expect(names(item.person)).toEqual(['Mara_Elsing']);
    expect(names(item.organisation).sort()).toEqual([...ORGANISATIONS].sort());
    expect(item.place).toEqual(PLACES);
    expect(item.genre).toMatchObject([{ code: 'Interview' }]);
  });

  it('has the conversation as text of HTML, and its length in code points', async () => {
    const item = await json('ninjs?version=1');
    expect(item.body_html).toContain(
      '<h2>Q &#x26; &#x3C;A&#x3E;</h2>\n<p><b>The &#x3C;Ledger&#x3E;:</b></p>\n<p>When?</p>',
    );
    expect(item.charcount).toBe([...item.body_text].length);
    expect(item.charcount).toBeLessThan(item.body_text.length);
  });

  it('begins with the conversation where that is all of the text', async () => {
    const interviews = [
      { title: 'Alone', turns: [{ role: 'remark', speaker: MARA, text: 'So.' }] },
    ];
    await newsroom.publish(
      plainArticle({ slug: 'alone', body: '[1]: https://example.org/', interviews }),
    );
    const { body } = await newsroom.get('/v1/articles/alone/ninjs?version=1');
    expect(body.body_text).toBe('Alone\nMara_Elsing: So.');
  });
});

describe('Markdown', () => {
  it('says whose it is, with every sign of an editor as it is', async () => {
    expect(await text('markdown')).toMatch(
      /^# A \\`wall\\` \\~gives\\~ way \\& 😀\n\n\*\*\\\+ Two \\\| more\*\*\n\nInes Farrow \(reporter\), Jo Dent · Elver · Local · Published 2024-10-09T12:00:00.000Z\n\n/,
    );
  });

  it('says in its footnotes who claims what, by way of whom and as of when', async () => {
    const notes = [...(await text('markdown')).matchAll(/^\[\^\d\]: (.*) <https.*>$/gm)];
    expect(notes.map(([, note]) => note)).toEqual([
      'Fire \\<Service\\>, by way of Wire \\& Co, by way of The \\*wall\\* report: 40 people (Elver), as of 2024-10-09. How many \\| people?',
      'Fire \\<Service\\>: under 90 people (Marrowford), as of 2024-10-01/... How many \\| people?',
      'The \\*wall\\* report: 100–200 people (Marrowford), as of ../2024-10-31. How many \\| people?',
      'Fire \\<Service\\>: over 7,000 people. How many \\| people?',
      'Mara\\_Elsing, engineer (direct quote, 2024-10). In the original (de): “Der Damm \\*hält\\*.”',
      'The \\*wall\\* report (direct quote).',
    ]);
  });

  it('begins no list where a byline looks like one', async () => {
    for (const [slug, name, shown] of [
      ['dash', '- Jo', '\\- Jo'],
      ['number', '1. Jo', '1\\. Jo'],
    ] as const) {
      await newsroom.publish(plainArticle({ slug, bylines: [{ name }] }));
      const { text: written } = await newsroom.get(`/v1/articles/${slug}/markdown`);
      expect(written).toContain(`\n\n${shown} · Local · `);
    }
  });
});

describe('what was corrected or superseded since', () => {
  it('is said of the part itself, in every format', async () => {
    const url = `/v1/desk/articles/${id}`;
    const { body } = await newsroom.get(url);
    const [first, second] = body.quotes;
    now = new Date('2024-10-10T12:00:00.000Z');
    const patched = await newsroom.patch(url, {
      body: body.body.replace('it leaks', 'it leaked'),
      quotes: [{ id: first.id }, { id: second.id, anchor: pieces('it leaked') }],
    });
    expect(patched.status, patched.text).toBe(200);
    const published = await newsroom.step(id, 'publish', { note: 'Did it leak?' });
    expect(published.status, published.text).toBe(200);
    await newsroom.publish(
      plainArticle({
        slug: 'newer',
        body: 'Exactly 50 people left.',
        claims: [
          claim(
            'Exactly 50 people',
            { comparator: 'eq', low: 50, high: 50 },
            { supersedes: body.claims[0].id },
          ),
        ],
      }),
    );
    const { hasPart } = await json('jsonld');
    const quotes = hasPart.filter((part: Node) => part['@type'] === 'Quotation');
    expect(quotes[0]).not.toHaveProperty('correction');
    expect(quotes[1].correction).toEqual([
      {
        '@type': 'CorrectionComment',
        text: 'Did it leak?',
        datePublished: '2024-10-10T12:00:00.000Z',
        version: 2,
      },
    ]);
    const standings = hasPart.flatMap((part: Node) => part.creativeWorkStatus ?? []);
    expect(standings).toEqual(['superseded', 'current', 'current', 'current']);
    expect((await json('ninjs?version=1')).associations.claim_1.description_standing).toBe(
      'superseded',
    );
    const written = await text('markdown');
    expect(written).toContain(' · Updated 2024-10-10T12:00:00.000Z\n');
    expect(written).toContain('(direct quote). Corrected: Did it leak? <https:');
    expect(written).toContain('How many \\| people? Superseded. <https:');
  });
});
