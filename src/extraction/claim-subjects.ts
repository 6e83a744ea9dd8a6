/** What a claim counts, and the state in which the text says it is. */
import type { RawClaim } from './claims.ts';
import type { Document } from './document.ts';
import type { RawQuantity } from './quantity.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

export const STATE =
  /^(?:killed|wounded|injured|dead|missing|homeless|displaced|evacuated|arrested|detained|hurt|destroyed|damaged|affected|flooded|rescued|relocated|sheltered|burned|burnt|stranded|trapped|deployed|moved|stationed|seized|fired|shot|lost|sold|built|infected|hospitalised|hospitalized|sentenced|convicted|accommodated|housed|uprooted|living|uninhabitable)$/;

/** Counted noun with its modifiers, and the state in which it is said to be. */
export function subjectOf(
  document: Document,
  quantity: RawQuantity,
  sentence: Sentence,
): string | null {
  const { tokens } = document;
  const { unit } = quantity;
  const noun = countedNoun(document, quantity);
  const start = Math.max(quantity.next, unit?.to ?? 0);
  const after = stateAfter(tokens, start, sentence.to);
  const before = stateBefore(tokens, quantity, sentence.from);
  const beside = tokens[start]?.lower ?? '';
  const event = eventBefore(tokens, quantity);
  if (unit?.kind === 'noun' && (event || STATE.test(beside)))
    return [noun ?? 'people', event ?? beside].join(' ');
  const state = isObject(tokens, quantity) ? (before ?? after) : (after ?? before);
  if (unit && unit.kind !== 'noun') {
    const concept = quantity.subject;
    return concept ?? state ?? noun;
  }
  const parts = [noun, state].filter((part) => part !== null && part !== '');
  return parts.length > 0 ? parts.join(' ') : quantity.subject;
}

/** "the evacuation of 40,000 residents": the noun of the event that governs the figure. */
function eventBefore(tokens: readonly Token[], quantity: RawQuantity): string | null {
  let at = quantity.from - 1;
  while (at > 0 && quantity.from - at < 5 && !/^of$/.test(tokens[at]?.lower ?? '')) at -= 1;
  const noun = tokens[at - 1];
  return tokens[at]?.lower === 'of' && noun && EVENT_NOUN.test(noun.lower) ? noun.lower : null;
}

/** True where the figure is the object of the verb right before it, or the first of "24 of 29". */
function isObject(tokens: readonly Token[], quantity: RawQuantity): boolean {
  if (tokens[quantity.next]?.lower === 'of') return true;
  for (let at = quantity.from - 1; at >= Math.max(0, quantity.from - 6); at -= 1) {
    const token = tokens[at];
    if (!token || token.start < quantity.start - 24) return false;
    if (token.pos === 'VERB' && !NO_STATE.test(token.lower)) return true;
    if (
      !/^(?:ADV|ADP|DET|ADJ|NUM|PUNCT)$/.test(token.pos) ||
      /^(?:in|of|by|with|to|for|from|[,;:])$/.test(token.lower)
    )
      return false;
  }
  return false;
}

const NO_STATE =
  /^(?:sa(?:id|ys?|ying)|told|tells?|reported|reports?|according|including|includes?|estimated|added|announced|speaks?|spoke|spoken|lists?|listed|shows?|showed|shown|gave|gives?|given|has|have|had|found|finds?|issued|put|puts|counts?|counted|confirmed|claimed|claims?|expects?|citing|was|were|is|are|be|been|about|followed|comes?|came|began|cited|quoted|asked|wrote|written|believes?|based|compared)$/;

