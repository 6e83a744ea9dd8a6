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

  test('a headline in capitals is nobody’s turn', () => {
    const text =
      'INTERVIEW WITH: THE KEEPER\n\nHOST: Why clocks?\n\nORLA FINCH: Because they stop.\n\nHOST: And then?\n\nORLA FINCH: I start them.';
    expect(turns(text)[0]).toEqual(['HOST', 'question', 'Why clocks?']);
    expect(turns(text.toUpperCase())).toHaveLength(4);
  });

  test.each([
    ['in brackets', '[00:00:12] Hugo Stamm: Why clocks?', '[00:00:15] Orla Finch: They stop.'],
    ['bare', '00:12 Hugo Stamm: Why clocks?', '00:15 Orla Finch: They stop.'],
    ['in round brackets', '(00:12) Hugo Stamm: Why clocks?', '(00:15) Orla Finch: They stop.'],
    ['behind the name', 'Hugo Stamm (00:12):\nWhy clocks?', 'Orla Finch (00:15):\nThey stop.'],
    ['behind the name, alone', 'Hugo Stamm  0:12\nWhy clocks?', 'Orla Finch  0:15\nThey stop.'],
  ])('labels have time codes: %s', (_what, question, answer) => {
    expect(turns([question, answer, question, answer].join('\n\n'))).toEqual([
      ['Hugo Stamm', 'question', 'Why clocks?'],
      ['Orla Finch', 'answer', 'They stop.'],
      ['Hugo Stamm', 'question', 'Why clocks?'],
      ['Orla Finch', 'answer', 'They stop.'],
    ]);
  });

  test('the time at which a briefing ends opens no turn', () => {
    const text =
      '10:15 A.M. EDT\n\nQ: Why clocks?\n\nA: They stop.\n\nQ: And then?\n\nA: I start them.\n\n11:00 A.M. EDT';
    expect(turns(text)).toHaveLength(4);
    expect(turns(text).at(-1)?.[2]).toBe('I start them.');
  });

  test.each([
    ['he', 'מראיין: למה שעונים?', 'עדה רן: כי הם נעצרים.', 'מראיין'],
    ['ar', 'المذيع: لماذا الساعات؟', 'عدنان رن: لأنها تتوقف.', 'المذيع'],
    ['zh', '记者：为什么修钟？', '王芳：因为钟会停。', '记者'],
    ['el', 'Δημοσιογράφος: Γιατί ρολόγια;', 'Άννα Ρεν: Γιατί σταματούν.', 'Δημοσιογράφος'],
  ])('labels in %s', (_language, question, answer, name) => {
    const found = turns([question, answer, question, answer].join('\n\n'));
    expect(found.map(([, role]) => role)).toEqual(['question', 'answer', 'question', 'answer']);
    expect(found[0]?.[0]).toBe(name);
  });

  test.each([
    ['a subheading', 'The early years', 'They stop.'],
    ['a caption with its credit', 'The tower in spring. Photo: Bo Lind', 'They stop.'],
    ['a credit in brackets', 'The tower in spring (Picture: Bo Lind)', 'They stop.'],
    ['a picture', '![The tower](tower.jpg)', 'They stop.'],
    ['no heading but a list without marks', 'The tower', 'They stop'],
  ])('%s between turns', (what, line, answer) => {
    const labelled = `Hugo Stamm: Why clocks?\n\nOrla Finch: ${answer}\n\n${line}\n\nHugo Stamm: And then?\n\nOrla Finch: I start them.`;
    const expected = what.startsWith('no') ? `${answer}\n\n${line}` : answer;
    expect(turns(labelled)[1]?.[2]).toBe(expected);
  });

  test.each([
    ['marked questions', '**Why clocks?**\n\nThey stop.\n\n', '**And then?**\n\nI start them.'],
    ['dashes', '— Why clocks?\n\n— They stop.\n\n', '— And then?\n\n— I start them.'],
    [
      'alternation',
      'Why clocks?\n\nThey stop.\n\n',
      'And then?\n\nI start them.\n\nAlways?\n\nMostly.',
    ],
  ])('a subheading between turns of %s is no speech', (_what, before, after) => {
    const found = turns(`${INTRO}\n\n${before}The early years\n\n${after}`);
    expect(found.slice(0, 4).map(([, , words]) => words)).toEqual([
      'Why clocks?',
      'They stop.',
      'And then?',
      'I start them.',
    ]);
  });

  test('a picture parts what one speaker says', () => {
    const text =
      'Hugo Stamm: Why clocks?\n\nOrla Finch: They stop.\n\n![The tower](tower.jpg)\n\nAll of them.\n\nHugo Stamm: And then?\n\nOrla Finch: I start them.';
    expect(turns(text).map(([speaker, , words]) => [speaker, words])).toEqual([
      ['Hugo Stamm', 'Why clocks?'],
      ['Orla Finch', 'They stop.'],
      ['Orla Finch', 'All of them.'],
      ['Hugo Stamm', 'And then?'],
      ['Orla Finch', 'I start them.'],
    ]);
  });

  test.each([
    [['ORLA FINCH', 'Orla Finch', 'FINCH'], 'Orla Finch'],
    [['Mr. Voss', 'Mr. Arne Voss', 'VOSS'], 'Arne Voss'],
    [['MS. KOLB', 'Ms. Kolb', 'MS. KOLB'], 'Kolb'],
    [['Judge Voss', 'Judge Voss', 'Judge Voss'], 'Judge Voss'],
    [['Speaker 2', 'Speaker 2', 'Speaker 2'], null],
  ])('%j is one speaker', (labels, name) => {
    const text = labels.map((label) => `HOST: Why?\n\n${label}: So it is.`).join('\n\n');
    const speakers = turns(text).map(([speaker]) => speaker);
    expect(new Set(speakers)).toEqual(new Set(['HOST', name]));
    expect(speakers).toHaveLength(6);
  });

  test('a name in capitals and a surname are one speaker beside labels that recur', () => {
    const text =
      'Host: Why?\n\nADA RENN: So it is.\n\nHost: And now?\n\nRenn: We wait.\n\nHost: Thank you.';
    expect(turns(text).map(([speaker]) => speaker)).toEqual([
      'Host',
      'Ada Renn',
      'Host',
      'Ada Renn',
      'Host',
    ]);
  });

  test.each([
    ['a recipe', 'Ingredients: flour\nMethod: bake\nIngredients: eggs\nMethod: boil'],
    ['a programme', '10:00 Talk: the mayor\n10:30 Break: tea\n11:00 Talk: Bo\n12:00 Break: tea'],
    ['scores', 'Renn: 3\nLind: 2\nRenn: 4\nLind: 6'],
    ['quarters', 'Q1: Sales rose.\n\nQ2: Sales fell.\n\nQ3: Sales rose.'],
    [
      'prose with colons',
      'So, my question is: Why?\n\nOn Monday, the mayor said: No.\n\nSo, my point is: Why?\n\nOn Monday, the mayor said: Yes.',
    ],
  ])('%s is no conversation', (_what, text) => {
    expect(turns(text)).toEqual([]);
  });

  test('labels have numbers, offices and either apostrophe', () => {
    const numbered = 'Q1: Why?\n\nA1: They stop.\n\nQ2: And then?\n\nA2: I start them.';
    expect(turns(numbered).map(([, , words]) => words)).toEqual([
      'Why?',
      'They stop.',
      'And then?',
      'I start them.',
    ]);
    const offices =
      "Orla O’Finch, the keeper: Why?\n\nBo Lind, mason: Rust.\n\nOrla O'Finch: And then?\n\nBo Lind: Paint.";
    expect(new Set(turns(offices).map(([speaker]) => speaker))).toHaveProperty('size', 2);
    expect(turns(offices)).toHaveLength(4);
  });

  test('initials are the only name above the turns that has them', () => {
    const text =
      'Orla Finch spoke to Bo Lind in Brell.\n\nBL: Why?\n\nOF: They stop.\n\nBL: And then?\n\nOF: I start them.';
    expect(
      turns(text)
        .slice(0, 2)
        .map(([speaker]) => speaker),
    ).toEqual(['Bo Lind', 'Orla Finch']);
  });

  test('a surname that two labels share is left as it stands', () => {
    const text =
      'Ada Voss: Why?\n\nBo Voss: So it is.\n\nVoss: Is it?\n\nAda Voss: Why?\n\nBo Voss: It is.';
    expect(turns(text).map(([speaker]) => speaker)).toContain('Voss');
  });
});
