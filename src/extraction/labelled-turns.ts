/** Turns that each have a label: Q and A, names, or names in capitals. */
import type { Paragraph } from './layout.ts';
import { FEMALE_NAMES, HONORIFICS, MALE_NAMES } from './lexicon.ts';
import { type RawTurn, RULE, type Transcript } from './transcript.ts';

interface Line extends Paragraph {
  blankBefore: boolean;
}

interface Label {
  line: number;
  label: string;
  start: number;
  bodyStart: number;
  kind: 'qa' | 'capitals' | 'name';
}

const QA =
  /^(?:\*\*|__|\*|_)?(Q|A|QUESTION|ANSWER|Question|Answer)(?:\*\*|__|\*|_)?(?:[:.](?:\*\*|__|\*|_)?[ \u00a0]*|[ \u00a0]{2,}|[ \u00a0](?=\S)|[:.]?(?:\*\*|__)?$)/;
const NAMED =
  /^(?:\*\*|__|\*|_)?(\p{Lu}[\p{L}\p{M}.'’&-]*(?:[ \u00a0]+(?:\p{Lu}[\p{L}\p{M}.'’&-]*|de|da|di|van|von|of|the|al-\p{Lu}\p{L}+|del|la|el|bin)){0,7}(?:[ \u00a0]\([^)\n]{1,40}\))?)(?:\*\*|__|\*|_)?[ \u00a0]?:(?:\*\*|__|\*|_)?(?:[ \u00a0]+|$)/u;
