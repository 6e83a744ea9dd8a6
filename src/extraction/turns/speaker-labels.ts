/** Labels of speakers at the beginning of lines: Q and A, names, names in capitals. */

import type { Paragraph } from '../reading/layout.ts';
import { FEMALE_NAMES, HONORIFICS, MALE_NAMES } from '../reading/lexicon.ts';
import { isCapitals, isTime } from './asides.ts';

export interface Line extends Paragraph {
  blankBefore: boolean;
}

export interface Label {
  line: number;
  label: string;
  start: number;
  bodyStart: number;
  kind: 'qa' | 'capitals' | 'name';
  /** "Q1" */
  isNumbered: boolean;
  /** Whether the words stand in the lines below. */
  isAlone: boolean;
}

const EMPHASIS = '(?:\\*\\*|__|\\*|_)?';
const SPACE = '[ \\u00a0]';
const TIME = '\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?';
/** A time code before a label: `[00:00:12]`, `(00:12)`, `00:12 -`. */
const TIMED = new RegExp(`^${EMPHASIS}[[(]?${TIME}[\\])]?${EMPHASIS}${SPACE}*[-–—|]?${SPACE}*`);
const QA =
  /^(?:\*\*|__|\*|_)?(?:(Q|A|QUESTION|ANSWER|Question|Answer)|([QA])\d{1,3}(?=[:.]))(?:\*\*|__|\*|_)?(?:[:.](?:\*\*|__|\*|_)?[ \u00a0]*|[ \u00a0]{2,}|[ \u00a0](?=\S)|[:.]?(?:\*\*|__)?$)/;
