/** Quotations without a cue that belong to the report before them, and those that a later cue takes in. */
import type { Phrase } from '../reading/phrases.ts';
import type { Sentence } from '../reading/sentences.ts';
import type { Token } from '../reading/tokens.ts';
import type { Report } from './reports.ts';
import type { SpeechInput } from './speech.ts';

export function isAllQuoted(tokens: readonly Token[], sentence: Sentence): boolean {
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const token = tokens[at];
    if (token && token.quote < 0 && /[\p{L}\p{N}]/u.test(token.text)) return false;
  }
  return true;
}

export function quotedRange(tokens: readonly Token[], sentence: Sentence): Phrase {
  return {
    from: sentence.from,
    to:
      sentence.to > sentence.from && (tokens[sentence.to - 1]?.quote ?? -1) < 0
        ? sentence.to - 1
        : sentence.to,
  };
}

/** `She said the lock leaks. "B."`: a quotation right behind a report in the same paragraph belongs to it. */
export function joinReported(
  { tokens, sentences }: SpeechInput,
  sentence: Sentence,
  index: number,
  range: Phrase,
  reports: readonly Report[],
): boolean {
  const last = reports[reports.length - 1];
  const previous = sentences[index - 1];
  if (!last || !previous || last.sentence !== index - 1 || !last.mention) return false;
  if (last.rule === 'signed quotation') return false;
  if (previous.paragraph !== sentence.paragraph) return false;
  const end = last.pieces[last.pieces.length - 1]?.to ?? 0;
  for (let at = end; at < previous.to; at += 1)
    if (/[\p{L}\p{N}]/u.test(tokens[at]?.text ?? '')) return false;
  last.pieces.push(range);
  last.sentence = index;
  return true;
}

/**
 * `“A,” said Ann Lund. She is 60 and mends locks. “B.”`: a quotation that ends a paragraph resumes
 * the last report in it, where nobody else is spoken of in between.
 */
export function resume(
  { sentences, tokens }: SpeechInput,
  sentence: Sentence,
  index: number,
  range: Phrase,
  reports: readonly Report[],
): boolean {
  if (sentences[index + 1]?.paragraph === sentence.paragraph) return false;
  const last = reports[reports.length - 1];
  if (!last?.mention || last.rule === 'signed quotation') return false;
  if (sentences[last.sentence]?.paragraph !== sentence.paragraph) return false;
  const told = sentences.slice(last.sentence + 1, index);
  if (told.some((one) => isAboutAnother(tokens, one, last.mention))) return false;
  last.pieces.push(range);
  last.sentence = index;
  return true;
}

/** True where the sentence opens with a name that is not part of the mention. */
function isAboutAnother(
  tokens: readonly Token[],
  { from }: Sentence,
  mention: Phrase | null,
): boolean {
  const first = tokens[from];
  if (first?.pos !== 'PROPN') return false;
  const names = mention ? tokens.slice(mention.from, mention.to) : [];
  return !names.some((token) => token.lower === first.lower);
}

const OPENERS = /^(?:and|but|then|now|instead|indeed|so|yet|besides|plus|also|later|still)$/;

/** `"A," she said. Then, "B."` and `… "B" and more.`: the sentence goes on with the quotation before. */
export function joinLinked(
  { tokens, sentences }: SpeechInput,
  sentence: Sentence,
  index: number,
  reports: readonly Report[],
): boolean {
  const linked = isLinked(tokens, sentence) || isMostlyQuoted(tokens, sentence);
  if (!linked && !endsQuoted(tokens, sentence)) return false;
  if (sentences[index - 1]?.paragraph !== sentence.paragraph) return false;
  const last = lastQuoting(tokens, reports, index - 1, true);
  if (!last || (!linked && (last.after || isAboutAnother(tokens, sentence, last.mention))))
    return false;
  last.pieces.push(quotedRange(tokens, sentence));
  last.sentence = index;
  return true;
}

function isLinked(tokens: readonly Token[], sentence: Sentence): boolean {
  if (!OPENERS.test(tokens[sentence.from]?.lower ?? '')) return false;
  const at = sentence.from + (tokens[sentence.from + 1]?.text === ',' ? 2 : 1);
  return (tokens[at]?.quote ?? -1) >= 0 && isAllQuoted(tokens, { ...sentence, from: at });
}

/** A quotation and then fewer words outside the marks. */
function isMostlyQuoted(tokens: readonly Token[], sentence: Sentence): boolean {
  let quoted = 0;
  while ((tokens[sentence.from + quoted]?.quote ?? -1) >= 0) quoted += 1;
  const words = sentence.to - sentence.from;
  return quoted > 6 && quoted < words - 1 && quoted * 2 > words;
}

/** `It is “a mess that nobody mends.”`: most of the sentence, and its end, stand in marks. */
function endsQuoted(tokens: readonly Token[], sentence: Sentence): boolean {
  const { from, to } = sentence;
  const quoted = tokens.slice(from, to).filter((token) => token.quote >= 0).length;
  const last = tokens[to - 1];
  const end = last && last.quote < 0 && /^[.?!]$/.test(last.text) ? tokens[to - 2] : last;
  const most = quoted > 4 && quoted * 2 > to - from && (end?.quote ?? -1) >= 0;
  return most && !isTold(tokens, sentence);
}

/** "On a sheet somebody painted “…”": the reporter tells of somebody else's words. */
function isTold(tokens: readonly Token[], { from, to }: Sentence): boolean {
  if (/^(?:it|that|this|these|those|he|she|they|unless|if)$/.test(tokens[from]?.lower ?? ''))
    return false;
  for (let at = from; at < to && (tokens[at]?.quote ?? -1) < 0; at += 1)
    if (/^(?:VERB|AUX)$/.test(tokens[at]?.pos ?? '')) return true;
  return false;
}

/** The report of sentence `index` whose content ends in a quotation, the last one first. */
export function lastQuoting(
  tokens: readonly Token[],
  reports: readonly Report[],
  index: number,
  sameParagraph: boolean,
): Report | null {
  for (let at = reports.length - 1; at >= 0; at -= 1) {
    const report = reports[at];
    if (!report || report.sentence < index || report.rule === 'signed quotation') return null;
    const last = report.pieces[report.pieces.length - 1];
    if (report.sentence !== index || !last) continue;
    if ((tokens[last.to - 1]?.quote ?? -1) >= 0) return report;
    if (sameParagraph && !report.after) return report;
  }
  return null;
}

/** A quotation before whose cue another sentence of quotation stands belongs to it: `"A." "B," he said.` */
export function joinAcross(input: SpeechInput, own: Report[], reports: Report[]): void {
  const { tokens, sentences, quotations } = input;
  const first = own[0];
  const last = reports[reports.length - 1];
  if (!first || !last || last.verb !== null || last.sentence !== first.sentence - 1) return;
  const piece = first.pieces[0];
  const sentence = sentences[first.sentence];
  const previous = sentences[last.sentence];
  if (!piece || !sentence || !previous || piece.from !== sentence.from || first.after) return;
  const quotation = quotations[tokens[piece.from]?.quote ?? -1];
  if (!quotation || (!quotation.continues && previous.paragraph !== sentence.paragraph)) return;
  first.pieces.unshift(...last.pieces);
  reports.pop();
}
