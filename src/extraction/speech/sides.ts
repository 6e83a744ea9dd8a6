/** Content that stands before its cue, or on both sides of it. */
import { hasMainVerb } from '../reading/clause-starts.ts';
import { findSubject } from '../reading/clauses.ts';
import { endsAfter, hasVerb } from '../reading/content.ts';
import { ROLE_NOUNS } from '../reading/lexicon.ts';
import { isBodyName, readRun } from '../reading/names.ts';
import { findSign, type Phrase, phraseStartingAt } from '../reading/phrases.ts';
import type { Sentence } from '../reading/sentences.ts';
import type { Token } from '../reading/tokens.ts';
import { contentBefore, type Report } from './reports.ts';
import { isTitle, namesWork } from './resumed.ts';
import type { Site } from './sites.ts';

/** A quotation that opens the sentence and ends as a clause does, with only its speaker before the cue. */
export function leadingQuotation(
  tokens: readonly Token[],
  site: Site,
  sites: readonly Site[],
  floor: number,
): Phrase | null {
  const first = tokens[floor];
  if (!first || first.quote < 0 || site.cue.form === 'ing') return null;
  let to = floor;
  while (to < site.at && (tokens[to]?.quote ?? -1) >= 0) to += 1;
  const last = tokens[to - 2];
  if (to >= site.at || to - floor < 4 || !last || !/[,?!.—–-]$/.test(last.text)) return null;
  if (sites.some((other) => other.at >= to && other.at < site.at)) return null;
  for (let at = to; at < site.at; at += 1) {
    const token = tokens[at];
    if (
      !token ||
      token.quote >= 0 ||
      /^[;:.]$/.test(token.text) ||
      /^(?:but|that|which)$/.test(token.lower) ||
      (at === to && token.lower === 'and')
    )
      return null;
  }
  return site.at - to < 40 ? { from: floor, to } : null;
}

/** The phrase that follows a quotation, as its speaker. */
export function speakerAfter(tokens: readonly Token[], from: number, site: Site): Phrase | null {
  return (
    phraseStartingAt(tokens, from, site.at) ?? phraseStartingAt(tokens, site.at + 1, site.at + 12)
  );
}

/** The first finite verb after an opening quotation, where no known cue is: `"…," she charged.` */
export function unknownCue(tokens: readonly Token[], sentence: Sentence): Site | null {
  if ((tokens[sentence.from]?.quote ?? -1) < 0) return null;
  let at = sentence.from;
  while (at < sentence.to && (tokens[at]?.quote ?? -1) >= 0) at += 1;
  if (!/[,?!]$/.test(tokens[at - 2]?.text ?? '') || tokens[at]?.lower === 'according') return null;
  for (let index = at; index < Math.min(sentence.to, at + 14); index += 1) {
    const token = tokens[index];
    if (!token || token.quote >= 0 || /^[;:.]$/.test(token.text)) return null;
    if (token.pos !== 'VERB' || /ing$/.test(token.lower)) continue;
    const subject = findSubject(tokens, index, at);
    const groupFrom = subject?.verbFrom ?? index;
    return {
      at: index,
      cue: { lemma: token.lower, frame: 'q', form: 'past' },
      next: index + 1,
      subject,
      groupFrom,
    };
  }
  return null;
}

/** `"…," she told reporters.`: an addressee and nothing else after the cue. */
export function addressed(tokens: readonly Token[], site: Site, to: number): boolean {
  if (!/[to]/.test(site.cue.frame)) return false;
  const phrase = phraseStartingAt(tokens, site.at + 1, to);
  return phrase !== null && endsAfter(tokens, phrase.to, to);
}

/** True where all words of the range stand inside quotation marks. */
export function isQuoted(tokens: readonly Token[], range: Phrase): boolean {
  for (let at = range.from; at < range.to; at += 1) {
    const token = tokens[at];
    if (token && token.quote < 0 && /[\p{L}\p{N}]/u.test(token.text)) return false;
  }
  return true;
}

function endsQuoted(tokens: readonly Token[], range: Phrase): boolean {
  return (tokens[range.to - 1]?.quote ?? -1) >= 0;
}

export function quoteEnds(tokens: readonly Token[], edge: number): boolean {
  const last = tokens[edge - 1];
  if (!last) return false;
  return last.quote >= 0 || (last.text === ',' && (tokens[edge - 2]?.quote ?? -1) >= 0);
}

const SUBORDINATE =
  /^(?:if|when|while|after|before|as|although|though|because|since|once|until|despite|in|on|at|during|with|by|for|from|to|asked|following|speaking|according|unlike|like|instead|meanwhile|however|still|later|earlier|also|then|but|and|citing|referring|noting|adding|saying|under)$/;

