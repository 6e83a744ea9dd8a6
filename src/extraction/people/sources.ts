/**
 * Who is behind a mention: a person of the table, a body, or an unnamed source. Pronouns take the
 * last fitting speaker or subject; definite descriptions take the person whose role they repeat.
 */

import { textBetween } from '../reading/document.ts';
import {
  BODY_NOUNS,
  DOCUMENTS,
  GENERIC_BODIES,
  OFFICE_NOUNS,
  ROLE_NOUNS,
} from '../reading/lexicon.ts';
import { isCapitalised, readRun } from '../reading/names.ts';
import type { Phrase } from '../reading/phrases.ts';
import type { Token } from '../reading/tokens.ts';
import { bodySource } from './body-sources.ts';
import { bodyOfRole } from './owners.ts';
import type { Person } from './people.ts';
import { resolvePronoun } from './pronouns.ts';
import { fromPerson, type ResolveContext, recentSources, type Source } from './source.ts';
import { titledPerson } from './titled-person.ts';

const PRONOUN = /^(?:he|she|they|it|i|we|you|his|her|who|him|them)$/;

/** Who is told of by kinship alone has no role. */
const KIN =
  /^(?:mother|father|parent|wife|husband|son|daughter|brother|sister|uncle|aunt|cousin|niece|nephew|widow|friend|grand(?:mother|father|son|daughter))s?$/;

