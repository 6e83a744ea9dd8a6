/**
 * The bodies that a text names: ministries, companies, clubs, with the common nouns that it uses
 * for each ("the operator, Tana Hydro"), so that "the operator" and "its director" can be told.
 */
import {
  BODY_NOUNS,
  CLUB_NAMES,
  FEMALE_NAMES,
  MALE_NAMES,
  ROLE_NOUNS,
} from '../reading/lexicon.ts';
import { isCapitalised, type NameRun, nameText, readRun } from '../reading/names.ts';
import type { Token } from '../reading/tokens.ts';

export interface Body {
  name: string;
  /** Lower-case nouns that stand for it. */
  nouns: Set<string>;
}

export interface BodiesTable {
  /** The body named at a token, if any. */
  at: ReadonlyMap<number, Body>;
  /** The last body named before a token; with a noun, the last for which that noun stands. */
  findBefore: (token: number, noun?: string) => Body | null;
  /** The only body of the text for which a noun stands. */
  findOnly: (noun: string) => Body | null;
  /** True where the text names the ministry of a department, or "the ministry". */
  hasMinistry: (department: string) => boolean;
  /** True where the text speaks of a government in the reporter's words. */
  hasGovernment: boolean;
}

/** Nouns that stand for each other. */
const FAMILIES = [
  'company firm group business manufacturer maker operator retailer airline corporation utility corp inc ltd plc holdings',
  'club team side squad',
  'agency network newspaper newswire',
  'court tribunal',
].map((words) => words.split(' '));

/** Places in capitals, which are no bodies by their letters alone. */
const PLACE_LETTERS = /^(?:US|UK|EU|U\.S\.|U\.K\.|E\.U\.|USA|UAE|DC|TV|CEO|CFO|AI|II|III|IV)$/;

/** How far back, in tokens, a reader remembers a body. */
const REACH = 400;

export function listBodies(text: string, tokens: readonly Token[]): BodiesTable {
  const byName = new Map<string, Body>();
  const at = new Map<number, Body>();
  const order: { at: number; body: Body }[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const run = readRun(tokens, index, tokens.length);
    if (!run) continue;
    const described = describingNoun(tokens, run);
    const nouns = [...ownNouns(tokens, run), ...(described ? [described] : [])];
    const name = nameText(text, tokens, run.titleFrom, run.to).replace(/\s+/g, ' ');
    const known = byName.get(name);
    index = run.to - 1;
    if (!known && nouns.length === 0 && !isInitials(tokens, run)) continue;
    const body = known ?? { name, nouns: new Set<string>() };
    for (const noun of nouns) body.nouns.add(noun);
    byName.set(name, body);
    order.push({ at: run.titleFrom, body });
    for (let place = run.titleFrom; place < run.to; place += 1) at.set(place, body);
  }
  const only = indexNouns(byName);
  const ministries = listMinistries(tokens);
  return {
    at,
    hasMinistry: (department) =>
      ministries.has('the') || ministries.has(department.toLowerCase().split(/\s+/).at(-1) ?? ''),
    hasGovernment: tokens.some((token) => token.lower === 'government' && token.quote < 0),
    findBefore: (token, noun) => lastBefore(order, token, noun),
    findOnly: (noun) => only.get(noun) ?? null,
  };
}

/** The words before "ministry": departments, or "the". */
function listMinistries(tokens: readonly Token[]): Set<string> {
  const found = new Set<string>();
  tokens.forEach((token, index) => {
    if (token.lower === 'ministry') found.add(tokens[index - 1]?.lower ?? '');
  });
  return found;
}

/** The body of each noun; null where several bodies are called so. */
function indexNouns(byName: ReadonlyMap<string, Body>): Map<string, Body | null> {
  const only = new Map<string, Body | null>();
  for (const body of byName.values())
    for (const noun of body.nouns) only.set(noun, only.has(noun) ? null : body);
  return only;
}

