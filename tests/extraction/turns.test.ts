import { describe, expect, test } from 'vitest';
import { show } from './helpers.ts';

function turns(text: string): [string | null, string, string][] {
  const { raw, at } = show(text);
  return raw.turns.map((turn) => [turn.speaker, turn.role, at([turn.start, turn.end])]);
}

const INTRO = 'Orla Finch mends clocks in Brell. Hugo Stamm spoke to her in the tower.';

describe('turns', () => {
  test('labels with an outlet in brackets', () => {
    const text =
      'Editor (The Gull): Why clocks?\nDr. Orla Finch: Because they stop.\nEditor (The Gull): And then?\nDr. Orla Finch: I start them.';
    expect(turns(text)).toEqual([
      ['Editor', 'question', 'Why clocks?'],
      ['Orla Finch', 'answer', 'Because they stop.'],
      ['Editor', 'question', 'And then?'],
      ['Orla Finch', 'answer', 'I start them.'],
    ]);
  });

  test('Q and A take their names from the introduction', () => {
    const text = `${INTRO}\n\nQ: Why clocks?\n\nA: Because they stop.\n\nQ: And then?\n\nA: I start them.`;
    expect(turns(text).map(([speaker]) => speaker)).toEqual([
      'Hugo Stamm',
      'Orla Finch',
      'Hugo Stamm',
      'Orla Finch',
    ]);
  });

  test('questions in bold, an answer of two paragraphs is one turn', () => {
    const text = `${INTRO}\n\n**Why clocks?**\n\nBecause they stop.\n\nAll of them.\n\n**And then?**\n\nI start them.`;
    expect(turns(text).map(([, role, words]) => [role, words])).toEqual([
      ['question', 'Why clocks?'],
      ['answer', 'Because they stop.\n\nAll of them.'],
      ['question', 'And then?'],
      ['answer', 'I start them.'],
    ]);
  });

  test('dashes open turns', () => {
    const text = `${INTRO}\n\n— Why clocks?\n\n— Because they stop.\n\n— And then?\n\n— I start them.`;
    expect(turns(text)).toHaveLength(4);
    expect(turns(text)[0]?.[2]).toBe('Why clocks?');
  });

  test('paragraphs that ask and answer in alternation', () => {
    const text = `${INTRO}\n\nWhy clocks?\n\nBecause they stop.\n\nAnd then?\n\nI start them.\n\nAlways?\n\nMostly.`;
    expect(turns(text).map(([, role]) => role)).toEqual([
      'question',
      'answer',
      'question',
      'answer',
      'question',
      'answer',
    ]);
  });

  test.each([
    ['a line that divides', '\n\n***\n\nOrla Finch has mended clocks since 1998.'],
    ['a footer', '\n\nEND 2:05 P.M.'],
  ])('%s ends the last turn', (_what, rest) => {
    const labelled = `Q: Why clocks?\n\nA: Because they stop.\n\nQ: And then?\n\nA: I start them.${rest}`;
    expect(turns(labelled).at(-1)?.[2]).toBe('I start them.');
  });

  test('a line that divides ends turns without labels', () => {
    const text = `${INTRO}\n\n**Why clocks?**\n\nBecause they stop.\n\n**And then?**\n\nI start them.\n\n***\n\nThe tower is closed.`;
    expect(turns(text).at(-1)?.[2]).toBe('I start them.');
  });

  test('a bare thank-you is a remark', () => {
    const text =
      'Hugo Stamm: Why clocks?\n\nOrla Finch: Because they stop.\n\nHugo Stamm: And then?\n\nOrla Finch: I start them.\n\nHugo Stamm: Thank you for your time.';
    expect(turns(text).at(-1)?.[1]).toBe('remark');
  });

  test('prose has no turns', () => {
    expect(turns(`${INTRO} Note: the tower is closed.\n\nIs it loud? It is.`)).toEqual([]);
  });
});
