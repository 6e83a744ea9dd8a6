import { expect, it } from 'vitest';
import type { WireArticle } from '../../../src/articles/schema.ts';
import { createId } from '../../../src/core/ids.ts';
import { indexRows } from '../../../src/search/index-rows.ts';

const TSVECTOR_BYTES = 2 ** 20;

function conversation(words: number, sources: number): WireArticle {
  const bodyText = Array.from({ length: words }, (_, index) => `w${index + 10_000_000}`).join(' ');
  return {
    headline: 'Wall',
    summary: '',
    bodyText,
    language: 'en',
    section: { slug: 'news', name: 'News' },
    tags: [],
    sources: Array.from({ length: sources }, () => ({ id: createId() })),
    quotes: [],
    claims: [],
    interviews: [],
  } as unknown as WireArticle;
}

it('a row of many words and many sources fits a tsvector, with every source', () => {
  const [row = ''] = indexRows(conversation(150_000, 2_000));
  const tokens = [...new Set(row.split(' '))];
  expect(Buffer.byteLength(tokens.join(''))).toBeLessThan(TSVECTOR_BYTES);
  expect(tokens.filter((token) => token.startsWith(':source:'))).toHaveLength(2_000);
  expect(tokens).toContain('h.wall');
});
