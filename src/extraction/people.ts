/**
 * The people whom a text names in full, with what it says they are: a table built once over the
 * whole document, from which surnames, pronouns and definite descriptions are resolved.
 */
import {
  BODY_NOUNS,
  FEMALE_NAMES,
  FEMALE_TITLES,
  HONORIFICS,
  MALE_NAMES,
  MALE_TITLES,
  PLACE_NOUNS,
  ROLE_NOUNS,
} from './lexicon.ts';
import { CALENDAR } from './phrases.ts';
import type { Token } from './tokens.ts';

export interface Person {
  /** Full name without titles, as the document spells it. */
  name: string;
  words: string[];
  gender: 'm' | 'f' | null;
  role: string | null;
  organisation: string | null;
  /** Token indices at which the person is named. */
  places: number[];
}

/** A run of capitalised words: token range of the name proper, and what stands before it. */
export interface NameRun {
  from: number;
  to: number;
  /** First token of the titles before the name; equal to `from` without any. */
  titleFrom: number;
}

const PARTICLES = new Set(
  'de da di del della der den van von al el bin ibn ben la le du dos das ter bint abu y e'.split(
    ' ',
  ),
);
const NOT_NAMES = new Set(
  'the a an in on at but and or he she it they we i you his her their our its this that these those when if as while after before since for from with by to of not no yes there here what who why how where one two three four five six seven eight nine ten some many most more all both each every then now so yet however meanwhile also asked according still even just only such other another earlier later last next first second third'.split(
    ' ',
  ),
);

const NATIONS =
  /^(?:unidentified|unnamed|american|british|russian|ukrainian|korean|chinese|french|german|italian|spanish|iranian|iraqi|syrian|turkish|israeli|palestinian|indian|japanese|mexican|canadian|australian|democratic|republican|south|north|former|acting|senior|deputy|vice|prime|foreign|defense|defence|interior|finance|health|attorney|secretary)$/;

export function isCapitalised(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text) && !/^[“"'‘]/.test(token.text);
}

function startsName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !isCapitalised(token) || NOT_NAMES.has(token.lower) || CALENDAR.has(token.lower))
    return false;
  return !/^(?:DET|ADP|PRON|CCONJ|SCONJ|PART)$/.test(token.pos) || HONORIFICS.has(token.lower);
}

/** The run of capitalised words that begins at `at`, titles told from the name; null if none. */
export function readRun(tokens: readonly Token[], at: number, limit: number): NameRun | null {
  if (!startsName(tokens, at)) return null;
  let to = at + 1;
  while (to < limit) {
    const token = tokens[to];
    if (!token || token.paragraph !== tokens[at]?.paragraph) break;
    const isWord = isCapitalised(token) && !CALENDAR.has(token.lower) && token.text !== 'I';
    const isParticle = PARTICLES.has(token.lower) && isCapitalised(tokens[to + 1]) && to > at;
    if (!isWord && !isParticle) break;
    to += 1;
  }
  let from = at;
  for (let index = at; index < to - 1; index += 1) {
    const word = tokens[index]?.lower ?? '';
    if (HONORIFICS.has(word) || ROLE_NOUNS.has(word) || NATIONS.test(word)) from = index + 1;
  }
  // "SSP Ann Lee": a rank in capitals before a name.
  if (
    from === at &&
    to - at >= 3 &&
    /^\p{Lu}{2,4}$/u.test(tokens[at]?.text ?? '') &&
    /\p{Ll}/u.test(tokens[at + 1]?.text ?? '')
  )
    from = at + 1;
  const last = tokens[to - 1];
  if (from === to - 1 && last && ROLE_NOUNS.has(last.lower) && !HONORIFICS.has(last.lower))
    return null;
  return { from, to, titleFrom: at };
}

function nameText(text: string, tokens: readonly Token[], from: number, to: number): string {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first && last ? text.slice(first.start, last.end) : '';
}

function isBodyName(tokens: readonly Token[], run: NameRun): boolean {
  for (let at = run.from; at < run.to; at += 1) {
    const word = tokens[at]?.lower ?? '';
    if (BODY_NOUNS.has(word) || PLACE_NOUNS.has(word)) return true;
  }
  return false;
}

