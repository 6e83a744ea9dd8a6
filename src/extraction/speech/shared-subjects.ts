/** The subject of a cue that has none beside it: of a participle, or of the second of two verbs. */
import { findSubject, type Subject } from '../reading/clauses.ts';
import { DOCUMENTS } from '../reading/lexicon.ts';
import { type Phrase, phraseStartingAt } from '../reading/phrases.ts';
import type { Sentence } from '../reading/sentences.ts';
import type { Token } from '../reading/tokens.ts';
import { covers, type Report } from './reports.ts';
import type { Site } from './sites.ts';

/** How far back, in tokens, the verb that governs a coordinated one is sought. */
const REACH = 50;

/** The cue's own subject; "a statement confirming" leaves it to who released the statement. */
export function ownSubject(tokens: readonly Token[], site: Site): Subject | null {
  const { subject } = site;
  const head = subject && headOf(tokens, subject);
  return subject && site.cue.form === 'ing' && head && DOCUMENTS.has(head.lower) ? null : subject;
}

/** "letter" of "a letter to the mayor". */
function headOf(tokens: readonly Token[], { from, to }: Phrase): Token | undefined {
  const link = tokens.slice(from, to).findIndex(({ pos }) => pos === 'ADP');
  return tokens[(link > 0 ? from + link : to) - 1];
}

/** The subject that a coordinated or participial cue has in common with another verb. */
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
  const inner = done.some((report) => covers(report, site.at));
  if (last?.mention && !covers(last, site.at)) return last.antecedent ?? last.mention;
  if (!inner && (!participle || link?.text === ',')) {
    const main = mainSubject(tokens, site.groupFrom, sentence);
    if (main) return main;
  }
  const nearest = nearestSubject(tokens, site, sentence);
  if (nearest) return nearest;
  const opens = site.groupFrom === sentence.from || opensAdverbial(tokens, site, sentence);
  return participle && opens ? leadSubject(tokens, site, sentence) : null;
}

/**
 * "She cut in to announce, “It …”", "he called friends to say he had left": the infinitive before a
 * sentence in marks, or of "say" before a clause, shares the subject; not "it is safe to say that".
 */
export function announcer(tokens: readonly Token[], site: Site, sentence: Sentence): Phrase | null {
  if (site.cue.form !== 'base' || tokens[site.at - 1]?.lower !== 'to') return null;
  const mark = /^[,:]$/.test(tokens[site.next]?.text ?? '') ? site.next + 1 : site.next;
  const quotes = (tokens[mark]?.quote ?? -1) >= 0 && /^\p{Lu}/u.test(tokens[mark + 1]?.text ?? '');
  const says =
    site.cue.lemma === 'say' &&
    !/^(?:ADJ|ADV)$/.test(tokens[site.at - 2]?.pos ?? '') &&
    /^(?:that|he|she|they)$/.test(tokens[site.next]?.lower ?? '');
  return quotes || says ? mainSubject(tokens, site.groupFrom, sentence) : null;
}

function isFiniteVerb(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.quote < 0 &&
    /^(?:VERB|AUX)$/.test(token.pos) &&
    !/ing$/.test(token.lower)
  );
}

function nearestSubject(tokens: readonly Token[], site: Site, sentence: Sentence): Phrase | null {
  for (let at = site.groupFrom - 1; at > sentence.from && site.groupFrom - at < REACH; at -= 1) {
    if (!isFiniteVerb(tokens[at])) continue;
    const subject = findSubject(tokens, at, sentence.from);
    if (subject) return { from: subject.from, to: subject.to };
  }
  return null;
}

/** What opens a clause that is no main clause. */
const SUBORDINATORS =
  /^(?:that|which|who|whom|whose|where|when|while|as|if|because|since|after|before|until|although|though|whether|what|how|why|than|so|of|for|in|to|with|by|about|from)$/;

/**
 * ", calling it a mess", "and called it a mess": the subject of the last main clause before the
 * cue; null where a clause with "when" goes on up to the cue.
 */
export function mainSubject(
  tokens: readonly Token[],
  limit: number,
  sentence: Sentence,
): Phrase | null {
  let main: Phrase | null = null;
  let adverbial = false;
  for (let at = sentence.from + 1; at < limit; at += 1) {
    const token = tokens[at];
    if (token?.text === ',') adverbial = false;
    if (!isFiniteVerb(token)) continue;
    const subject = findSubject(tokens, at, sentence.from);
    if (!subject) continue;
    const before = tokens[subject.from - 1]?.lower ?? '';
    if (/^(?:when|while|if|because)$/.test(before)) adverbial = true;
    if (opensMainClause(tokens, subject, sentence)) main = { from: subject.from, to: subject.to };
  }
  return adverbial ? null : main;
}

/** A subject at the start of its sentence, or behind a comma, a link or an adverb. */
function opensMainClause(tokens: readonly Token[], subject: Subject, sentence: Sentence): boolean {
  if (subject.how === 'relative') return false;
  const from = subject.edge ?? subject.from;
  if (from === sentence.from) return true;
  const before = tokens[from - 1];
  if (!before || SUBORDINATORS.test(before.lower)) return false;
  // ", two respected writers": a numeral before a participle is no subject.
  if (subject.to - from === 1 && tokens[from]?.pos === 'NUM') return false;
  if (before.pos === 'CCONJ')
    return from - 1 === sentence.from || /^[,;]$/.test(tokens[from - 2]?.text ?? '');
  const glued = before.text === '-' && before.end === tokens[from]?.start;
  return (/^(?:ADV|PUNCT)$/.test(before.pos) && !glued) || before.quote >= 0;
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
    if (!phrase) continue;
    const verb = tokens[phrase.to]?.pos === 'ADV' ? phrase.to + 1 : phrase.to;
    if (/^(?:VERB|AUX)$/.test(tokens[verb]?.pos ?? '')) return phrase;
  }
  return null;
}
