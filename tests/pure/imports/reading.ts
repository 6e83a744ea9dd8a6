import type { ImportFormat, ImportItem } from '../../../src/imports/item.ts';
import { openBytes, readParts } from '../../../src/imports/read.ts';
import { type InputBatch, readPieces } from '../../../src/imports/reading.ts';

export interface Reading {
  format: ImportFormat;
  items: ImportItem[];
  notes: string[];
}

/** Reads an input as a request's is read: from bytes, or from text as UTF-8. */
export async function read(content: string | Uint8Array, name = 'input'): Promise<Reading> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const input = await openBytes(name, bytes);
  const notes: string[] = [];
  const items: ImportItem[] = [];
  for await (const part of readParts(input, (notice) => notes.push(notice)))
    if ('read' in part) items.push(part.read());
  return { format: input.format, items, notes };
}

/** The batch that a small input becomes, as it is handed over to be imported. */
export async function readBatch(
  content: string,
  name = 'input',
  known: ReadonlyMap<string, { id: string; headline: string }> = new Map(),
): Promise<InputBatch> {
  const options = { accept: null, publish: false, section: 'news', language: 'en' };
  const source = { name, bytes: Buffer.from(content) };
  let last: InputBatch | null = null;
  for await (const { batch } of readPieces(source, options, async () => known)) last = batch;
  if (last === null) throw new Error('There is no batch.');
  return last;
}

/** The only story of an input. */
export async function readOne(content: string | Uint8Array, name?: string): Promise<ImportItem> {
  const { items } = await read(content, name);
  if (items.length !== 1) throw new Error(`${items.length} stories instead of one`);
  return items[0] as ImportItem;
}
