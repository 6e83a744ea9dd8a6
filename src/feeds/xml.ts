/** XML 1.0, as far as feeds and sitemaps need it. Every text goes through `escapeXml`. */
import { escapeXml } from '../text/escape.ts';

/** An element with its attributes and children; text is escaped. */
export interface XmlElement {
  name: string;
  attributes?: Record<string, string>;
  children?: readonly (XmlElement | string)[];
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** A document with its declaration. */
export function xmlDocument(root: XmlElement): string {
  return `${DECLARATION}${write(root)}\n`;
}

/**
 * A document piece by piece: elements that stand in each other, and behind the children of the
 * innermost all that follow, each of which is a piece.
 */
export function* xmlPieces(
  outer: readonly XmlElement[],
  following: Iterable<XmlElement>,
): Generator<string, void> {
  const starts = outer.map(({ children = [], ...one }) => `<${startOf(one)}>${writeAll(children)}`);
  yield DECLARATION + starts.join('');
  for (const child of following) yield write(child);
  const ends = outer.map(({ name }) => `</${name}>`).reverse();
  yield `${ends.join('')}\n`;
}

function write({ children = [], ...one }: XmlElement): string {
  const start = startOf(one);
  return children.length === 0 ? `<${start}/>` : `<${start}>${writeAll(children)}</${one.name}>`;
}

function startOf({ name, attributes = {} }: Omit<XmlElement, 'children'>): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return name + written.join('');
}

function writeAll(children: readonly (XmlElement | string)[]): string {
  return children
    .map((child) => (typeof child === 'string' ? escapeXml(child) : write(child)))
    .join('');
}

/** An element, for short. */
export function element(
  name: string,
  content: string | readonly (XmlElement | string)[] = [],
  attributes: Record<string, string> = {},
): XmlElement {
  const children = typeof content === 'string' ? (content === '' ? [] : [content]) : content;
  return { name, attributes, children };
}
