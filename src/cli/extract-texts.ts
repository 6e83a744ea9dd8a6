/**
 * `onrecord extract FILE` and `onrecord extract --dir IN --out OUT`. The command line only reads
 * files, calls `extract` and writes; errors are messages for people and an exit code.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { extract, STAGES, type Stage } from '../extraction/extract.ts';
import { decodeText, detectEncoding, HEAD_BYTES, Unreadable } from '../text/encoding.ts';
import { renderExtraction } from './render-extraction.ts';

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
  /** Shows how far a long text or a folder of texts is; leaves nothing behind at its end. */
  progress?: { show: (share: number, what: string) => void; end: () => void };
}

const USAGE = `Usage: onrecord extract FILE [--published DATE] [--format text|json] [--trace]
       onrecord extract --dir IN --out OUT [--trace]
`;

const FORMATS = ['text', 'json'];

/** A day that the calendar has; a time may stand behind it. */
function isDay(date: string): boolean {
  const [day] = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(date) ?? [];
  const read = new Date(`${day}T00:00:00Z`);
  return day !== undefined && !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day);
}

/** What the system says of a file that can't be read, or a folder, for people. */
const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder: --dir reads one',
  ENOTDIR: 'it is no folder',
  EACCES: 'it may not be read or written',
};

function explain(error: unknown): string {
  const { code, path, message } = error as NodeJS.ErrnoException;
  const why = SYSTEM[code ?? ''];
  return why === undefined ? (message ?? String(error)) : `${path ?? 'The file'}: ${why}.`;
}

/** Runs the command; returns the exit code: 0 done, 1 a file cannot be read, 2 wrong arguments. */
export async function runExtract(args: ExtractArgs, output: Output): Promise<number> {
  if (args.published !== undefined && !isDay(args.published)) {
    output.error(`--published takes a date like 2024-11-01, not "${args.published}".\n`);
    return 2;
  }
  if (args.format !== undefined && !FORMATS.includes(args.format)) {
    output.error(`--format is one of ${FORMATS.join(', ')}.\n`);
    return 2;
  }
  try {
    if (args.dir !== undefined && args.out !== undefined) {
      const refused = await extractDirectory(args.dir, args.out, args.trace ?? false, output);
      return refused === 0 ? 0 : 1;
    }
    if (args.file === undefined) {
      output.error(USAGE);
      return 2;
    }
    await showFile(args.file, args, output);
    return 0;
  } catch (error) {
    output.progress?.end();
    output.error(`${explain(error)}\n`);
    return 1;
  }
}

async function showFile(file: string, args: ExtractArgs, output: Output): Promise<void> {
  const text = await readText(file, output).catch((error) => {
    throw error instanceof Unreadable ? error : new Unreadable(explain({ ...error, path: file }));
  });
  if (text.trim() === '') throw new Unreadable(`${file}: The file is empty.`);
  const { progress } = output;
  const onStage = (stage: Stage): void =>
    progress?.show(STAGES.indexOf(stage) / STAGES.length, `looking for ${stage}`);
  const extraction = extract(text, { publishedOn: args.published, trace: args.trace, onStage });
  progress?.end();
  if (args.format === 'json') output.write(`${JSON.stringify(extraction, null, 2)}\n`);
  else output.write(renderExtraction(text, extraction, { colour: output.colour }));
}

/**
 * Extracts every `<name>.txt` of a folder; an empty one gives an empty extraction. One that is
 * no text is told and left out.
 *
 * @returns how many were left out
 */
async function extractDirectory(
  from: string,
  to: string,
  trace: boolean,
  output: Output,
): Promise<number> {
  mkdirSync(to, { recursive: true });
  const entries = readdirSync(from);
  const known = new Set(entries);
  const names = entries.filter((name) => name.endsWith('.txt')).sort();
  if (names.length === 0) throw new Unreadable(`${from}: there is no .txt file in it.`);
  let refused = 0;
  for (const [index, name] of names.entries()) {
    output.progress?.show(index / names.length, `${index} of ${names.length} texts`);
    const stem = basename(name, '.txt');
    const meta = `${stem}.meta.json`;
    try {
      const publishedOn = known.has(meta) ? readPublishedOn(join(from, meta)) : undefined;
      const text = await readText(join(from, name), output);
      const extraction = extract(text, { publishedOn, trace });
      writeFileSync(join(to, `${stem}.json`), JSON.stringify(extraction));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      output.progress?.end();
      output.error(`${error.message}\n`);
      refused += 1;
    }
  }
  output.progress?.end();
  return refused;
}

/**
 * The text of a file, whatever its encoding; what was converted is told. A byte-order mark
 * stays its first code point, so that offsets are those of the text as given.
 *
 * @throws Unreadable when it is no text
 */
async function readText(file: string, output: Output): Promise<string> {
  const bytes = await readFile(file);
  const { label, notice } = await encodingOf(file, bytes);
  if (notice !== null) output.error(`${file}: ${notice}\n`);
  return decodeText(bytes, label, true);
}

async function encodingOf(file: string, bytes: Uint8Array) {
  async function* chunks() {
    yield bytes;
  }
  try {
    return await detectEncoding(bytes.subarray(0, HEAD_BYTES), chunks);
  } catch (error) {
    throw error instanceof Unreadable ? new Unreadable(`${file}: ${error.message}`) : error;
  }
}

/** @throws Unreadable when it names no day */
function readPublishedOn(file: string): string | undefined {
  const date = parsed(file)?.publishedOn;
  if (date === undefined || date === null) return undefined;
  if (typeof date === 'string' && isDay(date)) return date;
  throw new Unreadable(`${file}: publishedOn is no date like 2024-11-01.`);
}

function parsed(file: string): { publishedOn?: unknown } | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { publishedOn?: unknown } | null;
  } catch (error) {
    throw new Unreadable(
      `${file}: ${error instanceof SyntaxError ? 'it is no JSON' : explain(error)}.`,
    );
  }
}