function countedNoun(document: Document, quantity: RawQuantity): string | null {
  const { unit } = quantity;
  const { tokens, text } = document;
  if (unit?.kind !== 'noun') return null;
  if (unit.to <= unit.from) return unit.name;
  let from = unit.from;
  while (
    from < unit.to &&
    /^(?:the|more|other|additional|further|new)$/.test(tokens[from]?.lower ?? '')
  )
    from += 1;
  const first = tokens[Math.min(from, unit.to - 1)];
  let to = unit.to;
  // "members of a foreign company": the of-phrase belongs to the noun.
  if (tokens[to]?.lower === 'of' && isContent(tokens[to + 1])) {
    let end = to + 1;
    while (end < to + 6 && isContent(tokens[end])) end += 1;
    to = end;
  }
  const last = tokens[to - 1];
  return first && last ? text.slice(first.start, last.end).replace(/\s+/g, ' ') : unit.name;
}

function isContent(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (/^(?:NOUN|PROPN|ADJ|DET)$/.test(token.pos) || /^(?:a|an|the)$/.test(token.lower))
  );
}

const LIGHT =
  /^(?:left|rendered|made|became|become|remain|remained|remaining|forced|took|taken|take|living|found|go|gone|went|lost|came|come|fell|turned)$/;

const PASSING =
  /^(?:were|was|have|has|had|been|be|being|are|is|who|which|that|will|would|could|still|now|also|so|far|already|currently|then|reportedly|totally|completely|either|to)$/;

/** The participle or verb that follows the counted noun, over auxiliaries and adverbs. */
export function stateAfter(tokens: readonly Token[], from: number, to: number): string | null {
  for (let at = from; at < Math.min(to, from + 14); at += 1) {
    const token = tokens[at];
    if (!token || /^[,;.:?!—–]$/.test(token.text)) return null;
    if (LIGHT.test(token.lower)) return withComplement(tokens, at, to);
    if (STATE.test(token.lower)) return token.lower;
    if (NO_STATE.test(token.lower) && token.pos === 'VERB') return null;
    if (PASSING.test(token.lower) || token.pos === 'ADV' || token.pos === 'AUX') continue;
    if (token.pos === 'VERB')
      return /(?:ed|ing|ne|en)$/.test(token.lower) || at - from < 2 ? token.lower : null;
    if (token.pos === 'ADP' && at > from) continue;
    if (/^(?:NOUN|PROPN|ADJ|ADP|DET)$/.test(token.pos)) continue;
    return null;
  }
  return null;
}

/** "left homeless", "forced to leave their homes": a light verb says little without its complement. */
function withComplement(tokens: readonly Token[], at: number, to: number): string {
  const words = [tokens[at]?.lower ?? ''];
  for (let next = at + 1; next < Math.min(to, at + 5); next += 1) {
    const token = tokens[next];
    if (
      !token ||
      !/^\p{L}/u.test(token.text) ||
      /^(?:in|on|at|after|before|by|as|when|while|since|during|because|with)$/.test(token.lower)
    )
      break;
    if (!/^(?:their|the|his|her|a|an)$/.test(token.lower)) words.push(token.lower);
  }
  return words.join(' ');
}

const EVENT_NOUN =
  /^(?:evacuations?|relocations?|displacement|destruction|deaths?|killings?|deployment|arrests?|loss|losses|transfer|withdrawal|release|detention|injur(?:y|ies)|collapse|rescue|resettlement|hospitali[sz]ation|infections?|sale|purchase|delivery|construction)$/;

const PARTICIPLE: Readonly<Record<string, string>> = {
  kill: 'killed',
  killing: 'killed',
  wounding: 'wounded',
  injuring: 'injured',
  destroying: 'destroyed',
  damaging: 'damaged',
  displacing: 'displaced',
  forcing: 'forced',
  leaving: 'left',
  evacuating: 'evacuated',
  affecting: 'affected',
  flooding: 'flooded',
  destroy: 'destroyed',
  displace: 'displaced',
  evacuate: 'evacuated',
  arresting: 'arrested',
};