/** Content that ends right before the subject: quoted, or a clause of its own. */
export function beforeContent(
  tokens: readonly Token[],
  edge: number,
  floor: number,
): Phrase | null {
  const content = contentBefore(tokens, edge, floor);
  if (!content) return null;
  if (quoteEnds(tokens, edge)) {
    const tail = quotedTail(tokens, content);
    const title = namesSubject(tokens, tail, edge) || namesWork(tokens, tail.from, edge);
    return title ? null : tail;
  }
  const opener = /^(?:and|but|so|yet)$/.test(tokens[content.from]?.lower ?? '') ? 1 : 0;
  const first = tokens[content.from + opener];
  const words = content.to - content.from;
  if (!first || words < 3 || (words < 8 && !hasVerb(tokens, content.from, content.to))) return null;
  if (SUBORDINATE.test(first.lower)) {
    const comma = findSign(tokens, ',', content.from, content.to);
    if (comma < 0 && !/^(?:in|on|at|but|and|for|still|also|then|to)$/.test(first.lower))
      return null;
    if (comma >= 0 && !hasVerb(tokens, comma, content.to)) return null;
  }
  return content;
}

/** "“Morning Call” host Ann Lund showed …": without a sign behind it a title describes the subject. */
function namesSubject(tokens: readonly Token[], content: Phrase, edge: number): boolean {
  const inner = tokens[content.to - 2]?.text ?? '';
  return (
    content.to === edge && !/[,.?!…—–'’"”-]$/.test(inner) && isTitle(tokens, content.from, edge)
  );
}

/** What stands before a quotation in the same sentence is content only if it builds a clause with it. */
function quotedTail(tokens: readonly Token[], content: Phrase): Phrase {
  const last = tokens[content.to - 1];
  if (!last || last.quote < 0) return content;
  let from = content.to - 1;
  while (from > content.from && tokens[from - 1]?.quote === last.quote) from -= 1;
  const opener = tokens[from - 1];
  const inner = tokens[from + 1];
  if (
    from > content.from &&
    opener &&
    /^[:,]$/.test(opener.text) &&
    inner &&
    /^\p{Lu}/u.test(inner.text)
  )
    return { from, to: content.to };
  return content;
}

export function readInverted(
  tokens: readonly Token[],
  site: Site,
  sentence: Sentence,
  floor: number,
  base: Pick<Report, 'verb' | 'lemma' | 'sentence'>,
): Report | null {
  const content = beforeContent(tokens, site.at, floor);
  const speaker = phraseStartingAt(tokens, site.at + 1, sentence.to);
  if (!content || !speaker) return null;
  const after = tokens[speaker.to];
  // `"…," said to be rare` and `, told X that` are no inversions.
  const quotedContent = (tokens[content.to - 1]?.quote ?? -1) >= 0;
  if (!isQuoted(tokens, content) && after && /^(?:VERB|AUX)$/.test(after.pos)) return null;
  // "Lee, the mayor, announced a plan": what stands before the comma is the subject.
  if (!endsQuoted(tokens, content) && site.subject && !hasMainVerb(tokens, content)) return null;
  const described = /^(?:who|whose)$/.test(after?.lower ?? '');
  if (!quotedContent && !described && !endsAfter(tokens, speaker.to, sentence.to)) return null;
  let at = speaker.to;
  let depth = 0;
  while (at < sentence.to) {
    const token = tokens[at];
    if (
      !token ||
      (token.quote >= 0 &&
        /[,.:;]$/.test(tokens[at - 1]?.text ?? '') &&
        tokens[at - 1]?.quote !== token.quote)
    )
      break;
    if (token.quote >= 0) {
      at += 1;
      continue;
    }
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    at += 1;
    if (depth === 0 && /^[;.]$/.test(token.text)) break;
  }
  const pieces = [content];
  const quoted = (tokens[content.to - 1]?.quote ?? -1) >= 0;
  if (
    at < sentence.to &&
    quoted &&
    (tokens[at]?.quote ?? -1) >= 0 &&
    /[,.:;]$/.test(tokens[at - 1]?.text ?? '')
  ) {
    let end = at;
    while (end < sentence.to && tokens[end]?.quote === tokens[at]?.quote) end += 1;
    pieces.push({ from: at, to: end });
  }
  const mention = nameBehindRole(tokens, speaker, sentence.to) ?? speaker;
  return { ...base, pieces, mention, after: false, rule: 'inverted cue' };
}

/** "said the lead author, Ann Lee": the name behind an office is the mention. */
function nameBehindRole(tokens: readonly Token[], role: Phrase, to: number): Phrase | null {
  const head = tokens[role.to - 1];
  if (!head || head.text !== head.lower || !ROLE_NOUNS.has(head.lower)) return null;
  if (tokens[role.to]?.text !== ',') return null;
  const run = readRun(tokens, role.to + 1, to);
  if (!run || run.to - run.from < 2 || isBodyName(tokens, run)) return null;
  return { from: run.titleFrom, to: run.to };
}
