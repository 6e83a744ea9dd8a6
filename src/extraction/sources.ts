/**
 * Who is behind a mention: a person of the table, a body, or an unnamed source. Pronouns take the
 * last fitting speaker or subject; definite descriptions take the person whose role they repeat.
 */
import { BODY_NOUNS, DOCUMENTS, GENERIC_BODIES, OFFICE_NOUNS, ROLE_NOUNS } from './lexicon.ts';
import { isCapitalised, organisationOf, type PeopleTable, type Person, readRun } from './people.ts';
import type { Phrase } from './phrases.ts';
import type { SourceKind } from './schema.ts';
import type { Token } from './tokens.ts';
import type { SpokenTurn } from './turn-speakers.ts';

export interface Source {
  name: string | null;
  kind: SourceKind;
  role: string | null;
  organisation: string | null;
  anonymous: boolean;
  gender: 'm' | 'f' | 'n' | 'p' | null;
}

export interface ResolveContext {
  text: string;
  tokens: readonly Token[];
  people: PeopleTable;
  /** Sources of earlier reports with the token of their mention, oldest first. */
  earlier: { source: Source; at: number }[];
  /** Turns of the transcript, if there is one: who "I" and "you" are. */
  turns: readonly SpokenTurn[];
}

const PRONOUN = /^(?:he|she|they|it|i|we|you|his|her|who|him|them)$/;

export function fromPerson(person: Person): Source {
  return {
    name: person.name,
    kind: 'person',
    role: person.role,
    organisation: person.organisation,
    anonymous: false,
    gender: person.gender,
  };
}

function phraseText(context: ResolveContext, from: number, to: number): string {
  const first = context.tokens[from];
  const last = context.tokens[to - 1];
  return first && last ? context.text.slice(first.start, last.end).replace(/\s+/g, ' ') : '';
}

/** Resolves the mention to a source. Null where a pronoun has nothing to stand for. */
export function resolveMention(context: ResolveContext, mention: Phrase): Source | null {
  const { tokens, people } = context;
  const head = tokens[mention.from];
  if (!head) return null;
  if (mention.to - mention.from === 1 && PRONOUN.test(head.lower))
    return resolvePronoun(context, head.lower, mention.from);
  const person = personIn(context, mention);
  if (person) return fromPerson(person);
  return describeSource(context, mention, people);
}

/** The person whom a noun phrase names: its last run of capitals must be the name. */
function personIn(context: ResolveContext, mention: Phrase): Person | null {
  for (let at = mention.to - 1; at >= mention.from; at -= 1) {
    const token = context.tokens[at];
    const person = context.people.at.get(at);
    if (person) {
      const next = context.tokens[at + 1];
      // "Smith's lawyer", "a spokesman for Smith" are not Smith.
      if (next && at + 1 < mention.to && next.lower === "'s") return null;
      let start = at;
      while (start > mention.from && context.people.at.get(start - 1) === person) start -= 1;
      const link = context.tokens[start - 1];
      if (
        start > mention.from &&
        link &&
        /^(?:for|of|by|to|with|from|near|about)$/.test(link.lower)
      )
        return null;

      return person;
    }
    if (token && /^(?:of|in|from|at|for)$/.test(token.lower)) continue;
  }
  return null;
}

/** The latest sources first, as far back as a reader remembers; keeps long texts linear. */
function recentSources(context: ResolveContext): { source: Source; at: number }[] {
  return context.earlier.slice(-80).reverse();
}

function resolvePronoun(context: ResolveContext, word: string, at: number): Source | null {
  if (/^(?:i|we|you)$/.test(word)) return resolveParty(context, word, at);
  if (word === 'who') return null;
  const gender = /^(?:he|his|him)$/.test(word)
    ? 'm'
    : /^(?:she|her)$/.test(word)
      ? 'f'
      : word === 'it'
        ? 'n'
        : 'p';
  const paragraph = context.tokens[at]?.paragraph ?? 0;
  const recent = recentPerson(context, at, gender);
  const last = recentSources(context).find((one) => one.at < at && fitsGender(one.source, gender));
  const gap = last
    ? paragraph - (context.tokens[last.at]?.paragraph ?? 0)
    : Number.POSITIVE_INFINITY;
  // Who spoke last in this paragraph goes on speaking, unless somebody else became the subject.
  if (last && gap === 0 && (!recent || recent.at < last.at || !recent.sure))
    return learnGender(context, last.source, gender);
  if (recent?.sure) return learnGender(context, fromPerson(recent.person), gender);
  if (last && gap <= 4) return last.source;
  return recent ? fromPerson(recent.person) : (last?.source ?? null);
}

