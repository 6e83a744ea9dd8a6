/** Quotations that no verb introduces: pieces of the one before, or free ones. */

import { isCapitalised } from '../reading/names.ts';
import { phraseEndingAt } from '../reading/phrase-endings.ts';
import { type Phrase, phraseStartingAt } from '../reading/phrases.ts';
import type { Sentence } from '../reading/sentences.ts';
import type { Token } from '../reading/tokens.ts';
import {
  isAllQuoted,
  joinLinked,
  joinReported,
  lastQuoting,
  quotedRange,
  resume,
} from './joined-quotations.ts';
import type { Report } from './reports.ts';
import { mainSubject } from './shared-subjects.ts';
import { isSignature } from './signed-quotations.ts';
import { listSites } from './sites.ts';
import type { SpeechInput } from './speech.ts';

const HEADLINE_SOURCES =
  /^(?:poll|polls|report|reports|study|survey|analysis|police|sources|officials|experts|pope|minister|president|mayor|governor|senator|newspaper|insiders|historians|democrats|republicans|voters|critics|lawmakers|camp)$/;

/**
 * A headline "Smith: the lock leaks": a colon in place of a verb, where the name before it stands
 * in the story as well.
 */
export function readHeadline(
  tokens: readonly Token[],
  sentence: Sentence,
  index: number,
  named: (token: Token) => boolean,
): Report | null {
  if (index !== 0) return null;
  for (let at = sentence.from + 1; at < Math.min(sentence.from + 5, sentence.to - 3); at += 1) {
    const colon = tokens[at];
    const last = tokens[at - 1];
    if (!colon || !last || colon.text !== ':' || colon.quote >= 0) continue;
    const capital = /^\p{Lu}/u.test(last.text);
    if (!HEADLINE_SOURCES.test(last.lower) && !(capital && named(last))) return null;
    let to = sentence.to;
    while (to > at + 1 && /^[.,;:]$/.test(tokens[to - 1]?.text ?? '')) to -= 1;
    return {
      pieces: [{ from: at + 1, to }],
      mention: { from: sentence.from, to: at },
      verb: { from: at, to: at + 1 },
      lemma: ':',
      sentence: index,
      after: true,
      rule: 'headline',
    };
  }
  return null;
}

/** Behind "More from", with which a layout continues a quotation. */
function labelStart(tokens: readonly Token[], from: number): number {
  const more = tokens[from]?.lower === 'more' && tokens[from + 1]?.lower === 'from';
  return more ? from + 2 : from;
}

/** `Smith: "…"`, `More from Smith: "…"`: a colon in place of a cue. */
export function readLabelled(
  tokens: readonly Token[],
  sentence: Sentence,
  index: number,
): Report | null {
  for (let at = sentence.from + 1; at + 5 < sentence.to; at += 1) {
    if (
      tokens[at]?.text !== ':' ||
      (tokens[at]?.quote ?? 0) >= 0 ||
      (tokens[at + 1]?.quote ?? -1) < 0
    )
      continue;
    const phrase = phraseEndingAt(tokens, at - 1, sentence.from);
    const named = phrase && isLabel(tokens, phrase, sentence) ? phrase : null;
    let to = at + 1;
    while (to < sentence.to && (tokens[to]?.quote ?? -1) >= 0) to += 1;
    return {
      pieces: [{ from: at + 1, to }],
      mention: named
        ? { from: Math.max(named.from, labelStart(tokens, sentence.from)), to: named.to }
        : announcer(tokens, sentence, at),
      verb: named ? { from: at, to: at + 1 } : null,
      lemma: named ? ':' : '',
      sentence: index,
      after: true,
      rule: 'colon before quotation',
    };
  }
  return null;
}

/** `Smith:`, `More from Smith:`, `The vote is near - Smith:` */
function isLabel(tokens: readonly Token[], phrase: Phrase, sentence: Sentence): boolean {
  const before = tokens[phrase.from - 1];
  if (phrase.from === sentence.from || before?.lower === 'from') return true;
  return /^[-–—]+$/.test(before?.text ?? '') && isCapitalised(tokens[phrase.from]);
}

/** "Lund was less sure: “…”", "The mayor's answer was: “…”": who the clause before the colon is about. */
function announcer(tokens: readonly Token[], sentence: Sentence, colon: number): Phrase | null {
  const subject = mainSubject(tokens, colon, sentence);
  if (!subject) return null;
  const head = tokens[subject.to - 1];
  if (!head || !UTTERANCE.test(head.lower)) return subject;
  for (let at = subject.to - 2; at >= subject.from; at -= 1) {
    const token = tokens[at];
    if (token?.lower === "'s" && at > subject.from) return { from: subject.from, to: at };
    if (token && /^(?:his|her|their|its|my|our)$/.test(token.lower))
      return { from: at, to: at + 1 };
  }
  return null;
}

