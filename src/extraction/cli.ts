/**
 * `onrecord extract FILE` and `onrecord extract --dir IN --out OUT`. The command line only reads
 * files, calls `extract` and writes; errors are messages for people and an exit code.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { extract } from './extract.ts';
import { renderExtraction } from './render.ts';

export interface ExtractArgs {
  /** One file to show. */
  file?: string | undefined;
  /** A folder of `<name>.txt` with optional `<name>.meta.json`, written to `out` as `<name>.json`. */
  dir?: string | undefined;
  out?: string | undefined;
  /** ISO date from which relative dates are read. */
  published?: string | undefined;
  format?: 'text' | 'json' | undefined;
  /** Adds to each finding the rule that found it. */
  trace?: boolean | undefined;
}

export interface Output {
  write: (text: string) => void;
  error: (text: string) => void;
  colour: boolean;
}

const USAGE = `Usage: onrecord extract FILE [--published DATE] [--format text|json] [--trace]
       onrecord extract --dir IN --out OUT [--trace]
`;

const ISO_DATE = /^\d{4}-\d{2}-\d{2}/;

/** Runs the command; returns the exit code: 0 done, 1 a file cannot be read, 2 wrong arguments. */
export function runExtract(args: ExtractArgs, output: Output): number {
  if (args.published !== undefined && !ISO_DATE.test(args.published)) {
    output.error(`--published takes a date like 2024-11-01, not "${args.published}".\n`);
    return 2;
  }
  try {
    if (args.dir !== undefined && args.out !== undefined) {
      extractDirectory(args.dir, args.out, args.trace ?? false);
      return 0;
    }
    if (args.file === undefined) {
      output.error(USAGE);
      return 2;
    }
    showFile(args.file, args, output);
    return 0;
  } catch (error) {
    output.error(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function showFile(file: string, args: ExtractArgs, output: Output): void {
  const text = readFileSync(file, 'utf8');
  const extraction = extract(text, { publishedOn: args.published, trace: args.trace });
  if (args.format === 'json') output.write(`${JSON.stringify(extraction, null, 2)}\n`);
  else output.write(renderExtraction(text, extraction, { colour: output.colour }));
}

/** Extracts every `<name>.txt` of a folder; returns how many there were. */
export function extractDirectory(from: string, to: string, trace = false): number {
  mkdirSync(to, { recursive: true });
  const entries = readdirSync(from);
  const known = new Set(entries);
  const names = entries.filter((name) => name.endsWith('.txt')).sort();
  for (const name of names) {
    const stem = basename(name, '.txt');
    const text = readFileSync(join(from, name), 'utf8');
    const meta = `${stem}.meta.json`;
    const publishedOn = known.has(meta) ? readPublishedOn(join(from, meta)) : undefined;
    writeFileSync(join(to, `${stem}.json`), JSON.stringify(extract(text, { publishedOn, trace })));
  }
  return names.length;
}

function readPublishedOn(file: string): string | undefined {
  const meta: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const date =
    typeof meta === 'object' && meta !== null && 'publishedOn' in meta
      ? meta.publishedOn
      : undefined;
  return typeof date === 'string' ? date : undefined;
}
