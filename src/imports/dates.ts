/** Offsets of zone names that feeds use and JavaScript does not know. */
const ZONES: Readonly<Record<string, string>> = {
  CET: '+0100',
  CEST: '+0200',
  MET: '+0100',
  MEST: '+0200',
  WET: '+0000',
  WEST: '+0100',
  BST: '+0100',
  EET: '+0200',
  EEST: '+0300',
  MSK: '+0300',
  JST: '+0900',
  AEST: '+1000',
  AEDT: '+1100',
  NZST: '+1200',
  NZDT: '+1300',
  AKST: '-0900',
  AKDT: '-0800',
  HST: '-1000',
};

/**
 * RFC 822, RFC 3339, `YYYY-MM-DD HH:MM:SS` and milliseconds since 1970. A time without a
 * zone is in UTC, whatever zone this machine is in. `null` for what is no date.
 */
export function readDate(value: unknown): Date | null {
  if (typeof value === 'number') return inRange(new Date(value));
  if (value instanceof Date) return inRange(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (text === '' || text.startsWith('0000') || text.length > 60) return null;
  const iso =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*(Z|[+-]\d\d:?\d\d)?)?$/i.exec(text);
  if (iso !== null) {
    const zone = (iso[3] ?? 'Z').replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
    return inRange(new Date(`${iso[1]}T${iso[2] ?? '00:00'}${zone.toUpperCase()}`));
  }
  if (/^\d{4}(?:-\d\d)?$/.test(text)) return inRange(new Date(`${text}Z`));
  const zoned = text.replace(/\b([A-Z]{3,4})$/, (name) => ZONES[name] ?? name);
  return inRange(
    new Date(/(?:[+-]\d{2}:?\d{2}|\b[A-Z]{1,4})\)?$/.test(zoned) ? zoned : `${zoned} UTC`),
  );
}

function inRange(date: Date): Date | null {
  const year = date.getUTCFullYear();
  return Number.isNaN(year) || year < 1 || year > 9999 ? null : date;
}
