/** Verbs around a figure, their subjects, and what pronouns in their place stand for. */
import { findSubject, type Subject } from './clauses.ts';
import { afterNumber, fullPhraseEndingAt, isEmptyPhrase, isTimeWord } from './frame-phrases.ts';
import { AUXILIARIES, isNominal, type Phrase } from './phrases.ts';
import type { Token } from './tokens.ts';

const SAME_FORM = /^(?:shot|cut|hit|set|put|lost|found|felt|left|spent|made)$/;

export function isVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  // "had shot down", "and cost": forms that the tagger takes for nouns.
  if (token?.pos === 'NOUN') {
    const before = tokens[at - 1];
    return /^costs?$/.test(token.lower)
      ? !/^(?:DET|ADJ|NOUN|VERB|ADP)$/.test(before?.pos ?? '') || /[^s]s$/.test(before?.lower ?? '')
      : SAME_FORM.test(token.lower) && before?.pos === 'AUX';
  }
  return (
    token !== undefined &&
    (token.pos === 'VERB' || token.pos === 'AUX') &&
    token.lower !== "'s" &&
    tokens[at - 1]?.pos !== 'DET'
  );
}

/** A participle before a noun ("rising prices"), or after one without an auxiliary. */
export function isModifierVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (next?.lower === 'by' && isNominal(tokens[at - 1]) && /(?:ed|en)$/.test(token?.lower ?? ''))
    return true;
  return (
    token !== undefined &&
    /(?:ed|ing|en)$/.test(token.lower) &&
    next !== undefined &&
    /^(?:NOUN|PROPN)$/.test(next.pos) &&
    !AUXILIARIES.has(tokens[at - 1]?.lower ?? '') &&
    /^(?:DET|ADJ|ADP|CCONJ|PRON)$/.test(tokens[at - 1]?.pos ?? '')
  );
}

/**
 * Subject of the verb at `at`. A verb without one of its own, or with a pronoun, takes that of the
 * verb before it in the sentence; a pronoun is given back where there is none.
 */
export function verbSubject(
  tokens: readonly Token[],
  at: number,
  floor: number,
): { phrase: Phrase; passive: boolean } | null {
  let passive: boolean | null = null;
  let pronoun: { phrase: Phrase; passive: boolean } | null = null;
  for (let verb = at, tries = 0; verb >= floor && tries < 4; tries += 1) {
    const subject = findSubject(tokens, verb, floor);
    const phrase = subject && afterNumber(tokens, subjectPhrase(tokens, subject, floor));
    if (phrase) {
      // "Critics say that it is 9 percent": the pronoun is not the one who says so.
      if (isEmptyPhrase(tokens, phrase) && tokens[phrase.from - 1]?.lower === 'that')
        return { phrase, passive: passive ?? subject.passive };
      if (!isEmptyPhrase(tokens, phrase)) return { phrase, passive: passive ?? subject.passive };
      passive ??= subject.passive;
      pronoun ??= { phrase, passive };
    }
    let next = Math.min(verb, subject?.from ?? verb) - 1;
    while (next >= floor && !isVerb(tokens, next)) next -= 1;
    verb = next;
  }
  return pronoun;
}

function subjectPhrase(tokens: readonly Token[], subject: Subject, floor: number): Phrase | null {
  if (subject.how !== 'direct') return { from: subject.from, to: subject.to };
  const full = fullPhraseEndingAt(tokens, subject.to - 1, floor);
  return full && isTimeWord(tokens[full.to - 1]) ? null : full;
}

const PLURAL = /^(?:they|them|their|these|those)$/;

/** What "it" or "they" at token `at` stands for: the subject, else a noun, of the sentence before. */
export function antecedentOf(
  tokens: readonly Token[],
  at: number,
  before: { from: number; to: number } | undefined,
): Phrase | null {
  const pronoun = tokens[at]?.lower ?? '';
  if (!before || !/^(?:it|they|its|their|them)$/.test(pronoun)) return null;
  const plural = PLURAL.test(pronoun);
  for (let verb = before.from; verb < before.to; verb += 1) {
    if (!isVerb(tokens, verb)) continue;
    const subject = verbSubject(tokens, verb, before.from)?.phrase;
    if (tokens[subject?.from ?? 0]?.pos === 'NUM') break;
    if (subject && !isEmptyPhrase(tokens, subject) && isPlural(tokens, subject) === plural)
      return subject;
    break;
  }
  for (let last = before.to - 1; plural && last > before.from; last -= 1) {
    const token = tokens[last];
    if (token?.pos !== 'NOUN' || !/[^s]s$/.test(token.lower) || isTimeWord(token)) continue;
    return fullPhraseEndingAt(tokens, last, before.from);
  }
  return null;
}

function isPlural(tokens: readonly Token[], phrase: Phrase): boolean {
  let head = phrase.from;
  while (head + 1 < phrase.to && tokens[head + 1]?.pos !== 'ADP') head += 1;
  return /[^s]s$|^(?:people|men|women|children|police)$/.test(tokens[head]?.lower ?? '');
}
