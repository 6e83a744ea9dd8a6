/** A tree of HTML made ready for Markdown: what it can't say is dropped or said in words. */
import type { fromHtml } from 'hast-util-from-html';
import { readFootnoteLink } from './footnotes.ts';
import { asRaised, wordsOf } from './raised.ts';

export type HastNode = ReturnType<typeof fromHtml>['children'][number];
export type HastElement = Extract<HastNode, { type: 'element' }>;

export interface CleanContext {
  base: string | undefined;
  lost: Set<string>;
}

const DROPPED = new Set(
  'base button datalist dialog head link math meta noscript optgroup option param script select source style svg template textarea title track'.split(
    ' ',
  ),
);
const SAID: Readonly<Record<string, string>> = {
  button: 'Form fields are left out.',
  select: 'Form fields are left out.',
  textarea: 'Form fields are left out.',
  script: 'Scripts are left out.',
  svg: 'Drawings (SVG) are left out.',
  math: 'Formulas (MathML) are left out.',
};
const BLOCKS = new Set(
  'address article aside blockquote center div dl figure h1 h2 h3 h4 h5 h6 hr ol p pre section table ul'.split(
    ' ',
  ),
);
export const TABLES_LOST = 'Tables stand as lines of text.';
const EMBEDS = new Set(['iframe', 'embed', 'object', 'video', 'audio']);

export function cleanHtml(nodes: readonly HastNode[], context: CleanContext): HastNode[] {
  return nodes.flatMap((node, index) =>
    node.type === 'element'
      ? (raisedBeside(node, nodes[index - 1], nodes[index + 1]) ?? cleanElement(node, context))
      : cleanOther(node),
  );
}

/** What is raised beside a digit, as text; `null` for what is not, and for marks of footnotes. */
function raisedBeside(
  element: HastElement,
  before: HastNode | undefined,
  after: HastNode | undefined,
): HastNode[] | null {
  const { tagName: name } = element;
  if ((name !== 'sup' && name !== 'sub') || readFootnoteLink(element) !== null) return null;
  const raised = asRaised(name, wordsOf(element), wordsOf(before), wordsOf(after));
  return raised === null ? null : [text(raised)];
}

function cleanOther(node: HastNode): HastNode[] {
  return node.type === 'text' ? [node] : [];
}

function cleanElement(element: HastElement, context: CleanContext): HastNode[] {
  const name = element.tagName;
  if (name === 'input') {
    if (attribute(element, 'type') !== 'hidden') context.lost.add('Form fields are left out.');
    return [];
  }
  if (isHidden(element)) {
    if (wordsOf(element).trim() !== '') context.lost.add('Hidden parts are left out.');
    return [];
  }
  if (DROPPED.has(name)) {
    if (SAID[name] !== undefined) context.lost.add(SAID[name]);
    return [];
  }
  if (EMBEDS.has(name)) return cleanEmbed(element, context);
  if (name === 'img') return cleanImage(element, context);
  const mark = readFootnoteLink(element);
  if (mark !== null) return mark === '' ? [] : [text(mark)];
  const children = cleanHtml(element.children as HastNode[], context);
  if (name === 'a') return cleanLink(element, children, context);
  if (name === 'table') return linesOf(children, context);
  if (name === 'figcaption') return captionOf(children);
  return [{ ...element, children } as HastElement];
}

/** What a reader of the page does not see: notes of editors, texts for programs. */
const isHidden = (element: HastElement): boolean =>
  element.properties.hidden === true ||
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(
    attribute(element, 'style'),
  );

/** A player or a frame stands as a link to what it shows. */
function cleanEmbed(element: HastElement, context: CleanContext): HastNode[] {
  const sources = [element, ...elementsIn(element.children as HastNode[], 'source')];
  const url = sources
    .map(
      (source) =>
        attribute(source, 'src') || attribute(source, 'data') || attribute(source, 'dataSrc'),
    )
    .find((value) => value !== '');
  const resolved = resolveUrl(url ?? '', context.base);
  if (resolved === null || !/^https?:/i.test(resolved)) {
    context.lost.add('Embedded content without an address is left out.');
    return [];
  }
  context.lost.add('Embedded players and frames stand as links.');
  return [link(resolved, attribute(element, 'title') || resolved)];
}