/** Evidence that a run of two or more capitalised words names a person. */
function looksPersonal(
  tokens: readonly Token[],
  run: NameRun,
  spoken: ReadonlySet<number>,
): boolean {
  if (run.to - run.from < 2 || run.to - run.from > 5 || isBodyName(tokens, run)) return false;
  const first = tokens[run.from];
  if (
    !first ||
    /^(?:New|North|South|East|West|San|Santa|Los|Las|United|Saudi|Great|Supreme|White|Red|Black|Saint|St\.|Mount|Lake|Cape|Fort|Port|El|El)$/.test(
      first.text,
    )
  )
    return run.titleFrom < run.from;
  if (tokens[run.titleFrom - 1]?.lower === 'the' && run.titleFrom === run.from) return false;
  if (MALE_NAMES.has(first.lower) || FEMALE_NAMES.has(first.lower)) return true;
  if (run.titleFrom < run.from) return true;
  for (let at = run.from; at < run.to; at += 1) if (spoken.has(at)) return true;
  const before = tokens[run.from - 1];
  if (before && before.quote < 0 && ROLE_NOUNS.has(before.lower)) return true;
  if (prefixRole(tokens, run) !== null) return true;
  const next = tokens[run.to];
  const after = tokens[run.to + 1];
  if (next?.text === '(' && after?.pos === 'NUM') return true;
  if (next?.text !== ',' || !after) return false;
  if (after.pos === 'NUM' && tokens[run.to + 2]?.text === ',') return true;
  return after.lower === 'who' || appositiveRole(tokens, run.to) !== null;
}

const STOPS = /^(?:[,.;:!?()—–]|--)$/;

