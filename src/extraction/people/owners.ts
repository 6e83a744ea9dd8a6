/** The bodies that offices belong to: behind "its", behind a minister, behind an office alone. */

import { BODY_NOUNS } from '../reading/lexicon.ts';
import { nameText } from '../reading/names.ts';
import type { Token } from '../reading/tokens.ts';
import { type BodiesTable, fullName } from './bodies.ts';
import { organisationOf } from './roles.ts';

/** The body behind "its" or "their" right before a role. */
export function ownerBefore(
  text: string,
  tokens: readonly Token[],
  role: number,
  bodies: BodiesTable,
): string | null {
  const owner = tokens[role - 1];
  if (!owner || !/^(?:its|their)$/.test(owner.lower)) return null;
  return subjectBody(text, tokens, role - 1, bodies) ?? bodies.findBefore(role - 1)?.name ?? null;
}

/** How far back, in tokens, the sentence is sought whose subject is a body. */
const REACH = 70;

/**
 * "The keepers' trust was split. …, its secretary": the body that is the subject of a sentence of
 * this paragraph, where none is named behind that sentence.
 */
export function subjectBody(
  text: string,
  tokens: readonly Token[],
  before: number,
  bodies: BodiesTable,
): string | null {
  const paragraph = tokens[before]?.paragraph;
  let later = false;
  let inside = false;
  for (let at = before - 1; at >= 0 && before - at < REACH; at -= 1) {
    const token = tokens[at];
    if (!token || token.paragraph !== paragraph) return null;
    inside ||= bodies.at.has(at);
    const previous = tokens[at - 1];
    const opens =
      previous?.paragraph !== paragraph || (/^[.?!]$/.test(previous.text) && previous.quote < 0);
    if (!opens || token.quote >= 0) continue;
    const name = later ? null : openingBody(text, tokens, at);
    if (name) return name;
    later ||= inside;
  }
  return null;
}

/** The body that opens the sentence at `from` as its subject: "A trade union federation said". */
function openingBody(text: string, tokens: readonly Token[], from: number): string | null {
  const article = /^(?:the|an?)$/.test(tokens[from]?.lower ?? '') ? 1 : 0;
  for (let at = from + article; at < from + 7; at += 1) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (!token || !next || token.quote >= 0) return null;
    const part =
      /^(?:NOUN|PROPN|ADJ)$/.test(token.pos) ||
      /^(?:'s|')$/.test(token.lower) ||
      /^\p{Lu}/u.test(token.text);
    if (!part) return null;
    if (BODY_NOUNS.has(token.lower) && /^(?:VERB|AUX)$/.test(next.pos))
      return nameText(text, tokens, from + article, at + 1).replace(/\s+/g, ' ');
  }
  return null;
}

const MINISTER = /^(.*\b)?[Mm]inister$/;

/** A country before an office: "Zambian", "South Korean", "Bolivia's". */
const OF_COUNTRY = /^(?:\p{Lu}\p{L}+\s+)?\p{Lu}\p{L}*(?:an|ese|ish|ch|i|['’]s)\s/u;

/**
 * The body that a role speaks for. Of a minister it is the ministry where the role names the
 * country or the text names the ministry, or else the government where the text names that.
 */
export function bodyOfRole(role: string, at: number, bodies: BodiesTable): string | null {
  const named = organisationOf(role);
  const department = MINISTER.exec(role)?.[1]
    ?.replace(/\b[Dd]eputy\s+/, '')
    .trim();
  if (!named || department === undefined || OF_COUNTRY.test(role))
    return fullName(named, at, bodies);
  if (bodies.hasMinistry(department)) return named;
  return bodies.hasGovernment ? 'government' : null;
}
