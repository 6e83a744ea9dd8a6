/** Links that name their address by a label, which another text beside them may define too. */
import { compileMarkdown } from './compile-markdown.ts';
import { isTangled, type MarkdownEvent, parseMarkdown, readableMarkdown } from './markdown.ts';
import type { Range } from './offset-map.ts';

/** What every definition of a label has (CommonMark 0.31, § 4.7). */
const DEFINING = ']:';

/**
 * The same markdown with the address of each link and picture where it stands, and without the
 * definitions of labels: it says the same whatever is written before or behind it.
 */
export function inlineLinks(markdown: string): string {
  if (!markdown.includes(DEFINING)) return markdown;
  const source = readableMarkdown(markdown);
  if (isTangled(source)) return markdown;
  const events = parseMarkdown(source);
  const { addresses, definitions } = readDefinitions(source, events);
  if (definitions.length === 0) return markdown;
  const edits = [
    ...definitions.map((range) => ({ ...range, text: '' })),
    ...labelsOf(source, events).flatMap(({ label, ...range }) => {
      const address = addresses.get(label);
      return address === undefined ? [] : [{ ...range, text: `(${address})` }];
    }),
  ];
  const inlined = applyEdits(source, edits);
  // Two lists that a definition parts would be one without it.
  return shown(inlined) === shown(source) ? inlined : markdown;
}

/** As HTML, in which white space means little, and none beside tags. */
const shown = (markdown: string): string =>
  compileMarkdown(markdown, { dropping: null })
    .replace(/\s+/g, ' ')
    .replace(/ ?(<[^>]*>) ?/g, '$1');

interface Definitions {
  /** Destination and title as they are written, by label. */
  addresses: ReadonlyMap<string, string>;
  definitions: readonly Range[];
}

/** Of several that define one label the first counts. */
function readDefinitions(source: string, events: readonly MarkdownEvent[]): Definitions {
  const addresses = new Map<string, string>();
  const definitions: Range[] = [];
  let label = '';
  let address = '';
  for (const [step, token] of events) {
    const range = rangeOf(token);
    const written = source.slice(range.start, range.end);
    if (step === 'enter' && token.type === 'definitionLabelString') label = labelOf(written);
    if (step === 'enter' && token.type === 'definitionDestination') address = written;
    if (step === 'enter' && token.type === 'definitionTitle')
      address += ` ${written.replace(LINE_END, ' ')}`;
    if (step !== 'exit' || token.type !== 'definition' || label.startsWith(FOOTNOTE)) continue;
    definitions.push(wholeLines(source, range));
    if (!addresses.has(label)) addresses.set(label, address);
  }
  return { addresses, definitions };
}

/** GFM reads such a label as one of a footnote, which has no address. */
const FOOTNOTE = '^';

/** With the end of its last line, where nothing else stands in its lines. */
function wholeLines(source: string, { start, end }: Range): Range {
  const isWhole = start === 0 || source[start - 1] === '\n';
  const rest = isWhole ? /^[ \t]*(?:\r\n|\n)/.exec(source.slice(end, end + LINE_REST_MAX)) : null;
  return { start, end: end + (rest?.[0].length ?? 0) };
}

/** White space behind a definition; a longer one stays. */
const LINE_REST_MAX = 80;

/** The end of a line, and what begins the next one in a list or a block quotation. */
const LINE_END = /(?:(?<![ \t])[ \t]+)?(?:\r\n?|\n)[ \t>]*/g;

interface Label extends Range {
  label: string;
}

/** Where links and pictures name a label: behind their text, or nowhere if they are named by it. */
function labelsOf(source: string, events: readonly MarkdownEvent[]): Label[] {
  const labels: Label[] = [];
  const open: (Label & { isInline: boolean })[] = [];
  for (const [step, token] of events) {
    const range = rangeOf(token);
    const written = () => labelOf(source.slice(range.start, range.end));
    const inner = open.at(-1);
    if (token.type === 'link' || token.type === 'image') {
      if (step === 'enter') {
        open.push({ start: range.end, end: range.end, label: '', isInline: false });
        continue;
      }
      open.pop();
      if (inner === undefined || inner.isInline) continue;
      labels.push({ start: inner.start, end: inner.end, label: inner.label });
    } else if (step === 'enter' && inner !== undefined) {
      if (token.type === 'labelText') inner.label = written();
      if (token.type === 'resource') inner.isInline = true;
      if (token.type === 'reference') Object.assign(inner, range);
      if (token.type === 'referenceString') inner.label = written();
    }
  }
  return labels;
}

const rangeOf = ({ start, end }: MarkdownEvent[1]): Range => ({
  start: start.offset,
  end: end.offset,
});

/** Labels are compared whatever their case and white space (CommonMark 0.31, § 6.3). */
function labelOf(written: string): string {
  return written.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}

function applyEdits(source: string, edits: readonly (Range & { text: string })[]): string {
  let result = '';
  let copied = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    result += source.slice(copied, start) + text;
    copied = end;
  }
  return result + source.slice(copied);
}
