/** Unit and wording of a claim, from its own clause or from the claims before it. */

import type { RawQuantity } from '../quantities/quantity.ts';
import type { Document } from '../reading/document.ts';
import { phraseStartingAt } from '../reading/phrases.ts';
import type { Sentence } from '../reading/sentences.ts';
import { amountNoun } from '../reading/verb-forms.ts';
import type { RawClaim } from './claim.ts';
import { countedBefore } from './claim-antecedents.ts';
import { isHollow, phraseWords, type Wording } from './claim-phrases.ts';
import { STATE } from './claim-states.ts';
import { countedNoun, partWording, wordingOf } from './claim-subjects.ts';

/** What is known where a figure is worded. */
export interface ClaimContext {
  document: Document;
  claims: readonly RawClaim[];
  quantity: RawQuantity;
  sentence: Sentence;
  /** The claim that this one is a part of. */
  whole: RawClaim | undefined;
  /** The earlier claim of the same value and unit. */
  said: RawClaim | undefined;
}

interface Context extends ClaimContext {
  /** What its own clause says, read once. */
  own: () => Wording;
}

export interface Worded extends Wording {
  unit: string | null;
  rule: string;
}

/** Sentences back to a figure that a later one may go on about. */
const NEAR = 3;

/** True where a figure has no noun or sign of its own, or only that of the figure before it. */
function isBare({ document, quantity }: Context): boolean {
  const { unit } = quantity;
  if (unit === null) return true;
  const own = unit.end > 0 || unit.from !== quantity.next || unit.to !== quantity.next;
  return !own && unit.kind === 'noun' && !STATE.test(document.tokens[quantity.next]?.lower ?? '');
}

function lastInSentence({ claims, quantity }: Context): RawClaim | undefined {
  const last = claims[claims.length - 1];
  return last?.quantity.sentence === quantity.sentence ? last : undefined;
}

/** The last claim nearby that is measured in the same unit. */
function sameMeasure({ claims, quantity }: Context): RawClaim | undefined {
  for (let index = claims.length - 1; index >= 0; index -= 1) {
    const claim = claims[index];
    if (!claim || quantity.sentence - claim.quantity.sentence > NEAR) return undefined;
    if (claim.unit === quantity.unit?.name && claim.subject !== null) return claim;
  }
  return undefined;
}

function partOfWhole({ document, quantity, sentence, whole }: Context): Wording | null {
  if (!whole || quantity.unit?.kind !== 'share') return null;
  return partWording(document, quantity, whole.wording, sentence);
}

/** "it is nearer 30 percent", after a percentage: "it" is what that one measured. */
function repeatedIt(context: Context): Wording | null {
  const { document, quantity } = context;
  const { subject, verb } = quantity.frame;
  const pronoun = subject && document.tokens[subject.from]?.lower;
  if (pronoun !== 'it' || quantity.unit?.kind !== 'share') return null;
  if (!/^(?:is|was|be|been|being)$/.test(document.tokens[verb]?.lower ?? '')) return null;
  return sameMeasure(context)?.wording ?? null;
}

/** "51 percent of the vote …, against 49 percent for Lee": the same thing, for somebody else. */
function rivalShare(context: Context): Wording | null {
  const { document, quantity } = context;
  const { tokens } = document;
  const last = lastInSentence(context);
  const end = Math.max(quantity.next, quantity.unit?.to ?? 0);
  if (quantity.unit?.kind !== 'share' || last?.quantity.unit?.kind !== 'share') return null;
  if (tokens[end]?.lower !== 'for') return null;
  const rival = phraseStartingAt(tokens, end + 1, end + 8);
  const name = rival && phraseWords(document, rival);
  return name ? { noun: last.wording.noun, state: `for ${name}` } : null;
}

/** "seven of Ostren’s ten locks were shut": the state is that of the part. */
function wholeOfPart({ document, quantity }: Context): Wording | null {
  if (quantity.unit?.kind !== 'noun') return null;
  const before = document.text.slice(Math.max(0, quantity.start - 60), quantity.start);
  if (!OF_WHOLE.test(before)) return null;
  const beside = document.tokens[quantity.unit.to]?.lower ?? '';
  return STATE.test(beside) || /^(?:who|which|that)$/.test(beside)
    ? null
    : { noun: countedNoun(document, quantity), state: null };
}