const STOP_LABELS =
  /^(?:note|notes|source|sources|photo|photos|picture|caption|read more|see also|update|correction|editor[’']s note|related|contact|tags|topics|summary|answer|published|updated|date|location|time|where|when|what|who|why|how|also|but|and|the latest|watch|listen|breaking|exclusive|opinion|analysis|video|key points|here|http|https|re|subject|from|to|cc)$/i;
const FOOTER =
  /^(?:END\b.*|\d{1,2}:\d\d\s+[AP]\.?M\.?.*|[A-Z]{2,4}|#(?:\s*#)*|To view .*|.*https?:\/\/\S*|\* ?\* ?\*|-{3,}|_{3,}|—{2,})$/;

function listLines(text: string): Line[] {
  const lines: Line[] = [];
  let blankBefore = true;
  let at = 0;
  for (const raw of text.split('\n')) {
    const body = raw.replace(/[\u200b\u2060\ufeff]/g, ' ').trim();
    const lead = raw.length - raw.replace(/^[\s\u200b\u2060\ufeff]+/, '').length;
    if (body !== '') {
      const tail = raw.replace(/[\s\u200b\u2060\ufeff]+$/, '').length;
      lines.push({ start: at + lead, end: at + tail, blankBefore });
    }
    blankBefore = body === '';
    at += raw.length + 1;
  }
  return lines;
}

function readLabels(text: string, lines: readonly Line[]): Label[] {
  const labels: Label[] = [];
  lines.forEach((line, index) => {
    const body = text.slice(line.start, Math.min(line.end, line.start + 120));
    const qa = QA.exec(body);
    if (qa && (line.blankBefore || /[:.]/.test(qa[0]))) {
      // A bare "A" before a word is the article, a bare "Q" is the label of a transcript.
      const bare = !/[:.]/.test(qa[0]);
      if (!bare || /^Q/.test(qa[1] ?? '')) {
        labels.push({
          line: index,
          label: (qa[1] ?? '').charAt(0).toUpperCase(),
          start: line.start,
          bodyStart: line.start + qa[0].length,
          kind: 'qa',
        });
        return;
      }
    }
    const named = NAMED.exec(body);
    const label = named?.[1]?.replace(/\s+/g, ' ') ?? '';
    if (!named || STOP_LABELS.test(label) || label.length > 70) return;
    const letters = label.replace(/\([^)]*\)/g, '');
    const kind =
      letters === letters.toUpperCase() && /\p{Lu}{2}/u.test(letters) ? 'capitals' : 'name';
    labels.push({
      line: index,
      label,
      start: line.start,
      bodyStart: line.start + named[0].length,
      kind,
    });
  });
  return labels;
}

/** Keeps the labels that make a transcript: those that recur, and capitals beside them. */
function acceptLabels(labels: readonly Label[], lines: readonly Line[]): Label[] {
  const counts = new Map<string, number>();
  for (const { label } of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const capitals = labels.filter((label) => label.kind === 'capitals').length;
  const questions = labels.filter((label) => label.kind === 'qa').length;
  const recurring = labels.filter(
    (label) => (counts.get(label.label) ?? 0) >= 2 && label.kind === 'name',
  ).length;
  const usesQa = questions >= 2;
  const usesCapitals = capitals >= 2 && (capitals >= 3 || usesQa);
  const usesNames = recurring >= 3 && !usesCapitals && !(usesQa && recurring < questions / 2);
  const short = labels
    .filter((label) => label.kind === 'capitals' && label.label.length < 5)
    .map((label) => label.label)
    .filter((label) => label.length >= 2);
  // As `shareInitials`, with one look for all of them: there may be thousands.
  const initials = new Set(short);
  const contracted = new Set(short.map(initialsOf));
  const accepted = labels.filter((label) => {
    if (label.kind === 'qa') return usesQa;
    if (label.kind === 'capitals')
      return usesCapitals || (usesNames && (counts.get(label.label) ?? 0) >= 2);
    if (usesCapitals)
      return initials.has(initialsOf(withoutBrackets(label.label))) || contracted.has(label.label);
    return usesNames && ((counts.get(label.label) ?? 0) >= 2 || looksLikeName(label.label));
  });
  const distinct = new Set(accepted.map((label) => label.label));
  const share = accepted.length / Math.max(1, lines.length - (accepted[0]?.line ?? 0));
  return accepted.length >= 3 &&
    (distinct.size >= 2 || usesQa) &&
    (share > 0.08 || accepted.length > 8)
    ? accepted
    : [];
}

function looksLikeName(label: string): boolean {
  const words = label
    .replace(/\([^)]*\)/g, '')
    .trim()
    .split(/\s+/);
  const first = (words[0] ?? '').toLowerCase();
  return HONORIFICS.has(first) || MALE_NAMES.has(first) || FEMALE_NAMES.has(first);
}

/** The transcript whose turns have labels. */
export function labelledTurns(text: string): Transcript | null {
  const lines = listLines(text);
  const labels = acceptLabels(readLabels(text, lines), lines);
  const first = labels[0];
  if (!first) return null;
  const turns: RawTurn[] = [];
  labels.forEach((label, index) => {
    const next = labels[index + 1];
    const last = next ? next.line : lastLine(text, lines, label.line);
    const turn = toTurn(text, lines, label, last);
    if (turn) turns.push(turn);
  });
  markAskers(text, turns, labels);
  return turns.length >= 3 ? { turns, start: first.start } : null;
}

function toTurn(text: string, lines: readonly Line[], label: Label, stop: number): RawTurn | null {
  const end = lines[stop - 1]?.end ?? label.bodyStart;
  let start = label.bodyStart;
  while (start < end && /[\s\u200b*_]/.test(text[start] ?? '')) start += 1;
  let close = end;
  while (close > start && /[\s*_]/.test(text[close - 1] ?? '')) close -= 1;
  return close > start
    ? { start, end: close, label: label.label, asks: false, rule: `label, ${label.kind}` }
    : null;
}

/** Line after the last line of the last turn: footers and closing notes are no speech. */
function lastLine(text: string, lines: readonly Line[], from: number): number {
  let stop = lines.length;
  for (let index = from + 1; index < lines.length; index += 1) {
    const line = lines[index];
    if (line && RULE.test(text.slice(line.start, line.end))) {
      stop = index;
      break;
    }
  }
  while (stop - 1 > from) {
    const line = lines[stop - 1];
    if (!line || !FOOTER.test(text.slice(line.start, line.end))) break;
    stop -= 1;
  }
  return stop;
}

/** The asking label: Q, an editor or reporter, or the one of two whose turns end in questions. */
function markAskers(text: string, turns: readonly RawTurn[], labels: readonly Label[]): void {
  const usesQa = labels.some((label) => label.kind === 'qa');
  const stats = new Map<string, { turns: number; questions: number; length: number }>();
  for (const turn of turns) {
    const label = turn.label ?? '';
    const stat = stats.get(label) ?? { turns: 0, questions: 0, length: 0 };
    stat.turns += 1;
    if (/\?\W*$/.test(text.slice(Math.max(turn.start, turn.end - 4), turn.end)))
      stat.questions += 1;
    stat.length += turn.end - turn.start;
    stats.set(label, stat);
  }
  const shares = [...stats]
    .filter(([, stat]) => stat.turns >= 2)
    .sort((a, b) => b[1].questions / b[1].turns - a[1].questions / a[1].turns);
  const top = shares[0];
  for (const turn of turns) {
    const label = turn.label ?? '';
    const stat = stats.get(label);
    if (usesQa) turn.asks = label === 'Q';
    else if (/\b(?:editor|interviewer|reporter|host|moderator|question|press)\b/i.test(label))
      turn.asks = !/moderator/i.test(label);
    else
      turn.asks =
        stat !== undefined &&
        (label === top?.[0] || shareInitials(label, top?.[0] ?? '')) &&
        (top?.[1].questions ?? 0) / (top?.[1].turns ?? 1) > 0.3;
  }
}

function shareInitials(label: string, full: string): boolean {
  return (
    label.length >= 2 && (label === initialsOf(withoutBrackets(full)) || full === initialsOf(label))
  );
}

const withoutBrackets = (label: string): string => label.replace(/\([^)]*\)/g, '');

function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .join('');
}

/** UTF-16 indices of the speakers' labels in a text whose turns have them; else none. */
export function findLabels(text: string): number[] {
  const lines = listLines(text);
  return acceptLabels(readLabels(text, lines), lines).map(({ start }) => start);
}
