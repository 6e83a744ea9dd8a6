/** Every number expression of the text that counts or measures, with unit and what it is of. */
import { findNumbers, type NumberExpression } from '../text/numbers.ts';
import type { DateExpression } from './dates.ts';
import type { Document } from './document.ts';
import { CALENDAR, isNominal, phraseEndingAt, phraseStartingAt } from './phrases.ts';
import type { Token } from './tokens.ts';
import { readUnit, type Unit } from './units.ts';

export interface RawQuantity {
  number: NumberExpression;
  unit: Unit | null;
  /** UTF-16 span: comparator, figure, and the unit or counted noun where it is adjacent. */
  start: number;
  end: number;
  /** First and next token of the figure. */
  from: number;
  next: number;
  sentence: number;
  change: 'up' | 'down' | null;
  subject: string | null;
}

const UP =
  /\b(?:up|rose|risen|rise|rises|rising|grew|grown|increas\w*|climb\w*|jump\w*|gain\w*|surg\w*|soar\w*|higher|added|advanc\w*|expand\w*|growth)\b/i;
const DOWN =
  /\b(?:down|fell|fallen|fall|falls|falling|drop\w*|declin\w*|decreas\w*|lost|slump\w*|plung\w*|slid|slip\w*|shrank|shrunk|cut|lower|tumbl\w*|sank)\b/i;

/** Numbers that date, name or score something count nothing. */
function isNoQuantity(
  document: Document,
  number: NumberExpression,
  from: number,
  next: number,
  dates: readonly DateExpression[],
): boolean {
  const { text, tokens } = document;
  if (overlapsDate(dates, number)) return true;
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
  if (plainDigits && isYear(number, before, after, text)) return true;
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
  text: string,
): boolean {
  const value =
    number.comparator === 'between' ? (number.low ?? 0) : (number.low ?? number.high ?? 0);
  if (!Number.isInteger(value) || value < 1700 || value > 2060) return false;
  if (number.comparator !== 'eq' && number.comparator !== 'between') return false;
  if (/[$€£]\s?$/.test(text.slice(Math.max(0, number.start - 2), number.start))) return false;
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
  return !after || !/^(?:%|percent|million|billion|people|miles|km|percentage)$/.test(after.lower);
}

function changeOf(text: string, number: NumberExpression): 'up' | 'down' | null {
  const before =
    text
      .slice(Math.max(0, number.start - 24), number.start)
      .split(/[.;,]/)
      .at(-1) ?? '';
  const after = text.slice(number.end, number.end + 32).split(/[.;,]/)[0] ?? '';
  const near =
    before +
    (/\b(?:increase|rise|gain|jump|drop|decline|decrease|fall|cut|growth)\b/i.exec(after)?.[0] ??
      '');
  if (DOWN.test(near)) return 'down';
  return UP.test(near) ? 'up' : null;
}

