/** From bytes to stories, in whatever format they come. Big files are read in pieces. */

import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { sha256 } from '../core/hash.ts';
import {
  decodeText,
  detectEncoding,
  type Encoding,
  HEAD_BYTES,
  Unreadable,
} from '../text/encoding.ts';
import { readHtml, readMarkdown, readText } from './formats/document.ts';
import { readExport, readObjects } from './formats/export-lines.ts';
import { readFeed } from './formats/feed.ts';
import { readGhost } from './formats/ghost.ts';
import { parseJson } from './formats/json.ts';
import { readNinjs } from './formats/ninjs.ts';
import { readElements } from './formats/xml.ts';
import { type FoundStory, found, type ImportFormat, type ImportPart, type Note } from './item.ts';

/** Formats that are one document are read whole, up to this. */
const WHOLE_MAX_BYTES = 64 * 1024 * 1024;
/** A text that becomes one article; an article is a hundred times smaller. */
const DOCUMENT_MAX_BYTES = 16 * 1024 * 1024;

/** After so many bytes that were checked, it is told how far it is. */
const CHECKED_BYTES = 8 * 1024 * 1024;

export interface Input {
  name: string;
  format: ImportFormat;
  encoding: Encoding;
  /** Bytes. */
  size: number;
  chunks(): AsyncIterable<Uint8Array>;
}

/** Bytes that came with a request. @throws Unreadable */
export function openBytes(name: string, bytes: Uint8Array, format?: ImportFormat): Promise<Input> {
  async function* chunks() {
    yield bytes;
  }
  return toInput(name, bytes.length, bytes.subarray(0, HEAD_BYTES), chunks, format);
}

/**
 * @param head the first bytes, at least `HEAD_BYTES` of them if there are so many
 * @throws Unreadable
 */
export async function toInput(
  name: string,
  size: number,
  head: Uint8Array,
  chunks: () => AsyncIterable<Uint8Array>,
  format: ImportFormat | undefined,
): Promise<Input> {
  if (size === 0) throw new Unreadable('The file is empty.');
  const encoding = await detectEncoding(head, chunks);
  const start = decodeText(head, encoding.label).trimStart();
  return { name, format: format ?? formatOf(name, start), encoding, size, chunks };
}

/** Elements that a document begins with that is HTML and no text about HTML. */
const HTML =
  /^<(?:!doctype html|html|head|body|meta|title|article|main|section|div|header|p|h[1-6]|ul|ol|blockquote|figure|table)[\s>]/i;

function formatOf(name: string, start: string): ImportFormat {
  if (/^[[{]/.test(start) && isJson(name, start)) return jsonFormat(start);
  const markup = withoutProlog(start);
  if (/^<html\b/i.test(markup)) return 'html';
  if (/^<\?xml\b/i.test(start) || /^<(?:rss|feed|channel|[\w-]+:(?:RDF|feed))[\s>]/i.test(markup))
    return /xmlns:wp=|wordpress\.org\/export/.test(start) ? 'wxr' : 'feed';
  if (HTML.test(markup) || /\.x?html?$/i.test(name)) return 'html';
  return /\.(?:md|markdown)$/i.test(name) || /^(---|\+\+\+)[ \t]*\r?\n[\s\S]*?\n\1/.test(start)
    ? 'markdown'
    : 'text';
}

/** A text may begin with a bracket too; an object or a list of objects says what it is. */
const isJson = (name: string, start: string): boolean =>
  /\.(?:nd)?jsonl?$/i.test(name) || /^(?:\[\s*)?\{\s*(?:["}]|$)/.test(start);

/** What comes before the first element of XML or HTML: its declaration, comments, a document type. */
function withoutProlog(start: string): string {
  let rest = start;
  for (;;) {
    const [end] =
      /^<\?[\s\S]*?\?>\s*|^<!--[\s\S]*?-->\s*|^<!DOCTYPE(?!\s+html)[^>[]*(?:\[[\s\S]*?\]\s*)?>\s*/i.exec(
        rest,
      ) ?? [];
    if (end === undefined) return rest;
    rest = rest.slice(end.length);
  }
}

function jsonFormat(start: string): ImportFormat {
  if (/^\{\s*"type"\s*:\s*"(?:article|source|figure|section|tag)"/.test(start)) return 'ndjson';
  return /"db"\s*:|"posts"\s*:/.test(start) ? 'ghost' : 'ninjs';
}

/**
 * The stories of an input, and what they refer to in our own export, one at a time.
 *
 * @param note is told what belongs to no story: what was left out, and why
 * @throws Unreadable
 */
export async function* readParts(input: Input, note: Note): AsyncGenerator<ImportPart> {
  if (input.encoding.notice !== null) note(input.encoding.notice);
  yield* partsOf(input, note);
}

/**
 * Reads an input to its end, so that what is broken in its middle is known before its first
 * story comes in. Gives, now and then, how many bytes it has read.
 *
 * @returns the SHA-256 of its bytes, in hexadecimal
 * @throws Unreadable
 */
export async function* checkInput(input: Input): AsyncGenerator<number, string> {
  const hash = createHash('sha256');
  let read = 0;
  let told = 0;
  async function* chunks() {
    for await (const chunk of input.chunks()) {
      hash.update(chunk);
      read += chunk.length;
      yield chunk;
    }
  }
  for await (const _part of checkedParts(input.format, decoded({ ...input, chunks }))) {
    if (read - told < CHECKED_BYTES) continue;
    told = read;
    yield read;
  }
  return hash.digest('hex');
}

function checkedParts(format: ImportFormat, text: AsyncIterable<string>): AsyncIterable<unknown> {
  if (format === 'feed' || format === 'wxr') return readElements(text, () => undefined);
  // Other formats are read whole before they give a story.
  return format === 'ndjson' ? readObjects(text) : text;
}

async function* partsOf(input: Input, note: Note): AsyncGenerator<ImportPart> {
  switch (input.format) {
    case 'feed':
    case 'wxr':
      return yield* readFeed(decoded(input), note);
    case 'ndjson':
      return yield* readExport(decoded(input), note);
    case 'ghost':
      return yield* readGhost(parseJson(await whole(input, WHOLE_MAX_BYTES)), note);
    case 'ninjs':
      return yield* readNinjs(parseJson(await whole(input, WHOLE_MAX_BYTES)), note);
    default:
      yield readDocument(input, await whole(input, DOCUMENT_MAX_BYTES));
  }
}

const READERS = { html: readHtml, markdown: readMarkdown, text: readText };

/** A document is known by its name and its words: another of the same name is another story. */
function readDocument(input: Input, source: string): FoundStory {
  const reader = input.format in READERS ? (input.format as keyof typeof READERS) : 'text';
  const origin = `file:${basename(input.name)}:${sha256(source)}`;
  return found(origin, () => {
    const item = READERS[reader](origin, source);
    if (item.body.trim() === '') throw new Unreadable('There is no text in it.');
    return item;
  });
}

async function* decoded(input: Input): AsyncGenerator<string> {
  const decoder = new TextDecoder(input.encoding.label);
  for await (const chunk of input.chunks()) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function whole(input: Input, maxBytes: number): Promise<string> {
  if (input.size > maxBytes)
    throw new Unreadable(
      `The file is larger than ${maxBytes / 1024 / 1024} MB: split it, or import it as a feed or NDJSON.`,
    );
  let text = '';
  for await (const part of decoded(input)) text += part;
  return text;
}
