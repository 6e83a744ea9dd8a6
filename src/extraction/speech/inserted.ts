/** A cue between commas, with its content around it: "In a merger, he said, the name would survive". */
import { isApposition } from '../reading/clause-starts.ts';
import { hasVerb, skipAdjuncts, trimmedEnd } from '../reading/content.ts';
import { type Phrase, phraseStartingAt } from '../reading/phrases.ts';
import type { Token } from '../reading/tokens.ts';
import { contentBefore } from './reports.ts';
import type { Site } from './sites.ts';

/** "In a merger, he said, the name would survive": a cue between commas, its content around it. */
export function insertedCue(
  tokens: readonly Token[],
  site: Site,
  sites: readonly Site[],
  edge: number,
  floor: number,
  to: number,
): Phrase[] | null {
  if (
    !/[cs]/.test(site.cue.frame) ||
    site.cue.form === 'ing' ||
    (site.cue.form === 'base' && site.cue.lemma !== 'say')
  )
    return null;
  const comma = tokens[edge - 1];
  const addressee = /t/.test(site.cue.frame) ? phraseStartingAt(tokens, site.at + 1, to) : null;
  const close = skipAdjuncts(tokens, addressee?.to ?? site.at + 1, to, false);
  if (
    comma?.text !== ',' ||
    comma.quote >= 0 ||
    tokens[close]?.text !== ',' ||
    tokens[close]?.quote !== -1
  )
    return null;
  const content = contentBefore(tokens, edge, floor);
  const next = tokens[close + 1];
  if (!content || !next || (tokens[content.to - 1]?.quote ?? -1) >= 0) return null;
  if (next.quote >= 0) {
    const opener = lastClause(tokens, content);
    if (!endsClause(tokens, opener.from, close + 1)) return null;
    return [opener, { from: close + 1, to: trimmedEnd(tokens, to, close + 1) }];
  }
  if (/ing$|^(?:who|which|that|citing|though|while|as|whose|when|where|because)$/.test(next.lower))
    return null;
  if (
    sites.some(
      (other) => other.at > close && other.groupFrom <= close + 3 && !other.subject?.passive,
    )
  )
    return null;
  const end = trimmedEnd(tokens, to, close + 1);
  const rest = { from: close + 1, to: end };
  return hasVerb(tokens, rest.from, end) && !isApposition(tokens, rest) ? [content, rest] : null;
}

/** "If it rains, he said, “the lock fails”": the quotation ends the clause that the source began. */
function endsClause(tokens: readonly Token[], opener: number, quotation: number): boolean {
  const inner = tokens[quotation + 1];
  const lower = inner !== undefined && /^\p{Ll}/u.test(inner.text);
  const first = tokens[opener]?.lower ?? '';
  return lower ? first !== 'including' : /^(?:if|because|unless)$/.test(first);
}

/** From a comma and its link on: ", which is an outcome", ", and later". */
function lastClause(tokens: readonly Token[], content: Phrase): Phrase {
  for (let at = content.to - 1; at > content.from; at -= 1) {
    const next = tokens[at + 1];
    if (
      tokens[at]?.text === ',' &&
      next &&
      /^(?:and|but|which|who|including|while|though|so)$/.test(next.lower)
    )
      return { from: at + 1, to: content.to };
  }
  return content;
}

/** So far, in tokens, the clause may go on behind an inverted cue and what tells of its source. */
const GOES_ON_WITHIN = 30;

/** "The risk, said Ann Lee, a keeper, is the lock": an inverted cue between subject and verb of its clause. */
export function invertedInsertion(
  tokens: readonly Token[],
  site: Site,
  floor: number,
  to: number,
): { pieces: Phrase[]; mention: Phrase } | null {
  const { frame, form } = site.cue;
  if (!/[cs]/.test(frame) || form === 'ing' || form === 'base') return null;
  const content = contentBefore(tokens, site.at, floor);
  const mention = phraseStartingAt(tokens, site.at + 1, to);
  if (!content || !mention || tokens[mention.to]?.text !== ',') return null;
  if (tokens[site.at - 1]?.text !== ',' || hasVerb(tokens, content.from, content.to)) return null;
  for (let at = mention.to; at < Math.min(to, mention.to + GOES_ON_WITHIN); at += 1) {
    const next = tokens[at + 1];
    const goesOn = next && /^(?:AUX|VERB)$/.test(next.pos) && !/ing$/.test(next.lower);
    if (tokens[at]?.text !== ',' || !goesOn) continue;
    return { pieces: [content, { from: at + 1, to: trimmedEnd(tokens, to, at + 1) }], mention };
  }
  return null;
}
