/** A unit, and the rate that may stand behind it. */
import type { Token } from '../reading/tokens.ts';

export interface Unit {
  /** Unit as proposed: ISO 4217 code, "percent", a measure, or the counted noun. */
  name: string;
  kind: 'money' | 'share' | 'measure' | 'time' | 'age' | 'noun';
  /** UTF-16 end of the words that the unit takes after the number (0 where it stands before). */
  end: number;
  /** Token range of the counted noun phrase, for nouns. */
  from: number;
  to: number;
}

/** "a year", "per month", "an hour" right after a unit. */
function rateAfter(tokens: readonly Token[], at: number): { words: string; to: number } | null {
  const first = tokens[at]?.lower;
  const second = tokens[at + 1]?.lower ?? '';
  if (
    /^(?:a|an|per|each|every)$/.test(first ?? '') &&
    /^(?:second|minute|hour|day|week|month|year|person|household|head|capita|barrel|litre|liter|gallon|kilo|tonne|ton|share|hectare|acre|night)$/.test(
      second,
    )
  )
    return { words: ` per ${second}`, to: at + 2 };
  if (first === '/' && /^[a-z]+$/.test(second)) return { words: `/${second}`, to: at + 2 };
  return null;
}

/** The unit with its rate; the range of a counted noun stays that of the noun. */
export function withRate(tokens: readonly Token[], unit: Unit): Unit {
  const rate = rateAfter(tokens, unit.to);
  if (!rate) return unit;
  const name = unit.name + rate.words;
  if (unit.kind === 'noun') return { ...unit, name };
  const slash = rate.words.startsWith('/');
  const end = slash ? (tokens[rate.to - 1]?.end ?? unit.end) : unit.end;
  return { ...unit, name, end, to: rate.to };
}
