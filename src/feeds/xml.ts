/** XML 1.0, as far as feeds and sitemaps need it. Every text goes through `escapeXml`. */

/** An element with its attributes and children; text is escaped. */
export interface XmlElement {
  name: string;
  attributes?: Record<string, string>;
  children?: readonly (XmlElement | string)[];
}

/** Characters that no XML document may hold, in whatever spelling. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // As themselves these would be read as a line feed or, in attributes, as a space.
  '\r': '&#13;',
};

export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"'\r]/g, (sign) => ENTITIES[sign] ?? sign);
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
