/**
 * The people whom a text names in full, with what it says they are: a table built once over the
 * whole document, from which surnames, pronouns and definite descriptions are resolved.
 */

import {
  FEMALE_NAMES,
  FEMALE_TITLES,
  MALE_NAMES,
  MALE_TITLES,
  ROLE_NOUNS,
} from '../reading/lexicon.ts';
import { isBodyName, type NameRun, nameText, readRun } from '../reading/names.ts';
import type { Token } from '../reading/tokens.ts';
import type { BodiesTable } from './bodies.ts';
import { introducedRole } from './introductions.ts';
import { asNoun, relativeRole } from './occupations.ts';
import { bodyOfRole, ownerBefore, subjectBody } from './owners.ts';
import { appositiveRole, prefixRole } from './roles.ts';

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
  bodies: BodiesTable,
): PeopleTable {
  const people: Person[] = [];
  const byName = new Map<string, Person>();
  const byWord = new Map<string, Person>();
  const runs: NameRun[] = [];
  const owned: { person: Person; at: number }[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const run = readRun(tokens, at, tokens.length);
    if (!run) continue;
    runs.push(run);
    at = run.to - 1;
    if (bodies.at.has(run.from) || !looksPersonal(tokens, run, spoken)) continue;
    const name = nameText(text, tokens, run.from, run.to).replace(/\s+/g, ' ');
    const key = name.toLowerCase();
    const known = byName.get(key);
    const person = known ?? addPerson(people, byName, byWord, name);
    const role = describe(text, tokens, run, person, bodies);
    if (/^(?:his|her)$/.test(tokens[(role ?? 0) - 1]?.lower ?? ''))
      owned.push({ person, at: (role ?? 0) - 1 });
    if (!known && spoken.has(run.from)) introduce(text, tokens, run, person, bodies);
  }
  const at = new Map<number, Person>();
  for (const run of runs) placeRun(tokens, run, byName, byWord, at, text);
  for (const one of owned) nameOwner(tokens, one, at);
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

/** Takes in what stands beside a name; gives the first token of the role, if it was told. */
function describe(
  text: string,
  tokens: readonly Token[],
  run: NameRun,
  person: Person,
  bodies: BodiesTable,
): number | null {
  const title = tokens[run.from - 1]?.lower ?? '';
  if (MALE_TITLES.has(title)) person.gender = 'm';
  if (FEMALE_TITLES.has(title)) person.gender = 'f';
  const after = appositiveRole(tokens, run.to);
  const before = prefixRole(tokens, run);
  const does = after ? null : relativeRole(tokens, run.to);
  const range = after ?? before ?? does;
  const told = range !== null && (person.role === null || (after && person.organisation === null));
  if (told) {
    person.role = asNoun(nameText(text, tokens, range.from, range.to).replace(/\s+/g, ' '));
    if (before && does && before.to - before.from === 1)
      person.role += `, ${asNoun(nameText(text, tokens, does.from, does.to).replace(/\s+/g, ' '))}`;
    person.organisation =
      ownerBefore(text, tokens, range.from, bodies) ??
      bodyOfRole(person.role, range.from, bodies) ??
      employer(text, tokens, range, bodies);
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
  return told ? range.from : null;
}

/** "his lawyer, Ann Lund": the lawyer of who was named last in the paragraph and may be "he". */
function nameOwner(
  tokens: readonly Token[],
  { person, at }: { person: Person; at: number },
  named: ReadonlyMap<number, Person>,
): void {
  const gender = tokens[at]?.lower === 'his' ? 'm' : 'f';
  const paragraph = tokens[at]?.paragraph;
  for (let index = at - 1; tokens[index]?.paragraph === paragraph; index -= 1) {
    const owner = named.get(index);
    if (!owner || owner === person || (tokens[index]?.quote ?? 0) >= 0) continue;
    if (owner.gender !== null && owner.gender !== gender) continue;
    person.role = `${person.role} of ${owner.name}`;
    return;
  }
}

/** The role of somebody who is first named without any, from the sentence before. */
function introduce(
  text: string,
  tokens: readonly Token[],
  run: NameRun,
  person: Person,
  bodies: BodiesTable,
): void {
  if (person.role !== null) return;
  const found = introducedRole(text, tokens, run);
  if (!found) return;
  person.role = found.role;
  person.organisation ??=
    ownerBefore(text, tokens, found.from, bodies) ?? bodyOfRole(found.role, found.from, bodies);
}

/** Offices that only a body has, with the noun of that body where one is usual. */
const EMPLOYERS: readonly [RegExp, string | undefined][] = [
  [/\b(?:judge|prosecutor)$/i, 'tribunal'],
  [/^deputy governor$/i, 'bank'],
  [/^general secretary$/i, 'union'],
  [
    /^(?:(?:outgoing|incoming|former|deputy|acting) )?(?:chief executive|ceo|chairman|chairwoman|chair|spokes(?:man|woman|person)|press officer)$/i,
    undefined,
  ],
];

/** The body, named close before, of an office that the text names without one. */
function employer(
  text: string,
  tokens: readonly Token[],
  role: { from: number; to: number },
  bodies: BodiesTable,
): string | null {
  const words = tokens.slice(role.from, role.to).map((token) => token.text);
  const found = EMPLOYERS.find(([office]) => office.test(words.join(' ')));
  if (!found) return null;
  return (
    bodies.findBefore(role.from, found[1])?.name ?? subjectBody(text, tokens, role.from, bodies)
  );
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
