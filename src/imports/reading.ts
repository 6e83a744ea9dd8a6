/** Inputs that are read to their end and made ready in batches. Reads no database itself. */
import { basename } from 'node:path';
import { sha256 } from '../core/hash.ts';
import { Unreadable } from '../text/encoding.ts';
import { type Batch, type ImportOptions, type Known, newBatch, noteInBatch } from './batch.ts';
import { openFile } from './file.ts';
import { clip, type ImportFormat, type ImportPart, type Note } from './item.ts';
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

/** What a story is known by: a key, and the id that its article has elsewhere. */
export interface StoryKey {
  key: string;
  id: string | null;
}

/** The articles that stories are here already, by the keys of the stories. */
export type FindKnown = (
  stories: readonly StoryKey[],
) => Promise<ReadonlyMap<string, Known['known']>>;

/** So many stories are one batch at most, or as many as hold so many characters. */
const BATCH_MAX = 50;
const BATCH_CHARACTERS = 200_000;
/** What is not read costs little: so much of it is one batch. */
const KNOWN_MAX = 1_000;
/** Sections, tags, sources and figures of an export in one batch. */
const REFERENCES_MAX = 500;
/** For so many parts, or for those in so many bytes, it is asked at once what is known. */
const ASKED_MAX = 50;
const ASKED_BYTES = 1024 * 1024;
/** Of so many stories it is noticed that two are called the same; memory stays bounded. */
const SEEN_MAX = 100_000;
const SEEN_DIGITS = 16;
/** So much of what was left out is told where nothing is left. */
const NOTICES_SHOWN = 3;

/**
 * Checks all of an input, so that what is broken in its middle is known before its first
 * batch, and then reads it batch by batch.
 *
 * @throws Unreadable
 */
export async function* readPieces(
  source: Source,
  options: ImportOptions,
  findKnown: FindKnown,
): AsyncGenerator<Piece> {
  const input = await openSource(source);
  const { size, format } = input;
  const check = checkInput(input);
  let checked = await check.next();
  for (; !checked.done; checked = await check.next())
    yield { read: checked.value, size, batch: null };
  const about = { name: basename(input.name), format, hash: checked.value };
  let batch = newBatch();
  let added = 0;
  let read = 0;
  const counted = counting(input, (bytes) => {
    read = bytes;
  });
  const note: Note = (notice) => noteInBatch(batch, notice);
  const parts = noteTwice(readParts(counted, note), note);
  for await (const part of withKnown(parts, findKnown, () => read)) {
    if (addToBatch(batch, part, options)) added += 1;
    if (!isFull(batch)) continue;
    yield { read, size, batch: { ...batch, ...about } };
    batch = newBatch();
  }
  if (added === 0) {
    const said = [...batch.notices.keys()].slice(0, NOTICES_SHOWN);
    throw new Unreadable(['There is no story in it.', ...said].join(' '));
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

/** The same parts; tells of stories that have the guid, id or address of one before them. */
async function* noteTwice(
  parts: AsyncIterable<ImportPart>,
  note: Note,
): AsyncGenerator<ImportPart> {
  const seen = new Set<string>();
  for await (const part of parts) {
    yield part;
    if ('reference' in part) continue;
    const key = sha256(part.origin).slice(0, SEEN_DIGITS);
    if (seen.has(key))
      note(`Left out: a story before it is called the same, ${clip(part.origin, 100)}.`);
    else if (seen.size < SEEN_MAX) seen.add(key);
  }
}

/** The same parts, with what is here already in the place of a story that is. */
async function* withKnown(
  parts: AsyncIterable<ImportPart>,
  findKnown: FindKnown,
  bytesRead: () => number,
): AsyncGenerator<ImportPart | Known> {
  let waiting: ImportPart[] = [];
  let asked = 0;
  for await (const part of parts) {
    waiting.push(part);
    if (waiting.length < ASKED_MAX && bytesRead() - asked < ASKED_BYTES) continue;
    yield* await replaceKnown(waiting, findKnown);
    waiting = [];
    asked = bytesRead();
  }
  yield* await replaceKnown(waiting, findKnown);
}

async function replaceKnown(
  parts: readonly ImportPart[],
  findKnown: FindKnown,
): Promise<(ImportPart | Known)[]> {
  const keys = parts.map((part) => ('reference' in part ? null : sha256(part.origin)));
  const stories = parts.flatMap((part, index): StoryKey[] =>
    'reference' in part ? [] : [{ key: keys[index] as string, id: part.id }],
  );
  if (stories.length === 0) return [...parts];
  const articles = await findKnown(stories);
  return parts.map((part, index) => {
    const known = articles.get(keys[index] ?? '');
    return 'reference' in part || known === undefined ? part : { origin: part.origin, known };
  });
}

const isFull = ({ references, stories, read, characters }: Batch): boolean =>
  read === BATCH_MAX ||
  stories.length === KNOWN_MAX ||
  characters >= BATCH_CHARACTERS ||
  references.length === REFERENCES_MAX;
