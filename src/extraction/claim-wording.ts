/** Unit and wording of a claim, from its own clause or from the claims before it. */
import type { RawClaim } from './claim.ts';
import { countedBefore } from './claim-antecedents.ts';
import { phraseWords, type Wording } from './claim-phrases.ts';
import { STATE } from './claim-states.ts';
import { partWording, wordingOf } from './claim-subjects.ts';
import type { Document } from './document.ts';
import { phraseStartingAt } from './phrases.ts';
import type { RawQuantity } from './quantity.ts';
import type { Sentence } from './sentences.ts';

/** True where a figure has no noun or sign of its own, or only that of the figure before it. */
function isBare(document: Document, quantity: RawQuantity): boolean {
  const { unit } = quantity;
  if (unit === null) return true;
  const own = unit.end > 0 || unit.from !== quantity.next || unit.to !== quantity.next;
  return !own && unit.kind === 'noun' && !STATE.test(document.tokens[quantity.next]?.lower ?? '');
}

/** The last claim nearby that is measured in the same unit. */
function sameMeasure(claims: readonly RawClaim[], quantity: RawQuantity): RawClaim | undefined {
  const last = claims.findLast(
    (claim) => claim.unit === quantity.unit?.name && claim.subject !== null,
  );
  return last && quantity.sentence - last.quantity.sentence <= 3 ? last : undefined;
}

/** "it is nearer 30 percent", after a percentage: "it" is what that one measured. */
function sameAsIt(
  document: Document,
  claims: readonly RawClaim[],
  quantity: RawQuantity,
): Wording | null {
  const { subject, verb } = quantity.frame;
  const pronoun = subject && document.tokens[subject.from]?.lower;
  if (pronoun !== 'it' || quantity.unit?.kind !== 'share') return null;
  if (!/^(?:is|was|be|been|being)$/.test(document.tokens[verb]?.lower ?? '')) return null;
  return sameMeasure(claims, quantity)?.wording ?? null;
}

/** "51 percent of the vote …, against 49 percent for Lee": the same thing, for somebody else. */
function rivalShare(
  document: Document,
  claims: readonly RawClaim[],
  quantity: RawQuantity,
): Wording | null {
  const { tokens } = document;
  const last = claims[claims.length - 1];
  const end = Math.max(quantity.next, quantity.unit?.to ?? 0);
  if (quantity.unit?.kind !== 'share' || last?.quantity.unit?.kind !== 'share') return null;
  if (last.quantity.sentence !== quantity.sentence || tokens[end]?.lower !== 'for') return null;
  const rival = phraseStartingAt(tokens, end + 1, end + 8);
  const name = rival && phraseWords(document, rival);
  return name ? { noun: last.wording.noun, state: `for ${name}` } : null;
}

/** Unit and wording of a claim, from its own clause or from the claims before it. */
export function wordClaim(
  document: Document,
  claims: readonly RawClaim[],
  quantity: RawQuantity,
  sentence: Sentence,
  partOf: number | null,
): Wording & { unit: string | null } {
  const whole = partOf === null ? undefined : claims[partOf];
  const unit = quantity.unit?.name ?? whole?.unit ?? null;
  if (whole && quantity.unit?.kind === 'share')
    return { unit, ...partWording(document, quantity, whole.wording, sentence) };
  const bare = isBare(document, quantity)
    ? countedBefore(document, claims, quantity, sentence)
    : null;
  if (bare) return { ...bare, unit: quantity.unit?.name ?? bare.unit };
  const repeated = sameAsIt(document, claims, quantity);
  if (repeated) return { unit, ...repeated };
  const rival = rivalShare(document, claims, quantity);
  if (rival) return { unit, ...rival };
  const wording = wordingOf(document, quantity, sentence);
  // "12,000 troops, including 500 officers, were expected": the part shares the state of the whole.
  if (whole && wording.noun && !wording.state)
    return { unit, noun: wording.noun, state: whole.wording.state };
  if (wording.noun || quantity.unit?.kind === 'noun') return { unit, ...wording };
  const last = claims[claims.length - 1];
  // "who saw 64 schools found that two in three should close": a share of those counted before.
  if (
    wording.state &&
    quantity.unit?.name === 'share' &&
    last?.quantity.sentence === quantity.sentence
  )
    return { unit, noun: last.wording.noun, state: wording.state };
  const same = sameMeasure(claims, quantity);
  return {
    unit,
    noun: same?.wording.noun ?? null,
    state: wording.state ?? same?.wording.state ?? null,
  };
}

/** Nouns of counts that are compared in one word, whatever the text calls those counted. */
const SAME_UNIT: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:persons?|individuals?|residents?|villagers?|inhabitants?|victims?|minors|civilians?|contacts|casualties|dead)$/,
    'people',
  ],
  [/^(?:houses?|dwellings?)$/, 'homes'],
];

export function comparable(unit: string | null): string | null {
  return SAME_UNIT.find(([pattern]) => pattern.test(unit ?? ''))?.[1] ?? unit;
}