/** A pronoun tells the gender of a person whose name did not. */
function learnGender(
  context: ResolveContext,
  source: Source,
  gender: 'm' | 'f' | 'n' | 'p',
): Source {
  const person = context.people.findByName(source.name ?? '');
  if (person && person.gender === null && (gender === 'm' || gender === 'f'))
    person.gender = gender;
  return source;
}

/** "I" and "you" in a transcript: the speaker of the turn, and the one who speaks with them. */
function resolveParty(context: ResolveContext, word: string, at: number): Source | null {
  const start = context.tokens[at]?.start ?? 0;
  const turn = context.turns.find((one) => one.start <= start && start < one.end);
  if (!turn) return null;
  const other = context.turns.find((one) => one.asks !== turn.asks && one.speaker !== null);
  const name = word === 'you' ? other?.speaker : turn.speaker;
  if (!name) return null;
  const known = context.people.findByName(name);
  return known
    ? fromPerson(known)
    : { name, kind: 'person', role: null, organisation: null, anonymous: false, gender: null };
}

function fitsGender(source: Source, gender: 'm' | 'f' | 'n' | 'p'): boolean {
  if (gender === 'n') return source.kind === 'organisation' || source.gender === 'n';
  if (gender === 'p') return source.gender === 'p' || source.kind === 'organisation';
  if (source.kind === 'organisation' || source.gender === 'n' || source.gender === 'p')
    return false;
  return source.gender === null || source.gender === gender;
}

/**
 * The last person named before `at` who may be "he" or "she". `sure` where the name opens the
 * sentence before or this one, as the subject of a running story does.
 */
function recentPerson(
  context: ResolveContext,
  at: number,
  gender: 'm' | 'f' | 'n' | 'p',
): { person: Person; sure: boolean; at: number } | null {
  if (gender === 'n' || gender === 'p') return null;
  const { tokens, people } = context;
  let fallback: { person: Person; at: number } | null = null;
  for (let index = at - 1; index >= Math.max(0, at - 160); index -= 1) {
    const token = tokens[index];
    const person = people.at.get(index);
    if (!token || !person || token.quote >= 0) continue;
    if (person.gender !== null && person.gender !== gender) continue;
    let start = index;
    while (people.at.get(start - 1) === person) start -= 1;
    if (isSubjectPlace(tokens, start, index)) return { person, sure: true, at: index };
    fallback ??= { person, at: index };
    index = start;
  }
  return fallback ? { ...fallback, sure: false } : null;
}

/** A name that opens its sentence, or is followed by a verb, is the subject. */
function isSubjectPlace(tokens: readonly Token[], from: number, last: number): boolean {
  const next = tokens[last + 1];
  if (next && next.lower === "'s") return false;
  if (next && /^(?:VERB|AUX)$/.test(next.pos) && !/ing$/.test(next.lower)) return true;
  const before = tokens[from - 1];
  if (!before || before.paragraph !== tokens[from]?.paragraph) return true;
  if (/^[.?!]$/.test(before.text)) return true;
  return /^(?:say|says|said|added|asked|wrote|replied|told)$/.test(before.lower);
}

function headNoun(tokens: readonly Token[], mention: Phrase): string {
  let head = '';
  for (let at = mention.from; at < mention.to; at += 1) {
    const token = tokens[at];
    if (!token) break;
    if (/^(?:of|for|in|at|from|with|who|near|on|by|to|and|,)$/.test(token.lower) && head) break;
    if (token.lower === "'s") continue;
    if (/^(?:NOUN|PROPN|ADJ|NUM|VERB)$/.test(token.pos) || isCapitalised(token)) head = token.lower;
  }
  return head;
}

function describeSource(context: ResolveContext, mention: Phrase, people: PeopleTable): Source {
  const { tokens } = context;
  const first = tokens[mention.from];
  const definite = first !== undefined && /^(?:the|that|this|his|her|their|its)$/.test(first.lower);
  const text = stripArticle(phraseText(context, mention.from, mention.to));
  const head = headNoun(tokens, mention);
  const singular = head.replace(/s$/, '');
  if (definite && ROLE_NOUNS.has(head)) {
    const known = personByRole(context, head, mention) ?? earlierByHead(context, head);
    if (known) return known;
  }
  const run = properRun(context, mention);
  if (
    isBody(head, text) ||
    (run !== null && !ROLE_NOUNS.has(head) && !ROLE_NOUNS.has(singular) && !DOCUMENTS.has(head))
  ) {
    return bodySource(context, mention, text, head, definite, run);
  }
  if (DOCUMENTS.has(head) || DOCUMENTS.has(singular))
    return {
      name: text,
      kind: 'unnamed',
      role: null,
      organisation: null,
      anonymous: false,
      gender: 'n',
    };
  void people;
  const earlier = definite ? earlierByHead(context, head) : null;
  if (earlier) return earlier;
  const office = definite && OFFICE_NOUNS.has(head);
  const plural = /s$/.test(head) && !/ss$/.test(head);
  const kin = /^(?:my|his|her|their|our|your)$/.test(first?.lower ?? '');
  return {
    name: text,
    kind: 'unnamed',
    role: kin ? null : text,
    organisation: organisationOf(text),
    anonymous: !office,
    gender: plural ? 'p' : null,
  };
}

