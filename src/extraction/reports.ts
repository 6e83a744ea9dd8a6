/**
 * Reported speech inside one sentence: for each reporting verb the content that it governs (after
 * it, before it, or on both sides) and the phrase that names who speaks. Frames say which
 * complements a verb takes; quotations count as blocks of the sentence.
 */
import { findSubject, type Subject, verbGroup } from './clauses.ts';
import { clauseEnd, hasVerb, isEndOfSpeech, skipAdjuncts } from './content.ts';
import {
  AUXILIARIES,
  CALENDAR,
  findSign,
  isNominal,
  type Phrase,
  phraseStartingAt,
} from './phrases.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';
import { type Cue, findCue, NOUN_LIKE } from './verbs.ts';

export interface Report {
  /** Token ranges of the content, in order. */
  pieces: Phrase[];
  mention: Phrase | null;
  /** Token range of the cue, or null for a quotation that has none. */
  verb: Phrase | null;
  lemma: string;
  sentence: number;
  /** True where the content stands after the cue. */
  after: boolean;
  rule: string;
}

/** One occurrence of a cue, with all that the rules ask about it. */
export interface Site {
  at: number;
  cue: Cue;
  /** First token after the cue and its particle. */
  next: number;
  subject: Subject | null;
  groupFrom: number;
}

const WH = new Set('how why what whether if when where who which'.split(' '));

