/**
 * Puts the reports of all sentences together: chooses the side on which each cue's content stands,
 * joins the pieces of interrupted quotations, and takes in quotations that no cue introduces.
 */

import type { Subject } from '../reading/clauses.ts';
import { endsAfter } from '../reading/content.ts';
import type { Phrase } from '../reading/phrases.ts';
import type { Quotation } from '../reading/quotation.ts';
import type { Sentence } from '../reading/sentences.ts';
import type { Token } from '../reading/tokens.ts';
import { readAccording } from './according.ts';
import { readAsClause } from './as-clauses.ts';
import { readAsked } from './asked.ts';
import { listAttitudes } from './attitudes.ts';
import {
  isDescription,
  isInscription,
  isNaming,
  isUnsaid,
  needsSubject,
  withoutNested,
} from './background.ts';
import { readFreeQuotation, readHeadline, readLabelled } from './free-quotations.ts';
import { insertedCue, invertedInsertion } from './inserted.ts';
import { joinAcross } from './joined-quotations.ts';
import { readLabelledQuotation } from './labelled-quotations.ts';
import { readPolled } from './polled.ts';
import { contentAfter, covers, isInverted, type Report } from './reports.ts';
import { resumed } from './resumed.ts';
import { announcer, ownSubject, sharedSubject } from './shared-subjects.ts';
import {
  addressed,
  beforeContent,
  isQuoted,
  leadingQuotation,
  quoteEnds,
  readInverted,
  speakerAfter,
  unknownCue,
} from './sides.ts';
import { readSigned, signLast } from './signed-quotations.ts';
import { listSites, type Site } from './sites.ts';

export interface SpeechInput {
  text: string;
  tokens: readonly Token[];
  sentences: readonly Sentence[];
  quotations: readonly Quotation[];
}

/** Lists all reports of the text in order. */
export function listReports(input: SpeechInput): Report[] {
  const reports: Report[] = [];
  const capitals = midSentenceNames(input);
  // Of a text of one paragraph nothing tells its names but their form.
  const alone = input.sentences.at(-1)?.paragraph === input.sentences[0]?.paragraph;
  input.sentences.forEach((sentence, index) => {
    const headline = readHeadline(
      input.tokens,
      sentence,
      index,
      (token) => capitals.has(token.lower) || (alone && isLabel(input.tokens, token)),
    );
    const whole =
      headline ??
      readAsClause(input.tokens, sentence, index) ??
      readSigned(input.tokens, sentence, index) ??
      readLabelledQuotation(input.tokens, input.sentences, index);
    const own = whole ? [whole] : readSentence(input, sentence, index);
    if (own.length === 0 && signLast(input.tokens, sentence, index, reports)) return;
    if (own.length === 0) readFreeQuotation(input, sentence, index, reports);
    else joinAcross(input, own, reports);
    reports.push(...own);
  });
  const attitudes = listAttitudes(input.tokens, input.sentences, reports);
  return [...reports, ...attitudes].sort(
    (a, b) => a.sentence - b.sentence || placeOf(a) - placeOf(b),
  );
}

function placeOf({ verb, pieces }: Report): number {
  return verb?.from ?? pieces[0]?.from ?? 0;
}

/** "Ann Lund" of "Ann Lund: …": words of a name only up to its last, neither "LATEST" nor "Q". */
function isLabel(tokens: readonly Token[], last: Token): boolean {
  return tokens
    .slice(0, tokens.indexOf(last) + 1)
    .every(
      ({ pos, text, quote }) =>
        quote < 0 &&
        /^(?:PROPN|NOUN|ADJ)$/.test(pos) &&
        /^\p{Lu}.*\p{Ll}|\.$|^\p{Lu}{2,3}$/u.test(text),
    );
}

