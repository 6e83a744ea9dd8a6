/** Sources that are bodies: the name that a phrase holds or repeats. */

import { textBetween } from '../reading/document.ts';
import { BODY_NOUNS } from '../reading/lexicon.ts';
import { isCapitalised } from '../reading/names.ts';
import type { Phrase } from '../reading/phrases.ts';
import { subjectName } from './bodies.ts';
import { type ResolveContext, recentSources, type Source } from './source.ts';

/** The body that a noun phrase names, by its fullest name so far. */
export function bodySource(
  context: ResolveContext,
  mention: Phrase,
  text: string,
  head: string,
  definite: boolean,
  run: string | null,
): Source {
  const earlier =
    definite && run === null
      ? recentSources(context)
          .map((one) => one.source)
          .find(
            (source) => source.kind === 'organisation' && source.name?.toLowerCase().includes(head),
          )
      : undefined;
  if (earlier) return earlier;
  const repeated =
    namedBehind(context, mention) ??
    (definite && mention.to - mention.from === 2 ? repeatedBody(context, mention, head) : null);
  if (repeated) return toSource(repeated);
  const name = properTail(context, mention) ?? text.replace(/\s*\([^)]*\)$/, '');
  const known = recentSources(context)
    .map((one) => one.source)
    .find(
      (source) =>
        source.kind === 'organisation' &&
        source.name &&
        source.name.toLowerCase().endsWith(` ${name.toLowerCase()}`),
    );
  return known ?? toSource(name);
}

/** "the water company, Aguas Claras,": the name behind the noun. */
function namedBehind({ tokens, bodies }: ResolveContext, mention: Phrase): string | null {
  const last = tokens[mention.to - 1];
  return last && last.text === last.lower && tokens[mention.to]?.text === ','
    ? (bodies.at.get(mention.to + 1)?.name ?? null)
    : null;
}

function toSource(name: string): Source {
  return {
    name,
    kind: 'organisation',
    role: null,
    organisation: name,
    anonymous: false,
    gender: 'n',
  };
}

/** Bodies that a text seldom calls by a noun of their name: "the company". */
const GENERIC = /^(?:company|firm|group|club|team|manufacturer|maker|operator|retailer)$/;

/** How far back, in tokens, the subject of the sentence is sought. */
const SENTENCE_REACH = 120;

/** "the operator" for the body that was called so, "the company" for the subject of its sentence. */
function repeatedBody(context: ResolveContext, mention: Phrase, head: string): string | null {
  const { text, tokens, bodies } = context;
  const named = (bodies.findBefore(mention.from, head) ?? bodies.findOnly(head))?.name;
  if (named || !GENERIC.test(head)) return named ?? null;
  let from = mention.from;
  const paragraph = tokens[from]?.paragraph;
  while (
    from > Math.max(0, mention.from - SENTENCE_REACH) &&
    tokens[from - 1]?.paragraph === paragraph &&
    !/^[.?!]$/.test(tokens[from - 1]?.text ?? '')
  )
    from -= 1;
  return subjectName(text, tokens, from, mention.from);
}

/** "the news agency KCNA": a body's name behind the common noun for it. */
function properTail(context: ResolveContext, mention: Phrase): string | null {
  const { tokens } = context;
  let from = mention.to;
  while (from > mention.from && isCapitalised(tokens[from - 1])) from -= 1;
  const noun = tokens[from - 1];
  if (from >= mention.to || from <= mention.from || !noun || noun.text !== noun.lower) return null;
  return BODY_NOUNS.has(noun.lower) || noun.pos === 'NOUN'
    ? textBetween(context, from, mention.to)
    : null;
}
