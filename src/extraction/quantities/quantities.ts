/** Every number expression of the text that counts or measures, with unit and what it is of. */
import { findNumbers, type NumberExpression } from '../../text/numbers.ts';
import type { Document } from '../reading/document.ts';
import { conceptOf } from './concepts.ts';
import type { DateExpression } from './dates.ts';
import { isNoQuantity } from './number-filter.ts';
import { type RawQuantity, tokenAt } from './quantity.ts';
import { NO_FRAME, readFrame } from './quantity-frames.ts';
import { currencyBefore } from './unit-names.ts';
import { readUnit } from './units.ts';

const UP =
  /\b(?:up|rose|risen|rise|rises|rising|grew|grown|increas\w*|climb\w*|jump\w*|gain\w*|surg\w*|soar\w*|higher|added|advanc\w*|expand\w*|growth)\b/i;

const DOWN =
  /\b(?:down|fell|fallen|fall|falls|falling|drop\w*|declin\w*|decreas\w*|lost|slump\w*|plung\w*|slid|slip\w*|shrank|shrunk|cut|lower|tumbl\w*|sank)\b/i;

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
    quantities.push({
      number,
      unit,
      start: number.start - (currencyBefore(text, number.start)?.length ?? 0),
      end: Math.max(number.end, unit?.end ?? 0),
      from,
      next,
      sentence,
      change: changeOf(text, number),
      frame: NO_FRAME,
      subject: null,
    });
  }
  if (language !== 'en') return quantities;
  takeNouns(document, quantities);
  inheritUnits(document, quantities);
  quantities.forEach((quantity, index) => {
    quantity.frame = frameOf(document, quantity, quantities[index - 1]);
    quantity.subject = conceptOf(document, quantity, quantities[index - 1]);
  });
  return quantities;
}

/** The frame of a quantity; the second of two that "and" joins stands where the first does. */
function frameOf(
  document: Document,
  quantity: RawQuantity,
  previous: RawQuantity | undefined,
): RawQuantity['frame'] {
  const { tokens, sentences, text } = document;
  if (previous?.sentence === quantity.sentence) {
    const between = text.slice(previous.end, quantity.start);
    const own = tokens[Math.max(quantity.next, quantity.unit?.to ?? 0)]?.pos === 'AUX';
    if (!own && (/^,?\s(?:and|or|but)\s(?:an?\s)?$/.test(between) || /^,\s$/.test(between)))
      return previous.frame;
  }
  const floor = sentences[quantity.sentence]?.from ?? 0;
  const end = Math.max(quantity.next, quantity.unit?.to ?? 0);
  return readFrame(tokens, tokenAt(tokens, quantity.start), end, floor);
}

const RISEN = /\b(?:up|down) $/;

/** "the Greens on 21 per cent, up four points, the Reds on 19, down three": levels go with levels. */
function sameDirection(
  document: Document,
  quantities: readonly RawQuantity[],
  index: number,
): RawQuantity | undefined {
  const moved = (quantity: RawQuantity | undefined): boolean =>
    quantity !== undefined &&
    RISEN.test(document.text.slice(Math.max(0, quantity.start - 6), quantity.start));
  const [own, last, before] = [quantities[index], quantities[index - 1], quantities[index - 2]];
  const between = before?.sentence === own?.sentence && moved(before) === moved(own);
  return moved(last) !== moved(own) && between ? before : last;
}

/** "from four to seven vessels": the first takes the noun of the second. */
function takeNouns(document: Document, quantities: readonly RawQuantity[]): void {
  quantities.forEach((quantity, index) => {
    const next = quantities[index + 1];
    if (quantity.unit !== null || next?.unit?.kind !== 'noun' || next.unit.end === 0) return;
    if (document.text.slice(quantity.number.end, next.start) !== ' to ') return;
    quantity.unit = { ...next.unit, end: 0, from: quantity.next, to: quantity.next };
  });
}

/** A bare number takes the unit of the number before it: "up from 2.4 million". */
function inheritUnits(document: Document, quantities: readonly RawQuantity[]): void {
  quantities.forEach((quantity, index) => {
    const previous = sameDirection(document, quantities, index);
    if (quantity.unit !== null || !previous?.unit || previous.unit.kind === 'age') return;
    if (previous.sentence !== quantity.sentence || quantity.number.form === 'fraction') return;
    if (previous.unit.name === 'share') return;
    if (quantity.number.form === 'vague' && previous.unit.kind !== 'noun') return;
    if (previous.unit.kind === 'share' && (quantity.number.low ?? quantity.number.high ?? 0) > 100)
      return;
    const next = document.tokens[quantity.next];
    // "They cost 5 pounds, and 14,000 have been sold": what has a predicate is counted anew.
    if (previous.unit.kind !== 'noun' && /^(?:VERB|AUX)$/.test(next?.pos ?? '')) return;
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
