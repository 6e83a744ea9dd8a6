/** Verbs around a figure, their subjects, and what pronouns in their place stand for. */

import { findSubject, type Subject, verbGroup } from '../reading/clauses.ts';
import { phraseEndingAt } from '../reading/phrase-endings.ts';
import { AUXILIARIES, isNominal, type Phrase } from '../reading/phrases.ts';
import type { Token } from '../reading/tokens.ts';
import { isLevelVerb } from '../reading/verb-forms.ts';
import { afterNumber, fullPhraseEndingAt, isEmptyPhrase, isTimeWord } from './frame-phrases.ts';

const SAME_FORM = /^(?:shot|cut|hit|set|put|lost|found|felt|left|spent|made)$/;

export function isVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.pos === 'NOUN') return isVerbInDisguise(tokens, at);
  return (
    token !== undefined &&
    (token.pos === 'VERB' || token.pos === 'AUX') &&
    token.lower !== "'s" &&
    tokens[at - 1]?.pos !== 'DET'
  );
}

/** Forms that the tagger takes for nouns: "had shot down", "should drop", "which range from". */
function isVerbInDisguise(tokens: readonly Token[], at: number): boolean {
  const form = tokens[at]?.lower ?? '';
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (/^costs?$/.test(form))
    return (
      !/^(?:DET|ADJ|NOUN|VERB|ADP)$/.test(before?.pos ?? '') || /[^s]s$/.test(before?.lower ?? '')
    );
  if (before?.pos === 'AUX')
    return SAME_FORM.test(form) || (MODAL.test(before.lower) && isLevelVerb(form));
  if (/^(?:which|who|that)$/.test(before?.lower ?? ''))
    return isNominal(tokens[at - 2]) || tokens[at - 2]?.text === ',';
  if (!isNominal(before)) return false;
  // "the figure drops to", "company plans to hire": a singular noun before a form in -s.
  const agrees = /[^s]s$/.test(form) !== /[^s]s$/.test(before?.lower ?? '');
  if (next?.lower === 'to' && tokens[at + 2]?.pos === 'VERB')
    return agrees && /^(?:plans?|aims?|hopes?|needs?|wants?|looks?)$/.test(form);
  return (
    agrees &&
    isLevelVerb(form) &&
    /^(?:to|by|from)$/.test(next?.lower ?? '') &&
    counts(tokens, at + 2)
  );
}

/** True where a figure stands at `at`, or behind words that compare. */
function counts(tokens: readonly Token[], at: number): boolean {
  for (let index = at; index < at + 4; index += 1) {
    const token = tokens[index];
    if (token?.pos === 'NUM') return true;
    if (!token || !/^(?:ADV|SYM|ADP|DET)$/.test(token.pos)) return false;
  }
  return false;
}

const MODAL = /^(?:will|would|should|could|can|may|might|must|'ll|'d)$/;

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
    // "there is a chance of 9 percent": of nobody.
    if (tokens[verbGroup(tokens, verb, floor).from - 1]?.lower === 'there') return null;
    const subject = subjectOf(tokens, verb, floor);
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
    while (next >= floor && (!isVerb(tokens, next) || isModifierVerb(tokens, next))) next -= 1;
    verb = next;
  }
  return pronoun;
}

/** The subject of a verb, over what quotes have no use for: "that" as relative, headlines. */
function subjectOf(tokens: readonly Token[], verb: number, floor: number): Subject | null {
  const group = verbGroup(tokens, verb, floor);
  const base = { verbFrom: group.from, passive: group.passive };
  // "hit its highest level, having increased": the participle is said of the main clause's subject.
  if (tokens[group.from]?.lower === 'having') return null;
  const before = tokens[group.from - 1];
  if (before?.lower === 'that' && group.from - 2 >= floor && isNominal(tokens[group.from - 2])) {
    const phrase = phraseEndingAt(tokens, group.from - 2, floor);
    return phrase && { ...phrase, ...base, how: 'relative' };
  }
  const found = findSubject(tokens, verb, floor);
  if (found || !group.infinitive) return found;
  // "Firm to cut 400 jobs": a headline's infinitive has the noun before it as subject.
  const head = group.from - 1;
  for (let at = floor; at <= head; at += 1) if (isVerb(tokens, at)) return null;
  const phrase = head >= floor ? phraseEndingAt(tokens, head, floor) : null;
  return phrase && { ...phrase, ...base, how: 'direct' };
}

function subjectPhrase(tokens: readonly Token[], subject: Subject, floor: number): Phrase | null {
  if (subject.how !== 'direct') return { from: subject.from, to: subject.to };
  // "the voltage across it was": the noun before the preposition, not the pronoun.
  const inner = isEmptyPhrase(tokens, subject) && tokens[subject.from - 1]?.pos === 'ADP';
  if (inner && subject.from - 2 >= floor && isNominal(tokens[subject.from - 2]))
    return fullPhraseEndingAt(tokens, subject.from - 2, floor);
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