function isVerbal(tokens: readonly Token[], at: number, cue: Cue): boolean {
  const token = tokens[at];
  if (!token) return false;
  const before = tokens[at - 1];
  if (
    /^\p{Lu}/u.test(token.text) &&
    before &&
    before.paragraph === token.paragraph &&
    !/^["“”‘’'.?!:—–-]+$/.test(before.text) &&
    token.pos === 'PROPN'
  )
    return false;
  if (NOUN_LIKE.has(token.lower)) {
    if (before && /^(?:DET|ADJ|NUM)$/.test(before.pos) && before.quote < 0) return false;
    if (
      before &&
      /^(?:his|her|its|their|our|my|your|'s|the|a|an|of|in|for|no|by|from|with)$/.test(before.lower)
    )
      return false;
    if (token.pos === 'VERB' || token.pos === 'AUX' || followsQuotation(tokens, at)) return true;
    const next = tokens[at + 1];
    return (
      cue.form === 's' &&
      before?.pos === 'PROPN' &&
      next !== undefined &&
      (next.lower === 'that' ||
        /^(?:DET|PRON)$/.test(next.pos) ||
        (next.pos === 'PROPN' && tokens[at + 2]?.lower === "'s"))
    );
  }
  if (cue.form === 'past' && cue.frame.includes('c'))
    return token.pos !== 'NOUN' || before?.pos !== 'DET';
  if (
    before?.pos === 'DET' ||
    (before && /^(?:his|her|its|their|our|my|your|'s)$/.test(before.lower) && cue.form !== 'past')
  )
    return false;
  return token.pos === 'VERB' || token.pos === 'AUX' || cue.form === 'past';
}

/** `"…," Smith notes.`: only a short name between a quotation and the word. */
function followsQuotation(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 5); before -= 1) {
    const token = tokens[before];
    if (!token) return false;
    if (token.quote >= 0) return before < at - 1;
    if (!/^\p{Lu}/u.test(token.text) && !/^(?:he|she|they|the)$/.test(token.lower)) return false;
  }
  return false;
}

/** All cues of a sentence that stand outside quotation marks. */
export function listSites(tokens: readonly Token[], sentence: Sentence): Site[] {
  const sites: Site[] = [];
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const token = tokens[at];
    if (!token || token.quote >= 0) continue;
    const particle = phrasal(tokens, at);
    const cue = particle ?? findCue(token.lower);
    if (!cue || !(particle || isVerbal(tokens, at, cue))) continue;
    const group = verbGroup(tokens, at, sentence.from);
    sites.push({
      at,
      cue,
      next: at + 1,
      subject: findSubject(tokens, at, sentence.from),
      groupFrom: group.from,
    });
  }
  return sites;
}

const POINT: Readonly<Record<string, Cue['form']>> = {
  point: 'base',
  points: 's',
  pointed: 'past',
  pointing: 'ing',
};
const MAKE: Readonly<Record<string, Cue['form']>> = {
  make: 'base',
  makes: 's',
  made: 'past',
  making: 'ing',
};

/** "pointed out", "made clear": verbs that report only with a particle. */
function phrasal(tokens: readonly Token[], at: number): Cue | undefined {
  const token = tokens[at];
  const next = tokens[at + 1]?.lower;
  if (!token) return undefined;
  const point = POINT[token.lower];
  if (point && next === 'out') return { lemma: 'point', frame: 'cn', form: point };
  const make = MAKE[token.lower];
  const third = tokens[at + 2]?.lower;
  if (make && (next === 'clear' || (next === 'it' && third === 'clear')))
    return { lemma: 'make clear', frame: 's', form: make };
  return undefined;
}

function particleEnd(tokens: readonly Token[], site: Site): number {
  const next = tokens[site.next]?.lower ?? '';
  if (site.cue.lemma === 'point' && next === 'out') return site.next + 1;
  if (site.cue.lemma === 'make clear') return site.next + (next === 'it' ? 2 : 1);
  if (
    /^(?:back|out|on|up)$/.test(next) &&
    /^(?:go|went|fire|shoot|hit|strike|call|speak|cry|shout|continue|lash|snap)/.test(
      site.cue.lemma,
    )
  ) {
    const after = tokens[site.next + 1];
    if (after && (/^[,:]$/.test(after.text) || after.quote >= 0)) return site.next + 1;
  }
  return site.next;
}

/** Content after the cue, or null. The frame decides what may stand there. */
export function contentAfter(
  tokens: readonly Token[],
  site: Site,
  sites: readonly Site[],
  to: number,
): { from: number; to: number; rule: string } | null {
  const { frame } = site.cue;
  const first = particleEnd(tokens, site);
  const end = (from: number): number => clauseEnd(tokens, from, to, site, sites);
  const object = objectContent(tokens, site, first, end, to);
  if (object) return object;
  let at = skipAdjuncts(tokens, first, to, false);
  const open =
    /^(?:he|she|they|i|we)$/.test(tokens[at]?.lower ?? '') ||
    (/[cs]/.test(frame) && site.cue.lemma !== 'tell' && opensPlainClause(tokens, at, to));
  if (/t/.test(frame) && !open && tokens[at]?.lower !== 'that' && (tokens[at]?.quote ?? -1) < 0) {
    const addressee = phraseStartingAt(tokens, at, to);
    if (addressee) at = skipAdjuncts(tokens, addresseeEnd(tokens, addressee, to), to, false);
  }
  return clauseContent(tokens, site, at, end, to);
}

/** "told reporters in Ohio he": the addressee must leave a clause behind it. */
function addresseeEnd(tokens: readonly Token[], phrase: Phrase, _to: number): number {
  const first = tokens[phrase.from];
  if (first?.pos === 'PRON') return phrase.from + 1;
  for (let at = phrase.from + 1; at < phrase.to; at += 1) {
    const token = tokens[at];
    if (
      token &&
      token.pos === 'NOUN' &&
      /s$/.test(token.lower) &&
      isNominal(tokens[at + 1]) &&
      tokens[at + 1]?.pos === 'PROPN'
    )
      return at + 1;
  }
  return phrase.to;
}

function clauseContent(
  tokens: readonly Token[],
  site: Site,
  from: number,
  end: (from: number) => number,
  to: number,
): { from: number; to: number; rule: string } | null {
  const { frame } = site.cue;
  let at = from;
  const sign = tokens[at];
  if (!sign || at >= to) return null;
  if (sign.text === ':' || (sign.text === ',' && (tokens[at + 1]?.quote ?? -1) >= 0)) at += 1;
  else if (sign.text === ',') {
    const close = findSign(tokens, ',', at + 2, Math.min(to, at + 14));
    const resumed = close > 0 ? tokens[close + 1] : undefined;
    if (
      tokens[at + 1]?.lower !== 'that' &&
      !(resumed && (resumed.lower === 'that' || resumed.quote >= 0))
    )
      return null;
    at = tokens[at + 1]?.lower === 'that' ? at + 1 : close + 1;
  }
  const token = tokens[at];
  if (!token || at >= to) return null;
  if (token.quote >= 0)
    return /[csqtank]/.test(frame) ? { from: at, to: end(at), rule: 'quotation after cue' } : null;
  if (/^[,;.?!)—–]$|^--$/.test(token.text)) return null;
  if (!/[cst]/.test(frame)) return null;
  if (token.lower === 'that' && /[cst]/.test(frame))
    return { from: at, to: end(at), rule: 'that-clause' };
  if (WH.has(token.lower))
    return site.cue.form === 'past' || site.cue.lemma !== 'say'
      ? { from: at, to: end(at), rule: 'wh-clause' }
      : null;
  if (sign.text === ':') return { from: at, to: end(at), rule: 'clause after colon' };
  const stop = end(at);
  if (!/[ct]/.test(frame))
    return opensPlainClause(tokens, at, stop) ? { from: at, to: stop, rule: 'bare clause' } : null;
  const lenient = /^(?:say|tell|add|state)$/.test(site.cue.lemma);
  if (lenient ? hasVerb(tokens, at, stop) : startsClause(tokens, at, stop))
    return { from: at, to: stop, rule: 'bare clause' };
  return null;
}

