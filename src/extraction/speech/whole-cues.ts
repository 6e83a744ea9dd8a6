/**
 * The whole of a cue: the reporting verb with its auxiliaries, adverbs, particle and preposition
 * ("has repeatedly called for", "went on to say"), where the verb alone is only its head.
 */
import { AUXILIARIES, CALENDAR } from '../reading/phrases.ts';
import type { Token } from '../reading/tokens.ts';
import type { Report } from './reports.ts';

const GOVERNORS =
  /^(?:went|go|goes|going|gone|continue|continues|continued|continuing|began|begun|begin|begins|beginning|started|proceeded|refused|refuses|declined|declines|tried|tries|trying|came|used|chose|seemed|seems|appeared|appears|expected|plans|planned|wanted|wants|rushed|moved|sought|quick|likely|willing|ready|able|far)$/;
/** "began by saying", "released a statement saying": the verb before a participle that says it. */
const OPENERS = /^(?:began|begins|opened|started|responded|responds|concluded|closed)$/;
const ISSUED = /^(?:issu|releas|tweet|post|publish)(?:es|ed|s)$|^(?:sent|put|fired|wrote)$/;
const UTTERANCE = /^(?:statement|letter|email|e-mail|tweet|message|release|memo|response)$/;
const LOOSE_ADVERBS =
  /^(?:also|even|just|still|long|once|first|further|later|then|now|soon|only|never|not|n't|both|all|already|since)$/;
const NO_PART = /^(?:when|where|why|how|as|so|because|while|if|before|after|there|here|however)$/;
const PREPOSITIONS =
  /^(?:for|of|to|about|on|upon|out|off|up|down|by|behind|against|as|with|over|at|in)$/;

/** Token range of the whole cue of a report; null where it has no verb. */
export function wholeCue(tokens: readonly Token[], report: Report): Report['verb'] {
  const { verb } = report;
  if (!verb || !/^\p{L}/u.test(tokens[verb.from]?.text ?? '') || report.lemma === 'according to')
    return verb;
  const from = cueStart(tokens, verb.from);
  const { mention } = report;
  const within = mention && from <= mention.from && mention.to <= verb.from;
  return { from: within ? verb.from : from, to: cueEnd(tokens, verb.to, report) };
}

/** An auxiliary or adverb; a capital letter tells a name from it unless the verb has one, as in a headline. */
function isPart(token: Token, capital: boolean): boolean {
  if (token.quote >= 0 || NO_PART.test(token.lower) || CALENDAR.has(token.lower)) return false;
  if (AUXILIARIES.has(token.lower)) return token.text === token.text.toLowerCase() || capital;
  const plain = token.text === token.lower || capital;
  return token.pos === 'ADV' ? plain : LOOSE_ADVERBS.test(token.lower);
}

function cueStart(tokens: readonly Token[], verb: number): number {
  const capital = /^\p{Lu}/u.test(tokens[verb]?.text ?? '');
  let from = verb;
  for (let at = verb - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (!token) break;
    if (token.lower === 'to' && (from === verb || tokens[from]?.pos === 'ADV')) {
      const before = tokens[at - 1];
      const particle = before && /^(?:on|out)$/.test(before.lower) ? 1 : 0;
      const governor = tokens[at - 1 - particle];
      if (governor && GOVERNORS.test(governor.lower)) at -= 1 + particle;
      from = at;
      continue;
    }
    if (!isPart(token, capital)) break;
    from = at;
  }
  return /ing$/.test(tokens[verb]?.lower ?? '') ? openerStart(tokens, from) : from;
}

/** So far before a participle, in tokens, a statement may have been issued. */
const ISSUED_WITHIN = 12;

/** "began by" or "released a statement on Monday," before a participle; `from` where neither stands. */
function openerStart(tokens: readonly Token[], from: number): number {
  const before = tokens[from - 1];
  if (before?.lower === 'by' && OPENERS.test(tokens[from - 2]?.lower ?? '')) return from - 2;
  const last = before?.text === ',' ? from - 2 : from - 1;
  let stated = false;
  for (let at = last; at >= Math.max(0, from - ISSUED_WITHIN); at -= 1) {
    const token = tokens[at];
    if (!token || token.quote >= 0) return from;
    if (ISSUED.test(token.lower)) return stated ? at : from;
    stated ||= UTTERANCE.test(token.lower);
    if (!/^(?:DET|ADJ|NOUN|ADP|ADV|PROPN|PRON)$/.test(token.pos)) return from;
  }
  return from;
}

/** "said with a smile". */
function isMien(token: Token | undefined): boolean {
  return /^(?:laugh|grin|smile|smirk|shrug|sigh|chuckle)$/.test(token?.lower ?? '');
}

function cueEnd(tokens: readonly Token[], end: number, report: Report): number {
  const content = report.after ? (report.pieces[0]?.from ?? end) : end;
  let to = end;
  const next = tokens[to];
  if (!next || next.quote >= 0) return to;
  if (next.lower === 'in' && tokens[to + 1]?.lower === 'a' && tokens[to + 2]?.lower === 'statement')
    return to + 3;
  if (next.lower === 'with' && tokens[to + 1]?.lower === 'a' && isMien(tokens[to + 2]))
    return to + 3;
  if (next.lower === 'clear') to += 1;
  else if (next.lower === 'it' && tokens[to + 1]?.lower === 'clear') to += 2;
  else if (/^(?:out|back)$/.test(next.lower)) to += 1;
  else if (to + 1 === content && PREPOSITIONS.test(next.lower)) to += 1;
  else if (next.pos === 'ADV' && /ly$/.test(next.lower)) to += 1;
  const sign = tokens[to];
  return sign?.text === ':' && sign.quote < 0 ? to + 1 : to;
}