const OF_WHOLE =
  /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) of (?:the |its |their |our |his |her )?(?:(?:\p{L}+ )?\p{L}+['’]s )?$/iu;

/** "21 per cent, up four points", "81 percent, down from 90": the change, or the level before. */
function changeOfLast(context: Context): Wording | null {
  const { document, claims, quantity } = context;
  const last = claims[claims.length - 1];
  if (!last?.wording.noun || last.quantity.sentence !== quantity.sentence) return null;
  const between = document.text.slice(last.quantity.end, quantity.start);
  const match = /^\s?\(?,?\s?(?:and )?(up|down)( from)?\s$/.exec(between);
  if (!match) return null;
  if (match[2]) return last.wording;
  return { noun: `${match[1] === 'up' ? 'rise' : 'fall'} in ${last.wording.noun}`, state: null };
}

/** "down 6% in the UK and 2% in Peru, but up 9% in Ghana": the same, somewhere else. */
function parallelShare(context: Context): Wording | null {
  const { document, claims, quantity } = context;
  const last = claims[claims.length - 1];
  if (last?.quantity.unit?.kind !== 'share' || quantity.unit?.kind !== 'share') return null;
  if (!last.wording.noun || last.quantity.sentence !== quantity.sentence) return null;
  const between = document.text.slice(last.quantity.end, quantity.start);
  const match = /^ (?:in|at|among) [^,;.]{1,40},? (?:and|but) (?:(up|down) )?$/.exec(between);
  if (!match) return null;
  const turned = match[1] === 'up' ? 'rise' : 'fall';
  const noun = match[1]
    ? last.wording.noun.replace(/^(?:rise|fall)(?= in)/, turned)
    : last.wording.noun;
  return { noun, state: null };
}

/** "41 percent chose Lee and 27 percent Ana Marsh": the verb stands only once. */
function gappedVerb(context: Context): Wording | null {
  const { document, quantity } = context;
  const last = lastInSentence(context);
  const end = Math.max(quantity.next, quantity.unit?.to ?? 0);
  if (quantity.unit?.kind !== 'share' || !last?.wording.state) return null;
  if (document.tokens[end]?.pos !== 'PROPN') return null;
  const name = phraseStartingAt(document.tokens, end, end + 6);
  const verb = last.wording.state.split(' ')[0] ?? '';
  return name && { noun: last.wording.noun, state: `${verb} ${phraseWords(document, name) ?? ''}` };
}

/** "The rise has cost £5m. – It has cost £4m.": "it" costs what the last amount did. */
function sameCost(context: Context): Wording | null {
  const { document, claims, quantity } = context;
  const last = claims[claims.length - 1];
  const { subject, verb } = quantity.frame;
  if (!last || !subject || document.tokens[subject.from]?.lower !== 'it') return null;
  if (quantity.unit?.kind !== 'money' || quantity.sentence - last.quantity.sentence > NEAR)
    return null;
  const noun = amountNoun(document.tokens[verb]?.lower ?? '');
  return noun && last.wording.noun?.startsWith(`${noun} of`) ? last.wording : null;
}

/** "smuggled each year, some 350 million animals,": the same told in another noun. */
function apposition(context: Context): Wording | null {
  const { document, quantity } = context;
  const last = lastInSentence(context);
  if (!last?.wording.state || quantity.unit?.kind !== 'noun') return null;
  const { text, tokens } = document;
  const after = tokens[Math.max(quantity.next, quantity.unit.to)]?.text ?? '.';
  if (!/,\s$/.test(text.slice(quantity.start - 2, quantity.start))) return null;
  if (!/^[,;.]$/.test(after)) return null;
  const wording = context.own();
  return wording.state ? null : { noun: wording.noun, state: last.wording.state };
}

function ownClause({ quantity, whole, own }: Context): Wording | null {
  const wording = own();
  if (wording.noun !== null && wording.state === null && isHollow(wording.noun)) return null;
  // "12,000 troops, including 500 officers, were expected": the part shares the state of the whole.
  if (whole && wording.noun && !wording.state)
    return { noun: wording.noun, state: whole.wording.state };
  return wording.noun || quantity.unit?.kind === 'noun' ? wording : null;
}

/** "who saw 64 schools found that two in three should close": a share of those counted before. */
function shareOfLast(context: Context): Wording | null {
  const { quantity } = context;
  const { state } = context.own();
  const last = lastInSentence(context);
  return state && last && quantity.unit?.name === 'share'
    ? { noun: last.wording.noun, state }
    : null;
}

function measuredBefore(context: Context): Wording | null {
  const { quantity } = context;
  const { state } = context.own();
  const same = sameMeasure(context) ?? context.said;
  if (!same) return state ? { noun: measuredIn(context), state } : null;
  // "41 percent chose Lee": not of the turnout that the sentence before tells.
  const chosen = state !== null && !/^(?:offered|wanted|demanded|proposed|needed)\b/.test(state);
  if (chosen && quantity.unit?.kind === 'share' && same !== lastInSentence(context))
    return { noun: null, state };
  return { noun: same.wording.noun, state: state ?? same.wording.state };
}

/** "Ninety points will win this": the measure itself is what counts. */
function measuredIn({ quantity }: Context): string | null {
  return quantity.unit?.kind === 'measure' ? quantity.unit.name : null;
}

const RULES: readonly (readonly [string, (context: Context) => Wording | null])[] = [
  ['part of a whole', partOfWhole],
  ['it', repeatedIt],
  ['rival share', rivalShare],
  ['whole of a part', wholeOfPart],
  ['comparison', comparison],
  ['change of the last', changeOfLast],
  ['same cost', sameCost],
  ['parallel share', parallelShare],
  ['gapped verb', gappedVerb],
  ['apposition', apposition],
  ['own clause', ownClause],
  ['share of the last', shareOfLast],
  ['measured before', measuredBefore],
];

/** Unit and wording of a claim, from its own clause or from the claims before it. */
export function wordClaim(claim: ClaimContext): Worded {
  const { document, claims, quantity, sentence, whole } = claim;
  let read: Wording | undefined;
  const own = (): Wording => {
    read ??= wordingOf(document, quantity, sentence);
    return read;
  };
  const context: Context = { ...claim, own };
  const unit = quantity.unit?.name ?? whole?.unit ?? null;
  const share = whole !== undefined && quantity.unit?.kind === 'share';
  const bare =
    !share && isBare(context) ? countedBefore(document, claims, quantity, sentence) : null;
  if (bare) return { ...bare, unit: quantity.unit?.name ?? bare.unit, rule: 'counted before' };
  for (const [rule, find] of RULES) {
    const wording = find(context);
    if (wording) return { ...wording, unit, rule };
  }
  return { unit, noun: null, state: null, rule: 'nothing' };
}

/** "three times what it costs in the capital": with what the figure compares. */
function comparison({ document, quantity, sentence, own }: Context): Wording | null {
  if (quantity.unit?.name !== 'times') return null;
  const { tokens } = document;
  const { noun } = own();
  let from = Math.max(quantity.next, quantity.unit.to);
  if (tokens[from]?.lower === 'what') {
    while (from < sentence.to && !/^(?:ADP|PUNCT)$/.test(tokens[from]?.pos ?? '')) from += 1;
    from += 1;
  }
  const phrase = phraseStartingAt(tokens, from, Math.min(sentence.to, from + 8));
  const other = phrase && phraseWords(document, phrase);
  return noun && other ? { noun, state: `compared with ${other}` } : null;
}

/** Nouns of counts that are compared in one word, whatever the text calls those counted. */
const SAME_UNIT: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:persons?|individuals?|residents?|villagers?|inhabitants?|victims?|minors|civilians?|contacts|casualties|dead|wounded|injured)$/,
    'people',
  ],
  [/^(?:houses?|dwellings?)$/, 'homes'],
];

export function comparable(unit: string | null): string | null {
  return SAME_UNIT.find(([pattern]) => pattern.test(unit ?? ''))?.[1] ?? unit;
}
