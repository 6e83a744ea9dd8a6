/** Pronouns: the last fitting speaker or subject, and in a transcript the two who talk. */

import type { Token } from '../reading/tokens.ts';
import type { Person } from './people.ts';
import { fromPerson, type ResolveContext, recentSources, type Source } from './source.ts';

/** The person or body that a pronoun stands for; null where none fits. */
export function resolvePronoun(context: ResolveContext, word: string, at: number): Source | null {
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
