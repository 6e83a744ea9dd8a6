/**
 * The body of a bulk request, kept in a file while its lines are worked off. A client
 * sends as fast as it can and is not cut off for being slow to be served, and memory holds
 * one line at a time.
 */
import { createHash } from 'node:crypto';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Problem, unavailable } from '../core/errors.ts';

const BULK_MAX_BYTES = 256 * 1024 * 1024;
export const LINE_MAX_BYTES = 2 * 1024 * 1024;
const CHUNK_BYTES = 64 * 1024;
const NEWLINE = 0x0a;
const BLANKS = new Set([0x20, 0x09, 0x0d, NEWLINE]);

/** One line that is not empty: its number, from 1, and its bytes or why there are none. */
export interface SpooledLine {
  number: number;
  bytes: Buffer | null;
}

export interface Spool {
  /** SHA-256 of the whole body. */
  hash: string;
  /** Whether there is no line in it but empty ones. */
  isBlank: boolean;
  /** Its file is kept while they are read. @throws Error where it was given back before */
  lines(): AsyncGenerator<SpooledLine>;
  /** Keeps the file until `work` is over, even if it is given back meanwhile. */
  keepFor<T>(work: () => Promise<T>): Promise<T>;
  /** Gives the file back, as soon as nothing needs it any more; may be called twice. */
  close(): Promise<void>;
}

/** Takes a body in. @throws Problem body-too-large, unavailable */
export async function spoolBody(body: Readable): Promise<Spool> {
  const kept = await openTemporary();
  const hash = createHash('sha256');
  let size = 0;
  let blank = true;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > BULK_MAX_BYTES) {
        throw new Problem(
          'body-too-large',
          `A bulk request holds at most ${BULK_MAX_BYTES / 1024 / 1024} MB: send it in parts.`,
        );
      }
      blank &&= isBlank(chunk);
      hash.update(chunk);
      await writeWhole(kept.file, chunk);
    }
  } catch (error) {
    await kept.close();
    throw error;
  }
  return {
    hash: hash.digest('hex'),
    isBlank: blank,
    lines: () => readKept(kept),
    async keepFor(work) {
      const release = kept.keep();
      try {
        return await work();
      } finally {
        await release();
      }
    },
    close: kept.close,
  };
}

async function* readKept({ file, keep }: TemporaryFile): AsyncGenerator<SpooledLine> {
  const release = keep();
  try {
    yield* readLines(file);
  } finally {
    await release();
  }
}

/** Appends a chunk: a disk that is nearly full takes a part of what it is told to write at first. */
async function writeWhole(file: FileHandle, chunk: Buffer): Promise<void> {
  try {
    await file.writeFile(chunk);
  } catch (error) {
    throw notKept(error);
  }
}

function notKept(cause: unknown): Problem {
  return unavailable('The body can’t be kept: the disk does not take it.', cause);
}

/** A file that no name leads to, so that none is left whatever happens to this process. */
async function openUnnamed(): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-bulk-'));
  try {
    return await open(join(folder, 'body'), 'wx+', 0o600);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface TemporaryFile {
  file: FileHandle;
  /** Says that it is needed. @returns what says that it is not any more */
  keep(): () => Promise<void>;
  close(): Promise<void>;
}

async function openTemporary(): Promise<TemporaryFile> {
  const file = await openUnnamed().catch((error: unknown) => {
    throw notKept(error);
  });
  let state: 'wanted' | 'unwanted' | 'closed' = 'wanted';
  let needs = 0;
  const closeUnneeded = async () => {
    if (state !== 'unwanted' || needs > 0) return;
    state = 'closed';
    await file.close();
  };
  return {
    file,
    keep() {
      if (state === 'closed') throw new Error('The body was given back before it was read.');
      needs += 1;
      return () => {
        needs -= 1;
        return closeUnneeded();
      };
    },
    async close() {
      if (state === 'wanted') state = 'unwanted';
      await closeUnneeded();
    },
  };
}

async function* readLines(file: FileHandle): AsyncGenerator<SpooledLine> {
  const splitter = new Splitter();
  for (let position = 0; ; ) {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, position);
    if (bytesRead === 0) break;
    position += bytesRead;
    yield* splitter.add(buffer.subarray(0, bytesRead));
  }
  yield* splitter.end();
}

/** Cuts chunks into lines. What is longer than a line may be is not kept. */
class Splitter {
  #pieces: Buffer[] = [];
  #size = 0;
  #number = 1;

  *add(chunk: Buffer): Generator<SpooledLine> {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      this.#keep(chunk.subarray(start, end));
      yield* this.end();
      start = end + 1;
    }
    this.#keep(chunk.subarray(start));
  }

  *end(): Generator<SpooledLine> {
    const tooLong = this.#size > LINE_MAX_BYTES;
    const bytes = tooLong ? null : Buffer.concat(this.#pieces);
    const line = { number: this.#number, bytes };
    this.#pieces = [];
    this.#size = 0;
    this.#number += 1;
    if (tooLong || (bytes !== null && !isBlank(bytes))) yield line;
  }

  #keep(piece: Buffer): void {
    this.#size += piece.length;
    if (this.#size <= LINE_MAX_BYTES) this.#pieces.push(piece);
    else this.#pieces = [];
  }
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => BLANKS.has(byte));
}
