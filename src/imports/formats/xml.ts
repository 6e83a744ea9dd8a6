/**
 * The parts of a feed out of an XML stream, one at a time, so that a file of any size takes
 * the memory of one of them. Entities are never expanded beyond XML's own five and HTML's
 * names; a document type is skipped, so that none can explode.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { Unreadable } from '../../text/encoding.ts';
import { decodeReference, escapeHtml } from '../../text/raw-html.ts';
import type { Note } from '../item.ts';

export interface XmlElement {
  /** Name with the usual prefix of its namespace, however the document writes it: `dc:creator`. */
  name: string;
  attributes: Record<string, string>;
  /** The text inside. Where markup stands in it, the text is HTML. */
  text: string;
  hasMarkup: boolean;
  children: XmlElement[];
}

const DEPTH_MAX = 200;
/** Characters of one part at most: a story is far smaller, and it has to fit into memory. */
const PART_MAX = 32 * 1024 * 1024;

/** What only holds the parts of a feed. */
const CONTAINERS = new Set(['rss', 'channel', 'feed', 'rdf:RDF']);
/** Elements that hold words; whatever stands in them is markup of the words. */
const WORDS = new Set(
  'title subtitle tagline description summary content content:encoded excerpt:encoded rights copyright info'.split(
    ' ',
  ),
);
const XHTML = 'http://www.w3.org/1999/xhtml';
const ATOM = /^http:\/\/(?:www\.w3\.org\/2005\/Atom|purl\.org\/atom\/ns#)/;
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/^http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#$/, 'rdf'],
  [/^http:\/\/purl\.org\/dc\/elements\/1\.1\/$/, 'dc'],
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/content\/$/, 'content'],
  [/wordpress\.org\/export\/[\d.]+\/excerpt\/$/, 'excerpt'],
  [/wordpress\.org\/export\/[\d.]+\/$/, 'wp'],
];
/** Characters that XML forbids and that exports hold all the same. */
const FORBIDDEN = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]/gu;
/**
 * HTML's names, which hold XML's own five. The parser asks for them once: what it has decoded,
 * such as `&lt;` out of `&amp;lt;`, is text.
 */
const ENTITIES = new Proxy<Record<string, string>>(
  {},
  {
    get: (_none, name) => {
      const reference = `&${String(name)};`;
      if (!/^&[a-zA-Z][a-zA-Z0-9]{0,30};$/.test(reference)) return undefined;
      const character = decodeReference(reference);
      return character === reference ? undefined : character;
    },
  },
);
/** Mistakes that leave the structure clear; what is written stands as it is. */
const FORGIVEN =
  /undefined entity|entity name|malformed character entity|empty entity|unbound namespace prefix|text data outside|unescaped|"\]\]>"/;

/**
 * Every element that stands directly in a container, in the order of the document.
 *
 * @param onContainer is told the attributes of a container, such as xml:lang
 * @throws Unreadable when the document is not XML, or no feed
 */
export async function* readElements(
  chunks: AsyncIterable<string>,
  onContainer: (attributes: Record<string, string>) => void,
  note: Note = () => undefined,
): AsyncGenerator<XmlElement> {
  const finished: XmlElement[] = [];
  const onElement = (element: XmlElement) => finished.push(element);
  const reader = new PartReader({ onElement, onContainer, note });
  let begun = false;
  /** Lines before the first element, which are not given to the parser. */
  let skipped = 0;
  for await (const chunk of chunks) {
    const start: string = begun ? chunk : chunk.trimStart();
    skipped += chunk.slice(0, chunk.length - start.length).split('\n').length - 1;
    const text = start.replace(FORBIDDEN, '');
    begun ||= text !== '';
    readable(() => reader.write(text), skipped);
    yield* finished.splice(0);
  }
  readable(() => reader.close(), skipped);
  yield* finished.splice(0);
}

function readable(step: () => void, skipped: number): void {
  try {
    step();
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    const { message } = error as Error;
    const [, line, column, reason = message] = /^(\d+):(\d+): ([\s\S]*)$/.exec(message) ?? [];
    const place =
      line === undefined ? '' : ` in line ${Number(line) + skipped}, column ${Number(column)}`;
    throw new Unreadable(`The XML is broken${place}: ${reason.replace(/\.$/, '')}.`);
  }
}

/** Who is told what a document holds. */
interface Listener {
  onElement(element: XmlElement): void;
  onContainer(attributes: Record<string, string>): void;
  note: Note;
}

/** Builds the parts of a feed as the parser meets their tags. */
class PartReader {
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  readonly #listener: Listener;
  readonly #open: XmlElement[] = [];
  #containers = 0;
  /** How deep in the markup of an element of words; 0 outside. */
  #markup = 0;
  /** Characters of the part that is open. */
  #size = 0;
  #broken: Error | null = null;

