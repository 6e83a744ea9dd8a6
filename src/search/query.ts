/**
 * The language of search: words, "phrases", prefix*, "phrases with a pref*", AND, OR, NOT (or -)
 * and parentheses.
 * A query becomes a tree of folded words; databases only ever see what is made of that
 * tree, never the query itself.
 */
import { indexCodePoints } from '../text/codepoints.ts';
import { isSpaceless, wordList } from './tokens.ts';

/** Words that stand one after another; the last one may be the beginning of a word. */
export interface WordsNode {
  kind: 'words';
  words: readonly string[];
  prefix: boolean;
  /** The words as they were written, and where: UTF-16 offsets into the query. */
  text: string;
  start: number;
}

export interface AndNode {
  kind: 'and';
  parts: readonly QueryNode[];
  /** What must not stand in it. */
  without: readonly QueryNode[];
}

export interface OrNode {
  kind: 'or';
  parts: readonly QueryNode[];
}

export type QueryNode = WordsNode | AndNode | OrNode;

/** What is wrong with a query, and where: a code point offset from 0. */
export class QuerySyntaxError extends Error {
  override name = 'QuerySyntaxError';
  readonly position: number;
  constructor(message: string, position: number) {
    super(message);
    this.position = position;
  }
}

export const QUERY_MAX = 500;
const WORDS_MAX = 32;
const DEPTH_MAX = 10;
/** A shorter beginning would stand for too many words. */
const PREFIX_MIN = 3;

interface Lexeme {
  kind: 'words' | 'phrase' | 'and' | 'or' | 'not' | 'open' | 'close' | 'end';
  text: string;
  start: number;
}

const MARKS = '"“”„«»';
/** Hebrew has a sign inside abbreviations that keyboards write as a quotation mark: צה"ל. */
const INSIDE = '(?<=\\p{sc=Hebrew})["“”](?=\\p{sc=Hebrew})';
const LEXEME = new RegExp(
  `\\s+|[()]|(?!${INSIDE})[${MARKS}]((?:[^${MARKS}]|${INSIDE})*)([${MARKS}]|$)|(-)(?=[^\\s)])|` +
    `(?:[^\\s()${MARKS}]|${INSIDE})+`,
  'gu',
);
const OPERATORS: ReadonlyMap<string, Lexeme['kind']> = new Map([
  ['AND', 'and'],
  ['OR', 'or'],
  ['NOT', 'not'],
  ['(', 'open'],
  [')', 'close'],
]);

/** Reads a query. @throws QuerySyntaxError */
export function parseQuery(query: string): QueryNode {
  const parser = new Parser(query);
  return parser.parse();
}

/** The words nodes that a hit may be found by: all but those behind a NOT. */
export function positiveWords(node: QueryNode): WordsNode[] {
  return node.kind === 'words' ? [node] : node.parts.flatMap(positiveWords);
}

class Parser {
  readonly #query: string;
  readonly #lexemes: Lexeme[];
  #at = 0;
  #words = 0;

  constructor(query: string) {
    this.#query = query;
    this.#lexemes = this.#scan(query);
  }

  parse(): QueryNode {
    const node = this.#or(0);
    const rest = this.#peek();
    if (rest.kind === 'close') throw this.#error('this parenthesis was never opened', rest);
    return node;
  }

