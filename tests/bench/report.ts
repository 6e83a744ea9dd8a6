/** The table of a bench: printed as it grows, and kept in docs/performance.md. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { GENERATOR } from './load.ts';

const PAGE = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));
const KEPT = /(<!-- bench: begin[^>]*-->\n).*(<!-- bench: end -->)/s;
const lines: string[] = [];

/** Adds a row: what, beside, ours, ratio, by processor time, goal. */
export function say(...cells: [string, string, string, string, string, string]): void {
  tell(`| ${cells.slice(0, -1).join(' | ')} | ${verdict(cells)} |`);
}

const GOAL = /^(>=|<=) ([\d.]+)/;

/** The goal, and whether the ratio, or what is measured where there is none, misses it. */
function verdict([, , ours, ratio, , goal]: readonly string[]): string {
  const [, sign, bound] = GOAL.exec(goal ?? '') ?? [];
  const value = Number.parseFloat(ratio || ours || '');
  if (sign === undefined || Number.isNaN(value)) return goal ?? '';
  const isMet = sign === '>=' ? value >= Number(bound) : value <= Number(bound);
  return isMet ? `${goal}` : `${goal} **missed**`;
}

/** Adds a line. */
export function tell(line: string): void {
  lines.push(line);
  process.stdout.write(`${line}\n`);
}

/** On which machine, which commit and how it was measured. */
export function describeRun(seconds: number, rounds: number): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const load = loadavg()[0]?.toFixed(1);
  const memory = Math.round(totalmem() / 1024 ** 3);
  return (
    `Commit ${commit}, Node ${process.versions.node}, ${availableParallelism()} cores ` +
    `(${cpus()[0]?.model ?? 'unknown'}), ${memory} GB, load ${load} at the beginning; ` +
    `load by ${GENERATOR} on the same machine, ${seconds} s a turn, ${rounds} turns, medians.`
  );
}

/** Puts what was measured into the page, in the place of what stood there. */
export function keep(): void {
  const page = readFileSync(PAGE, 'utf8');
  writeFileSync(PAGE, page.replace(KEPT, `$1\n${lines.join('\n')}\n\n$2`));
}
