import { SOFT, SPACE } from './characters.ts';
import { TracedText } from './offset-map.ts';

/** Words with nothing but a space between them; it stands in the text as it is written. */
const WORDS = new RegExp(`[^${SPACE}]+(?:\\x20[^${SPACE}]+)*`, 'g');
const SPECIAL = new RegExp(`[${SOFT}\\0]`);
const DROPPED = new RegExp(`[${SOFT}]`, 'u');
const UNWRITABLE = /[\0\p{Cs}]/u;

/** Separators, the stronger the greater. */
const NONE = 0;
export const WORD_SPACE = 1;
export const ITEM = 2;
export const BLOCK = 3;
const SEPARATORS = ['', ' ', '\n', '\n\n'];

/** Collects words; what separates them is written when the next one comes. */
export class TextWriter {
  readonly out = new TracedText();
  #pending = NONE;

  /** Asks for a separator; the strongest one asked for before the next word counts. */
  separate(strength: number): void {
    if (strength > this.#pending) this.#pending = strength;
  }

  /** A leaf block begins: a blank line before it, unless a list has already said otherwise. */
  beginBlock(): void {
    if (this.#pending < ITEM) this.#pending = BLOCK;
  }

  /** Writes text that stands in the source character by character. */
  write(text: string, from: number): void {
    let end = 0;
    for (const words of text.matchAll(WORDS)) {
      if (words.index > end) this.separate(WORD_SPACE);
      end = words.index + words[0].length;
      const at = from + words.index;
      if (SPECIAL.test(words[0]) || !words[0].isWellFormed()) this.#writeSpecial(words[0], at);
      else this.#put(words[0], at, at + words[0].length);
    }
    if (end < text.length) this.separate(WORD_SPACE);
  }

  /** Writes text of which nothing is dropped, and whose white space stays as it is. */
  copy(text: string, from: number): void {
    if (text !== '') this.#put(text, from, from + text.length);
  }

  /** Writes text that stands for a source range as a whole. */
  writeAs(text: string, from: number, to: number): void {
    for (const char of text) {
      if (char.trim() === '' && char !== '\uFEFF') this.separate(WORD_SPACE);
      else if (!DROPPED.test(char)) this.#put(UNWRITABLE.test(char) ? '\uFFFD' : char, from, to);
    }
  }

  #writeSpecial(words: string, from: number): void {
    let at = from;
    for (const char of words) {
      this.writeAs(char, at, at + char.length);
      at += char.length;
    }
  }

  #put(text: string, from: number, to: number): void {
    if (this.#pending !== NONE && this.out.length > 0) {
      const gap = this.out.sourceEnd;
      this.out.add(SEPARATORS[this.#pending] ?? ' ', gap, Math.max(gap, from));
    }
    this.#pending = NONE;
    this.out.add(text, from, to);
  }
}