/** Index of the first token that ends after `offset`. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sentenceEnd(document: Document, token: number, sentence: number): number {
  return document.sentences[sentence]?.to ?? token;
}

/** Lists the quantities of the text in order. */
export function listQuantities(
  document: Document,
  dates: readonly DateExpression[],
  language: string,
): RawQuantity[] {
  const { text, tokens, sentences } = document;
  const quantities: RawQuantity[] = [];
  let sentence = 0;
  for (const number of findNumbers(text, { language })) {
    const from = tokenAt(tokens, number.coreStart);
    let next = tokenAt(tokens, number.coreEnd - 1) + 1;
    if ((tokens[from]?.start ?? 0) > number.coreEnd) next = from;
    while (sentence + 1 < sentences.length && (sentences[sentence]?.to ?? 0) <= from) sentence += 1;
    const skip =
      language === 'en' &&
      isNoQuantity(document, number, tokenAt(tokens, number.start), next, dates);
    if (skip) continue;
    const unit =
      language === 'en'
        ? readUnit(text, tokens, number, next, sentenceEnd(document, next, sentence))
        : null;
    const signs =
      /(?:(?:US|C|A|HK|NZ|S)?[$€£¥₹₴]|[#])\s?$/.exec(
        text.slice(Math.max(0, number.start - 4), number.start),
      )?.[0].length ?? 0;
    quantities.push({
      number,
      unit,
      start: number.start - signs,
      end: Math.max(number.end, unit?.end ?? 0),
      from,
      next,
      sentence,
      change: changeOf(text, number),
      subject: null,
    });
  }
  if (language !== 'en') return quantities;
  inheritUnits(document, quantities);
  quantities.forEach((quantity, index) => {
    quantity.subject = conceptOf(document, quantity, quantities[index - 1]);
  });
  return quantities;
}

/** A bare number takes the unit of the number before it: "up from 2.4 million". */
function inheritUnits(document: Document, quantities: readonly RawQuantity[]): void {
  quantities.forEach((quantity, index) => {
    const previous = quantities[index - 1];
    if (quantity.unit !== null || !previous?.unit || previous.unit.kind === 'age') return;
    if (previous.sentence !== quantity.sentence || quantity.number.form === 'fraction') return;
    if (previous.unit.kind === 'share' && (quantity.number.low ?? quantity.number.high ?? 0) > 100)
      return;
    const next = document.tokens[quantity.next];
    if (next?.lower === 'who') {
      quantity.unit = {
        name: 'people',
        kind: 'noun',
        end: 0,
        from: quantity.next,
        to: quantity.next,
      };
      return;
    }
    if (
      previous.unit.kind === 'time' ||
      (next &&
        /^(?:NOUN|PROPN)$/.test(next.pos) &&
        quantity.next < (document.sentences[quantity.sentence]?.to ?? 0))
    )
      return;
    quantity.unit = { ...previous.unit, end: 0, from: quantity.next, to: quantity.next };
  });
}

const SKIP_HEAD =
  /^(?:it|he|she|they|we|i|you|that|this|there|who|which|what|one|some|those|these)$/;

/**
 * What the quantity is of: the noun that it counts or that follows its unit, the noun before the
 * preposition that governs it ("turnover of 5m"), else the subject of its clause.
 */
function conceptOf(
  document: Document,
  quantity: RawQuantity,
  previous: RawQuantity | undefined,
): string | null {
  const { sentences } = document;
  const sentence = sentences[quantity.sentence];
  if (!sentence) return null;
  const unit = quantity.unit;
  if (previous && previous.sentence === quantity.sentence && restates(document, previous, quantity))
    return previous.subject;
  const governor = governorBefore(document, quantity, sentence.from);
  const subject = governor ?? clauseSubject(document, quantity, sentence.from);
  if (unit?.kind === 'noun') {
    const inherited = unit.end === 0 && unit.to === unit.from;
    if (inherited && subject) return subject;
    const counted = unit.to > unit.from ? words(document, unit.from, unit.to) : unit.name;
    return [counted, subject].filter((part) => part !== null).join(' ');
  }
  const after = phraseAfter(document, Math.max(quantity.next, unit?.to ?? 0), sentence.to);
  const parts =
    after && subject && after.split(' ').length + subject.split(' ').length <= 7
      ? [after, subject]
      : [after ?? subject];
  return parts.filter((part) => part !== null).join(' ') || null;
}

/** A figure in brackets, or after "or", right behind another says the same thing again. */
export function restates(
  document: Document,
  previous: RawQuantity,
  quantity: RawQuantity,
): boolean {
  const between = document.text.slice(previous.end, quantity.start);
  return between.length < 8 && /^\s*[(/]|^ or $|^ to $/.test(between);
}

function words(document: Document, from: number, to: number): string {
  const first = document.tokens[from];
  const last = document.tokens[Math.min(to, from + 6) - 1];
  return first && last ? document.text.slice(first.start, last.end).replace(/\s+/g, ' ') : '';
}

const ARTICLE = /^(?:the|a|an|its|his|her|their|this|that|all|our|my|your)$/;

/** "$5m in aid", "70 percent of residents", "a 25% drop": the noun phrase right after the unit. */
function phraseAfter(document: Document, at: number, to: number): string | null {
  const { tokens } = document;
  const link = tokens[at];
  if (!link || at >= to) return null;
  const linked = /^(?:of|in|for|from)$/.test(link.lower);
  if (
    !linked &&
    !(
      link.pos === 'NOUN' ||
      link.pos === 'ADJ' ||
      (link.pos === 'PROPN' && !CALENDAR.has(link.lower))
    )
  )
    return null;
  const phrase = phraseStartingAt(tokens, linked ? at + 1 : at, Math.min(to, at + 8));
  if (!phrase) return null;
  let from = phrase.from;
  while (from < phrase.to && ARTICLE.test(tokens[from]?.lower ?? '')) from += 1;
  const first = tokens[from];
  if (
    !first ||
    from >= phrase.to ||
    isTime(first) ||
    first.pos === 'NUM' ||
    SKIP_HEAD.test(first.lower)
  )
    return null;
  return words(document, from, phrase.to);
}

function isTime(token: Token): boolean {
  return (
    CALENDAR.has(token.lower) ||
    /^(?:next|last|past|year|years|month|months|week|weeks|day|days|quarter|decade|time|today)$/.test(
      token.lower,
    )
  );
}

/** The noun before the preposition that governs the figure: "a fine of 10 million". */
function governorBefore(document: Document, quantity: RawQuantity, floor: number): string | null {
  const { tokens } = document;
  let at = tokenAt(tokens, quantity.start) - 1;
  while (
    at > floor &&
    (tokens[at]?.pos === 'DET' ||
      tokens[at]?.pos === 'ADV' ||
      tokens[at]?.text === '$' ||
      tokens[at]?.pos === 'ADJ')
  )
    at -= 1;
  if (!/^(?:of|at|for|with|to|by)$/.test(tokens[at]?.lower ?? '') || at - 1 <= floor) return null;
  const phrase = nounsEndingAt(tokens, at - 1, floor);
  if (
    phrase &&
    /^(?:average|total|figure|rate|record|maximum|minimum|level|median|mean)$/.test(
      tokens[phrase.to - 1]?.lower ?? '',
    )
  ) {
    return nounBefore(document, phrase.from - 1, floor);
  }
  return phrase ? words(document, phrase.from, phrase.to) : null;
}

/** The noun phrase before "by an average of". */
function nounBefore(document: Document, last: number, floor: number): string | null {
  let at = last;
  while (at > floor && /^(?:DET|ADJ|ADP)$/.test(document.tokens[at]?.pos ?? '')) at -= 1;
  const phrase = nounsEndingAt(document.tokens, at, floor);
  return phrase ? words(document, phrase.from, phrase.to) : null;
}

/** The noun phrase before the nearest finite verb on the left of the figure. */
function clauseSubject(document: Document, quantity: RawQuantity, floor: number): string | null {
  const { tokens } = document;
  const limit = Math.max(floor, quantity.from - 45);
  for (let at = tokenAt(tokens, quantity.start) - 1; at > limit; at -= 1) {
    const token = tokens[at];
    if (!token || !/^(?:VERB|AUX)$/.test(token.pos) || tokens[at - 1]?.lower === 'to') continue;
    let last = at - 1;
    while (last > limit && /^(?:VERB|AUX|ADV|PART)$/.test(tokens[last]?.pos ?? '')) last -= 1;
    if (/^(?:who|which|that|,)$/.test(tokens[last]?.lower ?? '')) last -= 1;
    const phrase = nounsEndingAt(tokens, last, limit - 1);
    if (phrase) return words(document, phrase.from, phrase.to);
  }
  return null;
}

/** A short noun phrase with its prepositional tails, that ends with token `last`. */
function nounsEndingAt(
  tokens: readonly Token[],
  last: number,
  floor: number,
): { from: number; to: number } | null {
  const head = tokens[last];
  if (
    !head ||
    !isNominal(head) ||
    SKIP_HEAD.test(head.lower) ||
    isTime(head) ||
    head.pos === 'NUM' ||
    /^(?:cent|percent|%)$/.test(head.lower)
  ) {
    return head && isTime(head) ? beforeTime(tokens, last, floor) : null;
  }
  const phrase = phraseEndingAt(tokens, last, Math.max(0, floor));
  if (!phrase) return null;
  let from = phrase.from;
  while (from < last && (ARTICLE.test(tokens[from]?.lower ?? '') || tokens[from]?.pos === 'NUM'))
    from += 1;
  return { from, to: last + 1 };
}

/** "Revenue in the quarter rose": the phrase before the time. */
function beforeTime(
  tokens: readonly Token[],
  last: number,
  floor: number,
): { from: number; to: number } | null {
  let at = last;
  while (
    at > floor &&
    (isTime(tokens[at] as Token) ||
      tokens[at]?.pos === 'DET' ||
      /^(?:in|on|over|for|during)$/.test(tokens[at]?.lower ?? ''))
  )
    at -= 1;
  return at < last && at > floor && !isTime(tokens[at] as Token)
    ? nounsEndingAt(tokens, at, floor)
    : null;
}
