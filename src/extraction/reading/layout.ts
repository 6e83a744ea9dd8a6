/** Paragraphs of a plain text: blocks between blank lines, or single lines where none is blank. */
export interface Paragraph {
  /** UTF-16 indices of the text without surrounding white space. */
  start: number;
  end: number;
}

interface Line extends Paragraph {
  blankBefore: boolean;
}

function listLines(text: string): Line[] {
  const lines: Line[] = [];
  let blankBefore = true;
  const pattern = /[^\r\n\u2028\u2029]+/g;
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const gap = text.slice(end, match.index);
    const breaks = gap.split('\n').length - 1 || gap.split('\r').length - 1;
    if (breaks > 1) blankBefore = true;
    end = match.index + match[0].length;
    const lead = match[0].length - match[0].trimStart().length;
    const body = match[0].trim();
    if (body === '' || body === '\ufeff') {
      blankBefore = true;
      continue;
    }
    lines.push({ start: match.index + lead, end: match.index + lead + body.length, blankBefore });
    blankBefore = false;
  }
  return lines;
}

/** A quotation with its speaker behind a dash ends the line: `“It leaks.” — Ann Lund`. */
const SIGNED = /[”"’»]\s*(?:[—–―-]|--)\s*\p{Lu}[^.;:!?]*$/u;

/** A line that stops in mid-sentence and goes on below was broken by a printer, not by a writer. */
function isSoftBreak(text: string, above: Line, below: Line): boolean {
  if (below.blankBefore || above.end - above.start < 30) return false;
  if (/[.?!:"”’»…*_)]$/.test(text.slice(above.end - 1, above.end))) {
    return false;
  }
  if (SIGNED.test(text.slice(Math.max(above.start, above.end - 60), above.end))) return false;
  const head = text.slice(below.start, below.start + 40);
  if (/^(?:\p{Lu}|Q|A)[\p{L}\p{M}.'’() -]{0,38}:/u.test(head)) return false;
  if (/^(?:[-–—•*]|\d+[.)]\s)/.test(head)) return false;
  return (
    /^[\p{Ll}\d(]/u.test(head) ||
    (above.end - above.start < 120 &&
      /[\p{L},]$/u.test(text.slice(above.start, above.end)) &&
      !/^[\p{L}\p{M}.'’() -]{1,39}:/u.test(head))
  );
}

/** Lists the paragraphs of `text` in order. */
export function listParagraphs(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let last: Line | undefined;
  for (const line of listLines(text)) {
    const open = paragraphs[paragraphs.length - 1];
    if (open && last && isSoftBreak(text, last, line)) open.end = line.end;
    else paragraphs.push({ start: line.start, end: line.end });
    last = line;
  }
  return paragraphs;
}
