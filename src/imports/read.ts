/** From bytes to stories, in whatever format they come. Big files are read in pieces. */

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { project } from '../text/projection.ts';
import { decodeText, detectEncoding } from './encoding.ts';
import { readFeed } from './formats/feed.ts';
import { fromExportLine, parseJson, readGhost, readNinjs } from './formats/json.ts';
import { firstSentence, type ImportFormat, type ImportItem, Unreadable } from './item.ts';
import { htmlToMarkdown, textToMarkdown } from './markdown.ts';

/** Formats that are one document are read whole, up to this. */
export const WHOLE_MAX_BYTES = 64 * 1024 * 1024;
const SNIFF_BYTES = 64 * 1024;
const LINE_MAX = 4 * 1024 * 1024;

export interface Input {
  name: string;
  format: ImportFormat;
  encoding: string;
  size: number;
  chunks(): AsyncIterable<Uint8Array>;
}

/** A file to import; its format is told from its content unless given. @throws Unreadable */
export async function openFile(path: string, format?: ImportFormat): Promise<Input> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(Math.min(SNIFF_BYTES, size));
    await file.read(head, 0, head.length, 0);
    if (size === 0) throw new Unreadable('The file is empty.');
    return { name: path, ...sniff(path, head, format), size, chunks: () => createReadStream(path) };
  } finally {
    await file.close();
  }
}

/** Bytes that came with a request. @throws Unreadable */
export function openBytes(name: string, bytes: Uint8Array, format?: ImportFormat): Input {
  if (bytes.length === 0) throw new Unreadable('There is nothing in it.');
  async function* chunks() {
    yield bytes;
  }
  return {
    name,
    ...sniff(name, bytes.subarray(0, SNIFF_BYTES), format),
    size: bytes.length,
    chunks,
  };
}

function sniff(
  name: string,
  head: Uint8Array,
  given?: ImportFormat,
): { format: ImportFormat; encoding: string } {
  const encoding = declaredEncoding(head) ?? detectEncoding(trimUtf8(head));
  const { text } = decodeText(head.length > 8 ? trimUtf8(head) : head);
  return { format: given ?? formatOf(name, text.trimStart()), encoding };
}

/** A head cut in the middle of a character must not look like another encoding. */
function trimUtf8(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > Math.max(0, bytes.length - 4) && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  return ((bytes[end - 1] ?? 0) & 0xc0) === 0xc0 ? bytes.subarray(0, end - 1) : bytes;
}

function declaredEncoding(head: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(head.subarray(0, 200));
  const label = /^<\?xml[^>]*encoding=["']([\w.:-]+)["']/i.exec(start)?.[1];
  if (label === undefined) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function formatOf(name: string, start: string): ImportFormat {
  if (start.startsWith('{') || start.startsWith('[')) return jsonFormat(start);
  if (/^<\?xml|^<(rss|feed|rdf:RDF)\b/i.test(start))
    return /<html\b/i.test(start) ? 'html' : /wordpress\.org\/export/.test(start) ? 'wxr' : 'feed';
  if (/^<(!doctype html|html|head|body|p|div|article|h1)\b/i.test(start)) return 'html';
  if (/\.html?$/i.test(name)) return 'html';
  return /\.(md|markdown)$/i.test(name) ? 'markdown' : 'text';
}

function jsonFormat(start: string): ImportFormat {
  const [line = ''] = start.split('\n', 1);
  if (
    /"type"\s*:\s*"(article|source|figure|section|tag)"/.test(line) &&
    line.trimEnd().endsWith('}')
  )
    return 'ndjson';
  if (/"db"\s*:|"posts"\s*:/.test(start)) return 'ghost';
  return 'ninjs';
}

/** The stories of an input, one at a time. @throws Unreadable */
export async function* readItems(input: Input): AsyncGenerator<ImportItem> {
  switch (input.format) {
    case 'feed':
    case 'wxr':
      yield* readFeed(decoded(input));
      return;
    case 'ndjson':
      yield* readLines(decoded(input));
      return;
    case 'ghost':
      yield* readGhost(parseJson(await whole(input)));
      return;
    case 'ninjs':
      yield* readNinjs(parseJson(await whole(input)));
      return;
    default:
      yield fromText(input, await whole(input));
  }
}

function fromText(input: Input, source: string): ImportItem {
  const body =
    input.format === 'html'
      ? htmlToMarkdown(source)
      : input.format === 'markdown'
        ? source
        : textToMarkdown(source);
  const plain = project(body).text;
  if (plain === '') throw new Unreadable('There is no text in it.');
  return {
    origin: `file:${input.name}`,
    headline: titleOf(input.format, source, plain),
    summary: firstSentence(plain, 400),
    body,
    language: null,
    section: null,
    tags: [],
    bylines: [],
    publishedAt: null,
    lost: [],
  };
}

const HEADLINE_MAX = 140;

function titleOf(format: ImportFormat, source: string, plain: string): string {
  if (format === 'html') {
    const title = /<(?:title|h1)[^>]*>([\s\S]*?)<\/(?:title|h1)>/i.exec(source)?.[1];
    if (title !== undefined && project(htmlToMarkdown(title)).text !== '')
      return project(htmlToMarkdown(title)).text.slice(0, 500);
  }
  return firstSentence(plain, HEADLINE_MAX);
}

async function* decoded(input: Input): AsyncGenerator<string> {
  const decoder = new TextDecoder(input.encoding);
  for await (const chunk of input.chunks()) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function whole(input: Input): Promise<string> {
  if (input.size > WHOLE_MAX_BYTES) {
    throw new Unreadable(
      `The file is larger than ${WHOLE_MAX_BYTES / 1024 / 1024} MB: split it, or import it as a feed or NDJSON.`,
    );
  }
  const parts: Uint8Array[] = [];
  for await (const chunk of input.chunks()) parts.push(chunk);
  return decodeText(Buffer.concat(parts)).text;
}

async function* readLines(chunks: AsyncIterable<string>): AsyncGenerator<ImportItem> {
  let rest = '';
  let number = 0;
  const parse = (line: string) => {
    number += 1;
    if (line.trim() === '') return null;
    try {
      return fromExportLine(parseJson(line));
    } catch (error) {
      throw new Unreadable(`Line ${number}: ${(error as Error).message}`);
    }
  };
  for await (const chunk of chunks) {
    rest += chunk;
    if (rest.length > LINE_MAX && !rest.includes('\n'))
      throw new Unreadable(`Line ${number + 1} is longer than ${LINE_MAX} characters.`);
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const item = parse(line);
      if (item !== null) yield item;
    }
  }
  const last = parse(rest);
  if (last !== null) yield last;
}
