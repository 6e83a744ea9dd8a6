/** Inputs that are read to their end and made ready in batches. Reads no database. */
import { basename } from 'node:path';
import { type Batch, type ImportOptions, newBatch, noteInBatch } from './batch.ts';
import { openFile } from './file.ts';
import type { ImportFormat, ImportPart } from './item.ts';
import { addToBatch } from './prepare.ts';
import { checkInput, type Input, openBytes, readParts } from './read.ts';

/** Where stories are: in a file of this machine, or in bytes that came with a request. */
export type Source = ({ path: string } | { name: string; bytes: Uint8Array }) & {
  format?: ImportFormat | undefined;
};

/** How far an input is read, and what is ready to be imported. */
export interface Piece {
  /** Bytes that were read so far: while it is checked, and again while it is read. */
  read: number;
  /** Bytes of the whole input. */
  size: number;
  /** Null while it is only checked. */
  batch: InputBatch | null;
}

/** Some parts of an input, and which input that is. */
export interface InputBatch extends Batch {
  name: string;
  format: ImportFormat;
  /** SHA-256 of the whole input, in hexadecimal. */
  hash: string;
}

/** So many stories are one batch at most, or as many as hold so many characters. */
const BATCH_MAX = 50;
const BATCH_CHARACTERS = 200_000;
/** Sections, tags, sources and figures of an export in one batch. */
const REFERENCES_MAX = 500;

/**
 * Checks all of an input, so that what is broken in its middle is known before its first
 * batch, and then reads it batch by batch.
 *
 * @throws Unreadable
 */
export async function* readPieces(source: Source, options: ImportOptions): AsyncGenerator<Piece> {
  const input = await openSource(source);
  const { size, format } = input;
  const check = checkInput(input);
  let checked = await check.next();
  for (; !checked.done; checked = await check.next())
    yield { read: checked.value, size, batch: null };
  const about = { name: basename(input.name), format, hash: checked.value };
  let batch = newBatch();
  let read = 0;
  const counted = counting(input, (bytes) => {
    read = bytes;
  });
  for await (const part of readParts(counted, (notice) => noteInBatch(batch, notice))) {
    addToBatch(batch, dated(part, options), options);
    if (!isFull(batch)) continue;
    yield { read, size, batch: { ...batch, ...about } };
    batch = newBatch();
  }
  yield { read, size, batch: { ...batch, ...about } };
}

function openSource(source: Source): Promise<Input> {
  return 'path' in source
    ? openFile(source.path, source.format)
    : openBytes(source.name, source.bytes, source.format);
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
