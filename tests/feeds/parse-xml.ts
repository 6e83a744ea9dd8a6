import { SaxesParser } from 'saxes';

/** An element as it was read: name with prefix, attributes, children, text of all of it. */
export interface Node {
  name: string;
  attributes: Record<string, string>;
  children: Node[];
  text: string;
}

/** Reads a document, or throws where it is not well-formed or a namespace is not bound. */
export function parseXml(xml: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open: Node[] = [root];
  const parser = new SaxesParser({ xmlns: true, fragment: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    const node: Node = { name, attributes: Object.fromEntries(values), children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    const parent = open.at(-1);
    if (parent !== undefined && closed !== undefined) parent.text += closed.text;
  });
  parser.on('text', (text) => {
    const node = open.at(-1);
    if (node !== undefined) node.text += text;
  });
  parser.write(xml).close();
  const [document] = root.children;
  if (document === undefined) throw new Error('The document is empty.');
  return document;
}

/** All children of a name. */
export const all = (node: Node, name: string): Node[] =>
  node.children.filter((child) => child.name === name);

/** The only child of a name. */
export function one(node: Node, name: string): Node {
  const [child, ...more] = all(node, name);
  if (child === undefined || more.length > 0)
    throw new Error(`not one <${name}> in <${node.name}>`);
  return child;
}
