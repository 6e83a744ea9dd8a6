/** Which quantities are claims: what somebody could check, and no age, time, code or distance. */

import type { NumberExpression } from '../../text/numbers.ts';
import { afterBracket } from '../quantities/frame-phrases.ts';
import { type RawQuantity, restates } from '../quantities/quantity.ts';
import type { Document } from '../reading/document.ts';
import type { Token } from '../reading/tokens.ts';
import { isPrisonTerm } from './claim-measures.ts';
import { predicateAfter, STATE } from './claim-states.ts';

/** "won 3-0.": the rest of a score that ends its clause. */
const SCORE_END = /^[-–]\d{1,3}[.,](?!\d)/;

export function isClaim(
  document: Document,
  quantity: RawQuantity,
  previous: RawQuantity | undefined,
  mentions: readonly [number, number][],
): boolean {
  if (
    previous &&
    previous.sentence === quantity.sentence &&
    restates(document, previous, quantity) &&
    document.text[quantity.start - 1] === '('
  )
    return false;
  const ratio = isOfRatio(document, quantity);
  if (isIncidental(document, quantity)) return false;
  if (!ratio && isSource(quantity) && within(mentions, quantity.number.coreStart)) return false;
  const { text, tokens } = document;
  const { number, unit } = quantity;
  if (unit?.kind === 'age') return false;
  if (SCORE_END.test(text.slice(number.coreEnd, number.coreEnd + 6))) return false;
  const before = tokens[quantity.from - 1];
  const after = tokens[Math.max(quantity.next, unit?.to ?? 0)];
  if (!ratio && countsSources(tokens, quantity)) return false;
  if (isByTheWay(document, quantity)) return false;
  if (unit?.kind === 'time') return isPrisonTerm(tokens, quantity);
  // ", 63," after a name is an age.
  if (
    before?.text === ',' &&
    /^\s*,/.test(text.slice(number.end)) &&
    (number.low ?? 200) < 120 &&
    unit === null
  )
    return false;
  if (/\b(?:aged?|age of)\s$/i.test(text.slice(Math.max(0, number.start - 8), number.start)))
    return false;
  const word = text.slice(number.coreStart, number.coreEnd).toLowerCase();
  const elided = isElidedOne(text, number.coreStart, number.coreEnd);
  if (
    word === 'one' &&
    !elided &&
    (unit === null ||
      /^ of\b/.test(text.slice(number.coreEnd)) ||
      (number.comparator === 'eq' && unit.kind !== 'noun'))
  )
    return false;
  if (
    unit?.kind === 'measure' &&
    /^(?:-|‑)?mm$|^(?:mm|cm|caliber|calibre)$/.test(unit.name) &&
    after?.lower !== 'of'
  )
    return false;
  if (unit?.kind === 'measure' && isDistance(tokens, quantity)) return false;
  return !/\bif\b[^,.;]{0,60}$/i.test(text.slice(Math.max(0, number.start - 70), number.start));
}

const OWNER = "(?:the |its |their |our |his |her |\\p{L}+['’]s )?";
const OF_MORE = new RegExp(
  `^ of ${OWNER}(?:\\d|two|three|four|five|six|seven|eight|nine|ten)`,
  'u',
);
const OF_LESS = new RegExp(
  `(?:\\d|one|two|three|four|five|six|seven|eight|nine) of ${OWNER}$`,
  'iu',
);

/** "dies at 91", "She was 63", "children under five", "36 of them were over 70". */
function isAge({ comparator }: NumberExpression, before: string, value: number): boolean {
  if (value >= 110) return false;
  if (/\b(?:dies|died|dead|die) at $/i.test(before)) return true;
  if (/\b(?:I|he|she) (?:was|is|am|turned|turns) $/i.test(before)) return true;
  return (
    /^(?:gt|lt|gte|lte)$/.test(comparator) &&
    /\b(?:children|people|those|anyone|patients|women|men|boys|girls|adults|aged|(?:them|whom) (?:were|are)) $/i.test(
      before,
    )
  );
}

