/** What a query that finds nothing may have meant. */
import { distance } from 'fastest-levenshtein';
import { nextTurn } from '../core/turns.ts';
import type { QueryNode, WordsNode } from './query.ts';
import { positiveWords } from './query.ts';
import { tokensOf } from './tokens.ts';

/** What a suggestion asks the index. */
export interface Vocabulary {
  /** Known words with this beginning, no shorter and no longer than said. */
  words(beginning: string, shortest: number, longest: number): Promise<string[]>;
  /** In how many rows a word stands now, counted up to a limit. */
  count(word: string): Promise<number>;
  /** A word as a text has it, in small letters: with the accents that are not compared. */
  written(word: string): Promise<string>;
}

/** How many of the nearest words are compared by how often they occur. */
const NEAREST_MAX = 8;
const COMPARED_AT_ONCE = 2_000;

/**
 * The query with every word that occurs nowhere replaced by the nearest one that does;
 * null where none is missing, or where nothing is near.
 */
export async function suggestQuery(
  query: string,
  tree: QueryNode,
  vocabulary: Vocabulary,
): Promise<string | null> {
  let suggestion = '';
  let copied = 0;
  for (const node of positiveWords(tree)) {
    // A phrase has a mark before its text.
    const start = query.startsWith(node.text, node.start) ? node.start : node.start + 1;
    for (const { from, to, nearest } of await listNearest(node, vocabulary)) {
      suggestion += query.slice(copied, start + from) + (await vocabulary.written(nearest));
      copied = start + to;
    }
  }
  return copied === 0 ? null : suggestion + query.slice(copied);
}

/** A word of a node's text that occurs nowhere, and the nearest one that does. */
interface Missing {
  from: number;
  to: number;
  nearest: string;
}

async function listNearest(
  { text, words, prefix }: WordsNode,
  vocabulary: Vocabulary,
): Promise<Missing[]> {
  const missing: Missing[] = [];
  let index = 0;
  for (const { word, start, end } of tokensOf(text)) {
    index += 1;
    const isBeginning = prefix && index === words.length;
    if (isBeginning || start < (missing.at(-1)?.to ?? 0)) continue;
    if ((await vocabulary.count(word)) > 0) continue;
    const nearest = await findNearest(word, vocabulary);
    if (nearest !== null) missing.push({ from: start, to: end, nearest });
  }
  return missing;
}

/** One error in short words, two in longer ones. */
function errorsMax(word: string): number {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}

/**
 * The nearest word of the vocabulary; of those that are equally near the most frequent.
 * A first letter is seldom wrong: words with the same one are tried first, then those
 * that begin with the second one, or with anything.
 */
async function findNearest(word: string, vocabulary: Vocabulary): Promise<string | null> {
  const errors = errorsMax(word);
  if (errors === 0) return null;
  const [first = '', second = ''] = word;
  for (const beginning of [first, second, '']) {
    const candidates = await vocabulary.words(
      beginning,
      word.length - errors,
      word.length + errors,
    );
    const near = await findNear(word, candidates, errors);
    const nearest = near.sort(
      (a, b) => a.errors - b.errors || (a.candidate < b.candidate ? -1 : 1),
    );
    const chosen = await mostFrequent(nearest.slice(0, NEAREST_MAX), vocabulary);
    if (chosen !== null) return chosen;
  }
  return null;
}

interface Near {
  candidate: string;
  errors: number;
}

/** The candidates with no more errors. Tens of thousands take a while; others have their turn. */
async function findNear(
  word: string,
  candidates: readonly string[],
  most: number,
): Promise<Near[]> {
  const near: Near[] = [];
  for (const [index, candidate] of candidates.entries()) {
    if (index % COMPARED_AT_ONCE === 0) await nextTurn();
    const errors = typingErrors(word, candidate);
    if (errors <= most && candidate !== word) near.push({ candidate, errors });
  }
  return near;
}

/** Levenshtein's distance, with two letters in the wrong order as one error. */
function typingErrors(word: string, candidate: string): number {
  const errors = distance(word, candidate);
  return errors === 2 && isTransposed(word, candidate) ? 1 : errors;
}

function isTransposed(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return (
    at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
  );
}

async function mostFrequent(
  candidates: readonly Near[],
  vocabulary: Vocabulary,
): Promise<string | null> {
  let best: (Near & { count: number }) | null = null;
  for (const { candidate, errors } of candidates) {
    if (best !== null && errors > best.errors) break;
    const count = await vocabulary.count(candidate);
    // What was taken off the wire may still be in the vocabulary; it is never suggested.
    if (count > (best?.count ?? 0)) best = { candidate, errors, count };
  }
  return best?.candidate ?? null;
}
