/**
 * Figure claims: quantities that somebody could check. Each takes what is counted and its state,
 * the place and the date of its clause, and the source of the innermost report that holds it.
 */
import { countedBefore } from './claim-antecedents.ts';
import { dateOf } from './claim-dates.ts';
import { isClaim } from './claim-filter.ts';
import { type Gazetteer, readGazetteer } from './claim-gazetteer.ts';
import { phraseWords, type Wording } from './claim-phrases.ts';
import { type Place, placeOf, placesIn } from './claim-places.ts';
import { sourceOf } from './claim-sources.ts';
import { STATE } from './claim-states.ts';
import { partWording, toSubject, wordingOf } from './claim-subjects.ts';
import type { DateExpression } from './dates.ts';
import type { Document } from './document.ts';
import type { PeopleTable } from './people.ts';
import { type Phrase, phraseStartingAt } from './phrases.ts';
import type { RawQuantity } from './quantity.ts';
import type { SourceKind } from './schema.ts';
import type { Sentence } from './sentences.ts';

export interface ClaimSource {
  name: string;
  kind: SourceKind;
}

export interface RawClaim {
  quantity: RawQuantity;
  unit: string | null;
  subject: string | null;
  /** The subject in its parts. */
  wording: Wording;
  place: string | null;
  asOf: string | null;
  source: ClaimSource | null;
  partOf: number | null;
  supersedes: number | null;
  rule: string;
}

/** A stretch of content with its source; the shortest that holds a figure is its innermost. */
export interface SourcedSpan {
  start: number;
  end: number;
  source: ClaimSource | null;
  /** UTF-16 index of the cue, for content of a report. */
  cue?: number;
  /** True for a turn: who speaks there vouches unless the turn says otherwise. */
  turn: boolean;
}

export interface ClaimInput {
  document: Document;
  quantities: readonly RawQuantity[];
  dates: readonly DateExpression[];
  people: PeopleTable;
  sourced: readonly SourcedSpan[];
  /** Ranges of the mentions of speakers, in order: "two residents said" counts sources only. */
  mentions: readonly [number, number][];
  /** The source behind a noun phrase. */
  resolve: (mention: Phrase) => ClaimSource | null;
}

/** Finds the shortest sourced stretch that holds a figure; to be asked in the order of the text. */
function innermostFinder(
  sourced: readonly SourcedSpan[],
): (quantity: RawQuantity) => SourcedSpan | null {
  let next = 0;
  let open: SourcedSpan[] = [];
  return ({ number }) => {
    for (; next < sourced.length; next += 1) {
      const span = sourced[next];
      if (!span || span.start > number.coreStart) break;
      open.push(span);
    }
    open = open.filter((span) => span.end >= number.coreEnd);
    return open.reduce<SourcedSpan | null>(
      (best, span) => (!best || span.end - span.start < best.end - best.start ? span : best),
      null,
    );
  };
}

/** The stretches of reports whose cue stands in a sentence, by the index of that sentence. */
function spansBySentence(
  document: Document,
  sourced: readonly SourcedSpan[],
): (sentence: number) => readonly SourcedSpan[] {
  const { tokens, sentences } = document;
  const found = new Map<number, SourcedSpan[]>();
  const cued = sourced.filter((span) => span.cue !== undefined);
  cued.sort((a, b) => (a.cue ?? 0) - (b.cue ?? 0));
  let sentence = 0;
  for (const span of cued) {
    while (
      sentence + 1 < sentences.length &&
      (tokens[(sentences[sentence]?.to ?? 1) - 1]?.end ?? 0) <= (span.cue ?? 0)
    )
      sentence += 1;
    const list = found.get(sentence) ?? [];
    list.push(span);
    found.set(sentence, list);
  }
  return (index) => found.get(index) ?? [];
}

const PART =
  /(?:\bincluding|\bwith|\bamong them|\bof (?:whom|which|them)|\bof those|\bincl\.)\s*(?:\S+\s){0,2}$/i;