/** Contents that are no clause: directives, predications, accusations, single objects. */
function objectContent(
  tokens: readonly Token[],
  site: Site,
  first: number,
  end: (from: number) => number,
  to: number,
): { from: number; to: number; rule: string } | null {
  const { frame, lemma } = site.cue;
  const token = tokens[first];
  if (!token || first >= to) return null;
  const next = tokens[first + 1];
  if (token.lower === 'to' && /i/.test(frame) && next && /^(?:VERB|AUX)$/.test(next.pos))
    return { from: first, to: end(first), rule: 'infinitive' };
  if (lemma === 'call' && (token.lower === 'on' || token.lower === 'for'))
    return { from: first + 1, to: end(first + 1), rule: 'call on' };
  if (
    /p/.test(frame) &&
    /^(?:about|of|on|against)$/.test(token.lower) &&
    next &&
    site.cue.lemma !== 'report'
  ) {
    return hasComplement(tokens, first + 1, to)
      ? { from: first + 1, to: end(first + 1), rule: 'prepositional object' }
      : null;
  }
  if (/[oabkng]/.test(frame) && (token.quote < 0 || /[kan]/.test(frame)))
    return withObject(tokens, site, first, end, to);
  return null;
}

function hasComplement(tokens: readonly Token[], from: number, to: number): boolean {
  return from < to && !/^[,;.]$/.test(tokens[from]?.text ?? '.');
}

function withObject(
  tokens: readonly Token[],
  site: Site,
  first: number,
  end: (from: number) => number,
  to: number,
): { from: number; to: number; rule: string } | null {
  const { frame } = site.cue;
  if (tokens[first]?.lower === 'that' || WH.has(tokens[first]?.lower ?? '')) return null;
  const object = phraseStartingAt(tokens, first, to);
  const at = object?.to ?? first;
  const token = tokens[at];
  if (object && token) {
    if (
      /o/.test(frame) &&
      token.lower === 'to' &&
      /^(?:VERB|AUX|ADV|PART)$/.test(tokens[at + 1]?.pos ?? '')
    )
      return { from: first, to: end(first), rule: 'directive' };
    if (/o/.test(frame) && token.lower === 'not' && tokens[at + 1]?.lower === 'to')
      return { from: first, to: end(first), rule: 'directive' };
    if (/a/.test(frame) && (token.lower === 'as' || within(tokens, at, to, 'as', 14)))
      return { from: first, to: end(first), rule: 'predication' };
    if (/b/.test(frame) && /^(?:of|for|on)$/.test(token.lower))
      return { from: first, to: end(first), rule: 'accusation' };
  }
  if (
    /b/.test(frame) &&
    (within(tokens, first, to, 'of', 12) || within(tokens, first, to, 'for', 12))
  )
    return { from: first, to: end(first), rule: 'accusation' };
  if (/k/.test(frame))
    return isSmallClause(tokens, first, object, to)
      ? { from: first, to: end(first), rule: 'small clause' }
      : null;
  const stop = end(first);
  if (/g/.test(frame) && /ing$/.test(tokens[first]?.lower ?? ''))
    return { from: first, to: stop, rule: 'gerund' };
  if (
    /n/.test(frame) &&
    first < stop &&
    object &&
    !(/[cs]/.test(frame) && startsClause(tokens, first, stop))
  ) {
    return { from: first, to: objectEnd(tokens, object, stop), rule: 'object' };
  }
  if (/n/.test(frame) && (tokens[first]?.quote ?? -1) >= 0 && !/c/.test(frame))
    return { from: first, to: stop, rule: 'quoted object' };
  return null;
}

/** An object goes on over "of", "for", "to" phrases and relatives, not over adjuncts of speaking. */
function objectEnd(tokens: readonly Token[], object: Phrase, stop: number): number {
  for (let at = object.to; at < stop; at += 1) {
    const token = tokens[at];
    if (!token) break;
    if (CALENDAR.has(token.lower) && token.text !== token.lower)
      return tokens[at - 1]?.lower === 'on' ? at - 1 : at;
    if (token.text === ',' && token.quote < 0) return at;
    if (/^(?:by|during|after|while|when|before)$/.test(token.lower)) return at;
    if (/^(?:in|on|at)$/.test(token.lower) && /^(?:a|an)$/.test(tokens[at + 1]?.lower ?? ''))
      return at;
  }
  return stop;
}

