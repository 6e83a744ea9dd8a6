/**
 * What somebody thinks, wants or stands for ("thinks that it leaks", "refused to pay", "opposes the
 * toll"), and what a document shows. Told of others in passing far more often than speech is, so
 * only a plain statement counts: a finite verb without modal, with a subject that is somebody else;
 * denied is only a stance. Read last: where a report of speech stands, it stays as it is.
 */

import type { Subject } from '../reading/clauses.ts';
import { DOCUMENTS } from '../reading/lexicon.ts';
import { isTimeNoun } from '../reading/phrase-parts.ts';
import { isNominal, type Phrase } from '../reading/phrases.ts';
import type { Sentence } from '../reading/sentences.ts';
import type { Token } from '../reading/tokens.ts';
import { attitudeContent } from './attitude-contents.ts';
import { listWideSites, type WideSite } from './attitude-sites.ts';
import { findAttitude } from './attitude-verbs.ts';
import { isDescription } from './background.ts';
import { covers, type Report } from './reports.ts';
import { sharedSubject } from './shared-subjects.ts';
import { listSites, type Site } from './sites.ts';
import { isDenied } from './stated.ts';

/** The attitudes of all sentences, beside the reports of speech. */
export function listAttitudes(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  reports: readonly Report[],
): Report[] {
  const spoken = bySentence(reports);
  return sentences.flatMap((sentence, index) => {
    const sites = [
      ...listSites(tokens, sentence, findAttitude),
      ...listWideSites(tokens, sentence),
    ].sort((a, b) => a.at - b.at);
    if (sites.length === 0) return [];
    const others = [...sites, ...listSites(tokens, sentence)].sort((a, b) => a.at - b.at);
    return readSites(tokens, sites, others, sentence, index, spoken.get(index) ?? []);
  });
}

function bySentence(reports: readonly Report[]): Map<number, Report[]> {
  const found = new Map<number, Report[]>();
  for (const report of reports)
    found.set(report.sentence, [...(found.get(report.sentence) ?? []), report]);
  return found;
}

function readSites(
  tokens: readonly Token[],
  sites: readonly (Site | WideSite)[],
  others: readonly Site[],
  sentence: Sentence,
  index: number,
  spoken: readonly Report[],
): Report[] {
  const found: Report[] = [];
  for (const site of sites) {
    const subject = subjectOf(tokens, site, sentence, spoken);
    if (!subject || !isPlain(tokens, site, subject)) continue;
    if ([...spoken, ...found].some((report) => covers(report, site.at) || cuts(report, site)))
      continue;
    const content = attitudeContent(tokens, site, others, sentence.to);
    if (!content || isDescription(tokens, site, content)) continue;
    // "does not think that it leaks", but "does not support the toll".
    if (isDenied(tokens, site) && content.rule !== 'object') continue;
    if (spoken.some((report) => meets(report, content))) continue;
    const mention = mentionOf(subject);
    found.push({
      pieces: [{ from: content.from, to: content.to }],
      ...mention,
      verb: { from: 'from' in site ? site.from : site.at, to: site.at + 1 },
      lemma: site.cue.lemma,
      sentence: index,
      after: true,
      rule: `attitude, ${content.rule}`,
    });
  }
  return found;
}

/** The subject of a verb, or that which ", citing the weather" has in common with the main verb. */
function subjectOf(
  tokens: readonly Token[],
  site: Site,
  sentence: Sentence,
  spoken: readonly Report[],
): Subject | null {
  if (site.cue.form !== 'ing' || (site.subject && site.subject.verbFrom < site.at))
    return site.subject;
  const shared = sharedSubject(tokens, site, sentence, spoken);
  return shared && { ...shared, verbFrom: site.groupFrom, passive: false, how: 'shared' };
}

/** True where the report stands in the content, or has a part of it as its own. */
function meets({ verb, pieces }: Report, content: Phrase): boolean {
  return [...pieces, ...(verb ? [verb] : [])].some(
    (part) => part.from < content.to && content.from < part.to,
  );
}

/** True where the report has the same verb. */
function cuts(report: Report, site: Site): boolean {
  return report.verb !== null && report.verb.from <= site.at && site.at < report.verb.to;
}

function mentionOf(subject: Subject): Pick<Report, 'mention' | 'antecedent'> {
  const phrase: Phrase = { from: subject.from, to: subject.to };
  return subject.pronoun === undefined
    ? { mention: phrase }
    : { mention: { from: subject.pronoun, to: subject.pronoun + 1 }, antecedent: phrase };
}

const MODAL = /^(?:would|could|should|can|may|might|must|will|wo|ca|'d|'ll)$/;
const NOBODY = /^(?:i|we|you|it|this|that|which|there|what|these)$/;
const SUBORDINATE = /^(?:that|whether|if|where|of|what|how|to|why|which|-)$/;

/** "is backing the toll", ", citing the cost"; other participles only describe. */
function isTold({ at, cue }: Site, { how, verbFrom }: Subject): boolean {
  return how === 'shared' ? /^(?:cite|refer)$/.test(cue.lemma) : verbFrom < at;
}

/** A finite verb without modal, of a main or adverbial clause with a subject of its own. */
function isPlain(tokens: readonly Token[], site: Site, subject: Subject): boolean {
  const { cue } = site;
  if (subject.passive || !isNominal(tokens[subject.to - 1])) return false;
  if (cue.form === 'ing' && !isTold(site, subject)) return false;
  // "Hope Lund", "Support Staff": a name or a headline.
  if (cue.form === 'base' && tokens[site.at]?.text !== tokens[site.at]?.lower) return false;
  for (let at = subject.verbFrom; at < site.at; at += 1)
    if (MODAL.test(tokens[at]?.lower ?? '') || tokens[at]?.lower === 'to') return false;
  const first = tokens[subject.pronoun ?? subject.from];
  if (!first || first.quote >= 0 || NOBODY.test(first.lower)) return false;
  const before = tokens[(subject.edge ?? subject.from) - 1];
  if (SUBORDINATE.test(before?.lower ?? '') || isContact(before, subject)) return false;
  return !/d/.test(cue.frame) || isDocument(tokens, subject);
}

/** "the seat she hopes to win", "the topics Lund likes": a noun right before the subject is what the clause is about. */
function isContact(before: Token | undefined, { how }: Subject): boolean {
  return how === 'direct' && before?.pos === 'NOUN' && before.quote < 0 && !isTimeNoun(before);
}

/** "polls", "the authority's records", "a survey by the council". */
function isDocument(tokens: readonly Token[], subject: Phrase): boolean {
  return tokens
    .slice(subject.from, subject.to)
    .some(({ lower }) => DOCUMENTS.has(lower) || DOCUMENTS.has(lower.replace(/s$/, '')));
}