/** Counts as they stand before those who are cited: no shares, and no thousands. */
function isSource({ number, unit }: RawQuantity): boolean {
  return unit?.kind !== 'share' && (number.low ?? number.high ?? 0) < 1000;
}

/** "two of our four customers have told us": a ratio is a finding, whoever speaks. */
function isOfRatio(document: Document, { number }: RawQuantity): boolean {
  const { text } = document;
  return (
    OF_MORE.test(text.slice(number.coreEnd, number.coreEnd + 30)) ||
    OF_LESS.test(text.slice(Math.max(0, number.start - 30), number.start))
  );
}

/** Clock times, ages, codes and turns of phrase that count nothing that somebody could check. */
function isIncidental(document: Document, quantity: RawQuantity): boolean {
  const { text, tokens } = document;
  const { number, unit } = quantity;
  const value = number.low ?? number.high ?? 0;
  const before = text.slice(Math.max(0, number.start - 16), number.start);
  const after = text.slice(number.coreEnd, number.coreEnd + 24);
  const word = text.slice(number.coreStart, number.coreEnd).toLowerCase();
  const bare = unit === null || (unit.kind === 'noun' && unit.end === 0);
  if (bare && isAge(number, before, value)) return true;
  if (unit === null || unit.end === 0) {
    if (/\bat $/i.test(before) && /^(?:\d{1,2}[.:]\d\d|\p{L}+)$/u.test(word) && value <= 24)
      return true;
  }
  if (bare) {
    if (
      /\b(?:at|since|until|by|before|after) $/i.test(before) &&
      value <= 24 &&
      Number.isInteger(value) &&
      number.form !== 'fraction'
    )
      return true;
    if (/\b(?:the|these|those|all|other|last|first) $/i.test(before) && number.form === 'words')
      return true;
    if (value >= 1900 && value <= 2100 && /^\d{4}$/.test(word)) return true;
    if (
      /,\s$/.test(before) &&
      /^[.,;]/.test(after) &&
      value > 15 &&
      value < 110 &&
      /\p{Lu}\p{L}+,\s$/u.test(before)
    )
      return true;
  }
  if (/\bper $/i.test(before)) return true;
  if (
    /^-\p{L}/u.test(after) &&
    unit?.kind !== 'money' &&
    !/^-(?:mile|km|tonne|ton|acre|hectare)/.test(after)
  )
    return true;
  if (unit?.name === 'times')
    return !/^ times (?:what|as|more|the|higher|larger|bigger|that|its|their)\b/.test(after);
  if (
    unit?.kind === 'measure' &&
    /^(?:above|below|beyond|over|under)$/i.test(
      text.slice(number.start, number.coreStart).trim(),
    ) &&
    /^(?:metres|meters|feet)$/.test(unit.name) &&
    /^[.\s]*$/.test(before.slice(-2))
  )
    return true;
  if (word === 'one') {
    if (isElidedOne(text, number.coreStart, number.coreEnd)) return false;
    const at = Math.max(quantity.next, unit?.to ?? 0);
    return (
      number.comparator === 'eq' &&
      !STATE.test((predicateAfter(tokens, at, at + 6) ?? '').split(' ')[0] ?? '')
    );
  }
  return false;
}

/** "only one of them was financed", "six are needed; one has applied": one of those counted before. */
function isElidedOne(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 6), start);
  const after = text.slice(end, end + 10);
  return (
    (/(?:only|just) $/i.test(before) && /^ of (?:them|th[eo]se)\b/.test(after)) ||
    OF_MORE.test(text.slice(end, end + 30)) ||
    (/; $/.test(before) && /^ (?:has|is|was)\b/.test(after))
  );
}

function within(ranges: readonly [number, number][], at: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[1] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low];
  return range !== undefined && range[0] <= at;
}

