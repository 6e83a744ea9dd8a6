/** The table of a bench: printed as it grows, and kept in docs/performance.md. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { GENERATOR } from './load.ts';

const PAGE = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));
const BEYOND = 'Beyond the goals: the same asked more strictly, and where the time of a row goes.';
const KEPT = /(<!-- bench: begin[^>]*-->\n).*(<!-- bench: end -->)/s;
/** The cells of a row: what, beside, ours, ratio, by processor time, goal. */
type Cells = [string, string, string, string, string, string];

const HEAD: readonly Cells[] = [
  ['what', 'beside', 'ours', 'ratio', 'by processor time', 'goal'],
  ['---', '---', '---', '---', '---', '---'],
];
const goals: string[] = [];
const beyond: string[] = [];
let about = '';

/** Adds a row that has a goal. */
export function say(...cells: Cells): void {
  add(goals, cells);
}

/** Adds a row that asks more than the goals do, or tells where the time of one goes. */
export function sayBeyond(...cells: Cells): void {
  add(beyond, cells);
}

function add(rows: string[], cells: Cells): void {
  const row = rowOf(cells);
  rows.push(row);
  process.stdout.write(`${row}\n`);
}

function rowOf(cells: Cells): string {
  return `| ${cells.slice(0, -1).join(' | ')} | ${verdict(cells)} |`;
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

/** Begins the table: which machine, which commit and how it is measured. */
export function begin(seconds: number, rounds: number): void {
  about = describeRun(seconds, rounds);
  process.stdout.write(`${[about, '', ...HEAD.map(rowOf)].join('\n')}\n`);
}

function describeRun(seconds: number, rounds: number): string {
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
  const head = HEAD.map(rowOf);
  const kept = [about, '', ...head, ...goals, '', BEYOND, '', ...head, ...beyond].join('\n');
  writeFileSync(
    PAGE,
    page.replace(KEPT, (_, begins, ends) => `${begins}\n${kept}\n\n${ends}`),
  );
}
