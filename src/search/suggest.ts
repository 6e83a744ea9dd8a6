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
/** How many of those are tried for one word, and how many suggestions in all. */
const TRIED_FOR_WORD_MAX = 4;
const TRIED_MAX = 8;
const COMPARED_AT_ONCE = 2_000;

/**
 * The query with every word that occurs nowhere replaced by one near it that does, the
 * likeliest first: the nearest words need not stand together, but others may. None where no
 * word is missing, or where nothing is near.
 */
export async function* suggestQueries(
  query: string,
  tree: QueryNode,
  vocabulary: Vocabulary,
): AsyncGenerator<string> {
  const missing: Missing[] = [];
  for (const node of positiveWords(tree)) {
    // A phrase has a mark before its text.
    const start = query.startsWith(node.text, node.start) ? node.start : node.start + 1;
    for (const { from, to, near } of await listMissing(node, vocabulary))
      missing.push({ from: start + from, to: start + to, near });
  }
  if (missing.length === 0) return;
  const written = new Map<string, string>();
  for (const words of chooseWords(missing)) {
    for (const word of words)
      if (!written.has(word)) written.set(word, await vocabulary.written(word));
    yield replaced(
      query,
      missing,
      words.map((word) => written.get(word) ?? word),
    );
  }
}

/** A word that occurs nowhere, and those near it that do, the likeliest first. */
interface Missing {
  from: number;
  to: number;
  near: string[];
}

/** One word for each that is missing, the likeliest choices first. */
function chooseWords(missing: readonly Missing[]): string[][] {
  let choices: { rank: number; words: string[] }[] = [{ rank: 0, words: [] }];
  for (const { near } of missing) {
    const longer = choices.flatMap(({ rank, words }) =>
      near.map((word, index) => ({ rank: rank + index, words: [...words, word] })),
    );
    choices = longer.sort((a, b) => a.rank - b.rank).slice(0, TRIED_MAX);
  }
  return choices.map(({ words }) => words);
}

function replaced(query: string, missing: readonly Missing[], words: readonly string[]): string {
  let suggestion = '';
  let copied = 0;
  for (const [index, { from, to }] of missing.entries()) {
    suggestion += query.slice(copied, from) + words[index];
    copied = to;
  }
  return suggestion + query.slice(copied);
}

/** Of a node's text, with places in it. */
async function listMissing(
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
    const near = await findNear(word, vocabulary);
    if (near.length > 0) missing.push({ from: start, to: end, near });
  }
  return missing;
}

/** One error in short words, two in longer ones. */
function errorsMax(word: string): number {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}

/**
 * The nearest words of the vocabulary; of those that are equally near the most frequent first.
 * A first letter is seldom wrong: words with the same one are tried first, then those
 * that begin with the second one, or with anything.
 */
async function findNear(word: string, vocabulary: Vocabulary): Promise<string[]> {
  const errors = errorsMax(word);
  if (errors === 0) return [];
  const [first = '', second = ''] = word;
  for (const beginning of [first, second, '']) {
    const candidates = await vocabulary.words(
      beginning,
      word.length - errors,
      word.length + errors,
    );
    const near = await compare(word, candidates, errors);
    const nearest = near.sort(
      (a, b) => a.errors - b.errors || (a.candidate < b.candidate ? -1 : 1),
    );
    const known = await rank(nearest.slice(0, NEAREST_MAX), vocabulary);
    if (known.length > 0) return known;
  }
  return [];
}

interface Near {
  candidate: string;
  errors: number;
}

/** The candidates with no more errors. Tens of thousands take a while; others have their turn. */
async function compare(word: string, candidates: readonly string[], most: number): Promise<Near[]> {
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

/** Those that occur, by how near and how frequent they are. */
async function rank(candidates: readonly Near[], vocabulary: Vocabulary): Promise<string[]> {
  const known: (Near & { count: number })[] = [];
  for (const near of candidates) {
    const last = known[TRIED_FOR_WORD_MAX - 1];
    if (last !== undefined && near.errors > last.errors) break;
    // What was taken off the wire may still be in the vocabulary; it is never suggested.
    const count = await vocabulary.count(near.candidate);
    if (count > 0) known.push({ ...near, count });
  }
  known.sort((a, b) => a.errors - b.errors || b.count - a.count);
  return known.slice(0, TRIED_FOR_WORD_MAX).map(({ candidate }) => candidate);
}
