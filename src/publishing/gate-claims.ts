import type { Locators } from '../articles/anchoring.ts';
import type { ContentClaim } from '../articles/content.ts';
import { nextTurn, othersWait } from '../core/turns.ts';
import { primaryLanguage, readsComparators } from '../text/number-words.ts';
import { findNumbers, type NumberExpression } from '../text/numbers.ts';
import type { GateInput } from './gate.ts';
import { type GateProblem, gateError } from './gate-problem.ts';

/** Attribution, unit, bounds, and whether the anchored words say what the claim says. */
export async function checkClaims(
  { content, figures }: GateInput,
  locators: Locators,
): Promise<GateProblem[]> {
  const problems: GateProblem[] = [];
  for (const [index, claim] of content.claims.entries()) {
    if (othersWait()) await nextTurn();
    const pointer = `/claims/${index}`;
    if (claim.chain.length === 0) {
      problems.push(
        gateError('source-missing', `${pointer}/chain`, 'The claim is attributed to nobody.'),
      );
    }
    const unit = figures.get(claim.figure)?.unit;
    if (unit !== undefined && unit.toLowerCase() !== claim.unit.toLowerCase()) {
      problems.push(
        gateError(
          'unit-mismatch',
          `${pointer}/unit`,
          `The figure counts ${unit}, the claim ${claim.unit || 'nothing'}.`,
          { unit },
        ),
      );
    }
    if (!boundsFit(claim)) {
      problems.push(
        gateError(
          'bounds-invalid',
          pointer,
          `${claim.comparator} does not go with low ${claim.low} and high ${claim.high}.`,
        ),
      );
    }
    if (claim.asOf === null) {
      problems.push({
        code: 'as-of-missing',
        severity: 'warning',
        pointer: `${pointer}/asOf`,
        message: 'The claim does not say as of when.',
      });
    }
    problems.push(...compareWithWords(claim, pointer, locators, content.language));
  }
  return problems;
}

/** Whether the comparator has the sides that it needs: a bound leaves its other side null. */
function boundsFit({ comparator, low, high }: ContentClaim): boolean {
  switch (comparator) {
    case 'gt':
    case 'gte':
      return low !== null && high === null;
    case 'lt':
    case 'lte':
      return low === null && high !== null;
    case 'between':
      return low !== null && high !== null && low <= high;
    case 'eq':
      return low !== null && low === high;
    case 'approx':
      return low === high || (low !== null && high !== null && low <= high);
  }
}

function compareWithWords(
  claim: ContentClaim,
  pointer: string,
  locators: Locators,
  language: string,
): GateProblem[] {
  const numbers = numbersIn(claim, locators, language);
  if (numbers === null) return [];
  const given = valuesOf(claim);
  const sameValues = numbers.filter((number) => isSameList(valuesOf(number), given));
  if (
    sameValues.some((number) => number.comparator === claim.comparator && isSameSide(number, claim))
  )
    return [];
  if (!readsComparators(language) && areBare(numbers, given)) return [];
  const [stated] = sameValues;
  if (stated !== undefined && given.length > 0) {
    return [
      gateError(
        'comparator-mismatch',
        `${pointer}/comparator`,
        `The words say ${stated.comparator}, the claim says ${claim.comparator}.`,
        {
          comparator: stated.comparator,
          low: stated.low,
          high: stated.high,
        },
      ),
    ];
  }
  if (given.length === 0 && sameValues.length === numbers.length) return [];
  const wordsAreVague = numbers.every((number) => valuesOf(number).length === 0);
  const mayBeReasoned = wordsAreVague || !isEnglish(language);
  if (mayBeReasoned && (claim.boundsReason ?? '').trim() !== '') return [];
  const [first] = numbers;
  return [
    gateError(
      'figure-mismatch',
      pointer,
      wordsAreVague
        ? 'The anchored words give no number: leave low and high empty, or give a boundsReason.'
        : `The words say ${describe(first)}, the claim ${describe(claim)}.${isEnglish(language) ? '' : ' What they say in other ways needs a boundsReason.'}`,
      // Where comparing words are not read, “più di 7.000” would be proposed as a number.
      first === undefined || !readsComparators(language)
        ? undefined
        : { comparator: first.comparator, low: first.low, high: first.high },
    ),
  ];
}

/** Scales and number words of other languages may mean what is not read of them: “3,5 miliardi”. */
const isEnglish = (language: string): boolean => primaryLanguage(language) === 'en';

/**
 * Whether the words give each value without a sign that compares. Where no words are read that do,
 * such as “più di”, the numbers are checked and the comparator is the editor’s.
 */
function areBare(numbers: readonly NumberExpression[], given: readonly number[]): boolean {
  const bare = numbers.filter(({ comparator }) => comparator === 'eq').flatMap(valuesOf);
  return given.length > 0 && given.every((value) => bare.some((stated) => isSame(stated, value)));
}

/** How much text around the anchored words is read with them, in code points: “over [7,000]”. */
const CONTEXT_BEFORE = 40;
const CONTEXT_AFTER = 24;

/** The numbers that touch the anchored words; null when the words are not in the text. */
function numbersIn(
  claim: ContentClaim,
  locators: Locators,
  language: string,
): NumberExpression[] | null {
  const locator = locators.in(claim.anchor.in);
  if (locator === null) return null;
  const found: NumberExpression[] = [];
  for (const piece of claim.anchor.pieces) {
    if (piece.start === null || piece.end === null) return null;
    const before = locator.slice(Math.max(0, piece.start - CONTEXT_BEFORE), piece.start);
    const words = locator.slice(piece.start, piece.end);
    const after = locator.slice(piece.end, piece.end + CONTEXT_AFTER);
    const from = before.length;
    const to = from + words.length;
    const numbers = findNumbers(before + words + after, { language });
    found.push(...numbers.filter(({ start, end }) => start < to && end > from));
  }
  return found;
}

function valuesOf({ low, high }: { low: number | null; high: number | null }): number[] {
  return [...new Set([low, high].filter((value) => value !== null))];
}

function isSameList(a: number[], b: number[]): boolean {
  return a.length === b.length && a.every((value, index) => isSame(value, b[index] as number));
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

function isSameSide(a: NumberExpression, b: ContentClaim): boolean {
  return (a.low === null) === (b.low === null) && (a.high === null) === (b.high === null);
}

function describe(
  value: { comparator: string; low: number | null; high: number | null } | undefined,
): string {
  if (value === undefined) return 'nothing';
  const numbers = valuesOf(value);
  return numbers.length === 0 ? 'no number' : `${value.comparator} ${numbers.join(' to ')}`;
}