/** The role noun phrase after ", " behind a name: token range, or null. */
function appositiveRole(
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
function prefixRole(tokens: readonly Token[], run: NameRun): { from: number; to: number } | null {
  let from = run.from;
  let role = false;
  let at = run.from - 1;
  if (tokens[at]?.text === ',') at -= 1;
  const to = at + 1;
  for (; at >= 0 && at > to - 10; at -= 1) {
    const token = tokens[at];
    if (!token || token.quote >= 0 || token.paragraph !== tokens[run.from]?.paragraph) break;
    const fits =
      /^(?:NOUN|PROPN|ADJ)$/.test(token.pos) ||
      isCapitalised(token) ||
      token.lower === "'s" ||
      (/^(?:of|for|and)$/.test(token.lower) && role);
    if (
      !fits ||
      (NOT_NAMES.has(token.lower) && !/^(?:of|for|and)$/.test(token.lower)) ||
      CALENDAR.has(token.lower)
    )
      break;
    if (ROLE_NOUNS.has(token.lower) && !HONORIFICS.has(token.lower)) role = true;
    if (
      /^(?:president|general|colonel|captain|major|judge|senator|professor|admiral|commander)$/.test(
        token.lower,
      )
    )
      role = true;
    from = at;
  }
  while (from < to && /^(?:of|for|and|'s)$/.test(tokens[from]?.lower ?? '')) from += 1;
  if (!role || from >= to) return null;
  // ", the governor, Ann Lee" is a role before a comma only where its head stands there.
  if (tokens[run.from - 1]?.text === ',' && !ROLE_NOUNS.has(tokens[to - 1]?.lower ?? ''))
    return null;
  return { from, to };
}

/** The body that a role speaks for: what follows of/for/at, or the proper noun before the role. */
export function organisationOf(role: string): string | null {
  const after = /\b(?:of|for|at|from|with)\s+(?:the\s+)?(.+)$/iu.exec(role)?.[1];
  if (after) return after.replace(/\s+(?:in|at)\s+\p{Lu}.*$/u, '').trim() || null;
  const minister = /^(.*\b)[Mm]inister$/.exec(role)?.[1];
  if (minister && /\S/.test(minister) && !/^(?:Prime|prime|Deputy|deputy)\s*$/.test(minister)) {
    return `${minister.replace(/\b[Dd]eputy\s+/, '')}${/[A-Z]\w*\s*$/.test(minister) ? 'Ministry' : 'ministry'}`;
  }
  const possessive = /^(.+?)['’]s?\s+\S/.exec(role)?.[1];
  if (possessive) return possessive;
  const words = role.split(/\s+/);
  const proper = words
    .slice(0, -1)
    .filter((word) => /^\p{Lu}/u.test(word) && !ROLE_NOUNS.has(word.toLowerCase()));
  const start = proper[0];
  if (proper.some((word) => NATIONS.test(word.toLowerCase()))) return null;
  if (!start || /(?:an|ese|ish|ian|ch)$/.test(start) || words[0] !== start) return null;
  return /^(?:Foreign|Deputy|Chief|Vice|Prime|Presiding|Senior|Former|Health|Defence|Defense|Interior|Justice|Finance|Home|State|Civil)$/.test(
    start,
  )
    ? null
    : proper.join(' ');
}

export interface PeopleTable {
  people: Person[];
  /** The person named at a token, if any. */
  at: ReadonlyMap<number, Person>;
  findByName: (name: string) => Person | null;
  /** People whose role holds the word. */
  findByRole: (word: string) => readonly Person[];
}

/** Builds the table. `spoken` holds tokens that stand in mentions of speakers. */
export function listPeople(
  text: string,
  tokens: readonly Token[],
  spoken: ReadonlySet<number>,
): PeopleTable {
  const people: Person[] = [];
  const byName = new Map<string, Person>();
  const byWord = new Map<string, Person>();
  const runs: NameRun[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const run = readRun(tokens, at, tokens.length);
    if (!run) continue;
    runs.push(run);
    at = run.to - 1;
    if (!looksPersonal(tokens, run, spoken)) continue;
    const name = nameText(text, tokens, run.from, run.to).replace(/\s+/g, ' ');
    const key = name.toLowerCase();
    const person = byName.get(key) ?? addPerson(people, byName, byWord, name);
    describe(text, tokens, run, person);
  }
  const at = new Map<number, Person>();
  for (const run of runs) placeRun(tokens, run, byName, byWord, at, text);
  const byRole = indexRoles(people);
  return {
    people,
    at,
    findByName: (name) => byName.get(name.toLowerCase()) ?? null,
    findByRole: (word) => byRole.get(word) ?? [],
  };
}

function indexRoles(people: readonly Person[]): Map<string, Person[]> {
  const byRole = new Map<string, Person[]>();
  for (const person of people) {
    for (const word of new Set(person.role?.toLowerCase().split(/[\s,]+/) ?? [])) {
      byRole.set(word, [...(byRole.get(word) ?? []).slice(-40), person]);
    }
  }
  return byRole;
}

function addPerson(
  people: Person[],
  byName: Map<string, Person>,
  byWord: Map<string, Person>,
  name: string,
): Person {
  const words = name.split(/\s+/);
  const first = (words[0] ?? '').toLowerCase();
  const gender = MALE_NAMES.has(first) ? 'm' : FEMALE_NAMES.has(first) ? 'f' : null;
  const known = byWord.get((words[words.length - 1] ?? '').toLowerCase());
  // "Ann Lee" after "Ann Maria Lee" is the same person.
  if (known && known.words[0]?.toLowerCase() === first && known.words.length !== words.length) {
    if (words.length > known.words.length) {
      known.name = name;
      known.words = words;
    }
    byName.set(name.toLowerCase(), known);
    return known;
  }
  const person: Person = { name, words, gender, role: null, organisation: null, places: [] };
  people.push(person);
  byName.set(name.toLowerCase(), person);
  for (const word of [...words].reverse()) {
    const key = word.toLowerCase();
    if (word.length > 2 && !byWord.has(key)) byWord.set(key, person);
  }
  return person;
}

function describe(text: string, tokens: readonly Token[], run: NameRun, person: Person): void {
  const title = tokens[run.from - 1]?.lower ?? '';
  if (MALE_TITLES.has(title)) person.gender = 'm';
  if (FEMALE_TITLES.has(title)) person.gender = 'f';
  const after = appositiveRole(tokens, run.to);
  const range = after ?? prefixRole(tokens, run);
  if (range && (person.role === null || (after && person.organisation === null))) {
    person.role = nameText(text, tokens, range.from, range.to).replace(/\s+/g, ' ');
    person.organisation = organisationOf(person.role);
    if (
      /\b(?:spokeswoman|chairwoman|congresswoman|mother|wife|daughter|widow|sister|grandmother|actress|midwife)\b/.test(
        person.role,
      )
    )
      person.gender = 'f';
    if (
      /\b(?:spokesman|chairman|congressman|father|husband|son|brother|grandfather|fisherman)\b/.test(
        person.role,
      )
    )
      person.gender = 'm';
  }
  if (tokens[run.to]?.lower === 'of') {
    const body = readRun(
      tokens,
      run.to + (tokens[run.to + 1]?.lower === 'the' ? 2 : 1),
      tokens.length,
    );
    if (body && person.organisation === null)
      person.organisation = nameText(text, tokens, body.titleFrom, body.to);
  }
}

/** Ties a run to a person: by full name, by surname alone, or by title and surname. */
function placeRun(
  tokens: readonly Token[],
  run: NameRun,
  byName: ReadonlyMap<string, Person>,
  byWord: ReadonlyMap<string, Person>,
  at: Map<number, Person>,
  text: string,
): void {
  const name = nameText(text, tokens, run.from, run.to).toLowerCase().replace(/\s+/g, ' ');
  let person = byName.get(name);
  if (!person && run.to - run.from === 1) {
    person = byWord.get(tokens[run.from]?.lower ?? '');
    const title = tokens[run.from - 1]?.lower ?? '';
    if (person && person.gender === null) {
      if (MALE_TITLES.has(title)) person.gender = 'm';
      if (FEMALE_TITLES.has(title)) person.gender = 'f';
    }
  }
  if (!person) return;
  person.places.push(run.titleFrom);
  for (let index = run.titleFrom; index < run.to; index += 1) at.set(index, person);
}