/** Nouns for what is said, which do not speak themselves. */
const UTTERANCE =
  /^(?:answer|reply|response|message|statement|question|advice|comment|conclusion|verdict|view|argument|point|explanation|remark|reaction|warning|tweet|post|letter|note|rule|motto|slogan|transcript|headline|sign|banner|word|words|line|quote|excerpt)$/;

/** A sentence that is a quotation and nothing else: the next piece of the last one, or a free one. */
export function readFreeQuotation(
  input: SpeechInput,
  sentence: Sentence,
  index: number,
  reports: Report[],
): void {
  const { tokens, quotations, sentences } = input;
  if (joinLinked(input, sentence, index, reports)) return;
  const first = tokens.slice(sentence.from, sentence.from + 2).find((token) => token.quote >= 0);
  if (!first || !isAllQuoted(tokens, sentence)) return;
  const quotation = quotations[first.quote];
  if (quotation && !quotation.closed && isCaption(tokens, sentences[index + 1])) return;
  const range = quotedRange(tokens, sentence);
  const previous = sentences[index - 1];
  const last = lastQuoting(tokens, reports, index - 1, previous?.paragraph === sentence.paragraph);
  if (last && previous && (quotation?.continues || sentence.paragraph - previous.paragraph <= 1)) {
    last.pieces.push(range);
    last.sentence = index;
    return;
  }
  if (joinReported(input, sentence, index, range, reports)) return;
  if (resume(input, sentence, index, range, reports)) return;
  const words = range.to - range.from;
  const signed = isSignature(tokens, sentences[index + 1]);
  if (words < 5 || (words < 14 && /^['‘’]$/.test(tokens[range.from]?.text ?? ''))) return;
  if (previous && tokens[previous.to - 1]?.text === ':') {
    const cue = announcingCue(tokens, previous);
    if (cue) {
      reports.push({
        ...cue,
        pieces: [range],
        sentence: index,
        after: true,
        rule: 'cue before colon',
      });
      return;
    }
  }
  if (index > 0 && !signed && !isSpoken(input, sentence, index, range)) return;
  reports.push({
    pieces: [range],
    mention: null,
    verb: null,
    lemma: '',
    sentence: index,
    after: false,
    rule: 'free quotation',
  });
}

/** So many tokens at most name who is quoted in large type. */
const CAPTION_WORDS = 14;

/**
 * The name below words in large type, which a layout repeats from the story: the mark that opens
 * before the words closes behind the name.
 */
function isCaption(tokens: readonly Token[], sentence: Sentence | undefined): boolean {
  if (!sentence || sentence.to - sentence.from > CAPTION_WORDS) return false;
  const last = tokens[sentence.to - 1];
  const after = tokens[sentence.to];
  const mark = after?.paragraph === sentence.paragraph ? after : last;
  const named = tokens
    .slice(sentence.from, sentence.to)
    .every((token) => token.quote < 0 && !/^(?:VERB|AUX|PRON)$/.test(token.pos));
  return named && /^(?:["”]|'')$/.test(mark?.text ?? '');
}

/**
 * A quotation that nobody is named for is somebody's words where it fills its paragraph, or where it
 * ends one without another quotation and speaks of "I" or "we"; others are titles, slogans, words of
 * documents, and pieces of which nothing tells whose they are.
 */
function isSpoken(
  { tokens, sentences }: SpeechInput,
  sentence: Sentence,
  index: number,
  range: Phrase,
): boolean {
  if (sentences[index + 1]?.paragraph === sentence.paragraph) return false;
  if (sentences[index - 1]?.paragraph !== sentence.paragraph) return range.to - range.from > 9;
  for (let at = range.from - 1; tokens[at]?.paragraph === sentence.paragraph; at -= 1)
    if ((tokens[at]?.quote ?? -1) >= 0) return false;
  return tokens.slice(range.from, range.to).some((token) => FIRST_PERSON.test(token.lower));
}

const FIRST_PERSON = /^(?:i|we|my|our|me|us)$/;

/** The cue of a sentence that ends in a colon and announces what follows: "Stated Stone:". */
function announcingCue(
  tokens: readonly Token[],
  sentence: Sentence,
): Pick<Report, 'mention' | 'verb' | 'lemma'> | null {
  const site = listSites(tokens, sentence)
    .filter((one) => /[csqt]/.test(one.cue.frame))
    .at(-1);
  if (!site) return null;
  const subject =
    site.subject && !site.subject.passive
      ? { from: site.subject.from, to: site.subject.to }
      : phraseStartingAt(tokens, site.at + 1, sentence.to);
  return { mention: subject, verb: { from: site.at, to: site.at + 1 }, lemma: site.cue.lemma };
}
