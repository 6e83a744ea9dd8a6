import { existsSync } from 'node:fs';
import type { Database } from '../core/database/types.ts';
import { Problem } from '../core/errors.ts';
import { createId } from '../core/ids.ts';
import { StartError } from '../core/start-error.ts';
import { extract } from '../extraction/extract.ts';
import { FORMATS, type ImportFormat, type ImportItem, Unreadable } from '../imports/item.ts';
import { openFile, readItems } from '../imports/read.ts';
import { type ImportOptions, importItem, suggest } from '../imports/service.ts';
import { print } from './print.ts';
import { doWork, withDatabase } from './work.ts';

export interface ImportFlags {
  format?: string;
  accept?: string | true;
  publish?: boolean;
  section: string;
  language: string;
  published?: string;
}

/** `--accept` without a number takes what is more likely right than wrong. */
const ACCEPT_DEFAULT = 0.5;

interface Tally {
  created: number;
  published: number;
  known: number;
  suggested: number;
  accepted: number;
  failures: string[];
  notices: Map<string, number>;
}

/** Imports files; what is in already is left alone, so that a broken-off import goes on. */
export async function importCommand(files: string[], flags: ImportFlags): Promise<void> {
  const options = readFlags(flags);
  await withDatabase(async (db) => {
    for (const file of files) await importFile(db, file, flags.format, options);
  });
}

function readFlags(flags: ImportFlags): ImportOptions {
  const accept =
    flags.accept === undefined
      ? null
      : flags.accept === true
        ? ACCEPT_DEFAULT
        : Number(flags.accept);
  if (accept !== null && !(accept >= 0 && accept <= 1))
    throw new StartError('--accept takes a number from 0 to 1.');
  if (flags.format !== undefined && !(FORMATS as readonly string[]).includes(flags.format)) {
    throw new StartError(`--format is one of ${FORMATS.join(', ')}.`);
  }
  return {
    accept,
    publish: flags.publish ?? false,
    section: flags.section,
    language: flags.language,
    publishedOn: flags.published,
  };
}

async function importFile(
  db: Database,
  file: string,
  format: string | undefined,
  options: ImportOptions,
): Promise<void> {
  if (!existsSync(file)) throw new StartError(`There is no file ${file}.`);
  const tally: Tally = {
    created: 0,
    published: 0,
    known: 0,
    suggested: 0,
    accepted: 0,
    failures: [],
    notices: new Map(),
  };
  const jobId = createId();
  const started = performance.now();
  try {
    const input = await openFile(file, format as ImportFormat | undefined);
    if (input.encoding !== 'utf-8')
      note(tally, `The file is in ${input.encoding}; it was converted to UTF-8.`);
    for await (const item of readItems(input)) await importOne(db, item, options, jobId, tally);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    tally.failures.push(error.message);
  }
  endProgress();
  report(file, tally, performance.now() - started);
  if (tally.failures.length > 0) process.exitCode = 1;
}

async function importOne(
  db: Database,
  item: ImportItem,
  options: ImportOptions,
  jobId: string,
  tally: Tally,
): Promise<void> {
  const withDate =
    options.publishedOn === undefined || item.publishedAt !== null
      ? item
      : { ...item, publishedAt: new Date(`${options.publishedOn}T00:00:00Z`) };
  try {
    const found = await suggest(withDate, options, async (text, given) => extract(text, given));
    const result = await doWork(db, (work) => importItem(work, withDate, found, options, jobId));
    tally[result.outcome] += 1;
    tally.suggested += result.suggestions.length;
    tally.accepted += result.suggestions.filter(({ state }) => state === 'accepted').length;
    for (const notice of result.notices) note(tally, notice);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const why = error.errors
      ?.map(({ pointer, message }) => `${pointer ?? ''} ${message}`.trim())
      .join('; ');
    tally.failures.push(
      `“${item.headline}”: ${error.message}${why === undefined ? '' : ` ${why}`}`,
    );
  }
  showProgress(tally);
}

function note(tally: Tally, notice: string): void {
  tally.notices.set(notice, (tally.notices.get(notice) ?? 0) + 1);
}

const PROGRESS_EVERY = 20;

function showProgress(tally: Tally): void {
  const done = tally.created + tally.published + tally.known + tally.failures.length;
  if (process.stderr.isTTY && done % PROGRESS_EVERY === 0)
    process.stderr.write(`\r${done} stories …`);
}

function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}

const SHOWN_MAX = 20;

function report(file: string, tally: Tally, ms: number): void {
  const total = tally.created + tally.published + tally.known;
  print(`${file}: ${total} stories in ${(ms / 1_000).toFixed(1)} s`);
  print(
    `  ${tally.created} drafts, ${tally.published} published, ${tally.known} known already, ${tally.failures.length} failed`,
  );
  print(`  ${tally.suggested} suggestions, ${tally.accepted} accepted`);
  for (const [notice, count] of [...tally.notices].slice(0, SHOWN_MAX))
    print(`  ${count} × ${notice}`);
  for (const failure of tally.failures.slice(0, SHOWN_MAX)) print(`  failed: ${failure}`);
  if (tally.failures.length > SHOWN_MAX) print(`  … and ${tally.failures.length - SHOWN_MAX} more`);
}
