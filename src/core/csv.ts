/** Comma-separated values as RFC 4180 has them, safe to open in a spreadsheet. */

export type Cell = string | number | boolean | null;

/**
 * What a spreadsheet would run as a formula (OWASP, CSV injection), and the apostrophe that
 * takes its danger away, so that removing one at the start gives every cell back.
 */
const DANGEROUS = /^[=+\-@＝＋－＠\t\r\n']/;
const NEEDS_QUOTES = /[",\r\n]/;

/** Rows with a header line. Lines end in CRLF; `null` is an empty cell. */
export function toCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map((cells) => `${cells.map(toCell).join(',')}\r\n`).join('');
}

/** A number is no formula, whatever its sign; text that looks like one gets an apostrophe. */
function toCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = DANGEROUS.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
