/** The tables of docs/api.md that say what the code says: problems and gate codes. */
import { PROBLEMS } from '../src/core/errors.ts';
import { GATE_CODES } from '../src/publishing/gate-problem.ts';

/** The page with its tables filled in anew, between their marks. */
export function fillTables(page: string): string {
  const problems = Object.entries(PROBLEMS)
    .sort(([, [a]], [, [b]]) => a - b)
    .map(([code, [status, title]]) => [String(status), `\`${code}\``, title]);
  const gate = Object.entries(GATE_CODES).map(([code, text]) => [`\`${code}\``, text]);
  const filled = fill(page, 'problems', [['status', 'code', 'what it means'], ...problems]);
  return fill(filled, 'gate', [['code', 'when'], ...gate]);
}

function fill(page: string, name: string, [head = [], ...rows]: string[][]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const marks = new RegExp(`(<!-- ${name}: begin[^>]*-->\n)[\\s\\S]*?(<!-- ${name}: end -->)`);
  if (!marks.test(page)) throw new Error(`docs/api.md has no place for the table of ${name}.`);
  return page.replace(
    marks,
    (_, begin: string, end: string) => `${begin}\n${lines.join('\n')}\n\n${end}`,
  );
}
