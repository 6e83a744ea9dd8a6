import * as z from 'zod';
import { indexCodePoints } from '../../text/codepoints.ts';
import { SLUG_MAX, SLUG_PATTERN } from '../../text/slug.ts';
import { isId } from '../ids.ts';

const CONTROLS = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f';
/** A NUL, another C0 control, or half of a surrogate pair: never text, and PostgreSQL stores none. */
const CONTROL = new RegExp(`[${CONTROLS}]`);
/** As `CONTROL`, and any surrogate: most texts have neither, and are looked through once. */
const DOUBTFUL = new RegExp(`[${CONTROLS}\\ud800-\\udfff]`);

/** Whether a value is text that both databases can store. */
export function isText(value: string): boolean {
  return !DOUBTFUL.test(value) || (!CONTROL.test(value) && value.isWellFormed());
}

const NOT_TEXT = 'holds a control character or half of a surrogate pair';

/** A limit in code points, as JSON Schema counts (maxLength, §6.3.1); zod counts UTF-16 units. */
export function atMost(max: number) {
  const limit = z.maxLength(max);
  const refuse = limit._zod.check;
  limit._zod.check = (payload) => {
    if (isLonger(payload.value as string, max)) refuse(payload);
  };
  return limit;
}

function isLonger(value: string, max: number): boolean {
  if (value.length <= max) return false;
  return value.length > 2 * max || indexCodePoints(value).length > max;
}

/** Text of at most `max` code points, without control characters and lone surrogates. */
export function text(max: number) {
  return z.string().check(atMost(max)).refine(isText, { error: NOT_TEXT });
}

/** As `text`, and something but white space in it. */
export function filled(max: number) {
  return text(max)
    .min(1)
    .refine((value) => value.trim() !== '', { error: 'is empty' })
    .meta({ pattern: '\\S' });
}

export const slug = z
  .string()
  .max(SLUG_MAX)
  .regex(SLUG_PATTERN, {
    error: 'is not a slug: lower-case letters a–z, digits and single hyphens',
  })
  .refine((value) => !isId(value), {
    error: 'is not a slug: it has the form of an id, and would be taken for one',
  })
  .meta({ id: 'Slug', description: 'Lower-case letters a–z, digits and single hyphens.' });

export const id = z
  .uuid({ error: 'is not an id (a UUID)' })
  .lowercase({ error: 'is not an id (lower-case UUID)' })
  .meta({ id: 'Id', description: 'A UUIDv7 in lower case.' });

/** What names a thing in a path or a filter: its id or its slug. */
export const idOrSlug = z
  .string()
  .min(1, { abort: true })
  .max(SLUG_MAX)
  .regex(SLUG_PATTERN, { error: 'is neither an id nor a slug' })
  .meta({ id: 'IdOrSlug', description: 'What names a thing: its id or its slug.' });

const NO_LANGUAGE = 'is not a BCP 47 language tag, such as en or pt-BR';

/** BCP 47, as far as news needs it: `en`, `pt-BR`, `zh-Hant`. */
export const language = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/, { error: NO_LANGUAGE })
  .meta({ id: 'LanguageTag', description: 'A language tag (BCP 47), such as en or pt-BR.' });

/** A language in a filter, whose case does not matter, as BCP 47 has it. */
export const languageFilter = z
  .string()
  .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/, { error: NO_LANGUAGE })
  .meta({ id: 'LanguageFilter', description: 'A language tag (BCP 47) in any case.' });

const NO_YEAR_ZERO = 'is not in the years 0001 to 9999';

/** There is no year 0000, and PostgreSQL refuses it. */
function isInCalendar(value: string): boolean {
  return !value.startsWith('0000');
}

/** An instant in UTC, RFC 3339 with `Z`. */
export const instant = z.iso
  .datetime({ error: 'is not an RFC 3339 instant in UTC, such as 2024-11-01T09:30:00Z' })
  .refine(isInCalendar, { error: NO_YEAR_ZERO });

/** A calendar day that exists, `YYYY-MM-DD`. */
export const day = z.iso
  .date({ error: 'is not a day that exists, such as 2024-11-01' })
  .refine(isInCalendar, { error: NO_YEAR_ZERO });

/** A moment in a filter: an instant, or a day, which stands for its first instant in UTC. */
export const moment = z
  .union([instant, day], {
    error: 'is neither an RFC 3339 instant in UTC nor a day (YYYY-MM-DD)',
  })
  .meta({ id: 'Moment', description: 'An instant in UTC, or the first instant of a day in UTC.' });

export function momentToDate(value: string): Date {
  return new Date(value.length === 10 ? `${value}T00:00:00.000Z` : value);
}

/** `2024-11-01` as 20241101, the form in which days are stored and compared. */
export function dayToNumber(value: string): number {
  return (
    Number(value.slice(0, 4)) * 10_000 +
    Number(value.slice(5, 7)) * 100 +
    Number(value.slice(8, 10))
  );
}

/** White space and what can't be seen: a URL parser takes some of it out in silence. */
const UNSEEN = /[\s\p{Cc}\p{Cf}\p{Cs}]/u;

export const httpUrl = z
  .string()
  .check(atMost(2_000))
  .refine((value) => /^https?:\/\//i.test(value) && !UNSEEN.test(value) && URL.canParse(value), {
    error: 'is not an http or https URL',
  })
  .meta({ format: 'uri' });

const WHOLE = /^(?:0|[1-9]\d{0,9})$/;

/** A whole number in a query: digits only, so that nothing is coerced. */
export function wholeNumber(minimum: number, maximum: number) {
  return z
    .string()
    .regex(WHOLE, { error: 'is not a whole number', abort: true })
    .refine((value) => Number(value) >= minimum && Number(value) <= maximum, {
      error: `is not between ${minimum} and ${maximum}`,
    })
    .meta({ type: 'integer', minimum, maximum });
}

/** A decimal number in a query. */
export const decimal = z
  .string()
  .max(32)
  .regex(/^-?\d+(?:\.\d+)?$/, { error: 'is not a decimal number' });

export const flag = z.enum(['true', 'false'], { error: 'is neither true nor false' });
