/** What stands between the turns of a conversation and is nobody's speech. */
import type { Paragraph } from '../reading/layout.ts';

/** A caption is no longer than this, which keeps the search linear. */
const CAPTION_MAX = 600;
/** A subheading is no longer than this. */
const HEADING_MAX = 80;
const PICTURE = /^!\[[^\]]*\]\([^)]*\)$/;
const MARKED_HEADING = /^#{1,6}\s+\S/;
const ONLY_TIME = /^[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?$/;
const CREDIT_WORD = '(?:photo(?:graph)?|picture|image|illustration|foto|bild|credit)s?';
const CREDITED = new RegExp(`^[[(]?${CREDIT_WORD}(?: credit| by\\b|\\s*[:©/|])`, 'i');
const CREDIT_BEHIND = new RegExp(
  `(?:[(\\[/|]\\s*${CREDIT_WORD}(?: (?:by|courtesy)\\b|\\s*[:©/])|[.!?]\\s+${CREDIT_WORD}(?: by\\b|\\s*[:©/])|©)[^.!?]{2,80}\\.?$`,
  'i',
);
const ENDS_SENTENCE = /[.!?…؟。！？]["”’'»)\]*_]*$/;

export const isCapitals = (words: string): boolean =>
  words === words.toUpperCase() && /\p{Lu}{2}/u.test(words);

export const isTime = (line: string): boolean => ONLY_TIME.test(line.trim());

/** A picture, its credited caption, a heading with its mark or a time code alone. */
export function isSureAside(line: string): boolean {
  if (line.length > CAPTION_MAX) return false;
  const words = line.replace(/^[*_]+|[*_]+$/g, '').trim();
  return (
    PICTURE.test(words) ||
    MARKED_HEADING.test(words) ||
    ONLY_TIME.test(words) ||
    CREDITED.test(words) ||
    CREDIT_BEHIND.test(words)
  );
}

/** A short line that ends in no mark; a subheading, if it stands behind the end of a sentence. */
function looksLikeHeading(line: string): boolean {
  if (line.length > CAPTION_MAX) return false;
  const words = line.replace(/^[*_]+|[*_]+$/g, '').trim();
  return (
    words.length <= HEADING_MAX &&
    /^["“‘'«]?[\p{Lu}\p{N}]/u.test(words) &&
    /\p{L}{3}/u.test(words) &&
    /[\p{L}\p{N}"”’»]$/u.test(words) &&
    !ENDS_SENTENCE.test(words) &&
    !/\d:\d\d$/.test(words)
  );
}

/**
 * Where speech ends of which `to` is the end: before pictures, and before headings that stand
 * behind the end of a sentence.
 *
 * @param from the first line that may be none
 * @param isSpeech whether a heading may stand behind these words
 */
export function speechEnd(
  from: number,
  to: number,
  wordsAt: (index: number) => string,
  isSpeech: (words: string) => boolean = endsSentence,
): number {
  let sure = to;
  while (sure > from && isSureAside(wordsAt(sure - 1))) sure -= 1;
  let end = sure;
  while (end > from && (isSureAside(wordsAt(end - 1)) || looksLikeHeading(wordsAt(end - 1))))
    end -= 1;
  return isSpeech(wordsAt(end - 1)) ? end : sure;
}

const endsSentence = (words: string): boolean => ENDS_SENTENCE.test(words.slice(-8));

/** What opens a turn where turns have no labels: a mark of emphasis, a dash, a question. */
const OPENS = /^(?:\*\*|__|\*|_|—|–|-|―)|\?["”’)*_]*$/;
/** What stands behind a question is its answer, and no heading. */
const isAnswer = (words: string): boolean => endsSentence(words) && !/\?["”’)*_]*$/.test(words);

/** The paragraphs that may be speech: without pictures, and headings before what opens a turn. */
export function withoutAsides(text: string, paragraphs: readonly Paragraph[]): Paragraph[] {
  const words = ({ start, end }: Paragraph): string => text.slice(start, end);
  const spoken: Paragraph[] = [];
  for (const paragraph of paragraphs) {
    if (isSureAside(words(paragraph))) continue;
    if (OPENS.test(words(paragraph)))
      spoken.length = speechEnd(
        Math.min(1, spoken.length),
        spoken.length,
        (index) => words(spoken[index] ?? paragraph),
        isAnswer,
      );
    spoken.push(paragraph);
  }
  return spoken;
}

/** Whether words that are no speech part what is said from what is said next. */
export const isParted = (text: string, end: number, start: number): boolean =>
  /[\p{L}\p{N}]/u.test(text.slice(end, start));
