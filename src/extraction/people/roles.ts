/** Offices and functions beside a name, and the body that a role speaks for. */
import { BODY_NOUNS, HONORIFICS, ROLE_NOUNS } from '../reading/lexicon.ts';
import { isCapitalised, NATIONS, type NameRun, NOT_NAMES } from '../reading/names.ts';
import { phraseEndingAt } from '../reading/phrase-endings.ts';
import { CALENDAR } from '../reading/phrases.ts';
import type { Token } from '../reading/tokens.ts';
import { isOccupation } from './occupations.ts';

const STOPS = /^(?:[,.;:!?()—–]|--)$/;

/** The role noun phrase after ", " behind a name: token range, or null. */
export function appositiveRole(
  tokens: readonly Token[],
  comma: number,
): { from: number; to: number } | null {
  let at = comma + 1;
  if (tokens[comma]?.text !== ',') return null;
  if (tokens[at]?.pos === 'NUM' && tokens[at + 1]?.text === ',') at += 2;
  if (tokens[at]?.lower === 'who' && /^(?:is|was|are)$/.test(tokens[at + 1]?.lower ?? '')) at += 2;
  if (tokens[at]?.lower === 'now' || tokens[at]?.lower === 'then') at += 1;
  if (
    tokens[at]?.pos === 'DET' ||
    /^(?:a|an|the|his|her|its|their|one)$/.test(tokens[at]?.lower ?? '')
  )
    at += 1;
  let to = at;
  let role = false;
  while (to < tokens.length && to < at + 18) {
    const token = tokens[to];
    if (
      !token ||
      STOPS.test(token.text) ||
      token.quote >= 0 ||
      token.lower === 'who' ||
      token.lower === 'which'
    )
      break;
    if ((token.pos === 'VERB' || token.pos === 'AUX') && (role || !/(?:ed|ing)$/.test(token.lower)))
      break;
    if (ROLE_NOUNS.has(token.lower) && to < at + 9) role = true;
    to += 1;
  }
  return role && to > at ? { from: at, to } : null;
}

/** The role noun phrase right before a name ("opposition lawmaker"), or null. */
export function prefixRole(
  tokens: readonly Token[],
  run: NameRun,
): { from: number; to: number } | null {
  const inner = roleEndingAt(tokens, run.from);
  const start = inner && !isTitleOnly(tokens, inner) ? inner.from : run.titleFrom;
  const article = /^(?:the|a|an)$/.test(tokens[start - 1]?.lower ?? '') ? 1 : 0;
  const comma = start - 1 - article;
  const outer = tokens[comma]?.text === ',' ? roleBeforeComma(tokens, comma) : null;
  return outer ?? inner;
}

function isTitleOnly(tokens: readonly Token[], role: { from: number; to: number }): boolean {
  for (let at = role.from; at < role.to; at += 1)
    if (!HONORIFICS.has(tokens[at]?.lower ?? '')) return false;
  return true;
}

/** ", the governor, Ann Lee": the noun phrase before the comma, where a role noun heads it. */
function roleBeforeComma(
  tokens: readonly Token[],
  comma: number,
): { from: number; to: number } | null {
  const phrase = phraseEndingAt(tokens, comma - 1, Math.max(0, comma - 14));
  if (!phrase || tokens[phrase.from]?.paragraph !== tokens[comma]?.paragraph) return null;
  let head = -1;
  for (let at = phrase.from; at < phrase.to; at += 1) {
    const token = tokens[at];
    if (!token || token.quote >= 0) return null;
    if (token.pos === 'ADP' && head >= 0) break;
    if (ROLE_NOUNS.has(token.lower)) head = at;
    else if (head >= 0 && /^(?:NOUN|PROPN)$/.test(token.pos)) return null;
  }
  if (head < 0) return null;
  let from = phrase.from;
  while (/^(?:the|a|an|its|his|her|their|our|my)$/.test(tokens[from]?.lower ?? '')) from += 1;
  return { from, to: phrase.to };
}

