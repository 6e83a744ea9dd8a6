/** Where reported content begins and ends: adjuncts to skip before it, and the end of its clause. */
import { CALENDAR, phraseStartingAt } from './phrases.ts';
import type { Site } from './sites.ts';
import type { Token } from './tokens.ts';

const ADJUNCT_PREPOSITIONS = new Set(
  'of in at on during after before to by via through from with over following'.split(' '),
);
const TIME_WORDS = new Set(
  'last this next late early earlier later week month year morning afternoon evening night weekend ago recently again today yesterday tonight shortly once also then publicly repeatedly flatly simply bluntly'.split(
    ' ',
  ),
);

/**
 * Steps over "on Tuesday", "in a statement", "to reporters", adverbs. With `commas` also over
 * ", a retired judge" style insertions up to the end: used to see whether content follows at all.
 */
export function skipAdjuncts(
  tokens: readonly Token[],
  from: number,
  to: number,
  commas: boolean,
): number {
  let at = from;
  for (let step = 0; step < 8; step += 1) {
    const token = tokens[at];
    if (!token || at >= to) return at;
    if (token.quote >= 0) return at;
    if (
      CALENDAR.has(token.lower) ||
      TIME_WORDS.has(token.lower) ||
      (token.pos === 'ADV' &&
        !/^(?:how|why|when|where|there|here|not|no|as|so|too|only|never|now|even|just|about)$/.test(
          token.lower,
        ))
    ) {
      at += 1;
      continue;
    }
    if (token.pos === 'NUM' && CALENDAR.has(tokens[at - 1]?.lower ?? '')) {
      at += 1;
      continue;
    }
    if (ADJUNCT_PREPOSITIONS.has(token.lower)) {
      const next = adjunctEnd(tokens, at, to, commas);
      if (next < 0) return at;
      at = next;
      continue;
    }
    return at;
  }
  return at;
}

/** End of the prepositional phrase at `at` if it is an adjunct of speaking, else -1. */
function adjunctEnd(tokens: readonly Token[], at: number, to: number, final: boolean): number {
  const title = titleEnd(tokens, at + 1, to);
  if (title > 0) return title;
  const phrase = phraseStartingAt(tokens, at + 1, to);
  if (!phrase) {
    const next = tokens[at + 1];
    if (next && (CALENDAR.has(next.lower) || TIME_WORDS.has(next.lower))) return at + 2;
    if (next && final && /ing$/.test(next.lower)) return endOfRun(tokens, at + 1, to);
    return -1;
  }
  return phrase.to;
}

/** End of a short quoted name after a preposition (on “Morning Call”), or -1. */
function titleEnd(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  while (
    at < to &&
    at < from + 5 &&
    (tokens[at]?.quote ?? -1) < 0 &&
    /^(?:PROPN|DET|NOUN|ADJ|PART|NUM)$/.test(tokens[at]?.pos ?? '')
  )
    at += 1;
  const quote = tokens[at]?.quote ?? -1;
  if (quote < 0 || !/^\p{Lu}/u.test(tokens[at + 1]?.text ?? '')) return -1;
  let end = at;
  while (end < to && tokens[end]?.quote === quote) end += 1;
  return end - at <= 8 ? end : -1;
}

function endOfRun(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  while (at < to && !/^[,;.]$/.test(tokens[at]?.text ?? '.') && (tokens[at]?.quote ?? -1) < 0)
    at += 1;
  return at;
}

export function isEndOfSpeech(token: Token | undefined): boolean {
  return !token || /^(?:[,;.?!)—–]|--|…|\.{2,})$/.test(token.text);
}

/** `to` without the punctuation before it that stands outside quotation marks. */
export function trimmedEnd(tokens: readonly Token[], to: number, from: number): number {
  let end = to;
  while (end > from && (tokens[end - 1]?.quote ?? -1) < 0 && isEndOfSpeech(tokens[end - 1]))
    end -= 1;
  return end;
}