/** The verb that governs the figure as its object: "killed 12 people" → killed. */
function stateBefore(
  tokens: readonly Token[],
  quantity: RawQuantity,
  floor: number,
): string | null {
  for (let at = quantity.from - 1; at >= Math.max(floor, quantity.from - 9); at -= 1) {
    const token = tokens[at];
    if (!token || /^[;.:?!]$/.test(token.text)) return null;
    if (PARTICIPLE[token.lower]) return PARTICIPLE[token.lower] ?? null;
    if (STATE.test(token.lower)) return token.lower;
    if (NO_STATE.test(token.lower)) return null;
    if (token.pos === 'VERB') return /(?:ed)$/.test(token.lower) ? token.lower : null;
  }
  return null;
}

interface Counted {
  unit: string;
  subject: string;
}

/** What a bare figure counts: "the number of X fell to 9", "New infections fell to 9". */
function countedBySubject(document: Document, quantity: RawQuantity): Counted | null {
  const concept = quantity.subject;
  if (!concept) return null;
  const number = /\bnumber of (.+)$/i.exec(concept)?.[1];
  const phrase = (number ?? concept).replace(/^(?:the|a|an|new|its|total)\s+/i, '');
  if (/\btoll\b/i.test(concept)) return { unit: 'people', subject: `people killed, ${concept}` };
  const head = (phrase.split(/\s+(?:in|of|at|from|for|on)\s+/)[0] ?? '').split(/\s+/).at(-1) ?? '';
  void document;
  return (number || /[^s]s$/.test(head)) && /^\p{Ll}/u.test(head)
    ? { unit: head, subject: phrase }
    : null;
}

/** The claim that a bare figure restates: the last one nearby that counts and has its magnitude. */
function alike(claims: readonly RawClaim[], quantity: RawQuantity): RawClaim | null {
  const value = quantity.number.low ?? quantity.number.high;
  for (let index = claims.length - 1; index >= 0; index -= 1) {
    const claim = claims[index];
    if (!claim || quantity.sentence - claim.quantity.sentence > 4) return null;
    const other = claim.quantity.number.low ?? claim.quantity.number.high;
    if (claim.unit === null || claim.quantity.unit?.kind === 'share' || value === null) continue;
    if (other === null || Math.max(value, other) <= 30 * Math.max(1, Math.min(value, other)))
      return claim;
  }
  return null;
}

/** Unit and subject of a figure that stands without a noun. */
export function fillBare(
  document: Document,
  claims: readonly RawClaim[],
  quantity: RawQuantity,
  sentence: Sentence,
): Counted | null {
  const { tokens } = document;
  const state =
    stateAfter(tokens, quantity.next, sentence.to) ??
    (isObject(tokens, quantity) ? stateBefore(tokens, quantity, sentence.from) : null);
  const counted = countedBySubject(document, quantity);
  if (counted) return state ? { ...counted, subject: `${counted.subject} ${state}` } : counted;
  const like = alike(claims, quantity);
  if (like?.unit) {
    const noun = like.subject?.split(/\s+/).slice(0, 4).join(' ') ?? like.unit;
    return { unit: like.unit, subject: state ? `${noun} ${state}` : (like.subject ?? like.unit) };
  }
  return state || quantity.number.form === 'vague'
    ? { unit: 'people', subject: `people ${state ?? ''}`.trim() }
    : null;
}

/** "a quarter of them were civilians": what the part is, among what the whole counts. */
export function partSubject(
  document: Document,
  quantity: RawQuantity,
  whole: RawClaim,
): string | null {
  const { tokens, sentences } = document;
  const to = sentences[quantity.sentence]?.to ?? quantity.next;
  for (let at = quantity.next; at < Math.min(to, quantity.next + 8); at += 1) {
    const token = tokens[at];
    if (token && token.pos === 'NOUN') return `${token.lower} ${whole.subject ?? ''}`.trim();
    if (token && token.pos === 'VERB') return `${whole.subject ?? ''} ${token.lower}`.trim();
  }
  return whole.subject;
}
