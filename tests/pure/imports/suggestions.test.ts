import { describe, expect, it } from 'vitest';
import type { ArticleInput } from '../../../src/articles/schema.ts';
import { extract } from '../../../src/extraction/extract.ts';
import { applySuggestions } from '../../../src/imports/applying.ts';
import { textToMarkdown } from '../../../src/imports/markdown.ts';
import {
  extractableText,
  makeSuggestions,
  type Suggestion,
} from '../../../src/imports/suggestions.ts';

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

  it.each([
    ['Host', { kind: 'unnamed', name: 'Host' }],
    ['Speaker 1', null],
    ['Ada Renn', { kind: 'person', name: 'Ada Renn' }],
  ])('has a speaker for the label %s where it names one', (label, speaker) => {
    const body = `${label}: Why?\n\nAnn Lund: Rust.\n\n${label}: And now?\n\nAnn Lund: Paint.`;
    const [first] = makeSuggestions(body, extract(body));
    expect(first).toMatchObject({ kind: 'interview', value: { turns: [{}, {}, {}, {}] } });
    const turns = first?.kind === 'interview' ? first.value.turns : [];
    expect(turns?.[0]?.speaker).toEqual(speaker === null ? null : expect.objectContaining(speaker));
  });

  it('knows nobody by an office in claims either', () => {
    const text =
      'Host: More than 7,000 cars crossed it.\n\nAnn Lund: Why?\n\nHost: Rust.\n\nAnn Lund: And now?\n\nHost: Paint.';
    const claim = makeSuggestions(text, extract(text)).find(({ kind }) => kind === 'claim');
    expect(claim?.value).toMatchObject({ chain: [{ source: { kind: 'unnamed', name: 'Host' } }] });
  });

  it('takes labels that have a line to themselves out of the body', () => {
    const text =
      'Mill Bridge\n\nIt is shut.\n\nHost  0:01\nWhy is it\nshut?\n\nAnn Lund  0:05\nRust.\n\nHost  0:09\nAnd now?\n\nAnn Lund  0:12\nPaint.';
    const { rest, texts } = conversationOf(textToMarkdown(text));
    expect(rest.trim()).toBe('Mill Bridge\n\nIt is shut.');
    expect(texts).toEqual(['Why is it\nshut?', 'Rust.', 'And now?', 'Paint.']);
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

describe('what stands between the turns of a suggested conversation', () => {
  it('stays in the body, but for labels and time codes', () => {
    const body =
      'By hand.\n\nAda Renn (0:12):\n\nHow many leak?\n\nAnn Lund (0:15):\n\nAll.\n\n## The gates\n\n![The lock](https://e.org/lock.jpg)\n\n[00:20]\n\nAda Renn (0:22):\n\nWhy?\n\nAnn Lund (0:25):\n\nRust.\n\nThe end.\n\n***\n\nMore tomorrow.';
    const found = makeSuggestions(body, extract(extractableText(body)));
    const article = applySuggestions({ headline: 'x', body } as ArticleInput, [
      found.find(({ kind }) => kind === 'interview') as Suggestion,
    ]);
    expect(article.body).toContain('## The gates\n\n![The lock](https://e.org/lock.jpg)');
    expect(article.body).not.toMatch(/Ada|Ann|00:20|leak/);
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
