/** Whether a noun alone, as the object of a reporting verb, is something said. */
import { hasQuoted } from '../reading/content.ts';
import {
  BODY_NOUNS,
  DOCUMENTS,
  GENERIC_BODIES,
  OFFICE_NOUNS,
  ROLE_NOUNS,
} from '../reading/lexicon.ts';
import type { Phrase } from '../reading/phrases.ts';
import type { Token } from '../reading/tokens.ts';
import type { Site } from './sites.ts';

/** Verbs of censure in words, whose object is what was censured. */
const CENSURE = /^(?:critici[sz]e|denounce|decry|condemn|rebuke|mock|slam)$/;
/** Verbs whose object is rather a thing done than a thing said: "maintained its lead". */
const DEEDS =
  /^(?:maintain|illustrate|outline|detail|repeat|predict|demand|recommend|echo|disclose)$/;
/** Verbs of weight, which also things do: "the storm underlined the danger". */
const EMPHASIS = /^(?:stress|emphasi[sz]e|underscore|underline|highlight)$/;
const WEIGHT =
  /^(?:importance|need|necessity|urgency|dangers?|risks?|value|significance|seriousness)$/;
/** So many words may stand before the noun of weight: "the very urgent need". */
const WEIGHT_WITHIN = 4;

/**
 * A noun alone is a statement after verbs that report clauses too ("acknowledged the delay"),
 * after censure, where somebody gives something weight ("stressed the need for pumps") or points to
 * it, and where it was not mentioned; "praised the mayor" judges somebody, and says nothing unless
 * it quotes.
 */
export function isStated(
  tokens: readonly Token[],
  site: Site,
  object: { from: number; to: number; rule: string },
): boolean {
  const { frame, lemma } = site.cue;
  if (object.rule !== 'object' || CENSURE.test(lemma) || /x/.test(frame)) return true;
  if (hasQuoted(tokens, object.from, object.to)) return true;
  // "did not mention the leak" tells what was left unsaid.
  if (lemma === 'mention') return isDenied(tokens, site);
  if (lemma === 'point to')
    return isSpeaker(tokens, site.subject) || tokens[site.at - 1]?.text === ',';
  if (EMPHASIS.test(lemma)) return isWeighed(tokens, object) && isSpeaker(tokens, site.subject);
  return /[cs]/.test(frame) && !DEEDS.test(lemma);
}

/** "did not say when it leaks", "isn't saying how". */
export function isDenied(tokens: readonly Token[], { at, groupFrom }: Site): boolean {
  return tokens.slice(groupFrom, at).some(({ lower }) => /^(?:n't|not|never)$/.test(lower));
}

function isWeighed(tokens: readonly Token[], { from, to }: { from: number; to: number }): boolean {
  for (let at = from; at < Math.min(to, from + WEIGHT_WITHIN); at += 1) {
    const token = tokens[at];
    if (token === undefined || /^(?:ADP|SCONJ|PART|PUNCT|VERB)$/.test(token.pos)) return false;
    if (WEIGHT.test(token.lower)) return true;
  }
  return false;
}

const SPEAKERS = [ROLE_NOUNS, OFFICE_NOUNS, BODY_NOUNS, GENERIC_BODIES, DOCUMENTS];

/** True for a name, a person or body by its noun, and the pronouns of people. */
function isSpeaker(tokens: readonly Token[], subject: Phrase | null): boolean {
  const head = subject && tokens[subject.to - 1];
  if (!head) return false;
  if (head.pos === 'PROPN') return true;
  const singular = head.lower.replace(/s$/, '');
  return (
    /^(?:he|she|they|we|i|who)$/.test(head.lower) ||
    SPEAKERS.some((nouns) => nouns.has(head.lower) || nouns.has(singular))
  );
}
