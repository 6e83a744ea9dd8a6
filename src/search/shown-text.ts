/**
 * What an article's hit is shown from, as a row beside the index: to look for words in a
 * finished document takes several times as long, most of which is reading what no hit shows.
 * Quotes, claims and turns are shown from their own documents, which are short.
 */
import type { WireArticle } from '../articles/schema.ts';
import type { ArticleRef } from '../turns/schema.ts';

/** As the database keeps it: finished JSON, and the texts that are looked through. */
export interface ShownText {
  shown: string;
  texts: string;
}

/** What an article's hit is made from. */
export interface ShownArticle {
  article: ArticleRef;
  summary: string;
  /** The ids of its turns. */
  turns: readonly string[];
}

/** Between texts; no text holds a control character (core/http/scalars.ts). */
const BETWEEN = '\u001f';

export function writeShown(article: WireArticle): ShownText {
  const { id, slug, headline, url, publishedAt, summary, bodyText, interviews } = article;
  const turns = interviews.flatMap((interview) => interview.turns);
  return {
    shown: JSON.stringify({
      article: { id, slug, headline, url, publishedAt },
      summary,
      turns: turns.map((turn) => turn.id),
    }),
    texts: [bodyText, ...turns.map(({ plainText }) => plainText)].join(BETWEEN),
  };
}

export function readShown(shown: string): ShownArticle {
  return JSON.parse(shown) as ShownArticle;
}

/** What matches are looked for in, first to last: the body, and each turn by its id. */
export function* readPlaces(
  texts: string,
  turns: readonly string[],
): Generator<{ place: string; text: string }, void> {
  // Most matches stand in the first one, so that the others are not cut before they are asked for.
  let start = 0;
  for (const place of ['body', ...turns]) {
    const end = texts.indexOf(BETWEEN, start);
    yield { place, text: texts.slice(start, end < 0 ? texts.length : end) };
    if (end < 0) return;
    start = end + 1;
  }
}
