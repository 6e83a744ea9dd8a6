/**
 * `npm run eval`: scores the extractor with the kit of ../shared/eval on its development data.
 *
 *   npm run eval                      every set, one table of headline rows
 *   npm run eval -- polnear-dev odd   some sets
 *   npm run eval -- --errors [SET]    afterwards the worst misses by kind (polnear-train if none)
 *
 * The program is built first if it is older than its source; it is the command that a user runs.
 * EVAL_KIT, EVAL_DATA and EVAL_WORK move the kit, its data and the work files.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const kit = process.env.EVAL_KIT ?? resolve(root, '../shared/eval');
const data = process.env.EVAL_DATA ?? resolve(kit, '../data');
const work = process.env.EVAL_WORK ?? '/tmp/onrecord-eval';
const SETS = [
  'polnear-dev',
  'newsquant-dev',
  'idmc-dev',
  'whbriefings-dev:all',
  `gold:${data}/gold`,
  'odd',
];

interface Figure {
  span: [number, number];
  comparator: string;
  low: number | null;
  high: number | null;
  subject: string | null;
  place: string | null;
  asOf: string | null;
  source: { name: string } | null;
  optional?: boolean;
}

interface Piece {
  spans: [number, number][];
  kind: string;
  speech?: boolean;
  optional?: boolean;
  rule?: string;
}

function run(command: string, args: string[]): void {
  const env = { ...process.env, EVAL_WORK: work, EVAL_DATA: data };
  const { status } = spawnSync(command, args, { stdio: 'inherit', env });
  if (status !== 0) process.exitCode = 1;
}

/** Row 4 of the kit: exact spans in CofeNet's format, made from the PolNeAR dev part. */
function scoreCofenet(command: string): void {
  const file = join(work, 'cofenet-dev.jsonl');
  const script = join(kit, 'cofenet.py');
  if (!existsSync(file))
    run('python3', [
      script,
      '--make-from-polnear',
      join(data, 'polnear'),
      '--split',
      'dev',
      '--to',
      file,
    ]);
  run('python3', [script, command, file]);
}

const words = (text: string): number => text.split(/\s+/).length;

/** Prints by kind what the gold has and the extractor has not, and the other way round. */
function reportErrors(set: string): void {
  const folder = join(work, set.replace(/[^A-Za-z0-9._-]/g, '-'));
  const misses = new Map<string, string[]>();
  for (const file of readdirSync(join(folder, 'GOLD'))) {
    const name = basename(file, '.json');
    const points = [...readFileSync(join(folder, 'IN', `${name}.txt`), 'utf8')];
    const gold: Piece[] = JSON.parse(readFileSync(join(folder, 'GOLD', file), 'utf8')).quotes ?? [];
    const found: Piece[] = JSON.parse(readFileSync(join(folder, 'OUT', file), 'utf8')).quotes ?? [];
    const wanted = gold.filter((piece) => piece.speech !== false && piece.optional !== true);
    note(misses, 'missed', wanted, found, points, name);
    note(misses, 'false', found, gold, points, name);
    noteSlots(misses, claimsIn(folder, 'GOLD', file), claimsIn(folder, 'OUT', file), points, name);
  }
  const ranked = [...misses].sort((a, b) => b[1].length - a[1].length);
  for (const [kind, examples] of ranked) {
    process.stdout.write(`\n${kind}: ${examples.length}\n${examples.slice(0, 8).join('\n')}\n`);
  }
}

function note(
  misses: Map<string, string[]>,
  what: string,
  pieces: Piece[],
  others: Piece[],
  points: string[],
  name: string,
): void {
  for (const piece of pieces) {
    if (others.some((other) => overlap(piece, other) >= 0.8)) continue;
    const key = `${what}, ${piece.kind}${piece.rule ? `, ${piece.rule}` : ''}`;
    const text = piece.spans.map(([start, end]) => points.slice(start, end).join('')).join(' … ');
    misses.set(key, [
      ...(misses.get(key) ?? []),
      `  ${name}: ${text.replace(/\s+/g, ' ').slice(0, 160)} (${words(text)} words)`,
    ]);
  }
}

function claimsIn(folder: string, part: string, file: string): Figure[] {
  const claims: Figure[] = JSON.parse(readFileSync(join(folder, part, file), 'utf8')).claims ?? [];
  return claims.filter((claim) => Array.isArray(claim.span));
}

const SLOTS: Readonly<Record<string, (claim: Figure) => string | null>> = {
  comparator: (claim) => claim.comparator,
  subject: (claim) => claim.subject,
  place: (claim) => claim.place,
  asOf: (claim) => claim.asOf,
  source: (claim) => claim.source?.name ?? null,
};

/** Claims by slot: missing, extra, or other than the gold; words are compared, not meanings. */
function noteSlots(
  misses: Map<string, string[]>,
  gold: Figure[],
  found: Figure[],
  points: string[],
  name: string,
): void {
  const add = (key: string, claim: Figure, told: string): void => {
    const [start, end] = claim.span;
    const text = points.slice(Math.max(0, start - 60), end + 40).join('');
    const line = `  ${name}: ${text.replace(/\s+/g, ' ')} | ${told}`;
    misses.set(key, [...(misses.get(key) ?? []), line]);
  };
  for (const claim of gold) {
    if (claim.optional) continue;
    const same = found.find(
      (other) =>
        other.span[0] < claim.span[1] &&
        claim.span[0] < other.span[1] &&
        (other.low ?? other.high) === (claim.low ?? claim.high),
    );
    if (!same) {
      add('claim, missed', claim, claim.subject ?? '');
      continue;
    }
    for (const [slot, read] of Object.entries(SLOTS)) {
      const [want, have] = [read(claim), read(same)];
      if (want === have || (want && have && sharesWord(want, have))) continue;
      const kind = have === null ? 'missing' : want === null ? 'extra' : 'wrong';
      add(`claim, ${slot} ${kind}`, claim, `${want} / ${have}`);
    }
  }
}

function sharesWord(a: string, b: string): boolean {
  const others = new Set(b.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return a
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word.length > 2 && others.has(word));
}

/** Shared share of the characters of two pieces (Jaccard). */
function overlap(a: Piece, b: Piece): number {
  const length = (piece: Piece): number =>
    piece.spans.reduce((sum, [start, end]) => sum + end - start, 0);
  let shared = 0;
  for (const [start, end] of a.spans) {
    for (const [from, to] of b.spans)
      shared += Math.max(0, Math.min(end, to) - Math.max(start, from));
  }
  return shared / Math.max(1, length(a) + length(b) - shared);
}

const args = process.argv.slice(2);
const errors = args.includes('--errors');
const chosen = args.filter((arg) => !arg.startsWith('--'));
const sets = chosen.length > 0 ? chosen : errors ? ['polnear-train'] : SETS;
mkdirSync(work, { recursive: true });
run('node', ['scripts/ensure-built.mjs']);
const wrapper = join(work, 'extract.sh');
writeFileSync(
  wrapper,
  `#!/bin/sh\nexec node ${join(root, 'dist/cli/main.js')} extract --trace "$@"\n`,
  { mode: 0o755 },
);
run('bash', [join(kit, 'run.sh'), wrapper, ...sets]);
if (chosen.length === 0 && !errors) scoreCofenet(wrapper);
if (errors) for (const set of sets) reportErrors(set);