export function hasVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (
      token &&
      (token.pos === 'VERB' ||
        token.pos === 'AUX' ||
        /^(?:'re|'ll|'ve|'m|'d|n't)$/.test(token.lower))
    )
      return true;
  }
  return false;
}

/** True where a word of the range stands inside quotation marks. */
export function hasQuoted(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if ((tokens[at]?.quote ?? -1) >= 0) return true;
  return false;
}

/** Token index after the last token of the clause that begins at `from`. */
export function clauseEnd(
  tokens: readonly Token[],
  from: number,
  to: number,
  site: Site,
  sites: readonly Site[],
): number {
  const first = tokens[from];
  if (first && first.quote >= 0) {
    const block = quotedEnd(tokens, from, to);
    if (isWholeQuotation(tokens, from, block)) return block;
  }
  const subordinate = isSubordinate(tokens, site);
  let at = from;
  for (; at < to; at += 1) {
    const token = tokens[at];
    if (!token || token.quote >= 0) continue;
    if (subordinate && token.text === ',' && at > from + 2) break;
    if (stopsAt(tokens, at, from, to, site, sites)) break;
  }
  return withoutSigns(tokens, from, asideStart(tokens, from, withoutSigns(tokens, from, at)));
}

/** Steps back over the punctuation at the end of a clause. */
function withoutSigns(tokens: readonly Token[], from: number, to: number): number {
  let at = to;
  while (
    at > from + 1 &&
    (tokens[at - 1]?.quote ?? -1) < 0 &&
    /^(?:[,;:.?!—–…-]|--|\.{2,})$/.test(tokens[at - 1]?.text ?? '')
  )
    at -= 1;
  return at;
}

/** Where the reporter's own last words begin: ", which opens on Monday", ", a claim that he denies". */
function asideStart(tokens: readonly Token[], from: number, to: number): number {
  let at = to - 1;
  while (
    at > from + 2 &&
    ((tokens[at]?.quote ?? -1) >= 0 || !/^(?:[,;:—–-]|--)$/.test(tokens[at]?.text ?? ''))
  )
    at -= 1;
  const next = tokens[at + 1];
  const opens = next !== undefined && next.quote < 0 && /^(?:which|who|an?)$/.test(next.lower);
  return at > from + 2 && tokens[at]?.text === ',' && opens ? at : to;
}

/** "While she said it rained, they left": the clause ends where the main clause begins. */
function isSubordinate(tokens: readonly Token[], site: Site): boolean {
  const at = (site.subject?.from ?? site.groupFrom) - 1;
  const word = tokens[at];
  if (word && /^(?:which|what|whom)$/.test(word.lower)) return true;
  if (
    !word ||
    !/^(?:while|although|though|after|when|if|since|once|as|because|before|that)$/.test(word.lower)
  )
    return false;
  if (word.lower === 'that') return /^now$/.test(tokens[at - 1]?.lower ?? '');
  const before = tokens[at - 1];
  return (
    !before ||
    before.paragraph !== word.paragraph ||
    /^[.?!,;:—–]$|^--$|^(?:but|and|even|however|ago|later|years|days)$/.test(before.lower)
  );
}

/** True where the subject is a relative pronoun behind a comma. */
function isRelative(tokens: readonly Token[], site: Site): boolean {
  const pronoun = site.subject?.pronoun;
  return pronoun !== undefined && tokens[pronoun - 1]?.text === ',';
}

function quotedEnd(tokens: readonly Token[], from: number, to: number): number {
  const quote = tokens[from]?.quote;
  let at = from;
  while (at < to && tokens[at]?.quote === quote) at += 1;
  // Quotations that follow each other directly belong together.
  if (at < to && (tokens[at]?.quote ?? -1) >= 0) return quotedEnd(tokens, at, to);
  // "chanted “Mend it,” and “Open it”" is one list.
  const list = /^(?:and|or)$/.test(tokens[at]?.lower ?? '') && (tokens[at + 1]?.quote ?? -1) >= 0;
  return list && at + 1 < to ? quotedEnd(tokens, at + 1, to) : at;
}

