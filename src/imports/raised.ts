/** Raised and lowered characters that would run into a number beside them: 10<sup>6</sup>. */
import type { HastNode } from './html-clean.ts';

const FROM = '0123456789+-=()ni';
const TO = { sup: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ', sub: '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙᵢ' };
const MARK = { sup: '^', sub: '_' };

/**
 * Words that are raised or lowered right beside a digit, in characters of their own; with a mark
 * before them where there are none. `null` for words that run into no number.
 */
export function asRaised(
  name: 'sup' | 'sub',
  words: string,
  before: string,
  after: string,
): string | null {
  const isBeside = /\d$/.test(before) || /^\d/.test(after);
  if (!isBeside || !/\d/.test(words)) return null;
  const plain = words.trim().replaceAll('−', '-');
  // 5<sup>1</sup>/<sub>2</sub> is a fraction.
  if (name === 'sup' && /^[/⁄]/.test(after)) return ` ${plain}`;
  const characters = [...plain].map((one) => TO[name][FROM.indexOf(one)]);
  return characters.includes(undefined) ? `${MARK[name]}${plain}` : characters.join('');
}

/** The words of a part of a tree. */
export const wordsOf = (node: HastNode | undefined): string =>
  node?.type === 'text'
    ? node.value
    : node?.type === 'element'
      ? (node.children as HastNode[]).map(wordsOf).join('')
      : '';

const TAG = /(`{1,10})[^`]+\1|<(su[pb])>([^<>]{1,40})<\/\2>/gi;

/** The same in Markdown, outside of code. */
export const withRaised = (markdown: string): string =>
  markdown.replace(
    TAG,
    (all: string, _code, name: string | undefined, words: string, at: number) => {
      if (name === undefined) return all;
      const end = at + all.length;
      const tag = name.toLowerCase() === 'sup' ? 'sup' : 'sub';
      return (
        asRaised(tag, words, markdown.slice(0, at).slice(-1), markdown.slice(end, end + 1)) ?? all
      );
    },
  );
