/** Where the clause that a cue reports ends: at the reporter's own words, or at another cue. */
import { startsClause } from '../reading/clause-starts.ts';
import type { Subject } from '../reading/clauses.ts';
import { closesWithComma, endsAfter } from '../reading/content.ts';
import { findSign } from '../reading/phrases.ts';
import type { Token } from '../reading/tokens.ts';
import type { Site } from './sites.ts';

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
  const subordinate = isSubordinate(tokens, site) || answersPoll(tokens, from, site);
  let at = from;
  for (; at < to; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    if (token.quote >= 0) {
      if (!closesWithComma(tokens, at)) continue;
      if (!subordinate && !stopsAtSign(tokens, at, to, site, sites)) continue;
      at += 1;
      break;
    }
    if (subordinate && /^[,;]$/.test(token.text) && at > from + 2) break;
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

/** "Noting that it rained, they left", "By saying so, …": a participle that opens the sentence. */
function opensSentence(tokens: readonly Token[], { cue, groupFrom }: Site): boolean {
  if (cue.form !== 'ing') return false;
  const preposition = /^(?:by|in|without|despite|besides)$/.test(
    tokens[groupFrom - 1]?.lower ?? '',
  );
  const first = preposition ? groupFrom - 1 : groupFrom;
  const before = tokens[first - 1];
  if (!before || before.paragraph !== tokens[first]?.paragraph) return true;
  const sign = before.quote >= 0 ? tokens[first - 2] : before;
  return /^[.?!]$/.test(sign?.text ?? '');
}

/** "While she said it rained, they left": the clause ends where the main clause begins. */
function isSubordinate(tokens: readonly Token[], site: Site): boolean {
  if (opensSentence(tokens, site)) return true;
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

/** "54 percent said they would stay, up from …": the reporter compares what a share answered. */
function answersPoll(tokens: readonly Token[], from: number, { subject }: Site): boolean {
  if (!subject || tokens[from]?.lower !== 'they') return false;
  return tokens
    .slice(subject.from, subject.to)
    .some(
      ({ lower, pos }) =>
        pos === 'NUM' || /^(?:percent|%|half|majority|third|quarter|two-thirds)$/.test(lower),
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

const DASH = /^(?:[—–-]|--)$/;

/**
 * True where the reporter takes over: ", despite the rain", ", but she …", "but declined to say more",
 * and "— a plan that …" where no second dash closes it.
 */
function isReporters(tokens: readonly Token[], at: number, to: number): boolean {
  const [sign, word, after] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!sign || !word || !after || word.quote >= 0) return false;
  if (DASH.test(sign.text)) {
    const opens = /^an?$/.test(word.lower) || turnsAway(tokens, at + 1, to);
    return opens && findSign(tokens, sign.text, at + 1, to) < 0;
  }
  if (sign.text === ',')
    return (
      word.lower === 'despite' || (word.lower === 'but' && /^(?:he|she|they|it)$/.test(after.lower))
    );
  if (sign.lower !== 'but') return false;
  const denied = /^(?:did|would)$/.test(word.lower) && /^(?:not|n't)$/.test(after.lower);
  return denied || /^(?:declined|refused|offered)$/.test(word.lower);
}

/** "though it leaks", "and the mayor left": the reporter's own clause behind a dash. */
function turnsAway(tokens: readonly Token[], at: number, to: number): boolean {
  const word = tokens[at]?.lower ?? '';
  if (/^(?:though|although)$/.test(word)) return true;
  if (word === 'even') return tokens[at + 1]?.lower === 'though';
  const next = tokens[at + 1];
  if (word !== 'and' || next?.pos === 'VERB' || next?.lower === 'that') return false;
  return startsClause(tokens, at + 1, to);
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
  if (at > from + 2 && isReporters(tokens, at, to)) return true;
  // "that, according to the poll, …": an insertion that opens the clause ends nothing.
  if (at <= from + (tokens[from + 1]?.text === ',' ? 2 : 1)) return false;
  if (/^(?:[,—–]|--)$/.test(token.text)) return stopsAtSign(tokens, at, to, site, sites);
  if (token.lower === 'according' && next?.lower === 'to') return true;
  if (isAsked(tokens, /^(?:and|but)$/.test(token.lower) ? at + 1 : at)) return true;
  if (/^(?:and|but)$/.test(token.lower) && at > from + 2) {
    const ahead = sites.find((other) => other.at > at);
    return ahead !== undefined && reportsAnew(at + 1, ahead, site);
  }
  // "said it leaks: “It is a sieve,” he said"
  if (token.text === ':' && (next?.quote ?? -1) >= 0) return sites.some((other) => other.at > at);
  if (token.text === ';') return sites.some((other) => other.at > at && other.subject !== null);
  return false;
}

/** True where a cue of its own, or what compares sources, follows the comma or dash at `at`. */
function stopsAtSign(
  tokens: readonly Token[],
  at: number,
  to: number,
  site: Site,
  sites: readonly Site[],
): boolean {
  const next = tokens[at + 1];
  // "Lee, who said it rained, left": the comma closes what the relative opened.
  const verb = next?.pos === 'ADV' ? tokens[at + 2] : next;
  if (isRelative(tokens, site) && verb && verb.quote < 0 && /^(?:VERB|AUX)$/.test(verb.pos))
    if (!/ing$/.test(verb.lower)) return true;
  // Comparisons between sources are the reporter's: ", compared with 40 percent last year".
  if (next && /^(?:according|compared|versus)$/.test(next.lower)) return true;
  const link =
    next && /^(?:and|but|while|whereas|though|although|or|before|then)$/.test(next.lower)
      ? at + 2
      : at + 1;
  const ahead = sites.find((other) => other.at > at && other.at !== site.at);
  if (!ahead || (link > at + 1 && tokens[link]?.lower === 'that')) return false;
  const reports = /[cst]/.test(ahead.cue.frame) || ahead.cue.lemma === 'point to';
  if (ahead.cue.form === 'ing' && reports && ahead.groupFrom <= link + 1) return true;
  if (
    ahead.groupFrom === link &&
    ahead.cue.form !== 'base' &&
    (/[cst]/.test(ahead.cue.frame) || (link > at + 1 && ahead.cue.form === site.cue.form))
  ) {
    const after = tokens[ahead.at + 1];
    return link > at + 1 || after?.lower === 'that' || (after?.quote ?? -1) >= 0;
  }
  const subject = ahead.subject;
  if (!subject || subject.from > link + 1 || subject.from < at || ahead.at > at + 22) return false;
  if (comparesAnswers(tokens, at, subject)) return true;
  return link > at + 1 || endsAfter(tokens, ahead.at + 1, to);
}

/** ", double the share who said no": an answer is compared with another. */
function comparesAnswers(tokens: readonly Token[], at: number, { pronoun }: Subject): boolean {
  if (pronoun === undefined || pronoun > at + 7) return false;
  return /^(?:percent|%|number|share|half|third)$/.test(tokens[pronoun - 1]?.lower ?? '');
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