/** Resolves the mention to a source. Null where a pronoun has nothing to stand for. */
export function resolveMention(context: ResolveContext, mention: Phrase): Source | null {
  const { tokens } = context;
  const head = tokens[mention.from];
  if (!head) return null;
  if (mention.to - mention.from === 1 && PRONOUN.test(head.lower))
    return resolvePronoun(context, head.lower, mention.from);
  const person = personIn(context, mention);
  if (person) return fromPerson(person);
  const titled = titledPerson(context, mention);
  if (titled) return titled;
  const member = memberOf(context, mention);
  if (member) return member;
  return describeSource(context, mention);
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

function headNoun(tokens: readonly Token[], mention: Phrase): string {
  let head = '';
  for (let at = mention.from; at < mention.to; at += 1) {
    const token = tokens[at];
    if (!token) break;
    if (/^(?:of|for|in|at|from|with|who|near|on|by|to|and|,)$/.test(token.lower) && head) break;
    if (token.lower === "'s") continue;
    if (token.pos === 'VERB' && head) break;
    if (/^(?:NOUN|PROPN|ADJ|NUM|VERB)$/.test(token.pos) || isCapitalised(token)) head = token.lower;
  }
  return head;
}

function isPlural(noun: string): boolean {
  return /s$/.test(noun) && !/ss$/.test(noun);
}

function describeSource(context: ResolveContext, mention: Phrase): Source {
  const { tokens } = context;
  const first = tokens[mention.from];
  const definite = first !== undefined && /^(?:the|that|this|his|her|their|its)$/.test(first.lower);
  const text = stripArticle(textBetween(context, mention.from, mention.to));
  const head = headNoun(tokens, mention);
  const singular = head.replace(/s$/, '');
  if (definite && ROLE_NOUNS.has(head)) {
    const known = personByRole(context, head, mention) ?? earlierByHead(context, head);
    if (known) return known;
  }
  const run = properRun(context, mention);
  const many = isPlural(head) && /\p{Ll}/u.test(tokens[mention.to - 1]?.text[0] ?? '');
  if (
    isBody(head, text) ||
    (run !== null &&
      !many &&
      !ROLE_NOUNS.has(head) &&
      !ROLE_NOUNS.has(singular) &&
      !DOCUMENTS.has(head))
  ) {
    return bodySource(context, mention, text, head, definite, run);
  }
  if (DOCUMENTS.has(head) || DOCUMENTS.has(singular))
    return {
      name: text,
      kind: 'unnamed',
      role: null,
      organisation: issuerOf(context, mention),
      anonymous: false,
      gender: 'n',
    };
  const earlier = definite ? earlierByHead(context, head) : null;
  if (earlier) return earlier;
  const office = definite && OFFICE_NOUNS.has(head);
  return {
    name: text,
    kind: 'unnamed',
    role: KIN.test(head) ? null : text,
    organisation: organisationBehind(context, mention, text),
    anonymous: !office,
    gender: isPlural(head) ? 'p' : null,
  };
}

/** The body right before a document: "a World Bank paper", "council papers". */
function issuerOf(context: ResolveContext, mention: Phrase): string | null {
  const { tokens, bodies } = context;
  let at = mention.to - 1;
  while (at > mention.from && !DOCUMENTS.has(tokens[at]?.lower ?? '')) at -= 1;
  const issuer = tokens[at - 1];
  if (!issuer || at === mention.from) return null;
  if (issuer.lower === "'s") return bodies.at.get(at - 2)?.name ?? null;
  return bodies.at.get(at - 1)?.name ?? (BODY_NOUNS.has(issuer.lower) ? issuer.lower : null);
}

/** The body of an unnamed source: told by its role, or behind "its" ("one of its forecasters"). */
function organisationBehind(context: ResolveContext, mention: Phrase, text: string): string | null {
  const { tokens, bodies, people } = context;
  const owner = mention.from + 2;
  if (tokens[owner]?.lower === 'its' && tokens[owner - 1]?.lower === 'of')
    return bodies.findBefore(owner)?.name ?? null;
  if (people.at.has(mention.to - 1)) return null;
  if (/^spokes(?:man|woman|person)$/.test(text))
    return bodies.findBefore(mention.from)?.name ?? null;
  return bodyOfRole(text, mention.from, bodies);
}

/** Without its article; a first word that was capital only because it opened the sentence is not. */
function stripArticle(text: string): string {
  const group =
    /^(one|two|three|four|five|some|several|most|many)\s+of\s+(?:the|its|his|her|their|our|my|these|those)\s+(.+)$/isu.exec(
      text,
    );
  const members = group?.[2] ?? text;
  const whole = group?.[1]?.toLowerCase() === 'one' ? oneOf(members) : members;
  const bare = whole.replace(
    /^(?:the|a|an|(?:one|two|three|four|five)(?!\s+(?:in|of)\s)|some|several|that|this|my|his|her|their|its)\s+/i,
    '',
  );
  if (bare !== text) return bare;
  return bare.replace(
    /^(\p{Lu})(\p{Ll}+)(?=\s\p{Ll})/u,
    (_, head: string, tail: string) => `${head.toLowerCase()}${tail}`,
  );
}

/** "keepers at the lock" → "keeper at the lock". */
function oneOf(group: string): string {
  return group.replace(
    /^((?:\S+\s)*?\S*[^s\s])s(?=\s(?:of|at|in|for|from|who|on|to|with)\s|$)/u,
    '$1',
  );
}

const COUNT =
  /^(?:\d+|six|seven|eight|nine|ten|eleven|twelve|dozens of|hundreds of|many|most|several|other)\s+/i;

/** "one", "one of them" after sources in the plural: somebody of that group. */
function memberOf(context: ResolveContext, mention: Phrase): Source | null {
  const text = textBetween(context, mention.from, mention.to).toLowerCase();
  if (!/^(?:one|another)(?: of them)?$/.test(text)) return null;
  const named = context.tokens[mention.to]?.text === ',' && context.people.at.get(mention.to + 1);
  if (named) return fromPerson(named);
  const paragraph = context.tokens[mention.from]?.paragraph ?? 0;
  const last = recentSources(context).find(
    ({ source, at }) =>
      source.kind === 'unnamed' &&
      source.gender === 'p' &&
      paragraph - (context.tokens[at]?.paragraph ?? 0) <= 2,
  )?.source;
  if (!last?.name) return null;
  const name = oneOf(last.name.replace(COUNT, ''));
  return { ...last, name, role: last.role && name, gender: null };
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
    if (run) return textBetween(context, run.titleFrom, run.to);
  }
  return null;
}

/** "the minister" where the table knows a minister: the one named last before the mention. */
function personByRole(context: ResolveContext, head: string, mention: Phrase): Source | null {
  const words = new Set(
    stripArticle(textBetween(context, mention.from, mention.to))
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
      .filter((source) => !(isPlural(head) && source.kind === 'person'))
      .find((source) =>
        source.role
          ?.toLowerCase()
          .split(/\s+/)
          .some((word) => word === head || word === singular),
      ) ?? null
  );
}