const PEOPLE =
  /^(?:people|persons|residents|officials|members|sources|witnesses|diplomats|employees|officers|executives|lawmakers|aides|teachers|doctors|traders|analysts|men|women|villagers|soldiers|ministers|suspects|lawyers)$/;

const SAYING =
  /^(?:said|says?|told|tells?|confirmed|confirms?|added|claimed|described|recalled|reported|complained)$/;

/** "two people familiar with the plan said", "citing two officials": the sources are no finding. */
function countsSources(tokens: readonly Token[], quantity: RawQuantity): boolean {
  const { number, unit, from } = quantity;
  const end = Math.max(quantity.next, unit?.to ?? 0);
  if (unit?.kind !== 'noun' || (number.low ?? 99) > 12 || !PEOPLE.test(unit.name)) return false;
  if (/^(?:citing|quoting)$/.test(tokens[from - 1]?.lower ?? '')) return true;
  if (
    /^(?:for|of|with)$/.test(tokens[from - 1]?.lower ?? '') &&
    SOURCE_HEAD.test(tokens[from - 2]?.lower ?? '')
  )
    return true;
  if (/^(?:familiar|briefed|close|privy)$/.test(tokens[end]?.lower ?? '')) return true;
  let commas = 0;
  for (let at = end; at < end + 16; at += 1) {
    const token = tokens[at];
    if (!token || /^[.;:?!]$/.test(token.text)) return false;
    if (token.text === ',') commas += 1;
    if (commas % 2 === 0 && token.pos === 'VERB') return SAYING.test(token.lower);
  }
  return false;
}

const SOURCE_HEAD = /^(?:lawyer|lawyers|spokesman|spokeswoman|spokesperson|attorney)$/;

const KIN =
  /^(?:children|sons|daughters|kids|brothers|sisters|siblings|grandchildren|grandsons|granddaughters|wives|cats|dogs)$/;

/** "survived by two daughters and six grandchildren", "the third of five children". */
function isFamily(text: string, { start }: NumberExpression): boolean {
  return /\bsurvived by (?:[^.;]{0,40} and )?$|\bthe (?:first|second|third|fourth|fifth|youngest|eldest|oldest) of $/i.test(
    text.slice(Math.max(0, start - 60), start),
  );
}

/** Nouns that are counted in passing: nobody checks "in three languages". */
const PASSING =
  /^(?:languages|continents|questions|words|things|ways|occasions|reasons|changes|sides|pages|seasons|generations|halves|acts|fronts|chapters|lines|sentences)$/;

/** Families, small definite counts, spans of time and other numbers told in passing. */
function isByTheWay(document: Document, quantity: RawQuantity): boolean {
  const { tokens, text } = document;
  const { number, unit, from } = quantity;
  const before = tokens[from - 1]?.lower ?? '';
  const value = number.low ?? number.high ?? 0;
  const small = number.form === 'words' && value <= 12 && number.comparator === 'eq';
  if (
    unit?.kind === 'noun' &&
    KIN.test(unit.name) &&
    (/^(?:her|his|their|my|our|your)$/.test(before) || isFamily(text, number))
  )
    return true;
  if (unit?.kind === 'noun' && PASSING.test(unit.name) && value <= 60) return true;
  if (
    / of (?:his|her|their|my|its) \d+ years\b/.test(text.slice(number.coreEnd, number.coreEnd + 24))
  )
    return true;
  if (unit?.kind === 'measure' && /^(?:last|first|next|final)$/.test(before)) return true;
  if (small && before === 'not') return true;
  return small && /^(?:the|these|those)$/.test(before) && tokens[from - 2]?.lower !== 'of';
}

/** "60 km east of the town" only says where. */
function isDistance(tokens: readonly Token[], quantity: RawQuantity): boolean {
  const end = Math.max(quantity.next, quantity.unit?.to ?? 0);
  const at = tokens[end]?.text === '(' ? afterBracket(tokens, end, end + 9) : end;
  return /^(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west|away|off|outside|from|inland|upstream|downstream)$/.test(
    tokens[at]?.lower ?? '',
  );
}
