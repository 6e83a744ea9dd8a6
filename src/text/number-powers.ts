/** Powers of ten: "5 × 10⁶", "5x10^6", "10⁶". */
import type { Core } from './number-cores.ts';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const COUNT = '(\\d{1,9}(?:[.,]\\d{1,9})?)[ \\u00a0\\u202f]?[×x·⋅*][ \\u00a0\\u202f]?';
const POWER = new RegExp(
  `(?:${COUNT})?10(?:\\^([-−]?\\d{1,2})|(⁻?[${RAISED}]{1,2}))(?![\\d${RAISED}])`,
  'y',
);
/** A lower raised digit may be the mark of a footnote behind a ten. */
const EXPONENT_MIN = 3;

/** A power of ten that begins at `at`; null where there is none. */
export function readPower(text: string, at: number): Core | null {
  POWER.lastIndex = at;
  const [all, count, plain, raised = ''] = POWER.exec(text) ?? [];
  if (all === undefined || /[\p{L}\p{N}.,^]/u.test(text[at - 1] ?? '')) return null;
  const exponent = plain === undefined ? exponentOf(raised) : Number(plain.replace('−', '-'));
  if (count === undefined && plain === undefined && exponent >= 0 && exponent < EXPONENT_MIN)
    return null;
  const plainCount = (count ?? '1').replace(/,(?=\d{3}$)/, '').replace(',', '.');
  const value = Number(`${plainCount}e${exponent}`);
  return { start: at, end: at + all.length, value, bare: value, scale: 1, form: 'digits' };
}

const exponentOf = (raised: string): number =>
  Number(raised.replace(/./gu, (mark) => (mark === '⁻' ? '-' : String(RAISED.indexOf(mark)))));