  #scan(query: string): Lexeme[] {
    const lexemes: Lexeme[] = [];
    for (const match of query.matchAll(LEXEME)) {
      const [text, phrase, close, minus] = match;
      const start = match.index;
      if (phrase !== undefined) {
        if (close === '') throw this.#error('this quotation mark is never closed', { start });
        lexemes.push({ kind: 'phrase', text: phrase, start });
      } else if (minus !== undefined) {
        // One inside a word, as in well-known, is read with the word; one between spaces is a dash.
        lexemes.push({ kind: 'not', text, start });
      } else if (text.trim() !== '') {
        lexemes.push({ kind: OPERATORS.get(text) ?? 'words', text, start });
      }
    }
    lexemes.push({ kind: 'end', text: '', start: query.length });
    return lexemes;
  }

  #or(depth: number): QueryNode {
    const parts = [this.#and(depth)];
    while (this.#peek().kind === 'or') {
      this.#at += 1;
      parts.push(this.#and(depth));
    }
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : { kind: 'or', parts };
  }

  #and(depth: number): QueryNode {
    const first = this.#peek();
    const parts: QueryNode[] = [];
    const without: QueryNode[] = [];
    for (;;) {
      const negated = this.#peek().kind === 'not';
      if (negated) this.#at += 1;
      (negated ? without : parts).push(this.#primary(depth));
      if (this.#peek().kind === 'and') {
        this.#at += 1;
        continue;
      }
      if (!['words', 'phrase', 'not', 'open'].includes(this.#peek().kind)) break;
    }
    if (parts.length === 0) {
      throw this.#error('say also what should be found, not only what should not', first);
    }
    const [only] = parts;
    if (parts.length === 1 && without.length === 0 && only !== undefined) return only;
    return { kind: 'and', parts, without };
  }

  #primary(depth: number): QueryNode {
    const lexeme = this.#peek();
    this.#at += 1;
    switch (lexeme.kind) {
      case 'open':
        return this.#group(lexeme, depth);
      case 'phrase':
        return this.#starred(lexeme, 1);
      case 'words':
        return this.#starred(lexeme, 0);
      case 'end':
        throw this.#error(
          this.#query.trim() === '' ? 'the query is empty' : 'a word is missing at the end',
          lexeme,
        );
      case 'close':
        throw this.#error('a word is missing before this parenthesis', lexeme);
      default:
        throw this.#error(`a word is missing before ${lexeme.text}`, lexeme);
    }
  }

  #group(open: Lexeme, depth: number): QueryNode {
    if (depth >= DEPTH_MAX)
      throw this.#error(`parentheses are nested more than ${DEPTH_MAX} deep`, open);
    const node = this.#or(depth + 1);
    if (this.#peek().kind !== 'close') throw this.#error('this parenthesis is never closed', open);
    this.#at += 1;
    return node;
  }

  /** Words that may have a * behind them; `marks` stand before them in the query. */
  #starred(lexeme: Lexeme, marks: number): WordsNode {
    const text = lexeme.text.trimEnd();
    const star = text.indexOf('*');
    if (star < 0) return this.#node(lexeme, text, false);
    if (star < text.length - 1) {
      const whole = lexeme.kind === 'phrase' ? 'phrase' : 'word';
      throw this.#error(`* may only stand at the end of a ${whole}`, {
        start: lexeme.start + marks + star,
      });
    }
    const node = this.#node(lexeme, text.slice(0, -1), true);
    const last = node.words.at(-1) ?? '';
    // Where each character is a word, a beginning is found as it is.
    if (isSpaceless(last)) return { ...node, prefix: false };
    if ([...last].length < PREFIX_MIN) {
      throw this.#error(`at least ${PREFIX_MIN} letters must stand before *`, lexeme);
    }
    return node;
  }

  #node(lexeme: Lexeme, text: string, prefix: boolean): WordsNode {
    const words = wordList(text);
    if (words.length === 0) throw this.#error('this holds no letter and no digit', lexeme);
    // A sentence without spaces is one thing to its writer, and looked up as one phrase.
    this.#words += words.filter((word) => !isSpaceless(word)).length || 1;
    if (this.#words > WORDS_MAX)
      throw this.#error(`a query has at most ${WORDS_MAX} words`, lexeme);
    return { kind: 'words', words, prefix, text: lexeme.text, start: lexeme.start };
  }

  #peek(): Lexeme {
    return this.#lexemes[this.#at] ?? { kind: 'end', text: '', start: this.#query.length };
  }

  #error(message: string, { start }: { start: number }): QuerySyntaxError {
    return new QuerySyntaxError(message, indexCodePoints(this.#query).fromUtf16(start));
  }
}
