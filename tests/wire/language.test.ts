import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

describe('a language', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    await newsroom.publish(plainArticle({ slug: 'typed', language: 'pt-BR' }));
    await newsroom.publish(plainArticle({ slug: 'fed', language: 'pt-br' }));
    await newsroom.publish(plainArticle({ slug: 'other', language: 'pt' }));
  });
  afterAll(() => newsroom.close());

  const LISTS = ['/v1/articles?', '/v1/desk/articles?', '/v1/search?q=ferry&'];
  it.each(
    LISTS.flatMap((list) =>
      ['pt-BR', 'pt-br', 'pt-Br', 'PT-BR', 'Pt-br'].map((tag) => [list, tag]),
    ),
  )('is found by %slanguage=%s, whoever wrote it how', async (list, tag) => {
    const { body } = await newsroom.get(`${list}language=${tag}`);
    const slugs = body.data.map(
      (row: { slug?: string; article?: { slug: string } }) => row.slug ?? row.article?.slug,
    );
    expect(slugs.sort()).toEqual(['fed', 'typed']);
  });

  it('is shown as it was written', async () => {
    expect((await newsroom.get('/v1/articles/fed')).body.language).toBe('pt-br');
  });

  it('is found again where it is changed', async () => {
    const created = await newsroom.post('/v1/desk/articles', plainArticle({ language: 'de' }));
    await newsroom.patch(`/v1/desk/articles/${created.body.id}`, { language: 'de-ch' });
    const { body } = await newsroom.get('/v1/desk/articles?language=de-CH');
    expect(body.data.map(({ id }: { id: string }) => id)).toEqual([created.body.id]);
  });
});
