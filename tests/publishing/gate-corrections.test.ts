import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await openNewsroom();
});
afterAll(() => newsroom.close());

describe('correction-required', () => {
  async function live(): Promise<{ url: string; id: string; quote: string; claim: string }> {
    const { body } = await newsroom.publish(fullArticle());
    return {
      id: body.id,
      url: `/v1/desk/articles/${body.id}`,
      quote: body.quotes[0].id,
      claim: body.claims[0].id,
    };
  }
  const codes = (answer: { body: { errors?: { code: string }[] } }) =>
    (answer.body.errors ?? []).map(({ code }) => code);

  it('not for what leaves the anchored words as they are', async () => {
    const { id, url } = await live();
    await newsroom.patch(url, {
      headline: 'Better said',
      quotes: [{ id: (await newsroom.get(url)).body.quotes[0].id, verb: 'added' }],
    });
    const { status, body } = await newsroom.step(id, 'publish');
    expect(status, JSON.stringify(body)).toBe(200);
    const editions = await newsroom.get(`/v1/articles/${body.slug}/editions`);
    expect(editions.body.data.map(({ kind }: { kind: string }) => kind)).toEqual([
      'update',
      'publication',
    ]);
  });

  it.each([
    [
      'words',
      (quote: string) => ({
        quotes: [{ id: quote, anchor: { pieces: [{ exact: 'Nobody was asleep' }] } }],
      }),
    ],
    [
      'speaker',
      (quote: string) => ({
        quotes: [{ id: quote, speaker: { kind: 'person', name: 'Another One' } }],
      }),
    ],
    ['removal', () => ({ quotes: [] })],
  ])(
    'for another %s of a quote, and a note lets it through as a correction',
    async (_name, patch) => {
      const { id, url, quote } = await live();
      await newsroom.patch(url, patch(quote));
      const refused = await newsroom.step(id, 'publish');
      expect(refused.status).toBe(422);
      expect(codes(refused)).toEqual(['correction-required']);
      expect(refused.body.errors[0].pointer).toMatch(/^\/quotes(\/0\/anchor)?$/);
      expect(refused.body.errors[0].message).toContain('publish with a "note"');
      const note = 'An earlier version quoted it wrongly.';
      const corrected = await newsroom.step(id, 'publish', { note });
      expect(corrected.status, corrected.text).toBe(200);
      const { body } = await newsroom.get(`/v1/articles/${corrected.body.slug}`);
      expect(body.corrections).toMatchObject([
        { edition: 2, kind: 'correction', note, about: [quote] },
      ]);
    },
  );

  it('for another number of a claim, and for another source', async () => {
    const { id, url, claim } = await live();
    const [, second] = (await newsroom.get(url)).body.claims;
    await newsroom.patch(url, {
      claims: [
        {
          id: claim,
          chain: [{ role: 'originator', source: { kind: 'person', name: 'Another One' } }],
        },
        { id: second.id },
      ],
    });
    expect(codes(await newsroom.step(id, 'publish'))).toEqual(['correction-required']);
  });

  it('not for a note of spaces', async () => {
    const { id, url } = await live();
    await newsroom.patch(url, { quotes: [] });
    expect((await newsroom.step(id, 'publish', { note: '   ' })).status).toBe(422);
  });
});
