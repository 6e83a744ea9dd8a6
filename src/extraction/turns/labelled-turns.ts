/** Turns that each have a label: Q and A, names, or names in capitals. */
import { isSureAside, speechEnd } from './asides.ts';
import {
  keyOf,
  type Label,
  type Line,
  listLabels,
  listLines,
  shareInitials,
} from './speaker-labels.ts';
import { type RawTurn, RULE, type Transcript } from './transcript.ts';

const FOOTER =
  /^(?:END\b.*|\d{1,2}:\d\d\s+[AP]\.?M\.?.*|[A-Z]{2,4}|#(?:\s*#)*|To view .*|.*https?:\/\/\S*|\* ?\* ?\*|-{3,}|_{3,}|—{2,})$/;
/** Question marks of all scripts, where a turn ends. */
const ASKS = /[?؟？;](?:[^\p{L}\p{N}])*$/u;

/** The transcript whose turns have labels. */
export function labelledTurns(text: string): Transcript | null {
  const lines = listLines(text);
  const labels = listLabels(text, lines);
  const first = labels[0];
  if (!first) return null;
  const turns = labels.flatMap((label, index) => {
    const next = labels[index + 1];
    const last = next ? next.line : lastLine(text, lines, label.line);
    const wordsAt = (at: number): string =>
      text.slice(at === label.line ? label.bodyStart : lines[at]?.start, lines[at]?.end);
    return toTurns(text, lines, label, speechEnd(label.line + 1, last, wordsAt));
  });
  markAskers(text, turns, labels);
  return turns.length >= 3 ? { turns, start: first.start } : null;
}

const wordsOf = (text: string, line: Line | undefined): string =>
  line === undefined ? '' : text.slice(line.start, line.end);

/** The turn of a label; several where pictures or headings part it. */
function toTurns(text: string, lines: readonly Line[], label: Label, stop: number): RawTurn[] {
  const turns: RawTurn[] = [];
  let from = label.bodyStart;
  let to = lines[label.line]?.end ?? from;
  for (let index = label.line + 1; index < stop; index += 1) {
    const line = lines[index];
    if (!line) break;
    if (isSureAside(wordsOf(text, line))) {
      turns.push(...toTurn(text, label, from, to));
      from = line.end;
    }
    to = line.end;
  }
  return [...turns, ...toTurn(text, label, from, to)];
}

function toTurn(text: string, { label, kind }: Label, from: number, to: number): RawTurn[] {
  let start = from;
  while (start < to && /[\s\u200b*_]/.test(text[start] ?? '')) start += 1;
  let end = to;
  while (end > start && /[\s*_]/.test(text[end - 1] ?? '')) end -= 1;
  return end > start ? [{ start, end, label, asks: false, rule: `label, ${kind}` }] : [];
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
  const stats = new Map<string, { label: string; turns: number; questions: number }>();
  for (const turn of turns) {
    const label = keyOf(turn.label ?? '');
    const stat = stats.get(label) ?? { label: turn.label ?? '', turns: 0, questions: 0 };
    stat.turns += 1;
    if (ASKS.test(text.slice(Math.max(turn.start, turn.end - 4), turn.end))) stat.questions += 1;
    stats.set(label, stat);
  }
  const shares = [...stats]
    .filter(([, stat]) => stat.turns >= 2)
    .sort((a, b) => b[1].questions / b[1].turns - a[1].questions / a[1].turns);
  const top = shares[0];
  for (const turn of turns) {
    const label = turn.label ?? '';
    const stat = stats.get(keyOf(label));
    if (usesQa) turn.asks = label === 'Q';
    else if (/\b(?:editor|interviewer|reporter|host|moderator|question|press)\b/i.test(label))
      turn.asks = !/moderator/i.test(label);
    else
      turn.asks =
        stat !== undefined &&
        (keyOf(label) === top?.[0] || shareInitials(label, top?.[1].label ?? '')) &&
        (top?.[1].questions ?? 0) / (top?.[1].turns ?? 1) > 0.3;
  }
}
