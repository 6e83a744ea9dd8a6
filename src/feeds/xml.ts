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

/** A document with its declaration. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(root)}\n`;
}

function write({ name, attributes = {}, children = [] }: XmlElement): string {
  const start = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join('');
  if (children.length === 0) return `<${name}${start}/>`;
  const inner = children
    .map((child) => (typeof child === 'string' ? escapeXml(child) : write(child)))
    .join('');
  return `<${name}${start}>${inner}</${name}>`;
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
