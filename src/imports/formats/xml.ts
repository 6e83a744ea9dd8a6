/**
 * Elements of one name out of an XML stream, one at a time, so that a file of any size
 * takes the memory of one of them. Entities are never expanded beyond XML's own five and
 * HTML's names; a document type is skipped, so that none can explode.
 */
import { SaxesParser } from 'saxes';
import { decodeReference } from '../../text/raw-html.ts';
import { Unreadable } from '../item.ts';

export interface XmlElement {
  /** Qualified name as written: `dc:creator`. */
  name: string;
  attributes: Record<string, string>;
  /** All text inside, markup of children left out. */
  text: string;
  children: XmlElement[];
}

const DEPTH_MAX = 100;

/** @throws Unreadable when the document is not XML */
export async function* readElements(
  chunks: AsyncIterable<string>,
  wanted: ReadonlySet<string>,
  onRoot: (name: string) => void = () => undefined,
): AsyncGenerator<XmlElement> {
  const finished: XmlElement[] = [];
  const parser = createParser(wanted, onRoot, (element) => finished.push(element));
  for await (const chunk of chunks) {
    try {
      parser.write(chunk);
    } catch (error) {
      throw new Unreadable(`The XML is broken: ${(error as Error).message}.`);
    }
    yield* finished.splice(0);
  }
  try {
    parser.close();
  } catch (error) {
    throw new Unreadable(`The XML is broken: ${(error as Error).message}.`);
  }
  yield* finished.splice(0);
}

function createParser(
  wanted: ReadonlySet<string>,
  onRoot: (name: string) => void,
  onElement: (element: XmlElement) => void,
): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: true });
  let open: XmlElement[] = [];
  let depth = 0;
  let broken: Error | null = null;
  parser.on('error', (error) => {
    // An unknown entity stands as it is written; anything else ends the reading.
    if (!/undefined entity|entity name/.test(error.message)) broken ??= error;
  });
  const check = () => {
    if (broken !== null) throw broken;
  };
  parser.on('opentag', (tag) => {
    check();
    if (depth === 0) onRoot(tag.name);
    depth += 1;
    if (depth > DEPTH_MAX) throw new Error(`elements are nested more than ${DEPTH_MAX} deep`);
    if (open.length === 0 && !wanted.has(tag.name)) return;
    const element: XmlElement = {
      name: tag.name,
      attributes: tag.attributes as Record<string, string>,
      text: '',
      children: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const write = (text: string) => {
    const current = open.at(-1);
    if (current !== undefined) current.text += text;
  };
  parser.on('text', (text) => write(decodeEntities(text)));
  parser.on('cdata', write);
  parser.on('closetag', () => {
    check();
    depth -= 1;
    const element = open.pop();
    if (element === undefined) return;
    if (open.length === 0) onElement(element);
    else if (isMarkup(element)) write(toHtml(element));
    if (open.length === 0) open = [];
  });
  parser.on('end', check);
  return parser;
}

/** XHTML inside an element (Atom) is text with its tags. */
function isMarkup(element: XmlElement): boolean {
  return /^(?:xhtml:)?(?:div|p|b|i|em|strong|a|br|ul|ol|li|h[1-6]|blockquote|span|img)$/.test(
    element.name,
  );
}

function toHtml({ name, text }: XmlElement): string {
  const tag = name.replace('xhtml:', '');
  return `<${tag}>${text}</${tag}>`;
}

function decodeEntities(text: string): string {
  return text.replace(/&[a-zA-Z][a-zA-Z0-9]{1,30};/g, decodeReference);
}

export function child(element: XmlElement, ...names: string[]): XmlElement | undefined {
  return element.children.find(({ name }) => names.includes(name));
}

export function textOf(element: XmlElement, ...names: string[]): string {
  for (const name of names) {
    const found = child(element, name)?.text.trim();
    if (found) return found;
  }
  return '';
}

export function textsOf(element: XmlElement, name: string): string[] {
  return element.children
    .filter((candidate) => candidate.name === name)
    .map(({ text }) => text.trim())
    .filter((text) => text !== '');
}