/** Without its article; a first word that was capital only because it opened the sentence is not. */
function stripArticle(text: string): string {
  const whole = text.replace(
    /^(?:one|two|three|four|five|some|several|most|many)\s+of\s+(?:the|its|his|her|their|our|my|these|those)\s+/i,
    '',
  );
  const bare = whole.replace(
    /^(?:the|a|an|one|two|three|four|five|some|several|that|this|my|his|her|their|its)\s+/i,
    '',
  );
  if (bare !== text) return bare;
  return bare.replace(
    /^(\p{Lu})(\p{Ll}+)(?=\s\p{Ll})/u,
    (_, head: string, tail: string) => `${head.toLowerCase()}${tail}`,
  );
}

function isBody(head: string, text: string): boolean {
  if (ROLE_NOUNS.has(head) && !BODY_NOUNS.has(head)) return false;
  return (
    BODY_NOUNS.has(head) || GENERIC_BODIES.has(head) || /^(?:[A-Z]{2,}|(?:[A-Z]\.){2,})$/.test(text)
  );
}

/** Capitalised words of the mention beyond its first word, as a proper name. */
function properRun(context: ResolveContext, mention: Phrase): string | null {
  for (let at = mention.from; at < mention.to; at += 1) {
    const token = context.tokens[at];
    if (
      !token ||
      !isCapitalised(token) ||
      (at === mention.from &&
        !/^(?:PROPN)$/.test(token.pos) &&
        token.text !== token.text.toUpperCase())
    )
      continue;
    const run = readRun(context.tokens, at, mention.to);
    if (run) return phraseText(context, run.titleFrom, run.to);
  }
  return null;
}

function bodySource(
  context: ResolveContext,
  mention: Phrase,
  text: string,
  head: string,
  definite: boolean,
  run: string | null,
): Source {
  const earlier =
    definite && run === null
      ? recentSources(context)
          .map((one) => one.source)
          .find(
            (source) => source.kind === 'organisation' && source.name?.toLowerCase().includes(head),
          )
      : undefined;
  if (earlier) return earlier;
  const name = properTail(context, mention) ?? text.replace(/\s*\([^)]*\)$/, '');
  const known = recentSources(context)
    .map((one) => one.source)
    .find(
      (source) =>
        source.kind === 'organisation' &&
        source.name &&
        source.name.toLowerCase().endsWith(` ${name.toLowerCase()}`),
    );
  return (
    known ?? {
      name,
      kind: 'organisation',
      role: null,
      organisation: name,
      anonymous: false,
      gender: 'n',
    }
  );
}

/** "the news agency KCNA": a body's name behind the common noun for it. */
function properTail(context: ResolveContext, mention: Phrase): string | null {
  const { tokens } = context;
  let from = mention.to;
  while (from > mention.from && isCapitalised(tokens[from - 1])) from -= 1;
  const noun = tokens[from - 1];
  if (from >= mention.to || from <= mention.from || !noun || noun.text !== noun.lower) return null;
  return BODY_NOUNS.has(noun.lower) || noun.pos === 'NOUN'
    ? phraseText(context, from, mention.to)
    : null;
}

/** "the minister" where the table knows a minister: the one named last before the mention. */
function personByRole(context: ResolveContext, head: string, mention: Phrase): Source | null {
  const words = new Set(
    stripArticle(phraseText(context, mention.from, mention.to))
      .toLowerCase()
      .split(/\s+/),
  );
  let best: Person | null = null;
  let bestScore = 0;
  for (const person of context.people.findByRole(head)) {
    const role = person.role?.toLowerCase();
    if (!role?.split(/[\s,]+/).includes(head)) continue;
    const shared = role.split(/[\s,]+/).filter((word) => words.has(word)).length;
    const named = person.places.some((place) => place < mention.from) ? 1 : 0;
    const score = shared * 2 + named;
    if (score > bestScore) {
      best = person;
      bestScore = score;
    }
  }
  return best ? fromPerson(best) : null;
}

function earlierByHead(context: ResolveContext, head: string): Source | null {
  const singular = head.replace(/s$/, '');
  return (
    recentSources(context)
      .map((one) => one.source)
      .find((source) =>
        source.role
          ?.toLowerCase()
          .split(/\s+/)
          .some((word) => word === head || word === singular),
      ) ?? null
  );
}
