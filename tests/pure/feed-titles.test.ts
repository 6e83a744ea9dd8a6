import { expect, it } from 'vitest';
import { turnItem } from '../../src/feeds/items.ts';

const FAMILY = '👩‍👩‍👧‍👦';

function titleOf(plainText: string): string {
  const id = '0192f0c1-2345-7abc-8def-0123456789ab';
  const article = {
    id,
    slug: 'wall',
    headline: 'Wall',
    url: '/v1/articles/wall',
    publishedAt: '2024-10-09T12:00:00.000Z',
  };
  const speaker = { id, slug: 'mara', kind: 'person', name: 'Mara' } as const;
  const { title } = turnItem(
    {
      id,
      url: `/v1/turns/${id}`,
      position: 1,
      role: 'answer',
      speaker,
      speakerRole: null,
      replyTo: null,
      text: plainText,
      html: '',
      plainText,
      article,
      interview: id,
    },
    {
      publicUrl: 'https://news.example.org',
      language: null,
      publishedAt: new Date(article.publishedAt),
    },
  );
  return title.slice('Mara: “'.length, -1);
}

it.each([
  ['as it is, if it is short', 'We knew.', 'We knew.'],
  ['up to its last whole word', 'word '.repeat(40), `${'word '.repeat(19)}word…`],
  [
    'of a script without spaces to its last character',
    `一 ${'二'.repeat(200)}`,
    `一 ${'二'.repeat(98)}…`,
  ],
  ['between what readers take for characters', FAMILY.repeat(120), `${FAMILY.repeat(90)}…`],
])('a title shows a text %s', (_name, text, title) => {
  expect(titleOf(text)).toBe(title);
});

it('a title never holds a page of marks on one letter', () => {
  expect(titleOf(`a${'\u0301'.repeat(50_000)}`).length).toBeLessThan(1_100);
});
