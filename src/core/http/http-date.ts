const DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const TIME = '\\d\\d:\\d\\d:\\d\\d';
const IN_GMT = new RegExp(
  `^(?:${DAY}, \\d\\d ${MONTH} \\d{4}|${WEEKDAY}, \\d\\d-${MONTH}-\\d\\d) ${TIME} GMT$`,
);
/** C’s asctime, which names no zone and means GMT here. */
const ASCTIME = new RegExp(`^${DAY} ${MONTH} [ \\d]\\d ${TIME} \\d{4}$`);

/**
 * An HTTP-date in any of its three forms (RFC 9110 §5.6.7), in milliseconds; NaN for anything
 * else, which must be ignored (§13.1.3).
 */
export function readHttpDate(value: string): number {
  if (IN_GMT.test(value)) return Date.parse(value);
  return ASCTIME.test(value) ? Date.parse(`${value} GMT`) : Number.NaN;
}