function cleanImage(element: HastElement, context: CleanContext): HastNode[] {
  const candidates = ['src', 'dataSrc', 'dataLazySrc', 'dataOriginal'].map((name) =>
    attribute(element, name),
  );
  const source = candidates.find((value) => value !== '' && !value.startsWith('data:'));
  if (source === undefined) {
    if (candidates.some((value) => value !== ''))
      context.lost.add('Pictures that are written into the HTML itself (data:) are left out.');
    return [];
  }
  const isPixel = [attribute(element, 'width'), attribute(element, 'height')].every((size) =>
    /^[01]$/.test(size),
  );
  if (isPixel) return [];
  context.lost.add('Pictures are not fetched; they stand as links to where they are.');
  const properties = {
    src: resolveUrl(source, context.base) ?? source,
    alt: attribute(element, 'alt'),
    title: attribute(element, 'title') || undefined,
  };
  return [{ ...element, properties, children: [] } as HastElement];
}

function cleanLink(element: HastElement, children: HastNode[], context: CleanContext): HastNode[] {
  const written = attribute(element, 'href').trim();
  const resolved = resolveUrl(written, context.base);
  if (written === '' || resolved === null) return children;
  if (/^https?:|^mailto:/i.test(resolved)) {
    const title = attribute(element, 'title') || undefined;
    return [{ ...element, properties: { href: resolved, title }, children } as HastElement];
  }
  if (!written.startsWith('#'))
    context.lost.add(
      'Links that lead nowhere outside their page (relative, javascript:) are left out.',
    );
  return children;
}

/** An address made absolute; as it is written when it is relative and there is no base. */
export function resolveUrl(url: string, base: string | undefined): string | null {
  const trimmed = url.trim();
  if (trimmed === '') return null;
  try {
    return new URL(trimmed).href === '' ? null : trimmed;
  } catch {
    if (base === undefined || trimmed.startsWith('#')) return trimmed;
  }
  try {
    return new URL(trimmed, base).href;
  } catch {
    return null;
  }
}

/** CommonMark has no tables: each row becomes a line. Tables for layout dissolve. */
function linesOf(children: HastNode[], context: CleanContext): HastNode[] {
  const rows = elementsIn(children, 'tr');
  const cells = rows.map((row) =>
    row.children.filter(
      (node): node is HastElement => isElement(node) && /^t[dh]$/.test(node.tagName),
    ),
  );
  const isLayout = cells.flat().some((cell) => (cell.children as HastNode[]).some(isBlock));
  const captions = elementsIn(children, 'caption').map((caption) =>
    captionOf(caption.children as HastNode[]),
  );
  if (isLayout)
    return [...captions.flat(), ...cells.flat().map((cell) => ({ ...cell, tagName: 'div' }))];
  context.lost.add(TABLES_LOST);
  const lines = cells
    .filter((row) => row.length > 0)
    .map((row) =>
      element(
        'p',
        row.flatMap((cell, index) =>
          index === 0 ? cell.children : [text(' | '), ...cell.children],
        ) as HastNode[],
      ),
    );
  return [...captions.flat(), ...lines];
}

/** A caption is set apart from the story's own words. */
function captionOf(children: HastNode[]): HastNode[] {
  if (!children.some(isBlock)) return [element('p', [element('em', children)])];
  return children.map((child) =>
    isElement(child) && child.tagName === 'p'
      ? ({ ...child, children: [element('em', child.children as HastNode[])] } as HastElement)
      : child,
  );
}

export function attribute(node: HastElement, name: string): string {
  const value = node.properties[name];
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : Array.isArray(value)
      ? value.join(' ')
      : '';
}

/** Elements of a name, in order; not those inside another of that name. */
export function elementsIn(nodes: readonly HastNode[], ...names: string[]): HastElement[] {
  return nodes
    .filter(isElement)
    .flatMap((node) =>
      names.includes(node.tagName) ? [node] : elementsIn(node.children as HastNode[], ...names),
    );
}

const isElement = (node: HastNode): node is HastElement => node.type === 'element';
const isBlock = (node: HastNode): boolean => isElement(node) && BLOCKS.has(node.tagName);
const text = (value: string): HastNode => ({ type: 'text', value });
const element = (tagName: string, children: HastNode[]): HastElement =>
  ({ type: 'element', tagName, properties: {}, children }) as HastElement;
const link = (href: string, label: string): HastElement => ({
  ...element('a', [text(label)]),
  properties: { href },
});
