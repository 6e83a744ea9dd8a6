/** A text with everything that the later stages read from it, built once. */
import { listParagraphs, type Paragraph } from './layout.ts';
import { listQuotations, type Quotation } from './quotation.ts';
import { listSentences, markQuotes, type Sentence } from './sentences.ts';
import { listTokens, type Token } from './tokens.ts';

export interface Document {
  text: string;
  paragraphs: Paragraph[];
  quotations: Quotation[];
  tokens: Token[];
  sentences: Sentence[];
}

/** `tag` is false for texts that are not English: their words get no parts of speech. */
export function readDocument(text: string, tag = true): Document {
  const paragraphs = listParagraphs(text);
  const quotations = listQuotations(text, paragraphs);
  const tokens = listTokens(text, paragraphs, tag);
  markQuotes(tokens, quotations);
  return { text, paragraphs, quotations, tokens, sentences: listSentences(tokens, quotations) };
}

/** The words of a token range as they stand in the text, with single spaces between them. */
export function textBetween(
  { text, tokens }: { text: string; tokens: readonly Token[] },
  from: number,
  to: number,
): string {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first && last ? text.slice(first.start, last.end).replace(/\s+/g, ' ') : '';
}
