/** What Markdown has beside CommonMark and writers use: tables (GFM §4.10) and footnotes. */
import { footnoteMark } from '../footnotes.ts';
import type { Converted } from '../html.ts';
import { TABLES_LOST } from '../html-clean.ts';
import { escapeLeading } from '../markdown.ts';
import { withRaised } from '../raised.ts';

interface Block {
  kind: 'code' | 'note' | 'table' | 'prose';
  lines: string[];
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const NOTE = /^ {0,3}\[\^([^\]\s]{1,100})\]:[ \t]*/;
const DELIMITERS = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/;
/** What is code stands in the first group. */
const REFERENCES = /(`{1,10})[^`]+\1|\[\^([^\]\s]{1,100})\]/g;

/** Markdown as CommonMark: tables become lines, footnotes a list at the end. */
export function toCommonMark(markdown: string): Converted {
  const blocks = blocksOf(markdown.split(/\r\n|\r|\n/));
  if (
    blocks.every(({ kind }) => kind === 'code' || kind === 'prose') &&
    !/<su[pb]>/i.test(markdown)
  )
    return { markdown, lost: [] };
  const notes = new Notes(blocks);
  const parts = blocks.flatMap(({ kind, lines }) => {
    if (kind === 'code') return lines.join('\n');
    if (kind === 'note') return '';
    return (kind === 'table' ? tableOf(lines) : lines).map((line) => withRaised(notes.refer(line)));
  });
  const body = parts.filter((part, index) => part !== '' || parts[index - 1] !== '');
  return {
    markdown: [...body, '', notes.toList()].join('\n').trim(),
    lost: blocks.some(({ kind }) => kind === 'table') ? [TABLES_LOST] : [],
  };
}

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const kind = kindAt(lines, at);
    const end = endOf(kind, lines, at);
    blocks.push({ kind, lines: lines.slice(at, end) });
    at = end;
  }
  return blocks;
}

function kindAt(lines: readonly string[], at: number): Block['kind'] {
  const [line = '', next = ''] = lines.slice(at, at + 2);
  if (FENCE.test(line)) return 'code';
  if (NOTE.test(line)) return 'note';
  const isTable =
    /^ {0,3}\S/.test(line) &&
    line.includes('|') &&
    next.includes('|') &&
    DELIMITERS.test(next) &&
    cellsOf(line).length === cellsOf(next).length;
  return isTable ? 'table' : 'prose';
}

function endOf(kind: Block['kind'], lines: readonly string[], at: number): number {
  if (kind === 'prose') return at + 1;
  const isLast = { code: isFenceOf(lines[at] ?? ''), note: isNoteEnd, table: isBlank }[kind];
  for (let end = at + 1; end < lines.length; end += 1)
    if (isLast(lines[end] ?? '', lines[end + 1] ?? '')) return kind === 'code' ? end + 1 : end;
  return lines.length;
}

const isBlank = (line: string): boolean => line.trim() === '';

function isFenceOf(opening: string): (line: string) => boolean {
  const mark = FENCE.exec(opening)?.[1] ?? '';
  return (line) => line.trim().startsWith(mark) && /^([`~])\1*$/.test(line.trim());
}

/** A footnote goes on over blank lines where the next paragraph is indented. */
const isNoteEnd = (line: string, next: string): boolean =>
  NOTE.test(line) || (isBlank(line) && !/^(?: {2,}|\t)\S/.test(next));

/** Each row as a paragraph. */
const tableOf = ([head = '', , ...rows]: readonly string[]): string[] =>
  ['', head, ...rows].flatMap((row) => [escapeLeading(cellsOf(row).join(' | ')), '']);

const cellsOf = (row: string): string[] =>
  row
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));

/** Footnotes by their labels, numbered as they are referred to. */
class Notes {
  readonly #words: Map<string, string[]>;
  readonly #numbers = new Map<string, number>();

  constructor(blocks: readonly Block[]) {
    this.#words = new Map(
      blocks
        .filter(({ kind }) => kind === 'note')
        .map(({ lines: [first = '', ...more] }) => [
          NOTE.exec(first)?.[1] ?? '',
          [first.replace(NOTE, ''), ...more.map((line) => line.trim())],
        ]),
    );
  }

  /** A text with the marks of its footnotes. */
  refer(text: string): string {
    return text.replace(REFERENCES, (all, _code, label?: string) =>
      label !== undefined && this.#words.has(label) ? footnoteMark(this.#numberOf(label)) : all,
    );
  }

  #numberOf(label: string): number {
    const number = this.#numbers.get(label) ?? this.#numbers.size + 1;
    this.#numbers.set(label, number);
    return number;
  }

  toList(): string {
    for (const label of this.#words.keys()) this.#numberOf(label);
    return [...this.#numbers]
      .map(([label, number]) => {
        const marker = `${number}. `;
        const [first = '', ...more] = (this.#words.get(label) ?? []).map((line) =>
          this.refer(line),
        );
        const indented = more.map((line) => (line === '' ? '' : ' '.repeat(marker.length) + line));
        return [marker + first, ...indented].join('\n');
      })
      .join('\n');
  }
}
