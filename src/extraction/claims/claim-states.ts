/** What a sentence says of those counted: the predicate behind them, or the verb before them. */

import type { RawQuantity } from '../quantities/quantity.ts';
import { CARE } from '../quantities/unit-names.ts';
import { CALENDAR } from '../reading/phrases.ts';
import type { Token } from '../reading/tokens.ts';
import { participleOf } from '../reading/verb-forms.ts';

/** Participles and adjectives that say a state by themselves, right behind what is counted. */
export const STATE =
  /^(?:killed|wounded|injured|dead|missing|homeless|displaced|evacuated|arrested|detained|hurt|destroyed|damaged|affected|flooded|rescued|relocated|sheltered|burned|burnt|stranded|trapped|deployed|moved|stationed|seized|fired|shot|lost|sold|built|infected|hospitalised|hospitalized|sentenced|convicted|accommodated|housed|uprooted|living|uninhabitable)$/;

/** Verbs of saying, counting and having, which tell nothing about what is counted. */
export const NO_STATE =
  /^(?:sa(?:id|ys?|ying)|told|tells?|reported|reports?|according|including|includes?|estimated|estimates?|added|announced|speaks?|spoke|spoken|speaking|lists?|listed|shows?|showed|shown|gave|gives?|given|has|have|had|having|found|finds?|issued|put|puts|counts?|counted|confirmed|claimed|claims?|expects?|citing|was|were|is|are|be|been|being|about|followed|began|cited|quoted|asked|wrote|written|believes?|based|compared|records?|recorded|can|could|may|might|would|will|do|does|did|think|thinks|thought|know|knows|means|mean|meant|want|wants|see|sees|registered|verified|documented|admitted|warned|suggests?|suggested|'s|'re|'ve|'d|'ll|knew)$/;

const PASSING =
  /^(?:were|was|have|has|had|been|be|being|are|is|'s|'re|'ve|'d|will|would|could|can|may|might|should|must|still|now|also|so|far|already|currently|then|reportedly|totally|completely|either|to|not|never|just|only|all|again|both|each|ever|later|soon|simply|n't)$/;

const STOP =
  /^(?:and|or|but|as|while|when|after|before|because|since|if|that|which|who|whom|whose|where|until|till|during|according|although|though|than|yet|including|amid|despite|unless|whether|said|says)$/;

const LIGHT_WORD = /^(?:the|that|a|an|their|his|her|its|our|my|your|this|these|those|very|just)$/;

/** Longest wording of a state, in words. */
const LONGEST = 6;

function isTime(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (CALENDAR.has(token.lower) ||
      /^(?:19|20)\d\d$/.test(token.text) ||
      /^(?:last|next|early|late|year|years|month|months|week|weeks|weekend|day|days|morning|evening|night|overnight|today|yesterday|ago|mid)$/.test(
        token.lower,
      ))
  );
}

/** Words from a verb to the end of what belongs to it: "driven from homes", "expected at front". */
function wordedFrom(tokens: readonly Token[], from: number, to: number): string {
  const words = [tokens[from]?.lower ?? ''];
  const quote = tokens[from]?.quote;
  let end = 1;
  for (let at = from + 1; at < to && words.length < LONGEST; at += 1) {
    const token = tokens[at];
    if (!token || !/^[\p{L}\d$€£]/u.test(token.text) || token.quote !== quote) break;
    if (/^(?:each|every|per)$/.test(token.lower) && isTime(tokens[at + 1])) {
      words.push(token.lower, tokens[at + 1]?.lower ?? '');
      end = words.length;
      break;
    }
    const determiner = token.lower === 'that' && tokens[at - 1]?.pos === 'ADP';
    if ((STOP.test(token.lower) && !determiner) || isTime(token) || token.pos === 'NUM') break;
    if (token.pos === 'ADP' && (isTime(tokens[at + 1]) || isTime(tokens[at + 2]))) break;
    if (LIGHT_WORD.test(token.lower)) continue;
    words.push(token.text);
    if (!/^(?:ADP|DET|PART|AUX|ADV)$/.test(token.pos)) end = words.length;
  }
  if (/^(?:more|fewer|less)$/.test(words[end - 1] ?? '') && end === words.length) end -= 1;
  return words.slice(0, end).join(' ');
}

/** Steps over ", including 500 officers," and "(the police counted 1,400)". */
function overAside(tokens: readonly Token[], from: number, to: number): number {
  const open = tokens[from];
  if (!open) return from;
  const bracket = open.text === '(';
  const aside =
    bracket ||
    (open.text === ',' &&
      /^(?:including|among|most|many|some|mostly|mainly|all|nearly|almost|half|a|an|one|two|three|with)$/.test(
        tokens[from + 1]?.lower ?? '',
      ));
  if (!aside) return from;
  for (let at = from + 1; at < Math.min(to, from + 16); at += 1) {
    const text = tokens[at]?.text;
    if (bracket ? text === ')' : text === ',') return at + 1;
  }
  return from;
}

/** "2,300 soldiers and 45 helicopters were sent": over the second of two that share a predicate. */
function overPartner(tokens: readonly Token[], from: number, to: number): number {
  if (tokens[from]?.lower !== 'and' || tokens[from + 1]?.pos !== 'NUM') return from;
  for (let at = from + 2; at < Math.min(to, from + 7); at += 1) {
    const pos = tokens[at]?.pos ?? '';
    if (pos === 'AUX') return at;
    if (!/^(?:NUM|NOUN|ADJ|PROPN)$/.test(pos)) return from;
  }
  return from;
}

/** The predicate of what ends at token `from`: relative clause, participle or verb of the clause. */
export function predicateAfter(tokens: readonly Token[], from: number, to: number): string | null {
  let at = from;
  while (/^[”’"»]$/.test(tokens[at]?.text ?? '')) at += 1;
  at = overAside(tokens, at, to);
  if (tokens[at]?.text === ',' && /^(?:who|which)$/.test(tokens[at + 1]?.lower ?? '')) at += 1;
  if (
    /^of$/.test(tokens[at]?.lower ?? '') &&
    /^(?:which|whom|them|those|these)$/.test(tokens[at + 1]?.lower ?? '')
  )
    at += 2;
  if (/^(?:who|which|that)$/.test(tokens[at]?.lower ?? '')) at += 1;
  at = overPartner(tokens, at, to);
  const first = tokens[at];
  if (!first || at >= to) return null;
  if (first.lower === 'in' && CARE.test(tokens[at + 1]?.lower ?? ''))
    return wordedFrom(tokens, at, to);
  if (first.lower === 'with' && /^(?:NOUN|ADJ|VERB)$/.test(tokens[at + 1]?.pos ?? ''))
    return wordedFrom(tokens, at, to);
  let copula = false;
  let not = '';
  for (; at < Math.min(to, from + 18); at += 1) {
    const token = tokens[at];
    if (token && /^[“”‘’"]$/.test(token.text)) continue;
    if (!token || /^[,;:.?!—–(]$/.test(token.text)) return null;
    if (STOP.test(token.lower)) return null;
    if (/^(?:not|never|n't)$/.test(token.lower)) not = 'not ';
    if (STATE.test(token.lower) && tokens[at + 1]?.pos !== 'NOUN')
      return not + wordedFrom(tokens, at, to);
    if (/^(?:was|were|is|are|be|been|'s|'re)$/.test(token.lower)) copula = true;
    if (PASSING.test(token.lower) || token.pos === 'AUX' || token.pos === 'ADV') continue;
    if (token.pos === 'VERB')
      return NO_STATE.test(token.lower) ? null : not + wordedFrom(tokens, at, to);
    if (copula && token.lower === 'in' && /^(?:NOUN|ADJ)$/.test(tokens[at + 1]?.pos ?? ''))
      return not + wordedFrom(tokens, at, to);
    // "were children": what they are, rather than what befell them.
    if (copula && token.pos === 'NOUN') return `that are ${wordedFrom(tokens, at, to)}`;
    if (copula)
      return /^(?:ADP|PUNCT|NUM)$/.test(token.pos) ? null : not + wordedFrom(tokens, at, to);
    if (token.lower === 'with' || /^\d/.test(token.text)) return null;
    if (!/^(?:NOUN|PROPN|ADJ|ADP|DET|PRON|NUM)$/.test(token.pos)) return null;
  }
  return null;
}

/** "driven … from their homes", "moved … into the zone": where the verb before them took them. */
function destination(tokens: readonly Token[], from: number, to: number): string | null {
  let at = from;
  while (/^[”’"»]$/.test(tokens[at]?.text ?? '')) at += 1;
  if (!/^(?:from|into|out|to|toward|towards|back|against)$/.test(tokens[at]?.lower ?? ''))
    return null;
  if (isTime(tokens[at + 1]) || tokens[at + 1]?.pos === 'NUM') return null;
  const words = wordedFrom(tokens, at, to);
  return /\s/.test(words) ? words : null;
}

/** What was done to those counted, by the verb that has them as its object: "seized". */
export function doneTo(tokens: readonly Token[], quantity: RawQuantity, to: number): string | null {
  const { verb, link, object } = quantity.frame;
  const form = tokens[verb]?.lower;
  if (!form || NO_STATE.test(form)) return null;
  if (link !== null && !(/^(?:to|for)$/.test(link) && object)) return null;
  if (link !== null && object) {
    const last = tokens[object.to - 1];
    return last && object.to - object.from === 1 && last.pos === 'NOUN'
      ? `${participleOf(form)} ${last.text}`
      : null;
  }
  const end = Math.max(quantity.next, quantity.unit?.to ?? 0);
  const where = destination(tokens, end, to);
  return where ? `${participleOf(form)} ${where}` : participleOf(form);
}

const EVENT_NOUN =
  /^(?:evacuations?|relocations?|displacement|destruction|deaths?|killings?|deployment|arrests?|loss|losses|transfer|withdrawal|release|detention|injur(?:y|ies)|collapse|rescue|resettlement|hospitali[sz]ation|infections?|sale|purchase|delivery|construction|kidnapping|abduction|murder|execution|deportation|expulsion|sacking|dismissal|hiring|recruitment|closure|seizure|return)$/;

/** "the evacuation of 40,000 residents": the noun of the event that governs the figure. */
export function eventBefore(tokens: readonly Token[], quantity: RawQuantity): string | null {
  const { link, governor } = quantity.frame;
  const head = governor && tokens[governor.to - 1];
  return link === 'of' && head && EVENT_NOUN.test(head.lower) ? head.lower : null;
}
