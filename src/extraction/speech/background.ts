/**
 * Reports that a sentence tells in passing. Inside the content of another report a chain is kept ("the
 * agency said that the army had reported …"), as is a cue that only stands there because the content
 * before it ran on; "the plan that the mayor announced" is part of what the source says. A relative
 * without commas tells who is meant, not what was said.
 */
import { hasQuoted } from '../reading/content.ts';
import { DOCUMENTS } from '../reading/lexicon.ts';
import { isTimeNoun } from '../reading/phrase-parts.ts';
import { isNominal, type Phrase } from '../reading/phrases.ts';
import type { Token } from '../reading/tokens.ts';
import type { Report } from './reports.ts';
import type { Site } from './sites.ts';

/** Forms that are no report without somebody before them: "states such as", "to report". */
export function needsSubject({ cue }: Site, rule: string): boolean {
  return (
    cue.form === 'base' ||
    cue.form === 'ing' ||
    /[nakboi]/.test(cue.frame) ||
    (cue.form === 's' && /^(?:state|report|claim|note|comment)$/.test(cue.lemma)) ||
    rule === 'clause after colon'
  );
}

/**
 * "the man who threatened to sue", "people criticizing the plan": a relative or a participle without
 * comma tells who is meant, not what was said.
 */
export function isDescription(
  tokens: readonly Token[],
  site: Site,
  content: { from: number; to: number; rule: string },
): boolean {
  if (/clause|quotation/.test(content.rule) || hasQuoted(tokens, content.from, content.to))
    return false;
  const before = tokens[site.groupFrom - 1];
  if (site.cue.form === 'ing' && site.groupFrom === site.at && before)
    return /^(?:NOUN|PROPN)$/.test(before.pos) && !DOCUMENTS.has(before.lower);
  const pronoun = site.subject?.pronoun;
  // "what she promised to do": the pronoun is a part of it.
  const opener = tokens[(site.subject?.from ?? site.groupFrom) - 1]?.lower ?? '';
  if (content.rule === 'infinitive' && /^(?:what|which|whom)$/.test(opener)) return true;
  if (pronoun === undefined) return isContactRelative(tokens, site);
  return !/^[,—–-]+$/.test(tokens[pronoun - 1]?.text ?? '');
}

/** "the gates he promised to mend": a relative clause whose noun stands right before its subject. */
function isContactRelative(tokens: readonly Token[], { subject }: Site): boolean {
  if (subject?.how !== 'direct') return false;
  const noun = tokens[(subject.edge ?? subject.from) - 1];
  if (noun?.pos !== 'NOUN' || noun.quote >= 0) return false;
  const pronoun = /^(?:he|she|they|it|we|i)$/.test(tokens[subject.from]?.lower ?? '');
  return pronoun && !isTimeNoun(noun) && !OCCASION.test(noun.lower);
}

/** "in his speech he promised to mend it". */
const OCCASION = /^(?:point|ago|speech|interview|statement|tweet|email|letter|debate)s?$/;

const MODAL = /^(?:would|could|should|can|may|might|must|will|'d|'ll)$/;
const DENIED = /^(?:not|n't|never)$/;

/**
 * "he could say that it leaks", "what he says about locks", "those who said it leaks": not said yet,
 * said by what stands before, or the mark of a group.
 */
export function isUnsaid(
  tokens: readonly Token[],
  { at, subject, groupFrom }: Site,
  content: { from: number; to: number; rule: string },
): boolean {
  if (!subject || !/clause/.test(content.rule) || hasQuoted(tokens, content.from, content.to))
    return false;
  const group = tokens.slice(groupFrom, at).map((token) => token.lower);
  // "could not say whether it leaks" is told of somebody who was asked.
  if (group.some((word) => MODAL.test(word)) && !group.some((word) => DENIED.test(word)))
    return true;
  if (subject.pronoun !== undefined) return tokens[subject.pronoun - 1]?.lower === 'those';
  const pos = tokens[content.from]?.pos ?? '';
  return tokens[subject.from - 1]?.lower === 'what' && !/^(?:AUX|VERB)$/.test(pos);
}

const CARRIERS =
  /^(?:banner|sign|placard|poster|sticker|shirt|t-shirt|hat|cap|graffiti|plaque|inscription|slogan|billboard|board|badge|button|label|flag|mural|tattoo|line)s?$/;

/** "A banner over the gate reads “…”": written words that nobody is quoted with. */
export function isInscription(
  tokens: readonly Token[],
  { at, cue, subject, groupFrom }: Site,
): boolean {
  if (cue.lemma !== 'read') return false;
  const from = (subject?.from ?? groupFrom) - 3;
  return tokens
    .slice(Math.max(0, from), at + 5)
    .some((token) => token.quote < 0 && CARRIERS.test(token.lower));
}

/**
 * "a jeep called “The Star”", "what we call “infrastructure”": a name. Where somebody calls
 * something so, a relative or a pronoun stands before the verb: "which the mayor called “a mess”".
 */
export function isNaming(
  tokens: readonly Token[],
  site: Site,
  content: { from: number; rule: string },
): boolean {
  const { subject, next } = site;
  if (content.rule !== 'small clause' || content.from !== next || (tokens[next]?.quote ?? -1) < 0)
    return false;
  if (!subject) return true;
  const word = tokens[subject.from]?.lower ?? '';
  if (/^(?:we|you|one)$/.test(word)) return true;
  const before = tokens[(subject.edge ?? subject.from) - 1]?.lower ?? '';
  return !/^(?:he|she|they|it|i)$/.test(word) && !/^(?:what|which|whom?|that)$/.test(before);
}

/** The reports of one sentence without those that only belong to the content of another. */
export function withoutNested(tokens: readonly Token[], reports: readonly Report[]): Report[] {
  return reports.filter((report) => {
    const outer = reports.find((other) => other !== report && holds(other, report.verb));
    return (
      !outer || quotes(tokens, report) || quotes(tokens, outer) || stands(tokens, report, outer)
    );
  });
}

function holds(report: Report, verb: Phrase | null): boolean {
  return (
    verb !== null && report.pieces.some((piece) => piece.from <= verb.from && verb.to <= piece.to)
  );
}

function quotes(tokens: readonly Token[], report: Report): boolean {
  return report.pieces.some((piece) => hasQuoted(tokens, piece.from, piece.to));
}

function stands(tokens: readonly Token[], report: Report, outer: Report): boolean {
  const { mention, verb } = report;
  const from = mention && verb && mention.to <= verb.from ? mention.from : (verb?.from ?? 0);
  if (/^(?:[,;]|and|but)$/.test(tokens[from - 1]?.lower ?? '')) return true;
  return (
    isClause(report) &&
    mention?.from === from &&
    opens(tokens, from, outer) &&
    isThirdParty(tokens, mention)
  );
}

function isClause(report: Report): boolean {
  return report.rule === 'that-clause' || report.rule === 'bare clause';
}

/** True where the content of `outer` begins at `from`, or with a "that" before it. */
function opens(tokens: readonly Token[], from: number, outer: Report): boolean {
  const first = outer.pieces[0]?.from ?? -1;
  return first === from || (first === from - 1 && tokens[first]?.lower === 'that');
}

/** A noun phrase for somebody else; not "he", not "54 percent of voters". */
function isThirdParty(tokens: readonly Token[], mention: Phrase): boolean {
  const words = tokens.slice(mention.from, mention.to);
  return (
    words.some((token) => isNominal(token) && token.pos !== 'PRON') &&
    !words.some((token) => token.pos === 'NUM')
  );
}
