/**
 * Roles that the text gives before it names who has them: "Survivors came by bus. Ann Lund, who
 * lost her house, said …", "The mayor sees it otherwise. “…,” Ann Lund said."
 */
import { OFFICE_NOUNS, ROLE_NOUNS } from '../reading/lexicon.ts';
import { isCapitalised, type NameRun, nameText, readRun } from '../reading/names.ts';
import type { Phrase } from '../reading/phrases.ts';
import type { Token } from '../reading/tokens.ts';

/** How far back, in tokens, the sentence that gives the role may stand. */
const REACH = 45;

/** The office or group of the sentence before, for a name that comes without any; null if none. */
export function introducedRole(
  text: string,
  tokens: readonly Token[],
  run: NameRun,
): { role: string; from: number } | null {
  const found = subjectBefore(tokens, run.titleFrom);
  if (!found) return null;
  const words = nameText(text, tokens, found.from, found.to).replace(/\s+/g, ' ');
  return {
    role: found.plural ? withBody(singular(words), text, tokens, run) : words,
    from: found.from,
  };
}

/** "climate scientist" with the body behind the name: "Ann Lund of the Lund Institute". */
function withBody(role: string, text: string, tokens: readonly Token[], run: NameRun): string {
  if (tokens[run.to]?.lower !== 'of') return role;
  const article = tokens[run.to + 1]?.lower === 'the' ? 1 : 0;
  const body = readRun(tokens, run.to + 1 + article, tokens.length);
  if (!body) return role;
  return `${role} at ${nameText(text, tokens, run.to + 1, body.to).replace(/\s+/g, ' ')}`;
}

function singular(words: string): string {
  return lowerFirst(words.replace(/men$/, 'man').replace(/ies$/, 'y').replace(/s$/, ''));
}

/** A first word that is capital only because it opens the sentence: "Climate", not "Republican". */
function lowerFirst(words: string): string {
  return /^\p{Lu}\p{L}+(?:an|ish|ese|ic)\s/u.test(words)
    ? words
    : words.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
}

/** The subject of a sentence before, in the same paragraph, with nobody named in between. */
function subjectBefore(
  tokens: readonly Token[],
  name: number,
): (Phrase & { plural: boolean }) | null {
  const paragraph = tokens[name]?.paragraph;
  let ended = false;
  for (let at = name - 1; at >= 0 && name - at < REACH; at -= 1) {
    const token = tokens[at];
    if (!token || token.paragraph !== paragraph) return null;
    if (token.quote >= 0) {
      ended ||= /[.?!,]$/.test(token.text);
      continue;
    }
    if (/^[.?!:]$/.test(token.text)) ended = true;
    if (!ended) {
      // Another name in the sentence of this one.
      if (isName(tokens, at)) return null;
      continue;
    }
    const subject = opensAs(tokens, at);
    if (subject) return subject;
    if (isName(tokens, at)) return null;
  }
  return null;
}

function isName(tokens: readonly Token[], at: number): boolean {
  return isCapitalised(tokens[at]) && isCapitalised(tokens[at + 1]) && tokens[at]?.pos === 'PROPN';
}

/** "Survivors had", "The mayor of Lund sees", "Not all colleagues agree": a role as the subject that opens a sentence. */
function opensAs(tokens: readonly Token[], at: number): (Phrase & { plural: boolean }) | null {
  const noun = tokens[at];
  if (!noun) return null;
  const plural = !ROLE_NOUNS.has(noun.lower) && ROLE_NOUNS.has(noun.lower.replace(/s$/, ''));
  if (!plural && !OFFICE_NOUNS.has(noun.lower)) return null;
  let from = at;
  while (/^(?:ADJ|NOUN|PROPN)$/.test(tokens[from - 1]?.pos ?? '') && at - from < 3) from -= 1;
  let start = from;
  while (/^(?:not|all|the|many|most|some|its|several|other)$/.test(tokens[start - 1]?.lower ?? ''))
    start -= 1;
  while (/^(?:not|all|many|most|some|several|other)$/.test(tokens[from]?.lower ?? '')) from += 1;
  const before = tokens[start - 1];
  const opens =
    !before ||
    before.paragraph !== noun.paragraph ||
    /^[.?!]$/.test(before.text) ||
    before.quote >= 0 ||
    (plural && before.text === ',');
  if (!opens || (!plural && !/^(?:the|its)$/.test(tokens[start]?.lower ?? ''))) return null;
  let to = at + 1;
  if (!plural && tokens[to]?.lower === 'of' && isCapitalised(tokens[to + 1])) {
    to += 2;
    while (isCapitalised(tokens[to])) to += 1;
  }
  const verb = tokens[to];
  return verb && verb.quote < 0 && /^(?:VERB|AUX)$/.test(verb.pos) ? { from, to, plural } : null;
}