function lastBefore(
  order: readonly { at: number; body: Body }[],
  token: number,
  noun: string | undefined,
): Body | null {
  const accepted = noun === undefined ? null : (familyOf(noun) ?? [noun]);
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((order[middle]?.at ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0; index -= 1) {
    const one = order[index];
    if (!one || token - one.at > REACH) return null;
    if (!accepted || accepted.some((word) => one.body.nouns.has(word))) return one.body;
  }
  return null;
}

function familyOf(noun: string): string[] | undefined {
  return FAMILIES.find((words) => words.includes(noun));
}

/** "the WHO", "(MEC)": initials behind an article or in brackets. */
function isInitials(tokens: readonly Token[], run: NameRun): boolean {
  const word = tokens[run.titleFrom]?.text ?? '';
  if (run.to - run.titleFrom !== 1 || !/^\p{Lu}{2,}$/u.test(word)) return false;
  return !PLACE_LETTERS.test(word) && /^(?:the|\()$/i.test(tokens[run.titleFrom - 1]?.text ?? '');
}

/** Nouns within the name itself: "World Food Programme" is a programme. */
function ownNouns(tokens: readonly Token[], run: NameRun): string[] {
  const nouns: string[] = [];
  for (let at = run.titleFrom; at < run.to; at += 1) {
    const word = tokens[at]?.lower ?? '';
    if (ROLE_NOUNS.has(word) && at < run.from) return [];
    if (CLUB_NAMES.has(word) && at > run.titleFrom) nouns.push('club');
    else if (BODY_NOUNS.has(word)) nouns.push(word);
  }
  return nouns;
}

/** The common noun beside the name: "the agency X", "the operator, X,", "X, a campaign group". */
function describingNoun(tokens: readonly Token[], run: NameRun): string | null {
  const comma = tokens[run.titleFrom - 1]?.text === ',' ? 1 : 0;
  const before = tokens[run.titleFrom - 1 - comma];
  const closed = comma === 0 || /^[,.]$/.test(tokens[run.to]?.text ?? '');
  if (before && closed && before.text === before.lower && isBodyNoun(before))
    return isGivenName(tokens, run) || (comma === 1 && isHeadOf(tokens, run.titleFrom - 2))
      ? null
      : before.lower;
  if (tokens[run.to]?.text !== ',' || !/^(?:an?|the)$/.test(tokens[run.to + 1]?.lower ?? ''))
    return null;
  let at = run.to + 2;
  while (at < run.to + 8 && /^(?:NOUN|PROPN|ADJ|NUM)$/.test(tokens[at]?.pos ?? '')) at += 1;
  const head = tokens[at - 1];
  // "In Lund, the company said" is no appositive: a verb follows.
  const ends = /^(?:[,.;)]|of|that|which|in|for|based|backed)$/.test(tokens[at]?.lower ?? '');
  return head && ends && isBodyNoun(head) && !isGivenName(tokens, run) ? head.lower : null;
}

/** "the head of the keepers' union, Ann Lee": the name is that of the head. */
function isHeadOf(tokens: readonly Token[], noun: number): boolean {
  for (let at = noun - 1; at > noun - 6; at -= 1) {
    const token = tokens[at];
    if (!token || /^[,.;:]$/.test(token.text)) return false;
    if (/^(?:of|for|at)$/.test(token.lower)) return ROLE_NOUNS.has(tokens[at - 1]?.lower ?? '');
  }
  return false;
}

function isBodyNoun(token: Token): boolean {
  return BODY_NOUNS.has(token.lower) || token.lower === 'maker';
}

function isGivenName(tokens: readonly Token[], run: NameRun): boolean {
  const first = tokens[run.from]?.lower ?? '';
  return MALE_NAMES.has(first) || FEMALE_NAMES.has(first);
}

/** "the commission" as the text names it in full before `at`; other words stay as they are. */
export function fullName(name: string | null, at: number, bodies: BodiesTable): string | null {
  const noun = name !== null && /^\p{Ll}/u.test(name) ? name.split(/\s+/).at(-1) : undefined;
  return (noun && bodies.findBefore(at, noun)?.name) || name;
}

/** The proper name that opens a sentence as its subject: what "the company" of its end repeats. */
export function subjectName(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): string | null {
  for (let at = from; at < Math.min(to, from + 6); at += 1) {
    if (!isCapitalised(tokens[at])) continue;
    const run = readRun(tokens, at, to);
    if (!run || run.to - run.titleFrom < 2) continue;
    const next = tokens[run.to];
    return next && (/^(?:VERB|AUX)$/.test(next.pos) || next.text === ',')
      ? nameText(text, tokens, run.titleFrom, run.to).replace(/\s+/g, ' ')
      : null;
  }
  return null;
}
