/** What follows a verb of thought, wish or stance. */

import { findSign, phraseStartingAt } from '../reading/phrases.ts';
import type { Token } from '../reading/tokens.ts';
import { hasLink, isVoiced, type WideSite } from './attitude-sites.ts';
import { isLink } from './attitude-verbs.ts';
import { clauseEnd } from './clause-ends.ts';
import { objectEnd } from './object-ends.ts';
import { nextPredicate } from './objects.ts';
import { contentAfter } from './reports.ts';
import type { Site } from './sites.ts';

type Content = { from: number; to: number; rule: string };

function isWide(site: Site): site is WideSite {
  return 'from' in site;
}

/** Content of a verb of thought, wish or stance, or null where what follows is none. */
export function attitudeContent(
  tokens: readonly Token[],
  site: Site,
  sites: readonly Site[],
  to: number,
): Content | null {
  if (/d/.test(site.cue.frame)) return shownContent(tokens, site, sites, to);
  if (isWide(site) && hasLink(tokens, site))
    return linkedContent(tokens, site, sites, to, 'voiced');
  if (site.cue.lemma === 'express' && isVoiced(tokens, site.next)) return null;
  if (site.cue.lemma === 'refer') return referredContent(tokens, site, sites, to);
  if (isLink(site.cue.lemma, tokens[site.next]?.lower ?? ''))
    return linkedContent(tokens, site, sites, to, 'prepositional object');
  const found = contentAfter(tokens, site, sites, to);
  if (!found) return null;
  // "spoke on condition of anonymity", "talked against the wind".
  if (
    found.rule === 'prepositional object' &&
    !/^(?:about|of)$/.test(tokens[site.next]?.lower ?? '')
  )
    return null;
  if (found.rule === 'infinitive' && /^(?:decline|refuse)$/.test(site.cue.lemma))
    return { ...found, to: infinitiveEnd(tokens, found) };
  if (found.rule === 'object') {
    const end = stanceEnd(tokens, found);
    return end > found.from && site.subject?.how !== 'relative' ? { ...found, to: end } : null;
  }
  return found;
}

/** "shows Lund leading, 45 to 40 percent": all that a document shows up to the end of the clause. */
function shownContent(
  tokens: readonly Token[],
  site: Site,
  sites: readonly Site[],
  to: number,
): Content | null {
  const first = tokens[site.next];
  if (!first || site.next + 1 >= to || /^(?:PUNCT|ADV|ADP|PART)$/.test(first.pos)) return null;
  return { from: site.next, to: clauseEnd(tokens, site.next, to, site, sites), rule: 'shown' };
}

/** An infinitive ends at its first comma, or where an adjunct or another clause begins. */
function infinitiveEnd(tokens: readonly Token[], { from, to }: Content): number {
  for (let at = from + 2; at < to; at += 1) {
    const token = tokens[at];
    if (!token || token.quote >= 0) continue;
    if (/^[,;—–]$|^--$|^(?:after|while|as|when|because|until|unless|though|but)$/.test(token.lower))
      return at;
    if (
      token.lower === 'for' &&
      /^(?:this|the)$/.test(tokens[at + 1]?.lower ?? '') &&
      isPiece(tokens[at + 2])
    )
      return at;
  }
  return to;
}

/** "for this article": the text in which it is told. */
function isPiece(token: Token | undefined): boolean {
  return token !== undefined && /^(?:article|story|column|report|piece)$/.test(token.lower);
}

const TIME = /^(?:last|this|next|earlier|late|again|today|yesterday)$/;

/** The object of a stance ends where time or reason is told; "defended himself" takes none. */
function stanceEnd(tokens: readonly Token[], { from, to }: Content): number {
  const first = tokens[from]?.lower ?? '';
  const pronoun = /^(?:him|them|it)$/.test(first) || (first === 'her' && !isNoun(tokens[from + 1]));
  if (pronoun && !/^(?:for|to|as|an?)$/.test(tokens[from + 1]?.lower ?? '')) return from + 1;
  if (/sel(?:f|ves)$/.test(first)) return from;
  for (let at = from + 1; at < to; at += 1) {
    const token = tokens[at];
    if (!token || token.quote >= 0) continue;
    if (/^(?:[;—–-]|--|because|despite|amid|though|although|but|since|here)$/.test(token.lower))
      return at;
    if (TIME.test(token.lower) && tokens[at - 1]?.pos !== 'DET') return before(tokens, at);
  }
  return to;
}

function isNoun(token: Token | undefined): boolean {
  return token !== undefined && /^(?:NOUN|PROPN|ADJ)$/.test(token.pos);
}

/** Steps back over the preposition before a time. */
function before(tokens: readonly Token[], at: number): number {
  return /^(?:in|on|at|for)$/.test(tokens[at - 1]?.lower ?? '') ? at - 1 : at;
}

/** "referring to the lock": up to the first comma, behind which it is only described. */
function referredContent(
  tokens: readonly Token[],
  site: Site,
  sites: readonly Site[],
  to: number,
): Content | null {
  const from = site.next + 1;
  if (tokens[site.next]?.lower !== 'to' || from >= to) return null;
  const comma = findSign(tokens, ',', from, to);
  const end = clauseEnd(tokens, from, comma < 0 ? to : comma, site, sites);
  return { from, to: end, rule: 'referred' };
}

/** "voiced support for the toll", "sided with the keepers": behind the preposition that the verb takes. */
function linkedContent(
  tokens: readonly Token[],
  site: Site,
  sites: readonly Site[],
  to: number,
  rule: string,
): Content | null {
  const from = site.next + 1;
  const first = tokens[from];
  if (!first || from >= to || (first.quote < 0 && first.pos === 'PUNCT')) return null;
  const stop = clauseEnd(tokens, from, to, site, sites);
  const object = phraseStartingAt(tokens, from, stop);
  const end = object ? objectEnd(tokens, object, stop) : stop;
  const cut = stanceEnd(tokens, { from, to: nextPredicate(tokens, from, end), rule: '' });
  return cut > from ? { from, to: cut, rule } : null;
}