/** Index of an earlier claim that this one is a part of, or null. */
function wholeOf(
  document: Document,
  claims: readonly RawClaim[],
  quantity: RawQuantity,
): number | null {
  const { text } = document;
  const last = claims.length - 1;
  const previous = claims[last];
  if (!previous || quantity.sentence - previous.quantity.sentence > 1) return null;
  const before = text.slice(Math.max(0, quantity.start - 40), quantity.start);
  const after = text.slice(quantity.number.coreEnd, quantity.number.coreEnd + 20);
  if (/^ of (?:them|those|these|whom|which)\b/.test(after)) return last;
  const same = previous.quantity.sentence === quantity.sentence;
  const first = document.tokens[document.sentences[quantity.sentence]?.from ?? 0];
  const whole = previous.quantity.number.low ?? previous.quantity.number.high;
  const part = quantity.number.low ?? quantity.number.high;
  if (!same || whole === null || part === null) return null;
  if (quantity.unit?.kind === 'share') return PART.test(before) ? last : null;
  if (part >= whole) return null;
  if (PART.test(before)) return previous.partOf ?? last;
  return first?.lower === 'of' &&
    previous.quantity.from - (document.sentences[quantity.sentence]?.from ?? 0) < 4
    ? last
    : null;
}

/** "24 of 29 drones": the first figure is a part of the second. */
function linkFollowing(document: Document, claims: readonly RawClaim[]): void {
  claims.forEach((claim, index) => {
    const next = claims[index + 1];
    if (!next || claim.partOf !== null || claim.quantity.sentence !== next.quantity.sentence)
      return;
    const between = document.text.slice(claim.quantity.number.coreEnd, next.quantity.start);
    if (
      /^ (?:out )?of (?:(?:the|his|her|its|their|those|our) )?(?:[\p{L}]+['’]s )?$/u.test(between)
    )
      claim.partOf = index + 1;
  });
}

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

/** A part told in the sentence of its whole holds when the whole does. */
function sharedDate(whole: RawClaim | undefined, part: RawQuantity): string | null {
  return whole && whole.quantity.sentence === part.sentence ? whole.asOf : null;
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

/** Nouns of counts that are compared in one word, whatever the text calls those counted. */
const SAME_UNIT: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:persons?|individuals?|residents?|villagers?|inhabitants?|victims?|minors|civilians?|contacts|casualties|dead)$/,
    'people',
  ],
  [/^(?:houses?|dwellings?)$/, 'homes'],
];

function comparable(unit: string | null): string | null {
  return SAME_UNIT.find(([pattern]) => pattern.test(unit ?? ''))?.[1] ?? unit;
}

/** Unit and wording of a claim, from its own clause or from the claims before it. */
function wordClaim(
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

/** Lists the claims of the text in order. */
export function listClaims(input: ClaimInput): RawClaim[] {
  const { document, quantities, dates, people, sourced, mentions } = input;
  const claims: RawClaim[] = [];
  const innermost = innermostFinder(sourced);
  const known = new Map<number, Place[]>();
  const placesOf = (index: number, sentence: Sentence): Place[] => {
    const places = known.get(index) ?? placesIn(document, sentence, people);
    known.set(index, places);
    return places;
  };
  const near = spansBySentence(document, sourced);
  let gazette: Gazetteer | undefined;
  const gazetteer = (): Gazetteer => {
    gazette ??= readGazetteer(
      document,
      document.sentences.flatMap((sentence, index) => placesOf(index, sentence)),
    );
    return gazette;
  };
  let previous: RawQuantity | undefined;
  for (const quantity of quantities) {
    const sentence = document.sentences[quantity.sentence];
    const before = previous;
    previous = quantity;
    if (!sentence || !isClaim(document, quantity, before, mentions)) continue;
    const span = innermost(quantity);
    const partOf = wholeOf(document, claims, quantity);
    const wording = wordClaim(document, claims, quantity, sentence, partOf);
    claims.push({
      quantity,
      unit: comparable(wording.unit),
      subject: toSubject(wording),
      wording,
      place: placeOf(
        document,
        quantity,
        sentence,
        placesOf(quantity.sentence, sentence),
        span,
        gazetteer,
      ),
      asOf:
        dateOf(document, quantity, sentence, dates, span) ??
        sharedDate(partOf === null ? undefined : claims[partOf], quantity),
      source: sourceOf(document, quantity, sentence, span, near(quantity.sentence), input.resolve),
      partOf,
      supersedes: null,
      rule: quantity.unit?.kind ?? 'bare number',
    });
  }
  linkFollowing(document, claims);
  return claims;
}