  constructor(listener: Listener) {
    this.#listener = listener;
    const parser = this.#parser;
    parser.ENTITIES = ENTITIES;
    parser.on('error', (error) => {
      if (!FORGIVEN.test(error.message)) this.#broken ??= error;
    });
    parser.on('doctype', (type) => {
      if (type.includes('<!ENTITY'))
        listener.note(
          'Entities that its document type declares are not expanded; they stand as written.',
        );
    });
    parser.on('opentag', (tag) => this.#begin(tag));
    parser.on('text', (text) => this.#addText(text));
    parser.on('cdata', (text) => this.#addText(text));
    parser.on('closetag', (tag) => this.#end(tag));
    parser.on('end', () => this.#check());
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  close(): void {
    this.#parser.close();
  }

  #check(): void {
    if (this.#broken !== null) throw this.#broken;
  }

  #begin(tag: SaxesTagNS): void {
    this.#check();
    const name = nameOf(tag);
    const open = this.#open;
    if (open.length === 0 && CONTAINERS.has(name)) {
      this.#containers += 1;
      this.#listener.onContainer(attributesOf(tag));
      return;
    }
    if (this.#containers === 0)
      throw new Unreadable(
        `The XML is no feed and no WordPress export: it begins with <${tag.name}>.`,
      );
    if (open.length + this.#markup > DEPTH_MAX)
      throw this.#parser.makeError(`elements are nested more than ${DEPTH_MAX} deep`);
    const parent = open.at(-1);
    if (parent !== undefined && (this.#markup > 0 || WORDS.has(parent.name) || tag.uri === XHTML)) {
      parent.hasMarkup = true;
      this.#markup += 1;
      this.#add(startTag(tag));
      return;
    }
    const attributes = attributesOf(tag);
    const element = { name, attributes, text: '', hasMarkup: false, children: [] };
    parent?.children.push(element);
    open.push(element);
  }

  #end(tag: SaxesTagNS): void {
    this.#check();
    if (this.#markup > 0) {
      this.#markup -= 1;
      if (!tag.isSelfClosing) this.#add(`</${tag.local}>`);
      return;
    }
    const element = this.#open.pop();
    if (element === undefined) this.#containers -= 1;
    else if (this.#open.length === 0) {
      this.#size = 0;
      this.#listener.onElement(element);
    }
  }

  #addText(text: string): void {
    const type = this.#open.at(-1)?.attributes.type ?? '';
    this.#add(this.#markup > 0 || /xhtml/.test(type) ? escapeHtml(text) : text);
  }

  /** @throws Unreadable when a part is too large */
  #add(text: string): void {
    const current = this.#open.at(-1);
    if (current === undefined) return;
    this.#size += text.length;
    if (this.#size > PART_MAX)
      throw new Unreadable(`One story is larger than ${PART_MAX / 1024 / 1024} MB.`);
    current.text += text;
  }
}

function nameOf(tag: SaxesTagNS): string {
  const uri = tag.uri.trim();
  if (ATOM.test(uri))
    return tag.prefix === '' || tag.local === 'feed' || tag.local === 'entry' || tag.prefix === 'a'
      ? tag.local
      : `atom:${tag.local}`;
  if (uri === 'http://purl.org/rss/1.0/') return tag.local;
  const prefix = PREFIXES.find(([pattern]) => pattern.test(uri))?.[1];
  return prefix === undefined ? tag.name : `${prefix}:${tag.local}`;
}

function attributesOf(tag: SaxesTagNS): Record<string, string> {
  return Object.fromEntries(Object.values(tag.attributes).map(({ name, value }) => [name, value]));
}

function startTag(tag: SaxesTagNS): string {
  const attributes = Object.values(tag.attributes)
    .filter(({ name }) => !name.startsWith('xmlns'))
    .map(({ name, value }) => ` ${name}="${escapeHtml(value)}"`);
  return `<${tag.local}${attributes.join('')}>`;
}

export function child(element: XmlElement, ...names: string[]): XmlElement | undefined {
  return element.children.find(({ name }) => names.includes(name));
}

/** The text of the first of these elements that has one. */
export function textOf(element: XmlElement, ...names: string[]): string {
  return textsOf(element, ...names)[0] ?? '';
}

/** All texts of these elements that are not empty, by name in the order of the names. */
export function textsOf(element: XmlElement, ...names: string[]): string[] {
  return names
    .flatMap((wanted) => element.children.filter(({ name }) => name === wanted))
    .map(({ text }) => text.trim())
    .filter((text) => text !== '');
}
