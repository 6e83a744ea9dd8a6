import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** The JSON that stands behind some words, up to a mark. */
function jsonBehind(words: string, from: string, to: string): Record<string, unknown> {
  const start = README.indexOf(from, README.indexOf(words)) + from.length;
  return JSON.parse(README.slice(start, README.indexOf(to, start)));
}

describe('the tour of the README', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
  });
  afterAll(() => newsroom.close());

  it('shows what the gate says first of its draft, and the suggestion that mends it', async () => {
    const draft = jsonBehind('$B/v1/desk/articles -H "$T" -H "$J" -D head.txt', "-d '", "'\n");
    const shown = jsonBehind("jq '.errors[0]'", '```json', '```');
    const { body: article } = await newsroom.create(draft);
    const refused = await newsroom.step(article.id, 'publish');
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0]).toEqual(shown);
    await newsroom.patch(
      `/v1/desk/articles/${article.id}/claims/${article.claims[0].id}`,
      shown.suggestion,
    );
    expect((await newsroom.step(article.id, 'publish')).status).toBe(200);
  });
});
