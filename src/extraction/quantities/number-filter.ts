/** Numbers that count nothing: dates, names, scores, telephone numbers. */
import type { NumberExpression } from '../../text/numbers.ts';
import type { Document } from '../reading/document.ts';
import { CALENDAR } from '../reading/phrases.ts';
import type { Token } from '../reading/tokens.ts';
import type { DateExpression } from './dates.ts';
import { currencyAfter, currencyBefore, MEASURE } from './unit-names.ts';

/** Numbers that date, name or score something count nothing. */
export function isNoQuantity(
  document: Document,
  number: NumberExpression,
  from: number,
  next: number,
  dates: readonly DateExpression[],
): boolean {
  const { text, tokens } = document;
  if (overlapsDate(dates, number)) return true;
  if (currencyBefore(text, number.start) || currencyAfter(text, number.coreEnd)) return false;
  const before = tokens[from - 1];
  const after = tokens[next];
  const plainDigits =
    number.form === 'digits' && /^\d+$/.test(text.slice(number.coreStart, number.coreEnd));
  if (
    /#\s?$/.test(text.slice(number.start - 2, number.start)) ||
    (/^(?:no|no\.|nos|number|article|section|page|chapter|route|highway|room|flight|channel|act|volume|paragraph|clause|post|gate|group|rule|title|phase|level|season|episode|week|day|game|round|district|ward|unit|block|type|class|category|version|step|lot|bus|line|apollo|formula|windows|playstation|iphone|galaxy|covid|agenda|resolution|proposition)$/.test(
      before?.lower ?? '',
    ) &&
      plainDigits &&
      before?.quote === tokens[from]?.quote &&
      number.comparator === 'eq')
  )
    return true;
  if (plainDigits && isYear(number, before, after)) return true;
  if (plainDigits && isPhone(text, number)) return true;
  if (isName(tokens, from, after, plainDigits, number)) return true;
  if (
    plainDigits &&
    /^[-–]\d/.test(text.slice(number.coreEnd, number.coreEnd + 2)) &&
    number.comparator === 'eq'
  )
    return isScore(text, number);
  if (
    plainDigits &&
    /\d[-–]$/.test(text.slice(number.coreStart - 2, number.coreStart)) &&
    number.comparator === 'eq'
  )
    return true;
  return /^(?:a\.?m\.?|p\.?m\.?|o'clock|am|pm)$/.test(after?.lower ?? '');
}

function overlapsDate(dates: readonly DateExpression[], number: NumberExpression): boolean {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle]?.end ?? 0) <= number.coreStart) low = middle + 1;
    else high = middle;
  }
  const date = dates[low];
  return date !== undefined && date.start < number.coreEnd && date.end > number.coreStart;
}

/** Groups of plain digits beside each other, or a leading zero: a telephone number or a code. */
function isPhone(text: string, number: NumberExpression): boolean {
  if (/^0\d/.test(text.slice(number.coreStart, number.coreStart + 2))) return true;
  if (
    /\+$/.test(text.slice(number.coreStart - 1, number.coreStart)) &&
    /^ \d/.test(text.slice(number.coreEnd, number.coreEnd + 2))
  )
    return true;
  return (
    (/(?:\+\d{1,3}|\d) $/.test(text.slice(Math.max(0, number.coreStart - 5), number.coreStart)) &&
      !/(?:19|20)\d\d $/.test(text.slice(Math.max(0, number.coreStart - 5), number.coreStart))) ||
    /^ \d{3,4} \d/.test(text.slice(number.coreEnd, number.coreEnd + 7))
  );
}

function isScore(text: string, number: NumberExpression): boolean {
  return /^[-–]\d{1,3}(?![\d,.%]|\s?(?:percent|million|per))/.test(
    text.slice(number.coreEnd, number.coreEnd + 12),
  );
}

function isYear(
  number: NumberExpression,
  before: Token | undefined,
  after: Token | undefined,
): boolean {
  const value =
    number.comparator === 'between' ? (number.low ?? 0) : (number.low ?? number.high ?? 0);
  if (!Number.isInteger(value) || value < 1700 || value > 2060) return false;
  if (number.comparator !== 'eq' && number.comparator !== 'between') return false;
  if (
    after &&
    /^(?:%|percent|people|km|miles|metres|rpm|points|mah|kg|pounds|feet|men|women|tonnes|tons)$/.test(
      after.lower,
    )
  )
    return false;
  if (value >= 1900) return true;
  if (
    before &&
    /^(?:in|since|by|until|from|of|during|before|after|between|for|through|to|the|and|late|early|mid|summer|spring|winter|fall|autumn|season|election|its|than|act|,|\(|[–-])$/.test(
      before.lower,
    )
  )
    return (
      after?.pos !== 'NOUN' ||
      !/s$/.test(after.lower) ||
      before.lower === 'the' ||
      before.lower === 'in'
    );
  return (
    before === undefined ||
    before.pos === 'PROPN' ||
    CALENDAR.has(before.lower) ||
    before.paragraph !== after?.paragraph
  );
}

/** "Galaxy Note 20", "Boeing 737": a number after a proper noun and before no noun. */
function isName(
  tokens: readonly Token[],
  from: number,
  after: Token | undefined,
  plain: boolean,
  number: NumberExpression,
): boolean {
  const before = tokens[from - 1];
  if (!plain || !before || number.comparator !== 'eq') return false;
  // Digits with a unit glued to them measure, whatever stands before.
  if (after && after.start === number.coreEnd && /^\p{Ll}/u.test(after.text)) return false;
  if (before.pos !== 'PROPN' || !/^\p{Lu}/u.test(before.text) || CALENDAR.has(before.lower))
    return false;
  if (/^\p{Lu}/u.test(tokens[from]?.text ?? '')) return false;
  const first = tokens[from - 2];
  const sentenceStart = !first || /^[.?!]$/.test(first.text);
  if (sentenceStart && before.text.length > 3 && after?.pos === 'NOUN') return false;
  if (after && after.text.length > 1 && MEASURE.test(after.lower)) return false;
  return !after || !/^(?:%|percent|million|billion|people|percentage)$/.test(after.lower);
}
