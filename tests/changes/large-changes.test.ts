import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { append } from '../support/changes.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

describe('a page of the change log', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    const megabytes = (count: number) => JSON.stringify('x'.repeat(count * 1024 * 1024));
    await append(newsroom, 1, megabytes(9));
    await append(newsroom, 3, megabytes(3));
  });
  afterAll(() => newsroom.close());

  it('holds some megabytes at most, and at least one change', async () => {
    const pages: number[][] = [];
    for (let after: string | null = '0'; after !== null; ) {
      const { body, headers } = await newsroom.get(`/v1/changes?after=${after}&fields=seq`);
      pages.push(body.data.map(({ seq }: { seq: number }) => seq));
      after = body.page.next;
      expect(String(headers['cache-control']).includes('immutable')).toBe(after !== null);
    }
    expect(pages).toEqual([[1], [2, 3], [4]]);
  });
});
