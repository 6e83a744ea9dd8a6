/** Interviews as other formats take them that have one text for a whole article. */
import { escapeHtml } from '../text/raw-html.ts';
import type { Article } from './surroundings.ts';

/** Titles, and each turn behind the name of who speaks. */
export function conversationsHtml({ interviews }: Pick<Article, 'interviews'>): string[] {
  return interviews.flatMap(({ title, turns }) => [
    ...(title === null || title === '' ? [] : [`<h2>${escapeHtml(title)}</h2>`]),
    ...turns.map(({ speaker, html }) => `<p><b>${escapeHtml(speaker.name)}:</b></p>\n${html}`),
  ]);
}

/** The same in plain text, a line each. */
export function conversationsText({ interviews }: Pick<Article, 'interviews'>): string[] {
  return interviews.flatMap(({ title, turns }) => [
    ...(title ? [title] : []),
    ...turns.map(({ speaker, plainText }) => `${speaker.name}: ${plainText}`),
  ]);
}
