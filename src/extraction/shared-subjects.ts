/** The subject of a cue that has none beside it: of a participle, or of the second of two verbs. */
import { findSubject, type Subject } from './clauses.ts';
import { DOCUMENTS } from './lexicon.ts';
import { type Phrase, phraseStartingAt } from './phrases.ts';
import { covers, type Report } from './reports.ts';
import type { Sentence } from './sentences.ts';
import type { Site } from './sites.ts';
import type { Token } from './tokens.ts';

/** The cue's own subject; "a statement confirming" leaves it to who released the statement. */
export function ownSubject(tokens: readonly Token[], site: Site): Subject | null {
  const { subject } = site;
  const head = subject && tokens[subject.to - 1];
  return subject && site.cue.form === 'ing' && head && DOCUMENTS.has(head.lower) ? null : subject;
}

/** The subject that a coordinated or participial cue shares with the verb before it. */
export function sharedSubject(
  tokens: readonly Token[],
  site: Site,
  sentence: Sentence,
  done: readonly Report[],
): Phrase | null {
  const link = tokens[site.groupFrom - 1];
  const participle = site.cue.form === 'ing';
  if (!participle && !(link && /^(?:and|but|or|then|,)$/.test(link.lower))) return null;
  if (
    participle &&
    link &&
    /^(?:DET|ADJ|NOUN|PROPN)$/.test(link.pos) &&
    link.quote < 0 &&
    !DOCUMENTS.has(link.lower)
  )
    return null;
  const last = done[done.length - 1];
  if (last?.mention && last.sentence >= 0 && !covers(last, site.at))
    return last.antecedent ?? last.mention;
  if (participle && link?.text === ',') {
    const main = mainSubject(tokens, site, sentence);
    if (main) return main;
  }
  for (let at = site.groupFrom - 1; at > sentence.from && site.groupFrom - at < 50; at -= 1) {
    const token = tokens[at];
    if (!token || token.quote >= 0 || !/^(?:VERB|AUX)$/.test(token.pos) || /ing$/.test(token.lower))
      continue;
    const subject = subjectPhrase(tokens, at, sentence.from);
    if (subject) return subject;
  }
  const opens = site.groupFrom === sentence.from || opensAdverbial(tokens, site, sentence);
  return participle && opens ? leadSubject(tokens, site, sentence) : null;
}

/** ", calling it a mess": the first subject of the sentence that is no relative pronoun. */
function mainSubject(tokens: readonly Token[], site: Site, sentence: Sentence): Phrase | null {
  for (let at = sentence.from + 1; at < site.groupFrom; at += 1) {
    const token = tokens[at];
    if (!token || token.quote >= 0 || !/^(?:VERB|AUX)$/.test(token.pos) || /ing$/.test(token.lower))
      continue;
    const subject = findSubject(tokens, at, sentence.from);
    if (subject && subject.how !== 'relative') return { from: subject.from, to: subject.to };
  }
  return null;
}

/** "After saying that it rained, she left", "While noting …". */
function opensAdverbial(tokens: readonly Token[], site: Site, sentence: Sentence): boolean {
  return (
    site.groupFrom === sentence.from + 1 &&
    /^(?:after|before|while|when|by|despite|in|without|since)$/.test(
      tokens[sentence.from]?.lower ?? '',
    )
  );
}

/** "Noting that it rained, she left": the subject comes after the clause. */
function leadSubject(tokens: readonly Token[], site: Site, sentence: Sentence): Phrase | null {
  for (let at = site.at; at < sentence.to; at += 1) {
    if (tokens[at]?.text !== ',') continue;
    const phrase = phraseStartingAt(tokens, at + 1, sentence.to);
    if (phrase && /^(?:VERB|AUX)$/.test(tokens[phrase.to]?.pos ?? '')) return phrase;
  }
  return null;
}

function subjectPhrase(tokens: readonly Token[], at: number, floor: number): Phrase | null {
  const subject = findSubject(tokens, at, floor);
  return subject ? { from: subject.from, to: subject.to } : null;
}
