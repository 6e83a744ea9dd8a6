import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const STORY = [
  'Mill Bridge was closed on Tuesday after engineers found cracks in two of its arches.',
  '“The cracks are as wide as a thumb,” said Ada Renn, the county engineer. “Nobody should drive over it.”',
  'Wendle County said that more than 7,000 cars crossed the bridge on a weekday.',
].join('\n\n');

const INTERVIEW = [
  'A bridge and its engineer',
  'The Ledger: When did you see the cracks?',
  'Ada Renn: On Tuesday morning. We closed it at once.',
  'The Ledger: How long will it stay closed?',
  'Ada Renn: Until spring, I think.',
].join('\n');

interface Fault {
  pointer: string;
  code: string;
}

describe('imports', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
  });
  afterAll(() => newsroom.close());

  const importOf = (body: object) => newsroom.post('/v1/desk/imports', body);

  it('makes a draft with suggestions and puts nothing into it that was not accepted', async () => {
    const { status, body } = await importOf({ name: 'bridge.txt', content: STORY });
    expect(status).toBe(201);
    expect(body.report).toMatchObject({ stories: 1, created: 1, accepted: 0 });
    const [item] = body.items;
    expect(item.suggestions.some((s: { kind: string }) => s.kind === 'quote')).toBe(true);
    const draft = await newsroom.get(`/v1/desk/articles/${item.article}`);
    expect(draft.body).toMatchObject({ state: 'draft', quotes: [], claims: [], interviews: [] });
    expect((await newsroom.get(`/v1/articles/${draft.body.slug}`)).status).toBe(404);
  });

  it('creates nothing the second time', async () => {
    const before = await newsroom.db.read.article.count();
    const { body } = await importOf({ name: 'bridge.txt', content: STORY });
    expect(body.report).toMatchObject({ created: 0, known: 1 });
    expect(await newsroom.db.read.article.count()).toBe(before);
  });

  it('brings in again what was deleted since', async () => {
    const given = { name: 'deleted.txt', content: 'The bridge is closed.' };
    const [first] = (await importOf(given)).body.items;
    await newsroom.remove(`/v1/desk/articles/${first.article}`);
    const { body } = await importOf(given);
    expect(body.report).toMatchObject({ created: 1, known: 0 });
    expect(body.items[0].article).not.toBe(first.article);
    const [third] = (await importOf(given)).body.items;
    expect(third).toMatchObject({ outcome: 'known', article: body.items[0].article });
    expect(third.headline).toBe('The bridge is closed.');
  });

  it('accepts what is sure enough, and what was accepted passes the gate', async () => {
    const { body } = await importOf({ name: 'bridge-2.txt', content: STORY, section: 'local' });
    const accepted = await newsroom.post(`/v1/desk/imports/${body.id}/accept`, { confidence: 0.5 });
    expect(accepted.status, accepted.text).toBe(200);
    const draft = await newsroom.get(`/v1/desk/articles/${body.items[0].article}`);
    const direct = draft.body.quotes.find((quote: { kind: string }) => quote.kind === 'direct');
    expect(direct.anchor.pieces).toHaveLength(2);
    expect(direct.speaker.name).toBe('Ada Renn');
    const claim = draft.body.claims.find((c: { low: number }) => c.low === 7000);
    expect(claim).toMatchObject({ comparator: 'gt', high: null });
    const published = await newsroom.step(draft.body.id, 'publish');
    expect(published.status, published.text).toBe(200);
  });

  it.each(['at once', 'afterwards'])(
    'accepts by confidence %s only what passes the gate',
    async (when) => {
      const content = `“The bridge can wait no longer for anybody,” he said.\n\n${STORY}`;
      const asked = when === 'at once' ? { accept: 0 } : {};
      const { body } = await importOf({ name: `nobody-${when}.txt`, content, ...asked });
      const url = `/v1/desk/imports/${body.id}`;
      if (when === 'afterwards') await newsroom.post(`${url}/accept`, { confidence: 0 });
      const { suggestions, article } = (await newsroom.get(url)).body.items[0];
      const nobodys = suggestions.filter(
        ({ kind, value }: { kind: string; value: { speaker: unknown } }) =>
          kind === 'quote' && value.speaker === null,
      );
      expect(nobodys.map(({ state }: { state: string }) => state)).toEqual(['suggested']);
      const draft = await newsroom.get(`/v1/desk/articles/${article}`);
      expect(draft.body.quotes.length).toBeGreaterThan(0);
      const published = await newsroom.step(article, 'publish');
      expect(published.status, published.text).toBe(200);
    },
  );

  it('turns a conversation into an interview and leaves the rest in the body', async () => {
    const { body } = await importOf({ name: 'interview.txt', content: INTERVIEW, accept: 0.5 });
    const draft = await newsroom.get(`/v1/desk/articles/${body.items[0].article}`);
    const [interview] = draft.body.interviews;
    expect(interview.turns.map(({ role }: { role: string }) => role)).toEqual([
      'question',
      'answer',
      'question',
      'answer',
    ]);
    expect(interview.turns[1].text).toBe('On Tuesday morning. We closed it at once.');
    expect(draft.body.body).not.toContain('Ada Renn:');
  });

  it.each([
    ['right below each other', '\n'],
    ['parted by blank lines', '\n\n'],
  ])('finds turns of one line that stand %s', async (name, gap) => {
    const turns = [
      'Editor: When did you see the cracks?',
      'Dr. Kang: On Tuesday morning, at about nine, when the first',
      'cars came.',
      'Editor: How long will it stay closed?',
      'Dr. Kang: Until spring, I think.',
    ];
    const lead = 'Mill Bridge was closed after its engineer\nfound cracks in two arches.';
    const content = `${lead}\n\n${turns.join('\n').replaceAll(/\n(?=Editor|Dr)/g, gap)}`;
    const { body } = await importOf({ name: `${name}.txt`, content, accept: 0.5 });
    const draft = await newsroom.get(`/v1/desk/articles/${body.items[0].article}`);
    expect(draft.body.interviews).toHaveLength(1);
    const { turns: found } = draft.body.interviews[0];
    expect(found.map(({ text }: { text: string }) => text)).toEqual([
      'When did you see the cracks?',
      'On Tuesday morning, at about nine, when the first\ncars came.',
      'How long will it stay closed?',
      'Until spring, I think.',
    ]);
    expect(draft.body.body).toBe(lead);
  });

  it('changes and refuses suggestions one by one', async () => {
    const { body } = await importOf({ name: 'bridge-3.txt', content: STORY });
    const { article, suggestions } = body.items[0];
    const quote = suggestions.find((s: { kind: string }) => s.kind === 'quote');
    const claim = suggestions.find((s: { kind: string }) => s.kind === 'claim');
    const answer = await newsroom.post(`/v1/desk/imports/${body.id}/accept`, {
      accept: [{ article, suggestion: quote.id, change: { verb: 'told us' } }],
      refuse: [{ article, suggestion: claim.id }],
    });
    expect(answer.status, answer.text).toBe(200);
    const draft = await newsroom.get(`/v1/desk/articles/${article}`);
    expect(draft.body.quotes).toMatchObject([{ verb: 'told us' }]);
    expect(draft.body.claims).toEqual([]);
    const missing = await newsroom.post(`/v1/desk/imports/${body.id}/accept`, {
      accept: [{ article, suggestion: 'q99' }],
    });
    expect(missing.status).toBe(422);
  });

  it.each(['\n', '\n\n'])(
    'keeps what an editor changed meanwhile when a conversation is accepted (%j)',
    async (gap) => {
      const story = `Lead paragraph.\n\n${INTERVIEW.replaceAll('\n', gap)}`;
      const { body } = await importOf({ name: `later-${gap.length}.txt`, content: story });
      const { article, suggestions } = body.items[0];
      const interview = suggestions.find((s: { kind: string }) => s.kind === 'interview');
      const url = `/v1/desk/articles/${article}`;
      const draft = await newsroom.get(url);
      const edited = draft.body.body.replace('Lead paragraph.', 'A better lead.');
      await newsroom.patch(url, { body: edited });
      const accept = { accept: [{ article, suggestion: interview.id }] };
      const answer = await newsroom.post(`/v1/desk/imports/${body.id}/accept`, accept);
      expect(answer.status, answer.text).toBe(200);
      const after = await newsroom.get(url);
      expect(after.body.body).toBe('A better lead.');
      expect(after.body.interviews[0].turns).toHaveLength(4);
    },
  );

  it('refuses a conversation whose words were changed, and leaves the draft as it is', async () => {
    const { body } = await importOf({ name: 'changed.txt', content: INTERVIEW });
    const { article, suggestions } = body.items[0];
    const interview = suggestions.find((s: { kind: string }) => s.kind === 'interview');
    const url = `/v1/desk/articles/${article}`;
    await newsroom.patch(url, { body: 'All new.' });
    const accept = { accept: [{ article, suggestion: interview.id }] };
    const answer = await newsroom.post(`/v1/desk/imports/${body.id}/accept`, accept);
    expect(answer.status).toBe(422);
    expect((await newsroom.get(url)).body).toMatchObject({ body: 'All new.', interviews: [] });
    const sure = await newsroom.post(`/v1/desk/imports/${body.id}/accept`, { confidence: 0.9 });
    expect(sure.status, sure.text).toBe(200);
    expect((await newsroom.get(url)).body.interviews).toEqual([]);
  });

  it.each(['before', 'after'])(
    'anchors a quote in its turn that is accepted %s the conversation',
    async (when) => {
      const content = INTERVIEW.replace(
        'We closed it at once.',
        '“The cracks are as wide as a thumb,” said Bo Lind, the mason.',
      );
      const { body } = await importOf({ name: `order-${when}.txt`, content });
      const { article, suggestions } = body.items[0];
      const interview = suggestions.find((s: { kind: string }) => s.kind === 'interview');
      const quote = suggestions.find(
        (s: { kind: string; turn: number }) => s.kind === 'quote' && s.turn === 1,
      );
      const order = when === 'before' ? [quote, interview] : [interview, quote];
      for (const { id } of order) {
        const accept = { accept: [{ article, suggestion: id }] };
        const answer = await newsroom.post(`/v1/desk/imports/${body.id}/accept`, accept);
        expect(answer.status, answer.text).toBe(200);
      }
      const draft = await newsroom.get(`/v1/desk/articles/${article}`);
      expect(draft.body.quotes).toMatchObject([
        { status: 'anchored', anchor: { in: draft.body.interviews[0].turns[1].id } },
      ]);
    },
  );

  it('matches sources by name instead of doubling them', async () => {
    await importOf({ name: 'bridge-4.txt', content: STORY, accept: 0.5 });
    await importOf({ name: 'bridge-5.txt', content: STORY, accept: 0.5 });
    const { body } = await newsroom.get('/v1/desk/sources?q=ada%20renn');
    expect(body.data).toHaveLength(1);
  });

  it.each([
    ['no content', {}],
    ['both contents', { content: STORY, contentBase64: 'QQ==' }],
  ])('400 for %s, told beside whatever else is wrong', async (_name, content) => {
    const { status, body } = await importOf({ name: '', section: 5, ...content });
    expect(status).toBe(400);
    expect(body.errors.map(({ pointer, code }: Fault) => [pointer, code])).toEqual([
      ['/name', 'too-small'],
      ['/section', 'invalid-type'],
      ['/content', 'required'],
    ]);
  });

  it.each([
    [
      'nothing but binary',
      { contentBase64: Buffer.from([0, 1, 2, 3, 0, 5, 6, 7, 8, 0]).toString('base64') },
    ],
    [
      'broken XML',
      {
        content: '<?xml version="1.0"?><rss><channel><item><title>A</titel></item></channel></rss>',
      },
    ],
    ['broken JSON', { content: '{"db": [' }],
  ])('refuses %s with a reason and imports nothing of it', async (_name, content) => {
    const before = await newsroom.db.read.article.count();
    const { status, body } = await importOf({ name: 'bad', ...content });
    expect(status).toBe(422);
    expect(body.code).toBe('content-unusable');
    expect(await newsroom.db.read.article.count()).toBe(before);
  });

  it.each(['content', 'contentBase64'])(
    'refuses a text that is longer than an article, in %s',
    async (field) => {
      const long = `${STORY}\n\n`.repeat(1_000);
      const content = field === 'content' ? long : Buffer.from(long).toString('base64');
      const { status, body } = await importOf({ name: 'long.txt', [field]: content });
      expect(status).toBe(422);
      expect(body).toMatchObject({ code: 'content-unusable', errors: [{ pointer: `/${field}` }] });
      expect(body.detail).toContain('at most 200000');
    },
  );

  it('converts UTF-16 and Windows-1252 and says so', async () => {
    const utf16 = Buffer.from(`\ufeff${STORY}`, 'utf16le').toString('base64');
    const first = await importOf({ name: 'utf16.txt', contentBase64: utf16 });
    expect(first.body.report.notices[0]).toContain('utf-16le');
    const latin = Buffer.from(
      'Café Müller is closed, the owner said on Tuesday after a long week.',
      'latin1',
    ).toString('base64');
    const second = await importOf({ name: 'latin.txt', contentBase64: latin });
    expect(second.body.report.notices[0]).toContain('windows-1252');
    const draft = await newsroom.get(`/v1/desk/articles/${second.body.items[0].article}`);
    expect(draft.body.body).toContain('Café Müller');
  });

  it('reads the curly quotation marks of Windows-1252', async () => {
    const name = 'curly.txt';
    const contentBase64 = Buffer.from('\x93It leaks,\x94 said Ada Renn.', 'latin1').toString(
      'base64',
    );
    const { status, body } = await importOf({ name, contentBase64 });
    expect(status).toBe(201);
    const draft = await newsroom.get(`/v1/desk/articles/${body.items[0].article}`);
    expect(draft.body.body).toBe('“It leaks,” said Ada Renn.');
  });

  it('does not expand entities of a document type', async () => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss><channel><item><guid>g1</guid><title>&b;</title><description>Short.</description></item></channel></rss>';
    const { status, body } = await importOf({ name: 'bomb.xml', content: bomb });
    expect(status).toBe(201);
    expect(body.items[0].headline).not.toContain('hahaha');
  });

  it('finds suggestions in a text and keeps nothing', async () => {
    const before = await newsroom.db.read.article.count();
    const { status, body } = await newsroom.post('/v1/desk/extract', { text: STORY });
    expect(status).toBe(200);
    expect(body.quotes.length).toBeGreaterThan(0);
    expect(await newsroom.db.read.article.count()).toBe(before);
    expect(
      (await newsroom.post('/v1/desk/extract', { text: STORY }, { as: 'reader' })).status,
    ).toBe(403);
  });
});
