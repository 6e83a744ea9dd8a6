import { existsSync } from 'node:fs';
import type { Database } from '../core/database/types.ts';
import { Problem } from '../core/errors.ts';
import { createId } from '../core/ids.ts';
import { StartError } from '../core/start-error.ts';
import { extract } from '../extraction/extract.ts';
import { FORMATS, type ImportFormat, type ImportItem } from '../imports/item.ts';
import { type Input, openFile, readItems } from '../imports/read.ts';
import {
  type ImportOptions,
  importStories,
  prepareStory,
  type Story,
  suggest,
} from '../imports/service.ts';
import { Unreadable } from '../text/encoding.ts';
import {
  createProgress,
  newTally,
  noteFailure,
  noteNotice,
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

/** So many stories are one transaction at most, or as many as hold so many characters. */
const BATCH_MAX = 50;
const BATCH_CHARACTERS = 1_000_000;

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

/** Imports one file and prints what became of it. */
export async function importFile(
  db: Database,
  file: string,
  format: string | undefined,
  options: ImportOptions,
): Promise<void> {
  if (!existsSync(file)) throw new StartError(`There is no file ${file}.`);
  const tally = newTally();
  const started = performance.now();
  try {
    const input = await openFile(file, format as ImportFormat | undefined);
    await importAll({ db, options, jobId: createId(), tally }, input);
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
  jobId: string;
  tally: Tally;
}

async function importAll(run: Run, input: Input): Promise<void> {
  const progress = createProgress(input.size);
  let read = 0;
  async function* counted() {
    for await (const chunk of input.chunks()) {
      read += chunk.length;
      yield chunk;
    }
  }
  let batch: Story[] = [];
  let characters = 0;
  const finishBatch = async () => {
    const stories = batch;
    [batch, characters] = [[], 0];
    await importBatch(run, stories);
    progress.show(read, run.tally);
  };
  try {
    for await (const item of readItems({ ...input, chunks: counted }, (notice) =>
      noteNotice(run.tally, notice),
    )) {
      const story = await prepare(run, item);
      if (story === null) continue;
      batch.push(story);
      characters += story.item.body.length;
      if (batch.length === BATCH_MAX || characters > BATCH_CHARACTERS) await finishBatch();
    }
  } finally {
    // A file that breaks off in its middle is kept up to there.
    await finishBatch();
    progress.end();
  }
}

async function prepare({ options, tally }: Run, item: ImportItem): Promise<Story | null> {
  const withDate =
    options.publishedOn === undefined || item.publishedAt !== null
      ? item
      : { ...item, publishedAt: new Date(`${options.publishedOn}T00:00:00Z`) };
  try {
    const found = await suggest(withDate, options, async (text, given) => extract(text, given));
    return prepareStory(withDate, found, options);
  } catch (error) {
    noteFailure(tally, explain(item, error));
    return null;
  }
}

/** All in one transaction; by halves where one of them is refused, so that no other is. */
async function importBatch(run: Run, stories: readonly Story[]): Promise<void> {
  const { db, options, jobId, tally } = run;
  const [first] = stories;
  if (first === undefined) return;
  try {
    const results = await doWork(db, (work) => importStories(work, stories, options, jobId));
    for (const { outcome, suggestions, notices } of results) {
      tally[outcome] += 1;
      tally.suggested += suggestions.length;
      tally.accepted += suggestions.filter(({ state }) => state === 'accepted').length;
      for (const notice of notices) noteNotice(tally, notice);
    }
  } catch (error) {
    const why = explain(first.item, error);
    if (stories.length === 1) return noteFailure(tally, why);
    const half = Math.ceil(stories.length / 2);
    await importBatch(run, stories.slice(0, half));
    await importBatch(run, stories.slice(half));
  }
}

/** Why a story can't be imported; @throws what is no fault of the story */
function explain({ headline }: ImportItem, error: unknown): string {
  if (error instanceof Unreadable) return error.message;
  if (!(error instanceof Problem)) throw error;
  const why = error.errors
    ?.map(({ pointer, message }) => `${pointer ?? ''} ${message}`.trim())
    .join('; ');
  return `“${headline}”: ${error.message}${why === undefined ? '' : ` ${why}`}`;
}
