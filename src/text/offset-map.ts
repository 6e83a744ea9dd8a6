import { CLUSTER, SPACE } from './characters.ts';
import { lastAtOrBelow } from './codepoints.ts';

/** A half-open range of UTF-16 offsets. */
export interface Range {
  start: number;
  end: number;
}

/** A piece of derived text and the source range that it stands for. */
export interface Run {
  text: string;
  from: number;
  to: number;
  linear: boolean;
}

const WORD = new RegExp(`[^${SPACE}]+`, 'gu');

/**
 * A derived text that remembers where each of its characters came from.
 *
 * The memory is a list of runs. In a linear run text and source advance together; in an
 * atomic one ("&amp;" for "&", a composed letter) the whole text run stands for the
 * whole source range. All offsets are UTF-16 units.
 */
export class TracedText {
  readonly #pieces: string[] = [];
  readonly #at: number[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #linear: boolean[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Where the last run ended in the source; 0 at the beginning. */
  get sourceEnd(): number {
    return this.#to.at(-1) ?? 0;
  }

  /** Adds text that stands for source [from, to); linear when both have the same length. */
  add(text: string, from: number, to: number, linear = to - from === text.length): void {
    if (text === '') return;
    const last = this.#at.length - 1;
    this.#pieces.push(text);
    if (linear && this.#linear[last] === true && this.#to[last] === from) {
      this.#to[last] = to;
    } else {
      this.#at.push(this.#length);
      this.#from.push(from);
      this.#to.push(to);
      this.#linear.push(linear);
    }
    this.#length += text.length;
  }

  toString(): string {
    if (this.#pieces.length > 1) this.#pieces.splice(0, this.#pieces.length, this.#pieces.join(''));
    return this.#pieces[0] ?? '';
  }

  /** The source range of a non-empty text range; an empty one gives an empty source range. */
  sourceOf(start: number, end: number): Range {
    if (this.#length === 0) return { start: 0, end: 0 };
    const first = Math.min(Math.max(0, start), this.#length - 1);
    const from = this.#edge(first, false);
    if (end <= start) return { start: from, end: from };
    return { start: from, end: Math.max(from, this.#edge(Math.min(end, this.#length) - 1, true)) };
  }

  #edge(unit: number, after: boolean): number {
    const run = lastAtOrBelow(this.#at, unit);
    const from = this.#from[run] ?? 0;
    if (this.#linear[run] === true) return from + unit - (this.#at[run] ?? 0) + (after ? 1 : 0);
    return after ? (this.#to[run] ?? from) : from;
  }

  /** The pieces of text [start, end) that have one run each, in order. */
  *runs(start: number, end: number): Generator<Run> {
    const text = this.toString();
    let run = lastAtOrBelow(this.#at, start);
    for (let at = start; at < end; run += 1) {
      const stop = Math.min(end, this.#at[run + 1] ?? this.#length);
      const { start: from, end: to } = this.sourceOf(at, stop);
      yield { text: text.slice(at, stop), from, to, linear: this.#linear[run] === true };
      at = stop;
    }
  }

  /** Adds a piece of another traced text. */
  append(other: TracedText, start: number, end: number): void {
    for (const { text, from, to, linear } of other.runs(start, end))
      this.add(text, from, to, linear);
  }

  /** This text in Unicode Normalization Form C (UAX #15), still knowing where it came from. */
  composed(): TracedText {
    const text = this.toString();
    if (text.normalize('NFC') === text) return this;
    const result = new TracedText();
    let copied = 0;
    for (const word of text.matchAll(WORD)) {
      if (word[0].normalize('NFC') === word[0]) continue;
      for (const cluster of word[0].matchAll(CLUSTER)) {
        const composed = cluster[0].normalize('NFC');
        if (composed === cluster[0]) continue;
        const start = word.index + cluster.index;
        const end = start + cluster[0].length;
        result.append(this, copied, start);
        const source = this.sourceOf(start, end);
        result.add(composed, source.start, source.end, false);
        copied = end;
      }
    }
    result.append(this, copied, text.length);
    return result;
  }
}