/** Capitalised words that stand before a verb or after another word later in the text: names. */
function midSentenceNames({ tokens, sentences }: SpeechInput): Set<string> {
  const names = new Set<string>();
  const from = sentences[0]?.to ?? 0;
  for (let at = from; at < Math.min(tokens.length, from + 1500); at += 1) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (
      token &&
      before &&
      token.pos === 'PROPN' &&
      /^\p{Lu}/u.test(token.text) &&
      (before.paragraph !== token.paragraph || /^[\p{L}.”"]/u.test(before.text)) &&
      (/^(?:VERB|AUX)$/.test(tokens[at + 1]?.pos ?? '') || before.pos === 'PROPN')
    )
      names.add(token.lower);
  }
  return names;
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
  const polled = readPolled(tokens, sentence, index);
  if (polled) reports.push(polled);
  for (const asked of readAsked(tokens, sentence, index))
    if (!reports.some(({ verb }) => verb?.from === asked.verb?.from)) reports.push(asked);
  if (reports.length === 0) {
    const labelled = readLabelled(tokens, sentence, index);
    if (labelled) reports.push(labelled);
  }
  return withoutNested(tokens, reports);
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
  if (isInverted(tokens, site, floor) && !isInscription(tokens, site)) {
    const report = readInverted(tokens, site, sentence, floor, base);
    if (report) return report;
    const inserted = invertedInsertion(tokens, site, floor, sentence.to);
    if (inserted) return { ...base, ...inserted, after: false, rule: 'inserted cue' };
  }
  if (isInscription(tokens, site)) return null;
  const subject =
    ownSubject(tokens, site) ??
    sharedSubject(tokens, site, sentence, done) ??
    site.subject ??
    announcer(tokens, site, sentence);
  if (subject && 'passive' in subject && subject.passive) return null;
  const edge = subject && site.subject ? (site.subject.edge ?? subject.from) : site.groupFrom;
  const lead = leadingQuotation(tokens, site, sites, floor);
  if (lead) {
    const speaker = subject ? speakerOf(subject) : { mention: speakerAfter(tokens, lead.to, site) };
    const pieces = [lead, ...resumed(tokens, site, sites, lead, sentence.to)];
    return { ...base, pieces, ...speaker, after: false, rule: 'quotation before cue' };
  }
  const insertion = site.subject
    ? insertedCue(tokens, site, sites, edge, floor, sentence.to)
    : null;
  if (insertion) {
    return {
      ...base,
      pieces: insertion,
      ...speakerOf(subject),
      after: false,
      rule: 'inserted cue',
    };
  }
  const preceding =
    site.subject && /[csqt]/.test(site.cue.frame) ? beforeContent(tokens, edge, floor) : null;
  const before = preceding && isTaken(tokens, preceding, subject, done) ? null : preceding;
  const after = contentAfter(tokens, site, sites, sentence.to);
  const speaker = speakerOf(subject);
  const quotedBefore = before !== null && isQuoted(tokens, before);
  if (
    before &&
    (!after || quotedBefore || (quoteEnds(tokens, edge) && after.rule !== 'that-clause'))
  ) {
    const follow =
      endsAfter(tokens, site.at + 1, sentence.to) || addressed(tokens, site, sentence.to);
    if (follow || quotedBefore) {
      const pieces = [before, ...resumed(tokens, site, sites, before, sentence.to)];
      return { ...base, pieces, ...speaker, after: false, rule: 'content before cue' };
    }
  }
  if (!after || isDescription(tokens, site, after) || isNaming(tokens, site, after)) return null;
  if (!subject && needsSubject(site, after.rule)) return null;
  if (isUnsaid(tokens, site, after)) return null;
  return {
    ...base,
    pieces: [...relativeOpening(tokens, subject, after), { from: after.from, to: after.to }],
    ...speaker,
    after: true,
    rule: after.rule,
  };
}

/**
 * True where a cue before it has the quotation: in `Ann Lund said, “No,” the Courier reported` it is
 * Lund's. A pronoun only repeats who speaks: `She wrote, “No,” she said, “never.”`
 */
function isTaken(
  tokens: readonly Token[],
  content: Phrase,
  subject: Phrase | null,
  done: readonly Report[],
): boolean {
  const same = done.some((report) =>
    report.pieces.some(
      (piece) => report.after && piece.from === content.from && piece.to === content.to,
    ),
  );
  return same && tokens[subject?.from ?? 0]?.pos !== 'PRON';
}

/** The phrase beside the cue; of "the mayor, who said" that is "who", for which the mayor stands. */
function speakerOf(subject: Subject | Phrase | null): Pick<Report, 'mention' | 'antecedent'> {
  if (!subject) return { mention: null };
  const phrase = { from: subject.from, to: subject.to };
  const { pronoun } = 'verbFrom' in subject ? subject : {};
  return pronoun === undefined
    ? { mention: phrase }
    : { mention: { from: pronoun, to: pronoun + 1 }, antecedent: phrase };
}

/** "the vote, which she said was rigged", "what she called “a mess”": the pronoun is part of what she said. */
function relativeOpening(
  tokens: readonly Token[],
  subject: Subject | Phrase | null,
  content: { from: number; rule: string },
): Phrase[] {
  const pronoun = (subject?.from ?? 0) - 1;
  const first = tokens[content.from];
  if (!first || !/^(?:which|whom?|that|what)$/.test(tokens[pronoun]?.lower ?? '')) return [];
  const follows =
    first.quote < 0 ? /^(?:AUX|VERB)$/.test(first.pos) : content.rule === 'small clause';
  return follows ? [{ from: pronoun, to: pronoun + 1 }] : [];
}
