import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/extraction/extract.ts';
import { extractableText, makeSuggestions } from '../../../src/imports/suggestions.ts';

/** The body without a conversation, and the texts of its turns. */
function conversationOf(body: string) {
  const found = makeSuggestions(body, extract(extractableText(body)));
  const interview = found.find(({ kind }) => kind === 'interview');
  if (interview?.kind !== 'interview') throw new Error('There is no conversation.');
  return {
    rest: body.replace(interview.removes, ''),
    texts: interview.value.turns?.map(({ text }) => text),
  };
}

describe('a suggested conversation', () => {
  it('takes the marks of its title and its last turn out of the body', () => {
    const { rest } = conversationOf(
      'By hand.\n\n## The gates\n\n**Ada Renn: How many leak?**\n\n**Ann Lund:** All.\n\n**Ada Renn: Why?**\n\n*Ann Lund: Rust.*',
    );
    expect(rest.trim()).toBe('By hand.');
  });

  it('cuts no mark in two', () => {
    const { texts } = conversationOf(
      '**Ada Renn: How many leak?**\n\n**Ann Lund:** *All*\n\nIt is [a list](https://e.org/)\n\n**Ada Renn:** *Why?*\n\n**Ann Lund:** Rust, *mostly*',
    );
    expect(texts).toEqual([
      'How many leak?',
      '*All*\n\nIt is [a list](https://e.org/)',
      '*Why?*',
      'Rust, *mostly*',
    ]);
  });
});

describe('the figure of a suggested claim', () => {
  it.each([
    ['At least 14 gates failed, Ada Renn said.', 'How many gates failed?'],
    ['The pumps cost £2.4 million, Ada Renn said.', 'Cost of pumps: how much, in GBP?'],
  ])('asks for a count or an amount: %s', (text, question) => {
    const claim = makeSuggestions(text, extract(text)).find(({ kind }) => kind === 'claim');
    expect(claim?.value).toMatchObject({ figure: { question } });
  });

  it('is unsure where an amount is of nothing that is named', () => {
    const text = '“We asked for 5 percent,” said Ada Renn.';
    const claim = makeSuggestions(text, extract(text)).find(({ kind }) => kind === 'claim');
    expect(claim).toMatchObject({ text: '5 percent', confidence: 0.3 });
  });
});
