import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import { toMarkdown } from 'mdast-util-to-markdown';

/** Characters that would be read as markup in the middle of a line. */
const INLINE = /[\\`*_[\]<>&]/g;
/** What would be read as markup at the beginning of a line. */
const LEADING =
  /^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|~{3,}|={2,}\s*$|-{2,}\s*$|(\d{1,9})([.)])(?=\s|$))/;
/** Lines of wrapped prose are about this long; a text of longer lines has one line a paragraph. */
const WRAPPED_MAX = 100;

/** Plain text as CommonMark that reads the same: what looks like markup is escaped. */
export function textToMarkdown(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n');
  const separator = hasWrappedLines(lines) ? '\n' : '\n\n';
  return lines
    .map((line) => escapeLine(line.trimEnd()))
    .join(separator)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Whether blank lines part the paragraphs, so that a single line break is only a wrap. */
function hasWrappedLines(lines: string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== '');
  const blanks = lines.length - filled.length;
  const long = filled.filter((line) => line.length > WRAPPED_MAX).length;
  return blanks > 0 && long < filled.length / 3;
}

function escapeLine(line: string): string {
  const escaped = line.replace(INLINE, '\\$&');
  return escaped
    .replace(/^\s{4,}/, '   ')
    .replace(LEADING, (_match, space: string, mark: string, digits?: string, point?: string) =>
      digits === undefined ? `${space}\\${mark}` : `${space}${digits}\\${point}`,
    );
}

/** HTML as CommonMark. Scripts and styles go; nothing is fetched. */
export function htmlToMarkdown(html: string): string {
  const tree = fromHtml(html, { fragment: true });
  return toMarkdown(toMdast(tree), { bullet: '-', emphasis: '*', rule: '-' }).trim();
}

/** WordPress writes paragraphs as blank lines between blocks of HTML. */
export function wordpressToMarkdown(html: string): string {
  if (/<p[\s>]/i.test(html)) return htmlToMarkdown(html);
  const paragraphs = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .split(/\n\s*\n/)
    .filter((block) => block.trim() !== '')
    .map((block) =>
      /^\s*<(?:p|h\d|ul|ol|blockquote|pre|div|figure|table)\b/i.test(block)
        ? block
        : `<p>${block}</p>`,
    );
  return htmlToMarkdown(paragraphs.join('\n'));
}
