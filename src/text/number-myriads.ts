/** Digits beside Chinese, Japanese and Korean letters: "約1,200人", "3.5万", "1億2000만". */
import { SPACELESS } from './characters.ts';
import type { Core } from './number-cores.ts';

const SCALES: ReadonlyMap<string, number> = new Map([
  ['百', 100],
  ['백', 100],
  ...['千', '천'].map((letter) => [letter, 1e3] as const),
  ...['万', '萬', '만'].map((letter) => [letter, 1e4] as const),
  ...['億', '亿', '억'].map((letter) => [letter, 1e8] as const),
  ...['兆', '조'].map((letter) => [letter, 1e12] as const),
]);

/** 百 alone begins other words: 3百貨店. */
const SCALE = /(?:百(?=[万萬])|[백千천万萬만億亿억兆조])+/y;
const PIECE = /\d{1,4}(?![\d.,])/y;

/** A letter of a script that sets no space between a number and the words around it. */
const BESIDE = new RegExp(`[${SPACELESS}\\p{sc=Hangul}]`, 'u');

/** "第3", "令和6": the number of something. */
const NUMBERED = /(?:[第제]|令和|平成|昭和)$/;

/** What follows the digits of a date or a clock time: a year, "10月", "28日", but not "3日間". */
const DATED =
  /^(?:(?:1[5-9]|20)\d\d[年년]|\d{1,2}(?:[年년](?:度| ?\d{1,2}[月월])|[月월]|[日일号號時时시](?![間间간])))/;

/** Whether such a letter before a number joins it to a name. */
export const isNumbered = (before: string): boolean =>
  !BESIDE.test(before.slice(-1)) || NUMBERED.test(before);

/** Whether what begins with digits is such a number, and no date. */
export const isCounted = (digits: string, letter: string, after: string): boolean =>
  BESIDE.test(letter) && !DATED.test(digits + after);

function scaleAt(text: string, at: number): { factor: number; length: number } {
  SCALE.lastIndex = at;
  const letters = SCALE.exec(text)?.[0] ?? '';
  const factor = [...letters].reduce((product, one) => product * (SCALES.get(one) ?? 1), 1);
  return { factor, length: letters.length };
}

/** The number with the scales behind it and the smaller numbers behind those. */
export function withMyriads(text: string, core: Core): Core {
  let { factor, length } = scaleAt(text, core.end);
  if (length === 0 || core.value === null) return core;
  let value = core.value * factor;
  let end = core.end + length;
  while (factor > 1) {
    PIECE.lastIndex = end;
    const digits = PIECE.exec(text)?.[0];
    if (digits === undefined) break;
    const next = scaleAt(text, end + digits.length);
    if (Number(digits) * next.factor >= factor) break;
    value += Number(digits) * next.factor;
    end += digits.length + next.length;
    factor = next.factor;
  }
  return { ...core, end, value: Number(value.toPrecision(15)), scale: factor };
}