/** The role whose last word stands right before token `end`. */
function roleEndingAt(tokens: readonly Token[], end: number): { from: number; to: number } | null {
  let to = end;
  while (/\.$|^\p{Lu}{2,4}$/u.test(tokens[to - 1]?.text ?? '')) to -= 1;
  let from = to;
  let role = false;
  for (let at = to - 1; at >= 0 && at > to - 10; at -= 1) {
    const token = tokens[at];
    if (!token || token.quote >= 0 || token.paragraph !== tokens[end]?.paragraph) break;
    const link = /^(?:of|for|and)$/.test(token.lower);
    const fits =
      /^(?:NOUN|PROPN|ADJ)$/.test(token.pos) ||
      isCapitalised(token) ||
      token.lower === "'s" ||
      (link && role);
    if (!fits || (NOT_NAMES.has(token.lower) && !link) || CALENDAR.has(token.lower)) break;
    if (
      OFFICE_TITLES.test(token.lower) ||
      (ROLE_NOUNS.has(token.lower) && !HONORIFICS.has(token.lower))
    )
      role = true;
    from = at;
  }
  while (from < to && /^(?:of|for|and|'s)$/.test(tokens[from]?.lower ?? '')) from += 1;
  return role && from < to ? { from, to } : null;
}

/** Titles that are offices as well. */
const OFFICE_TITLES =
  /^(?:president|general|colonel|captain|major|judge|senator|professor|admiral|commander)$/;

/** Roles of people who live or pass somewhere rather than speak for it. */
const NO_SPOKESMEN =
  /\b(?:residents?|people|natives?|villagers?|neighbou?rs?|voters?|victims?|survivors?|mothers?|fathers?)\s+(?:of|from)\b/i;

const AFTER_ROLE = /\b(?:of|for|at|from|with)\s+(?:the\s+)?(.+)$/iu;
const SPEAKS_FOR = /^(?:an?\s+)?(?:[\p{L}-]+\s+)?spokes(?:man|woman|person)\s+(?:for|of)\s/iu;

/** The body that a role speaks for: what follows of/for/at, or the noun before the role. */
export function organisationOf(role: string): string | null {
  if (NO_SPOKESMEN.test(role)) return null;
  const does = isOccupation(role);
  const links = does ? /\b(?:at|for)\s+(?:the\s+)?(.+)$/iu : AFTER_ROLE;
  const after = links.exec(role)?.[1];
  if (after && SPEAKS_FOR.test(role)) return after;
  const named = after ? bodyAfter(after) : null;
  if (named) return named;
  const minister = /^(.*\b)[Mm]inister$/.exec(role)?.[1];
  if (minister && /\S/.test(minister) && !/^(?:Prime|prime|Deputy|deputy)\s*$/.test(minister)) {
    return `${minister.replace(/\b[Dd]eputy\s+/, '')}${/[A-Z]\w*\s*$/.test(minister) ? 'Ministry' : 'ministry'}`;
  }
  const possessive = /^(.+?)['’]s?\s+\S/.exec(role)?.[1];
  if (possessive) return ROLE_NOUNS.has(possessive.toLowerCase()) ? null : possessive;
  return after ? null : bodyBeforeRole(role.split(/\s+/));
}

/** "the Bank of Ghana in Accra" without its place; "one of the suspects" is no body. */
function bodyAfter(words: string): string | null {
  if (
    /^(?:one|two|three|four|five|six|several|some|many|our|my|his|her|its|their|a|an)\b/.test(words)
  )
    return null;
  const name = words.replace(/\s+(?:in|at)\s+\p{Lu}.*$/u, '').trim();
  const named = /\p{Lu}/u.test(name) || name.split(/\s+/).some((word) => BODY_NOUNS.has(word));
  return name && named ? name : null;
}

const NO_BODY =
  /^(?:Foreign|Deputy|Chief|Vice|Prime|Presiding|Senior|Former|Health|Defence|Defense|Interior|Justice|Finance|Home|State|Civil|Opposition)$/;

/** "Pentagon press secretary", "police spokesman": the proper or common name before the role. */
function bodyBeforeRole(words: readonly string[]): string | null {
  const before = words.slice(0, -1);
  const last = before.at(-1);
  if (/^(?:sources?|secretary)$/.test(words.at(-1) ?? '')) return properBefore(before);
  if (last && last === last.toLowerCase() && BODY_NOUNS.has(last)) return last;
  return properBefore(before);
}

function properBefore(words: readonly string[]): string | null {
  const proper = words.filter(
    (word) => /^\p{Lu}/u.test(word) && !ROLE_NOUNS.has(word.toLowerCase()),
  );
  const start = proper[0];
  if (proper.some((word) => NATIONS.test(word.toLowerCase()))) return null;
  if (!start || /(?:an|ese|ish|ian|ch)$/.test(start) || words[0] !== start) return null;
  return NO_BODY.test(start) ? null : proper.join(' ');
}
