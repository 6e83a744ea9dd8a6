import type { Database } from '../core/database/types.ts';
import { day, language, slug } from '../core/http/scalars.ts';
import { createId } from '../core/ids.ts';
import { StartError } from '../core/start-error.ts';
import type { ImportOptions } from '../imports/batch.ts';
import { FORMATS, type ImportFormat } from '../imports/item.ts';
import { createImportJob } from '../imports/jobs.ts';
import { createReader, type Reader } from '../imports/reader.ts';
import type { InputBatch, Source } from '../imports/reading.ts';
import { type ImportResult, importBatch, knownOf } from '../imports/service.ts';
import { findKnown } from '../imports/store.ts';
import { Unreadable } from '../text/encoding.ts';
import {
  createProgress,
  isNothing,
  newTally,
  noteFailure,
  noteJob,
  noteNotices,
  noteResult,
  report,
  type Tally,
} from './import-progress.ts';
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

/** What a story could not be made of otherwise, one by one. */
const CHECKED = [
  ['published', day, 'a day such as 2024-11-01'],
  ['section', slug, 'a slug such as local-news: lower-case letters, digits and hyphens'],
  ['language', language, 'a language tag such as en or pt-BR'],
] as const;

/** A batch of the largest stories takes a second; a file that is read whole, some. */
const TIMEOUT_MS = 600_000;

/** Imports files; what is in already is left alone, so that a broken-off import goes on. */
export async function importCommand(given: string[], asked: ImportFlags): Promise<void> {
  const { files, flags } = withFileOf(given, asked);
  if (files.length === 0)
    throw new StartError('Name what to import: onrecord import [options] FILE…');
  const options = readFlags(flags);
  const reader = createReader({ timeoutMs: TIMEOUT_MS });
  try {
    await withDatabase(async (db) => {
      for (const file of files) await importFile({ db, reader, options }, file, flags.format);
    });
  } finally {
    await reader.close();
  }
}

/** A file right behind `--accept` is one: the confidence may be left out. */
function withFileOf(files: string[], flags: ImportFlags) {
  const { accept } = flags;
  return typeof accept === 'string' && Number.isNaN(Number(accept))
    ? { files: [accept, ...files], flags: { ...flags, accept: true as const } }
    : { files, flags };
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
  for (const [name, schema, example] of CHECKED) {
    const value = flags[name];
    if (value !== undefined && !schema.safeParse(value).success)
      throw new StartError(`--${name} takes ${example}.`);
  }
  return {
    accept,
    publish: flags.publish ?? false,
    section: flags.section,
    language: flags.language,
    publishedOn: flags.published,
  };
}

/** With what files are imported. */
export interface Importing {
  db: Database;
  reader: Reader;
  options: ImportOptions;
}

/**
 * Imports one file and prints what became of it. A file that is broken anywhere is refused
 * before anything of it comes in.
 */
export async function importFile(
  importing: Importing,
  path: string,
  format?: string,
): Promise<void> {
  const tally = newTally();
  const started = performance.now();
  try {
    await importAll(importing, { path, format: format as ImportFormat | undefined }, tally);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    process.exitCode = 1;
    if (isNothing(tally)) return print(`${path}: not imported. ${error.message}`);
    noteFailure(tally, error.message);
  }
  report(path, tally, performance.now() - started);
  if (tally.failed > 0) process.exitCode = 1;
}

async function importAll(importing: Importing, source: Source, tally: Tally): Promise<void> {
  const { db, reader, options } = importing;
  const progress = createProgress();
  const pieces = reader.read(source, options, (stories) => findKnown(db.current, stories));
  try {
    for await (const { read, size, batch } of pieces) {
      if (batch === null) progress.showChecked(read / size);
      else {
        await keepBatch(importing, batch, tally);
        progress.showImported(read / size, tally);
      }
    }
  } finally {
    progress.end();
  }
}

/** Stories of a file with the job that holds their suggestions, in one transaction. */
async function keepBatch(
  { db, options }: Importing,
  batch: InputBatch,
  tally: Tally,
): Promise<void> {
  const id = createId();
  const isNew = ({ outcome }: ImportResult) => outcome !== 'known';
  const isAllKnown = batch.read === 0 && batch.references.length === 0;
  const items = isAllKnown
    ? knownOf(batch)
    : await doWork(db, async (work) => {
        const results = await importBatch(work, batch, options, id);
        const { name, format, hash, notices } = batch;
        if (results.some(isNew))
          await createImportJob(work, {
            id,
            name,
            format,
            hash,
            notices: [...notices.keys()],
            items: results,
          });
        return results;
      });
  noteNotices(tally, batch.notices);
  for (const item of items) noteResult(tally, item);
  if (items.some(isNew)) noteJob(tally, id);
}
