/**
 * Puts the reports of all sentences together: chooses the side on which each cue's content stands,
 * joins the pieces of interrupted quotations, and takes in quotations that no cue introduces.
 */
import { findSubject, type Subject } from './clauses.ts';
import { hasVerb, isEndOfSpeech, skipAdjuncts } from './content.ts';
import { DOCUMENTS } from './lexicon.ts';
import { CALENDAR, findSign, type Phrase, phraseEndingAt, phraseStartingAt } from './phrases.ts';
import type { Quotation } from './quotation.ts';
import {
  contentAfter,
  contentBefore,
  endsAfter,
  isInverted,
  listSites,
  type Report,
  type Site,
} from './reports.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

export interface SpeechInput {
  text: string;
  tokens: readonly Token[];
  sentences: readonly Sentence[];
  quotations: readonly Quotation[];
}

/** Lists all reports of the text in order. */
export function listReports(input: SpeechInput): Report[] {
  const reports: Report[] = [];
  input.sentences.forEach((sentence, index) => {
    const own = readSentence(input, sentence, index);
    if (own.length === 0) readFreeQuotation(input, sentence, index, reports);
    else joinAcross(input, own, reports);
    reports.push(...own);
  });
  return reports;
}

function readSentence(input: SpeechInput, sentence: Sentence, index: number): Report[] {
  const { tokens } = input;
  const sites = listSites(tokens, sentence);
  if (sites.length === 0) {
    const unknown = unknownCue(tokens, sentence);
    if (unknown) sites.push(unknown);
  }
  const reports: Report[] = [];
  let floor = sentence.from;
  for (const site of sites) {
    if (
      reports.some(
        (report) => report.after && report.rule.startsWith('object') && covers(report, site.at),
      )
    )
      continue;
    const report = readSite(input, site, sites, sentence, index, floor, reports);
    if (!report) continue;
    reports.push(report);
    if (!report.after)
      floor = Math.max(floor, site.at + 1, ...report.pieces.map((piece) => piece.to));
  }
  reports.push(...readAccording(tokens, sentence, index));
  if (reports.length === 0) {
    const labelled = readLabelled(tokens, sentence, index);
    if (labelled) reports.push(labelled);
  }
  return reports;
}

/** `Smith: "…"`, `More from Smith: "…"`: a colon in place of a cue. */
function readLabelled(tokens: readonly Token[], sentence: Sentence, index: number): Report | null {
  for (let at = sentence.from + 1; at + 5 < sentence.to; at += 1) {
    if (
      tokens[at]?.text !== ':' ||
      (tokens[at]?.quote ?? 0) >= 0 ||
      (tokens[at + 1]?.quote ?? -1) < 0
    )
      continue;
    const phrase = phraseEndingAt(tokens, at - 1, sentence.from);
    const named =
      phrase && (phrase.from === sentence.from || tokens[phrase.from - 1]?.lower === 'from')
        ? phrase
        : null;
    let to = at + 1;
    while (to < sentence.to && (tokens[to]?.quote ?? -1) >= 0) to += 1;
    return {
      pieces: [{ from: at + 1, to }],
      mention: named,
      verb: null,
      lemma: '',
      sentence: index,
      after: true,
      rule: 'colon before quotation',
    };
  }
  return null;
}

function covers(report: Report, at: number): boolean {
  return report.pieces.some((piece) => piece.from <= at && at < piece.to);
}

function readSite(
  input: SpeechInput,
  site: Site,
  sites: readonly Site[],
  sentence: Sentence,
  index: number,
  floor: number,
  done: readonly Report[],
): Report | null {
  const { tokens } = input;
  const base = { verb: { from: site.at, to: site.at + 1 }, lemma: site.cue.lemma, sentence: index };
  if (isInverted(tokens, site, floor)) {
    const report = readInverted(tokens, site, sentence, floor, base);
    if (report) return report;
  }
  const subject =
    ownSubject(tokens, site) ?? sharedSubject(tokens, site, sites, sentence, done) ?? site.subject;
  if (subject && 'passive' in subject && subject.passive) return null;
  const edge = subject && site.subject ? (site.subject.edge ?? subject.from) : site.groupFrom;
  const lead = leadingQuotation(tokens, site, sites, floor);
  if (lead) {
    const mention = subject
      ? { from: subject.from, to: subject.to }
      : speakerAfter(tokens, lead.to, site);
    const pieces = [lead, ...resumed(tokens, site, sites, lead, sentence.to)];
    return { ...base, pieces, mention, after: false, rule: 'quotation before cue' };
  }
  const before =
    site.subject && /[csqt]/.test(site.cue.frame) ? beforeContent(tokens, edge, floor) : null;
  const after = contentAfter(tokens, site, sites, sentence.to);
  const mention = subject ? { from: subject.from, to: subject.to } : null;
  const quotedBefore = before !== null && isQuoted(tokens, before);
  if (
    before &&
    (!after || quotedBefore || (quoteEnds(tokens, edge) && after.rule !== 'that-clause'))
  ) {
    const follow =
      endsAfter(tokens, site.at + 1, sentence.to) || addressed(tokens, site, sentence.to);
    if (follow || quotedBefore) {
      const pieces = [before, ...resumed(tokens, site, sites, before, sentence.to)];
      return { ...base, pieces, mention, after: false, rule: 'content before cue' };
    }
  }
  if (!after) return null;
  if (
    !subject &&
    (site.cue.form === 'base' || /[nakbo]/.test(site.cue.frame) || site.cue.form === 'ing')
  )
    return null;
  return {
    ...base,
    pieces: [{ from: after.from, to: after.to }],
    mention,
    after: true,
    rule: after.rule,
  };
}