function within(
  tokens: readonly Token[],
  from: number,
  to: number,
  word: string,
  reach: number,
): boolean {
  for (let at = from; at < Math.min(to, from + reach); at += 1) {
    const token = tokens[at];
    if (!token || /^[,;:.]$/.test(token.text)) return false;
    if (token.lower === word) return true;
  }
  return false;
}

/** "called the plan a disaster", "called him “weak”": an object and what it is said to be. */
function isSmallClause(
  tokens: readonly Token[],
  first: number,
  object: Phrase | null,
  to: number,
): boolean {
  for (let at = first; at < Math.min(to, first + 16); at += 1) {
    const token = tokens[at];
    if (!token || /^[,;.]$/.test(token.text)) break;
    if (token.quote >= 0) return true;
  }
  const after = object ? tokens[object.to] : undefined;
  if (!object || !after || object.to >= to) return false;
  return (
    /^(?:a|an|the|one|his|her|their|its|not|too|very|so|more|most)$/.test(after.lower) ||
    after.pos === 'ADJ'
  );
}

/** A pronoun or a noun phrase right before a modal or auxiliary: surely a clause. */
function opensPlainClause(tokens: readonly Token[], from: number, to: number): boolean {
  const phrase = phraseStartingAt(tokens, from, to);
  const verb = phrase && tokens[phrase.to];
  if (!phrase || !verb || phrase.to >= to) return false;
  if (AUXILIARIES.has(verb.lower) && verb.lower !== "'s" && verb.lower !== 'not') return true;
  return (
    /^(?:he|she|they|it|we|i|you)$/.test(tokens[from]?.lower ?? '') &&
    verb.pos === 'VERB' &&
    !/ing$/.test(verb.lower)
  );
}

/** A subject and then a finite verb: what tells "claimed he won" from "claimed the prize". */
export function startsClause(tokens: readonly Token[], from: number, to: number): boolean {
  let at = from;
  for (let part = 0; part < 4; part += 1) {
    const phrase = phraseStartingAt(tokens, at, to);
    if (!phrase) break;
    at = phrase.to;
    while (
      at < to &&
      (tokens[at]?.pos === 'ADV' || /^(?:also|n't|not)$/.test(tokens[at]?.lower ?? ''))
    )
      at += 1;
    const token = tokens[at];
    if (!token || at >= to) return false;
    if (AUXILIARIES.has(token.lower) && token.lower !== "'s") return true;
    if (token.lower === "'s" && tokens[phrase.to - 1]?.pos === 'PRON') return true;
    if (token.pos === 'AUX' || (token.pos === 'VERB' && !/ing$/.test(token.lower))) return true;
    if (token.pos !== 'ADP' && token.pos !== 'CCONJ' && token.lower !== 'and') return false;
    at += 1;
  }
  return false;
}

/** Content before the cue's subject (or before an inverted cue): from `floor` up to the comma. */
export function contentBefore(
  tokens: readonly Token[],
  edge: number,
  floor: number,
): Phrase | null {
  let to = edge;
  const last = tokens[edge - 1];
  if (!last || edge <= floor) return null;
  if (/^(?:,|—|–|--)$/.test(last.text) && last.quote < 0) to -= 1;
  else if (last.quote < 0) return null;
  let from = floor;
  while (
    from < to &&
    /^(?:[,;.—–-]|--|\))$/.test(tokens[from]?.text ?? '') &&
    (tokens[from]?.quote ?? -1) < 0
  )
    from += 1;
  if (
    /^(?:but|and|so|yet|or)$/i.test(tokens[from]?.lower ?? '') &&
    (tokens[from + 1]?.quote ?? -1) >= 0
  )
    from += 1;
  return from < to ? { from, to } : null;
}

/** True where nothing but adjuncts stands between `at` and the end of the clause. */
export function endsAfter(tokens: readonly Token[], at: number, to: number): boolean {
  const next = skipAdjuncts(tokens, at, to, true);
  return next >= to || isEndOfSpeech(tokens[next]);
}

export function isInverted(tokens: readonly Token[], site: Site, floor: number): boolean {
  const before = tokens[site.at - 1];
  if (!before || site.at - 1 < floor || !/[csqt]/.test(site.cue.frame) || site.cue.form === 'ing')
    return false;
  const joined = before.quote >= 0 || /^(?:,|—|–|--)$/.test(before.text);
  if (!joined) return false;
  const next = tokens[site.at + 1];
  if (!next || next.quote >= 0 || site.cue.lemma === 'tell') return false;
  if ((AUXILIARIES.has(next.lower) && next.text === next.lower) || next.lower === 'that')
    return false;
  return next.pos === 'DET' || isNominal(next) || next.pos === 'ADJ' || /^\p{Lu}/u.test(next.text);
}