const WORD = "\\p{Lu}[\\p{L}\\p{M}.'’&-]*";
const NAME = `${WORD}(?:${SPACE}+(?:${WORD}|de|da|di|van|von|of|the|al-\\p{Lu}\\p{L}+|del|la|el|bin)){0,7}(?:[ _\\u00a0]\\d{1,2})?`;
const BRACKETS = `(?:${SPACE}(?:\\([^)\\n]{1,40}\\)|\\[[^\\]\\n]{1,40}\\]))?`;
const NAMED = new RegExp(
  `^${EMPHASIS}(${NAME}${BRACKETS})(?:,${SPACE}([^:,\\n]{2,60}))?${EMPHASIS}${SPACE}?:${EMPHASIS}(?:${SPACE}+|$)`,
  'u',
);
/** A name with a time code has its line to itself: `Ada Renn  00:12`. */
const NAME_AND_TIME = new RegExp(
  `^${EMPHASIS}(${NAME})${SPACE}+[[(]?${TIME}[\\])]?${EMPHASIS}$`,
  'u',
);
/** Names in scripts without capitals: Hebrew, Arabic, Chinese and others. */
const CASELESS_WORD = '\\p{Lo}[\\p{Lo}\\p{M}\\p{Cf}\\p{N}.\'’"״׳·-]*';
const CASELESS = new RegExp(
  `^${EMPHASIS}[\\u200e\\u200f]?(${CASELESS_WORD}(?:${SPACE}${CASELESS_WORD}){0,4}${BRACKETS})${EMPHASIS}${SPACE}?[:：]${EMPHASIS}${SPACE}*`,
  'u',
);
const CASELESS_MAX = 40;
const LABEL_MAX = 70;
/** One turn in so many ends a sentence in its first line, where lines are wrapped too. */
const SPEECH_SHARE = 6;
const BRACKETED_TIME = new RegExp(`\\s*[[(]${TIME}[\\])]`, 'g');
const STOP_LABELS =
  /^(?:note|notes|source|sources|photo|photos|picture|caption|read more|see also|update|correction|editor[’']s note|related|contact|tags|topics|summary|answer|published|updated|date|location|time|where|when|what|who|why|how|also|but|and|the latest|watch|listen|breaking|exclusive|opinion|analysis|video|key points|here|http|https|re|subject|from|to|cc|interview|transcript|podcast|profile)$/i;

export function listLines(text: string): Line[] {
  const lines: Line[] = [];
  let blankBefore = true;
  let at = 0;
  for (const raw of text.split('\n')) {
    const plain = raw.replace(/[\u200b\u2060]/g, ' ');
    const end = plain.trimEnd().length;
    const start = plain.length - plain.trimStart().length;
    if (end > 0) lines.push({ start: at + start, end: at + end, blankBefore });
    blankBefore = end === 0;
    at += raw.length + 1;
  }
  return lines;
}

function readLabels(text: string, lines: readonly Line[]): Label[] {
  return lines.flatMap((line, index): Label[] => {
    const whole = text.slice(line.start, Math.min(line.end, line.start + 140));
    const time = TIMED.exec(whole)?.[0].length ?? 0;
    const found = readLabel(whole.slice(time), line, time > 0);
    if (found === null) return [];
    const { length, ...read } = found;
    const bodyStart = line.start + time + length;
    const isAlone = bodyStart >= line.end;
    return [{ ...read, line: index, start: line.start, bodyStart, isAlone }];
  });
}

type Read = Pick<Label, 'label' | 'kind' | 'isNumbered'> & { length: number };

/** Whether a line is what tells of the next turn: a label, a time code. */
export const isLabelLine = (line: string): boolean =>
  isTime(line) || readLabel(line.slice(TIMED.exec(line)?.[0].length ?? 0), LINE, false) !== null;

const LINE: Line = { start: 0, end: 0, blankBefore: true };

/** Behind a time, "A." is that of "10:15 A.M.". */
function readLabel(body: string, line: Line, isTimed: boolean): Read | null {
  const asks = isTimed && /^A\./.test(body) ? null : readQa(body, line);
  return asks ?? readName(body);
}

/** A bare "A" before a word is the article, a bare "Q" is the label of a transcript. */
function readQa(body: string, { blankBefore }: Line): Read | null {
  const found = QA.exec(body);
  if (!found) return null;
  const letter = (found[1] ?? found[2] ?? '').charAt(0).toUpperCase();
  if (!/[:.]/.test(found[0]) && !(blankBefore && letter === 'Q')) return null;
  const isNumbered = found[2] !== undefined;
  return { label: letter, length: found[0].length, kind: 'qa', isNumbered };
}

/** "Ada Renn, county engineer:" but not "So, my question is:", "On Monday, the mayor said:". */
const isOffice = (name: string, words: string): boolean =>
  (/\s/.test(name) || isCapitals(name)) &&
  !/(?:\b(?:is|was|are|were|this|these|follows)|\p{L}(?:ed|id|ays|ote|old))$/u.test(words);

function readName(body: string): Read | null {
  const cased = NAMED.exec(body) ?? NAME_AND_TIME.exec(body);
  if (cased?.[2] !== undefined && !isOffice(cased[1] ?? '', cased[2])) return null;
  const found = cased ?? CASELESS.exec(body);
  const label = found?.[1]?.replace(BRACKETED_TIME, '').replace(/\s+/g, ' ') ?? '';
  if (!found || STOP_LABELS.test(label)) return null;
  if (label.length > (cased ? LABEL_MAX : CASELESS_MAX)) return null;
  const kind = isCapitals(withoutBrackets(label)) ? 'capitals' : 'name';
  return { label, length: found[0].length, kind, isNumbered: false };
}

/** The same name in other letters is the same label. */
export const keyOf = (label: string): string => label.toLowerCase().replaceAll('’', "'");

/** A line in capitals that comes once and ends in no mark is a headline: `INTERVIEW: THE KEEPER`. */
function withoutHeadlines(text: string, labels: readonly Label[], lines: readonly Line[]): Label[] {
  const counts = countKeys(labels);
  const isHeadline = ({ line, label, bodyStart, kind }: Label): boolean => {
    const words = text.slice(bodyStart, lines[line]?.end);
    return (
      kind === 'capitals' &&
      counts.get(keyOf(label)) === 1 &&
      isCapitals(words) &&
      !/[.!?…:,;]\W*$/.test(words)
    );
  };
  const rest = labels.filter((label) => !isHeadline(label));
  // A transcript may be typed in capitals as a whole.
  return rest.length * 2 > labels.length ? rest : [...labels];
}

function countKeys(labels: readonly Label[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { label } of labels) counts.set(keyOf(label), (counts.get(keyOf(label)) ?? 0) + 1);
  return counts;
}

/** Keeps the labels that make a transcript: those that recur, and capitals beside them. */
function acceptLabels(labels: readonly Label[], lines: readonly Line[]): Label[] {
  const fits = fitting(labels);
  const accepted = labels.filter(fits);
  const distinct = new Set(accepted.map(({ label }) => keyOf(label)));
  const isQa = accepted.some(({ kind }) => kind === 'qa');
  const share = accepted.length / Math.max(1, lines.length - (accepted[0]?.line ?? 0));
  return accepted.length >= 3 &&
    (distinct.size >= 2 || isQa) &&
    (share > 0.08 || accepted.length > 8)
    ? accepted
    : [];
}

/** Which labels fit what the text uses: Q and A, capitals, or names that recur. */
function fitting(labels: readonly Label[]): (label: Label) => boolean {
  const counts = countKeys(labels);
  const recurs = ({ label }: Label): boolean => (counts.get(keyOf(label)) ?? 0) >= 2;
  const inCapitals = labels.filter(({ kind }) => kind === 'capitals');
  const questions = labels.filter(({ kind }) => kind === 'qa').length;
  const recurring = labels.filter((label) => label.kind === 'name' && recurs(label)).length;
  const answers = labels.some(({ kind, label }) => kind === 'qa' && label === 'A');
  // "Q1:" and "Q2:" alone are quarters.
  const usesQa = questions >= 2 && (answers || labels.every(({ isNumbered }) => !isNumbered));
  const usesCapitals = inCapitals.length >= 2 && (inCapitals.length >= 3 || usesQa);
  if (usesCapitals) {
    const related = relatedTo(inCapitals);
    return (label) => {
      if (label.kind !== 'name') return label.kind === 'capitals' || usesQa;
      return (recurring >= 2 && recurs(label)) || related(label);
    };
  }
  const usesNames = recurring >= 3 && !(usesQa && recurring < questions / 2);
  const shared = twice(labels.map(({ label }) => lastWord(label)));
  return (label) => {
    if (label.kind === 'qa') return usesQa;
    if (!usesNames) return false;
    const isName = label.kind === 'name' && looksLikeName(label.label);
    return recurs(label) || isName || shared.has(lastWord(label.label));
  };
}

function twice(words: readonly string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(words.filter((word) => seen.has(word) || !seen.add(word)));
}

/** Names in small letters of those whose labels are in capitals, or whose initials are. */
function relatedTo(inCapitals: readonly Label[]): (label: Label) => boolean {
  const short = inCapitals
    .map(({ label }) => label)
    .filter(({ length }) => length < 5 && length >= 2);
  // As `shareInitials`, with one look for all of them: there may be thousands.
  const initials = new Set(short);
  const contracted = new Set(short.map(initialsOf));
  const surnames = new Set(inCapitals.map(({ label }) => lastWord(label)));
  return ({ label }) =>
    surnames.has(lastWord(label)) ||
    initials.has(initialsOf(withoutBrackets(label))) ||
    contracted.has(label);
}

const lastWord = (label: string): string =>
  withoutBrackets(label).trim().toLowerCase().split(/\s+/).at(-1) ?? '';

function looksLikeName(label: string): boolean {
  const [first = ''] = withoutBrackets(label).trim().toLowerCase().split(/\s+/);
  return HONORIFICS.has(first) || MALE_NAMES.has(first) || FEMALE_NAMES.has(first);
}

/** The labels of a transcript; none where the text is none. */
export function listLabels(text: string, lines: readonly Line[]): Label[] {
  const labels = acceptLabels(withoutHeadlines(text, readLabels(text, lines), lines), lines);
  return isSpeech(text, labels, lines) ? labels : [];
}

/** Lists, programmes and scores have labels too, and hardly a sentence that ends. */
function isSpeech(text: string, labels: readonly Label[], lines: readonly Line[]): boolean {
  if (labels.some(({ kind }) => kind === 'qa')) return true;
  const ending = labels.filter(({ line, isAlone }) => {
    const { start, end } = lines[isAlone ? line + 1 : line] ?? { start: 0, end: 0 };
    return /[.?!…–—:;؟。？！]\W*$/u.test(text.slice(Math.max(start, end - 8), end));
  });
  return ending.length * SPEECH_SHARE >= labels.length;
}

/** Where a label stands: UTF-16 index, and whether its line holds nothing else. */
export type LabelPlace = Pick<Label, 'start' | 'isAlone'>;

/** The speakers' labels in a text whose turns have them; else none. */
export const findLabels = (text: string): LabelPlace[] => listLabels(text, listLines(text));

export function shareInitials(label: string, full: string): boolean {
  return (
    label.length >= 2 && (label === initialsOf(withoutBrackets(full)) || full === initialsOf(label))
  );
}

const withoutBrackets = (label: string): string => label.replace(/\([^)]*\)|\[[^\]]*\]/g, '');

function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .join('');
}