/** A quotation that opens the sentence and ends as a clause does, with only its speaker before the cue. */
function leadingQuotation(
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
      /^(?:and|but|that|which)$/.test(token.lower)
    )
      return null;
  }
  return site.at - to < 40 ? { from: floor, to } : null;
}

/** The phrase that follows a quotation, as its speaker. */
function speakerAfter(tokens: readonly Token[], from: number, site: Site): Phrase | null {
  return (
    phraseStartingAt(tokens, from, site.at) ?? phraseStartingAt(tokens, site.at + 1, site.at + 12)
  );
}

/** The first finite verb after an opening quotation, where no known cue is: `"…," she charged.` */
function unknownCue(tokens: readonly Token[], sentence: Sentence): Site | null {
  if ((tokens[sentence.from]?.quote ?? -1) < 0) return null;
  let at = sentence.from;
  while (at < sentence.to && (tokens[at]?.quote ?? -1) >= 0) at += 1;
  if (!/[,?!]$/.test(tokens[at - 2]?.text ?? '')) return null;
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
function addressed(tokens: readonly Token[], site: Site, to: number): boolean {
  const phrase = phraseStartingAt(tokens, site.at + 1, to);
  return phrase !== null && endsAfter(tokens, phrase.to, to);
}

/** True where all words of the range stand inside quotation marks. */
function isQuoted(tokens: readonly Token[], range: Phrase): boolean {
  for (let at = range.from; at < range.to; at += 1) {
    const token = tokens[at];
    if (token && token.quote < 0 && /[\p{L}\p{N}]/u.test(token.text)) return false;
  }
  return true;
}

function quoteEnds(tokens: readonly Token[], edge: number): boolean {
  const last = tokens[edge - 1];
  if (!last) return false;
  return last.quote >= 0 || (last.text === ',' && (tokens[edge - 2]?.quote ?? -1) >= 0);
}

const SUBORDINATE =
  /^(?:if|when|while|after|before|as|although|though|because|since|once|until|despite|in|on|at|during|with|by|for|from|to|asked|following|speaking|according|unlike|like|instead|meanwhile|however|still|later|earlier|also|then|but|and|citing|referring|noting|adding|saying|under)$/;

/** Content that ends right before the subject: quoted, or a clause of its own. */
function beforeContent(tokens: readonly Token[], edge: number, floor: number): Phrase | null {
  const content = contentBefore(tokens, edge, floor);
  if (!content) return null;
  if (quoteEnds(tokens, edge)) return quotedTail(tokens, content);
  const first = tokens[content.from];
  if (!first || content.to - content.from < 3 || !hasVerb(tokens, content.from, content.to))
    return null;
  if (SUBORDINATE.test(first.lower)) {
    const comma = findSign(tokens, ',', content.from, content.to);
    if (comma < 0 && !/^(?:in|on|at|but|and|for|still|also|then|to)$/.test(first.lower))
      return null;
    if (comma >= 0 && !hasVerb(tokens, comma, content.to)) return null;
  }
  return content;
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

/** The part of an interrupted content that follows the cue: `", he said, "…"`. */
function resumed(
  tokens: readonly Token[],
  site: Site,
  sites: readonly Site[],
  before: Phrase,
  to: number,
): Phrase[] {
  let at = skipAdjuncts(tokens, site.at + 1, to, true);
  if (tokens[at]?.text !== ',' && tokens[at]?.quote === -1) {
    const phrase = phraseStartingAt(tokens, at, to);
    if (phrase) at = skipAdjuncts(tokens, phrase.to, to, true);
  }
  return resumedAt(tokens, at, sites, before, to);
}

function resumedAt(
  tokens: readonly Token[],
  from: number,
  sites: readonly Site[],
  before: Phrase,
  to: number,
): Phrase[] {
  let at = from;
  const sign = tokens[at];
  if (!sign || at >= to) return [];
  if (sign.quote < 0) {
    if (!/^(?:[,:;.—–]|--)$/.test(sign.text)) return [];
    at += 1;
  }
  const next = tokens[at];
  if (!next || at >= to) return [];
  const quoted = (tokens[before.to - 1]?.quote ?? -1) >= 0;
  if (next.quote >= 0) {
    let end = at;
    while (end < to && tokens[end]?.quote === next.quote) end += 1;
    return [{ from: at, to: end }];
  }
  if (
    quoted ||
    /ing$/.test(next.lower) ||
    /^(?:who|which|a|an|and|but|according|while|where|as|whose|when)$/.test(next.lower)
  )
    return [];
  if (sites.some((other) => other.at > at && other.groupFrom <= at + 3)) return [];
  let end = to;
  while (end > at && isEndOfSpeech(tokens[end - 1])) end -= 1;
  return hasVerb(tokens, at, end) || end - at > 2 ? [{ from: at, to: end }] : [];
}

function readInverted(
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
  if (!quotedContent && after && /^(?:VERB|AUX)$/.test(after.pos)) return null;
  if (!quotedContent && !endsAfter(tokens, speaker.to, sentence.to)) return null;
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
  return { ...base, pieces, mention: speaker, after: false, rule: 'inverted cue' };
}

/** The cue's own subject; "a statement confirming" leaves it to who released the statement. */
function ownSubject(tokens: readonly Token[], site: Site): Subject | null {
  const { subject } = site;
  const head = subject && tokens[subject.to - 1];
  return subject && site.cue.form === 'ing' && head && DOCUMENTS.has(head.lower) ? null : subject;
}

/** The subject that a coordinated or participial cue shares with the verb before it. */
function sharedSubject(
  tokens: readonly Token[],
  site: Site,
  _sites: readonly Site[],
  sentence: Sentence,
  done: readonly Report[],
): Phrase | null {
  const link = tokens[site.groupFrom - 1];
  const participle = site.cue.form === 'ing';
  if (!participle && !(link && /^(?:and|but|or|then|,)$/.test(link.lower))) return null;
  if (
    participle &&
    link &&
    /^(?:DET|ADJ|NOUN|PROPN)$/.test(link.pos) &&
    link.quote < 0 &&
    !DOCUMENTS.has(link.lower)
  )
    return null;
  const last = done[done.length - 1];
  if (last?.mention && last.sentence >= 0 && !covers(last, site.at)) return last.mention;
  for (let at = site.groupFrom - 1; at > sentence.from && site.groupFrom - at < 50; at -= 1) {
    const token = tokens[at];
    if (!token || token.quote >= 0 || !/^(?:VERB|AUX)$/.test(token.pos) || /ing$/.test(token.lower))
      continue;
    const subject = subjectPhrase(tokens, at, sentence.from);
    if (subject) return subject;
  }
  return participle && site.groupFrom === sentence.from
    ? leadSubject(tokens, site, sentence)
    : null;
}

/** "Noting that it rained, she left": the subject comes after the clause. */
function leadSubject(tokens: readonly Token[], site: Site, sentence: Sentence): Phrase | null {
  for (let at = site.at; at < sentence.to; at += 1) {
    if (tokens[at]?.text !== ',') continue;
    const phrase = phraseStartingAt(tokens, at + 1, sentence.to);
    if (phrase && /^(?:VERB|AUX)$/.test(tokens[phrase.to]?.pos ?? '')) return phrase;
  }
  return null;
}

const ACCORDING_END = /^[,;.:?!—–)]$/;

/** "according to X" on either side of its clause. */
function readAccording(tokens: readonly Token[], sentence: Sentence, index: number): Report[] {
  const reports: Report[] = [];
  for (let at = sentence.from; at + 2 < sentence.to; at += 1) {
    if (
      tokens[at]?.lower !== 'according' ||
      tokens[at + 1]?.lower !== 'to' ||
      (tokens[at]?.quote ?? 0) >= 0
    )
      continue;
    const mention = accordingSource(tokens, at + 2, sentence.to);
    if (!mention) continue;
    const base = {
      mention,
      verb: { from: at, to: at + 2 },
      lemma: 'according to',
      sentence: index,
    };
    let stop = mention.to;
    while (stop < sentence.to && !ACCORDING_END.test(tokens[stop]?.text ?? '.')) stop += 1;
    if (
      at === sentence.from ||
      (at === sentence.from + 1 && /^(?:and|but)$/.test(tokens[sentence.from]?.lower ?? ''))
    ) {
      const from = openingEnd(tokens, mention.to, sentence.to);
      const to = trimmedEnd(tokens, sentence.to, from);
      if (from < to)
        reports.push({ ...base, pieces: [{ from, to }], after: true, rule: 'according to, first' });
      continue;
    }
    const from = sentence.from;
    const to = /^(?:,|—|–|--|\()$/.test(tokens[at - 1]?.text ?? '') ? at - 1 : at;
    const pieces: Phrase[] = to > from ? [{ from, to }] : [];
    const rest = stop + 1;
    const end = trimmedEnd(tokens, sentence.to, rest);
    if (
      tokens[stop]?.text === ',' &&
      end - rest > 4 &&
      hasVerb(tokens, rest, end) &&
      !/^(?:which|who|a|an|the|whose|and|but)$|ing$/.test(tokens[rest]?.lower ?? '')
    )
      pieces.push({ from: rest, to: end });
    if (pieces.length > 0)
      reports.push({ ...base, pieces, after: false, rule: 'according to, last' });
  }
  return reports;
}

function accordingSource(tokens: readonly Token[], from: number, to: number): Phrase | null {
  let end = from;
  while (end < to && end < from + 22) {
    const token = tokens[end];
    if (
      !token ||
      ACCORDING_END.test(token.text) ||
      /^(?:who|which|that|but|while)$/.test(token.lower)
    )
      break;
    end += 1;
  }
  while (
    end > from &&
    (CALENDAR.has(tokens[end - 1]?.lower ?? '') ||
      /^(?:on|last|this|week|in)$/.test(tokens[end - 1]?.lower ?? ''))
  )
    end -= 1;
  return end > from ? { from, to: end } : null;
}

/** After "According to X, …,": the comma before which the source's own insertions end. */
function openingEnd(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  while (at < to && tokens[at]?.text !== ',' && (tokens[at]?.quote ?? -1) < 0) at += 1;
  if (tokens[at]?.text !== ',') return (tokens[at]?.quote ?? -1) >= 0 ? at : to;
  const next = tokens[at + 1];
  if (next && /^(?:a|an|who|which)$/.test(next.lower)) {
    const close = findSign(tokens, ',', at + 2, to);
    if (close > 0 && hasVerb(tokens, close, to)) return close + 1;
  }
  return at + 1;
}

function trimmedEnd(tokens: readonly Token[], to: number, from: number): number {
  let end = to;
  while (end > from && (tokens[end - 1]?.quote ?? -1) < 0 && isEndOfSpeech(tokens[end - 1]))
    end -= 1;
  return end;
}

function isAllQuoted(tokens: readonly Token[], sentence: Sentence): boolean {
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const token = tokens[at];
    if (token && token.quote < 0 && /[\p{L}\p{N}]/u.test(token.text)) return false;
  }
  return true;
}

function quotedRange(tokens: readonly Token[], sentence: Sentence): Phrase {
  return {
    from: sentence.from,
    to:
      sentence.to > sentence.from && (tokens[sentence.to - 1]?.quote ?? -1) < 0
        ? sentence.to - 1
        : sentence.to,
  };
}

/** A sentence that is a quotation and nothing else: the next piece of the last one, or a free one. */
function readFreeQuotation(
  input: SpeechInput,
  sentence: Sentence,
  index: number,
  reports: Report[],
): void {
  const { tokens, quotations, sentences } = input;
  const first = tokens.slice(sentence.from, sentence.from + 2).find((token) => token.quote >= 0);
  if (!first || !isAllQuoted(tokens, sentence)) return;
  const quotation = quotations[first.quote];
  const range = quotedRange(tokens, sentence);
  const previous = sentences[index - 1];
  const last = lastQuoting(tokens, reports, index - 1, previous?.paragraph === sentence.paragraph);
  if (last && previous && (quotation?.continues || sentence.paragraph - previous.paragraph <= 1)) {
    last.pieces.push(range);
    last.sentence = index;
    return;
  }
  const words = range.to - range.from;
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

/** The report of sentence `index` whose content ends in a quotation, the last one first. */
function lastQuoting(
  tokens: readonly Token[],
  reports: readonly Report[],
  index: number,
  sameParagraph: boolean,
): Report | null {
  for (let at = reports.length - 1; at >= 0; at -= 1) {
    const report = reports[at];
    if (!report || report.sentence < index) return null;
    const last = report.pieces[report.pieces.length - 1];
    if (report.sentence !== index || !last) continue;
    if ((tokens[last.to - 1]?.quote ?? -1) >= 0) return report;
    if (sameParagraph && !report.after) return report;
  }
  return null;
}

/** A quotation before whose cue another sentence of quotation stands belongs to it: `"A." "B," he said.` */
function joinAcross(input: SpeechInput, own: Report[], reports: Report[]): void {
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

function subjectPhrase(tokens: readonly Token[], at: number, floor: number): Phrase | null {
  const subject = findSubject(tokens, at, floor);
  return subject ? { from: subject.from, to: subject.to } : null;
}
