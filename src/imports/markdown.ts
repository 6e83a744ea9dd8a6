import { findLabels } from '../extraction/turns/speaker-labels.ts';

/** Characters that would be read as markup in the middle of a line. */
const INLINE = /[\\`*_[\]<>&]/g;
/** What would be read as markup at the beginning of a line. */
const LEADING =
  /^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|~{3,}|={2,}\s*$|-{2,}\s*$|(\d{1,9})([.)])(?=\s|$))/;
/** Lines of wrapped prose are about this long; a text of longer lines has one line a paragraph. */
const WRAPPED_MAX = 100;

/** Plain text as CommonMark that reads the same: what looks like markup is escaped. */
export function textToMarkdown(text: string): string {
  const plain = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const lines = plain.split('\n');
  const isWrapped = hasWrappedLines(lines);
  const labels = isWrapped ? findLabels(plain) : [];
  const turns = new Set(labels.map(({ start }) => lineAt(plain, start)));
  const alone = new Set(
    labels.filter((one) => one.isAlone).map(({ start }) => lineAt(plain, start)),
  );
  let isBelowLabel = false;
  let at = 0;
  let markdown = '';
  for (const line of lines) {
    // Each turn is a paragraph, also where its line stands right below another one's.
    const separator = isWrapped && !turns.has(at) && !isBelowLabel ? '\n' : '\n\n';
    isBelowLabel = alone.has(at);
    markdown += `${separator}${escapeLine(line.trimEnd())}`;
    at += line.length + 1;
  }
  return markdown.replace(/\n{3,}/g, '\n\n').trim();
}

/** Where the line begins that holds an index. */
const lineAt = (text: string, index: number): number => text.lastIndexOf('\n', index - 1) + 1;

/** Whether blank lines part the paragraphs, so that a single line break is only a wrap. */
function hasWrappedLines(lines: string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== '');
  const blanks = lines.length - filled.length;
  const long = filled.filter((line) => line.length > WRAPPED_MAX).length;
  return blanks > 0 && long < filled.length / 3;
}

function escapeLine(line: string): string {
  return escapeLeading(line.replace(INLINE, '\\$&').replace(/^\s{4,}/, '   '));
}

/** A line of Markdown that begins no list, heading or other block. */
export function escapeLeading(line: string): string {
  return line.replace(
    LEADING,
    (_match, space: string, mark: string, digits?: string, point?: string) =>
      digits === undefined ? `${space}\\${mark}` : `${space}${digits}\\${point}`,
  );
}