/** A quotation that begins with a capital and ends as a sentence or clause does stands by itself. */
function isWholeQuotation(tokens: readonly Token[], from: number, to: number): boolean {
  const inner = tokens[from + 1];
  const last = tokens[to - 2];
  if (!inner || !last || to - from < 4) return false;
  if (/[.?!,…—]$/.test(last.text)) return true;
  // "“We have three weeks to go” until the vote": the clause goes on outside the marks.
  const next = tokens[to]?.text ?? '';
  const goesOn = /^\p{Ll}/u.test(next) && !/^(?:as|while|when|after|before|during)$/.test(next);
  return /^\p{Lu}/u.test(inner.text) && to - from > 7 && !goesOn;
}

function stopsAt(
  tokens: readonly Token[],
  at: number,
  from: number,
  to: number,
  site: Site,
  sites: readonly Site[],
): boolean {
  const token = tokens[at];
  if (!token) return true;
  const next = tokens[at + 1];
  // "that, according to the poll, …": an insertion that opens the clause ends nothing.
  if (at <= from + (tokens[from + 1]?.text === ',' ? 2 : 1)) return false;
  if (token.text === ',' || token.text === '—' || token.text === '–' || token.text === '--') {
    // "Lee, who said it rained, left": the comma closes what the relative opened.
    if (isRelative(tokens, site) && next && next.quote < 0 && /^(?:VERB|AUX)$/.test(next.pos))
      if (!/ing$/.test(next.lower)) return true;
    // Comparisons between sources are the reporter's: ", compared with 40 percent last year".
    if (next && /^(?:according|compared|versus)$/.test(next.lower)) return true;
    const link =
      next && /^(?:and|but|while|though|although|or|before|then|then)$/.test(next.lower)
        ? at + 2
        : at + 1;
    const ahead = sites.find((other) => other.at > at && other.at !== site.at);
    if (!ahead) return false;
    if (ahead.cue.form === 'ing' && /[cst]/.test(ahead.cue.frame) && ahead.groupFrom <= link + 1)
      return true;
    if (
      ahead.groupFrom === link &&
      ahead.cue.form !== 'base' &&
      (/[cst]/.test(ahead.cue.frame) || (link > at + 1 && ahead.cue.form === site.cue.form))
    ) {
      const after = tokens[ahead.at + 1];
      return link > at + 1 || after?.lower === 'that' || (after?.quote ?? -1) >= 0;
    }
    const subject = ahead.subject;
    if (!subject || subject.from > link + 1 || subject.from < at || ahead.at > at + 22)
      return false;
    return link > at + 1 || endsClause(tokens, ahead.at + 1, to);
  }
  if (token.lower === 'according' && next?.lower === 'to') return true;
  if (isAsked(tokens, /^(?:and|but)$/.test(token.lower) ? at + 1 : at)) return true;
  if (/^(?:and|but)$/.test(token.lower) && at > from + 2) {
    const ahead = sites.find((other) => other.at > at);
    return ahead !== undefined && reportsAnew(at + 1, ahead, site);
  }
  if (token.text === ';') return sites.some((other) => other.at > at && other.subject !== null);
  return false;
}

/** "said it leaked and (the mayor) said …": the cue behind the link reports something of its own. */
function reportsAnew(link: number, ahead: Site, site: Site): boolean {
  if (ahead.cue.form === 'base') return false;
  if (ahead.groupFrom === link) return ahead.cue.form === site.cue.form;
  return (
    ahead.subject?.from === link && (/[cst]/.test(ahead.cue.frame) || ahead.cue.form === 'ing')
  );
}

/** "when asked about it" tells when something was said. */
function isAsked(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.lower === 'when' &&
    /^(?:asked|pressed|questioned)$/.test(tokens[at + 1]?.lower ?? '')
  );
}

function endsClause(tokens: readonly Token[], at: number, to: number): boolean {
  const next = skipAdjuncts(tokens, at, to, true);
  return next >= to || isEndOfSpeech(tokens[next]);
}
