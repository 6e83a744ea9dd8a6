/** What an article can hold of what an import finds. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const quotesOf = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => `“The water rose to line ${index} of the wall,” said Ada Renn.`,
  ).join('\n\n');
const FLOOD =
  'Wendle County said that 10,000 people had left the town, among them roughly 8,000 from the old quarter.';
const CLAIMED =
  '“The wall is gone,” said Ada Renn.\n\nWendle County said that more than 7,000 cars cross it on a weekday.';

describe('accepting by confidence', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
  });
  afterAll(() => newsroom.close());

  const importOf = async (name: string, content: string, accept?: number) =>
    (await newsroom.post('/v1/desk/imports', { name, content, accept })).body;
  const draftOf = async (id: string) => (await newsroom.get(`/v1/desk/articles/${id}`)).body;
  const accept = async (job: string, body: object) =>
    (await newsroom.post(`/v1/desk/imports/${job}/accept`, body)).body;

  it('takes as many quotes as an article holds, and says how many it left', async () => {
    const { id, items, report } = await importOf('at-once.txt', quotesOf(1_010), 0.5);
    expect(report).toMatchObject({ created: 1, suggestions: 1_010, accepted: 1_000 });
    expect(items[0].notices).toEqual([
      'An article holds 1000 quotes at most: 10 that are sure enough are left.',
    ]);
    expect((await draftOf(items[0].article)).quotes).toHaveLength(1_000);
    const again = await accept(id, { confidence: 0.5 });
    expect(again.report).toMatchObject({ accepted: 1_000 });
    expect(again.items[0].notices).toEqual(items[0].notices);
  }, 60_000);

  it('suggests no field in the place of itself where a change mixes quote and claim', async () => {
    const { id, items } = await importOf('change.txt', quotesOf(1));
    const [{ article, suggestions }] = items;
    const named = { article, suggestion: suggestions[0].id };
    const change = { kind: 'direct', low: 3 };
    const { errors } = await accept(id, { accept: [{ ...named, change }] });
    expect(errors).toHaveLength(1);
    expect(errors[0].message).toMatch(/^is not known here/);
    expect(errors[0].message).not.toMatch(/did you mean (?:kind|low)\?/);
  });

  it.each([
    ['c1', { low: 'x' }, '/accept/0/change/low', 'must be a number'],
    ['c1', { comparator: 'more' }, '/accept/0/change/comparator', /^must be one of eq, approx/],
    ['q1', { kind: 'reported' }, '/accept/0/change/kind', /^must be one of direct/],
    ['q1', { low: 5 }, '/accept/0/change/low', /^is not known here/],
    ['c1', { verb: 'said' }, '/accept/0/change/verb', /^is not known here/],
  ])(
    'says what is wrong with a change of %s to %j',
    async (suggestion, change, pointer, message) => {
      const name = `wrong-${JSON.stringify(change).length}-${suggestion}.txt`;
      const { id, items } = await importOf(name, CLAIMED);
      const named = { article: items[0].article, suggestion };
      const { code, errors } = await accept(id, { accept: [{ ...named, change }] });
      expect(code).toBe('request-invalid');
      expect(errors).toEqual([
        expect.objectContaining({ pointer, message: expect.stringMatching(message) }),
      ]);
    },
  );

  it('takes one decision about a suggestion, and none about what is in the article', async () => {
    const { id, items } = await importOf('once.txt', CLAIMED);
    const { article } = items[0];
    const quote = { article, suggestion: 'q1' };
    const claim = { article, suggestion: 'c1' };
    const { code, errors } = await accept(id, {
      accept: [quote, claim, quote],
      refuse: [claim],
    });
    expect(code).toBe('request-invalid');
    expect(errors).toEqual([
      expect.objectContaining({
        pointer: '/accept/2',
        message: 'names suggestion q1, as /accept/0 does',
      }),
      expect.objectContaining({
        pointer: '/refuse/0',
        message: 'names suggestion c1, as /accept/1 does',
      }),
    ]);
    const draft = await newsroom.get(`/v1/desk/articles/${article}`);
    expect(draft.body).toMatchObject({ quotes: [], claims: [] });
    await accept(id, { accept: [quote] });
    const again = await accept(id, { accept: [{ ...quote, change: { verb: 'wrote' } }] });
    expect(again.errors).toEqual([expect.objectContaining({ pointer: '/accept/0/change' })]);
  });

  it('takes those first that an editor names', async () => {
    const { id, items } = await importOf('named.txt', quotesOf(1_001));
    const { article, suggestions } = items[0];
    const named = { article, suggestion: suggestions.at(-1).id };
    const after = await accept(id, { accept: [named], confidence: 0.5 });
    const states = after.items[0].suggestions.map(({ state }: { state: string }) => state);
    expect(states.filter((state: string) => state === 'accepted')).toHaveLength(1_000);
    expect(states.at(-1)).toBe('accepted');
    expect((await draftOf(article)).quotes).toHaveLength(1_000);
  }, 60_000);

  it('takes a quote that is longer than one piece in several', async () => {
    const long = `${'The water came over the wall again and nobody slept that night. '.repeat(90)}It was cold.`;
    const { items } = await importOf('long.txt', `“${long}” said Ada Renn.`, 0.5);
    const [quote] = (await draftOf(items[0].article)).quotes;
    const pieces = quote.anchor.pieces.map(({ exact }: { exact: string }) => exact);
    expect(pieces).toHaveLength(2);
    expect(pieces.join(' ')).toBe(long);
    expect(quote.status).toBe('anchored');
  });

  it('suggests nothing that an article can’t hold, and says so', async () => {
    const turns = Array.from(
      { length: 1_001 },
      (_, index) => `Editor: What was day ${index}?\n\nAda Renn: Wet.`,
    );
    const { items } = await importOf('talk.txt', `A long talk\n\n${turns.join('\n\n')}`, 0.5);
    expect(items[0].suggestions).toEqual([]);
    expect(items[0].notices).toEqual([
      'Found and not suggested, longer than a part of an article can be: 1.',
    ]);
    expect((await draftOf(items[0].article)).body).toContain('What was day 1000?');
  });

  it('leaves nothing but a body to be written where all of the text is a conversation', async () => {
    const talk =
      'A bridge and its engineer\n\nEditor: Is it shut?\n\nAda Renn: It is.\n\nEditor: For long?\n\nAda Renn: Until spring.';
    const { items } = await importOf('all-talk.txt', talk, 0.5);
    const draft = await draftOf(items[0].article);
    expect([draft.body, draft.interviews[0].turns.length]).toEqual(['', 4]);
    const refused = await newsroom.step(draft.id, 'publish');
    expect(refused.status, refused.text).toBe(422);
    const errors = refused.body.errors.filter(
      (one: { severity: string }) => one.severity === 'error',
    );
    expect(errors).toMatchObject([{ code: 'field-missing', pointer: '/body' }]);
    await newsroom.patch(`/v1/desk/articles/${draft.id}`, { body: 'An engineer answers.' });
    const published = await newsroom.step(draft.id, 'publish');
    expect(published.status, published.text).toBe(200);
  });

  it.each(['the whole first', 'the part first'])(
    'keeps what a claim is a part of, accepted one by one, %s',
    async (order) => {
      const { id, items } = await importOf(`${order}.txt`, FLOOD);
      const { article, suggestions } = items[0];
      const [whole, part] = suggestions.filter(({ kind }: { kind: string }) => kind === 'claim');
      expect(part.partOf).toBe(whole.id);
      for (const one of order === 'the whole first' ? [whole, part] : [part, whole])
        await accept(id, { accept: [{ article, suggestion: one.id }] });
      const { claims } = await draftOf(article);
      const idOf = (low: number) => claims.find((claim: { low: number }) => claim.low === low);
      expect(idOf(8_000).partOf).toBe(idOf(10_000).id);
    },
  );
});
