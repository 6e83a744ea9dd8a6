/** Quotations with their speaker behind a dash, as in columns of voices: `“It leaks.” — Ann Lund, keeper`. */
import { isCapitalised } from '../reading/names.ts';
import type { Phrase } from '../reading/phrases.ts';
import type { Sentence } from '../reading/sentences.ts';
import type { Token } from '../reading/tokens.ts';
import type { Report } from './reports.ts';

const DASH = /^(?:[—–―-]|--)$/;
/** Small words inside names. */
const PARTICLES = /^(?:de|da|del|della|di|du|la|le|van|von|der|den|al|el|bin|y|of|the|')$/;

/** A sentence that is a quotation, a dash and a name. */
export function readSigned(
  tokens: readonly Token[],
  sentence: Sentence,
  index: number,
): Report | null {
  let dash = sentence.from;
  while (dash < sentence.to && (tokens[dash]?.quote ?? -1) >= 0) dash += 1;
  if (dash - sentence.from < 4) return null;
  const mention = signature(tokens, dash, sentence.to);
  return (
    mention && {
      pieces: [{ from: sentence.from, to: dash }],
      mention,
      verb: { from: dash, to: dash + 1 },
      lemma: '—',
      sentence: index,
      after: false,
      rule: 'signed quotation',
    }
  );
}

/** Adds the name of a line or sentence `— Ann Lund` to the quotation right before it. */
export function signLast(
  tokens: readonly Token[],
  sentence: Sentence,
  index: number,
  reports: Report[],
): boolean {
  const last = reports[reports.length - 1];
  if (!last || last.verb || last.mention || last.sentence !== index - 1) return false;
  const mention = signature(tokens, sentence.from, sentence.to);
  if (!mention) return false;
  reports[reports.length - 1] = {
    ...last,
    mention,
    verb: { from: sentence.from, to: sentence.from + 1 },
    lemma: '—',
    rule: 'signed quotation',
  };
  return true;
}

/** True where the sentence is a dash and a name. */
export function isSignature(tokens: readonly Token[], sentence: Sentence | undefined): boolean {
  return sentence !== undefined && signature(tokens, sentence.from, sentence.to) !== null;
}

/** The name behind the dash at `dash`, where nothing but a description follows up to `to`. */
function signature(tokens: readonly Token[], dash: number, to: number): Phrase | null {
  const first = tokens[dash + 1];
  if (dash + 1 >= to || !DASH.test(tokens[dash]?.text ?? '') || !isCapitalised(first)) return null;
  if (/^(?:an?|and|but|in|on|for|it|he|she|they|i|we)$/.test(first?.lower ?? '')) return null;
  let end = dash + 1;
  while (end < to && isNamePart(tokens[end])) end += 1;
  if (end - dash > 8 || to - end > 14) return null;
  const sign = tokens[end];
  if (end < to && !/^(?:[,.(]|via)$/.test(sign?.text ?? '')) return null;
  for (let at = end; at < to; at += 1) {
    const token = tokens[at];
    if (!token || token.quote >= 0 || /^(?:VERB|AUX)$/.test(token.pos)) return null;
  }
  return { from: dash + 1, to: end };
}

function isNamePart(token: Token | undefined): boolean {
  return (
    token !== undefined && token.quote < 0 && (isCapitalised(token) || PARTICLES.test(token.lower))
  );
}
