import { basename } from 'node:path';
import type { Database } from '../core/database/types.ts';
import { createId } from '../core/ids.ts';
import { StartError } from '../core/start-error.ts';
import { extract } from '../extraction/extract.ts';
import { openFile } from '../imports/file.ts';
import { FORMATS, type ImportFormat, type ImportPart } from '../imports/item.ts';
import { createJob } from '../imports/jobs.ts';
import {
  addToBatch,
  type Batch,
  type ImportOptions,
  newBatch,
  noteInBatch,
} from '../imports/prepare.ts';
import { checkInput, type Input, readParts } from '../imports/read.ts';
import { importBatch } from '../imports/service.ts';
import { Unreadable } from '../text/encoding.ts';
import {
  createProgress,
  newTally,
  noteFailure,
  noteJob,
  noteNotices,
  noteResult,
  report,
  type Tally,
} from './import-progress.ts';
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

/** So many stories are one transaction and one job at most, or as many as hold so many characters. */
const BATCH_MAX = 50;
const BATCH_CHARACTERS = 200_000;
/** Sections, tags, sources and figures of an export in one transaction. */
const REFERENCES_MAX = 500;

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

/**
 * Imports one file and prints what became of it. A file that is broken anywhere is refused
 * before anything of it comes in.
 */
export async function importFile(
  db: Database,
  file: string,
  format: string | undefined,
  options: ImportOptions,
): Promise<void> {
  const tally = newTally();
  const started = performance.now();
  try {
    const input = await openFile(file, format as ImportFormat | undefined);
    await importAll({ db, options, tally }, input);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    noteFailure(tally, error.message);
  }
  report(file, tally, performance.now() - started);
  if (tally.failed > 0) process.exitCode = 1;
}

interface Run {
  db: Database;
  options: ImportOptions;
  tally: Tally;
}

async function importAll(run: Run, input: Input): Promise<void> {
  const progress = createProgress(input.size);
  let batch = newBatch();
  try {
    const hash = await checkInput(counting(input, (read) => progress.show(read, 'checked')));
    let read = 0;
    const finishBatch = async () => {
      const finished = batch;
      batch = newBatch();
      noteNotices(run.tally, finished.notices);
      await keepBatch(run, { ...input, hash }, finished);
      progress.showStories(read, run.tally);
    };
    const counted = counting(input, (bytes) => {
      read = bytes;
    });
    const note = (notice: string) => noteInBatch(batch, notice);
    for await (const part of readParts(counted, note)) {
      await addToBatch(batch, dated(part, run.options), run.options, async (text, given) =>
        extract(text, given),
      );
      if (isFull(batch)) await finishBatch();
    }
    await finishBatch();
  } finally {
    // What is left to say of a file that broke off or holds no story.
    noteNotices(run.tally, batch.notices);
    progress.end();
  }
}

/** An input that tells how many of its bytes were read. */
function counting(input: Input, tell: (read: number) => void): Input {
  async function* chunks() {
    let read = 0;
    for await (const chunk of input.chunks()) {
      read += chunk.length;
      tell(read);
      yield chunk;
    }
  }
  return { ...input, chunks };
}

const isFull = ({ references, stories, characters }: Batch): boolean =>
  stories.length === BATCH_MAX ||
  characters >= BATCH_CHARACTERS ||
  references.length === REFERENCES_MAX;

/** A story that carries no date has the one that is given. */
function dated(part: ImportPart, { publishedOn }: ImportOptions): ImportPart {
  if ('reference' in part || part.publishedAt !== null || publishedOn === undefined) return part;
  return { ...part, publishedAt: new Date(`${publishedOn}T00:00:00Z`) };
}

/** Stories of a file with the job that holds their suggestions, in one transaction. */
async function keepBatch(
  { db, options, tally }: Run,
  { name, format, hash }: Input & { hash: string },
  batch: Batch,
): Promise<void> {
  const id = createId();
  const items = await doWork(db, async (work) => {
    const results = await importBatch(work, batch, options, id);
    if (results.some(({ outcome }) => outcome !== 'known')) {
      const about = { name: basename(name), format, hash, notices: [...batch.notices.keys()] };
      await createJob(work, { id, ...about, items: results });
    }
    return results;
  });
  for (const item of items) noteResult(tally, item);
  if (items.some(({ outcome }) => outcome !== 'known')) noteJob(tally, id);
}
