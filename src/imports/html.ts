import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { project } from '../text/projection.ts';
import { scanHtml } from '../text/raw-html.ts';
import { cleanHtml, type HastNode } from './html-clean.ts';
import { textToMarkdown } from './markdown.ts';

export interface Converted {
  /** CommonMark. */
  markdown: string;
  /** What the HTML held and the Markdown does not, in sentences for the editor. */
  lost: string[];
}

/** Elements nested deeper than this are no prose, and parsing them takes quadratic time. */
const DEPTH_MAX = 256;
/** Elements that hold nothing, or that need not be closed, nest no deeper. */
const UNCLOSED = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot option'.split(
    ' ',
  ),
);

/**
 * HTML as CommonMark. Scripts, styles and forms go, tables become lines; nothing is fetched.
 *
 * @param base the address that relative links and pictures are read from
 */
export function convertHtml(html: string, base?: string): Converted {
  if (isDeep(html)) return asPlainText(html);
  try {
    return convertTree(fromHtml(html, { fragment: true }), base);
  } catch (error) {
    // The tree functions recurse; what slipped past the check above overflows the stack.
    if (error instanceof RangeError) return asPlainText(html);
    throw error;
  }
}

/** As `convertHtml`, for a tree or a part of one. */
export function convertTree(tree: { children: HastNode[] }, base?: string): Converted {
  const lost = new Set<string>();
  const children = cleanHtml(tree.children, { base, lost });
  const mdast = toMdast({ type: 'root', children } as Parameters<typeof toMdast>[0], {
    handlers: {
      del: kept('del'),
      s: kept('del'),
      strike: kept('del'),
      sup: kept('sup'),
      sub: kept('sub'),
    },
  });
  const markdown = toMarkdown(mdast, { bullet: '-', emphasis: '*', rule: '-', handlers }).trim();
  return { markdown, lost: [...lost] };
}

type Handler = NonNullable<NonNullable<Parameters<typeof toMdast>[1]>['handlers']>[string];

/** `html` may be a block to mdast-util-phrasing, and would part the line; this is inline for sure. */
const INLINE_HTML = 'mdxJsxTextElement';

const handlers = {
  [INLINE_HTML]: ({ value }: { value: string }) => value,
} as NonNullable<Parameters<typeof toMarkdown>[1]>['handlers'];

/** Inline elements that CommonMark has no mark for and the renderer knows stay as HTML. */
function kept(name: string): Handler {
  return (state, node) =>
    [
      { type: INLINE_HTML, value: `<${name}>` },
      ...state.all(node),
      { type: INLINE_HTML, value: `</${name}>` },
    ] as { type: 'text'; value: string }[];
}

/** The words of a piece of HTML in one line: a title, a name, a summary. */
export function htmlToText(html: string): string {
  const text = /[<&]/.test(html) ? project(convertHtml(html).markdown).text : html;
  return text.replace(/\s+/g, ' ').trim();
}

export function isDeep(html: string): boolean {
  let depth = 0;
  for (const piece of scanHtml(html, { dropping: null })) {
    if (piece.kind !== 'tag' || UNCLOSED.has(piece.name)) continue;
    depth = Math.max(0, depth + (piece.closing ? -1 : 1));
    if (depth > DEPTH_MAX) return true;
  }
  return false;
}

function asPlainText(html: string): Converted {
  let text = '';
  for (const piece of scanHtml(html, { dropping: null })) {
    if (piece.kind === 'text') text += html.slice(piece.start, piece.end);
    else if (!/^(?:a|b|i|em|strong|span|font|u|code|small)$/.test(piece.name)) text += '\n\n';
  }
  return {
    markdown: textToMarkdown(htmlToText(text) === '' ? '' : text.replace(/\n{3,}/g, '\n\n')),
    lost: ['The HTML is nested too deep; its words were taken without their markup.'],
  };
}
