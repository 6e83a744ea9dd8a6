/** Texts that take long to read are read in steps, so that they hold nobody up. */
import { inTurns, nextTurn, othersWait } from '../core/turns.ts';
import { renderMarkdown } from '../text/html.ts';
import { project } from '../text/projection.ts';
import { type ArticleContent, allTurns } from './content.ts';

/** With markup in every line, some 30 ms of work. In UTF-16 units. */
const LONG = 10_000;

/** What readers see of a text, as HTML and as plain text. */
export type ReadText = (markdown: string) => Promise<{ html: string; plain: string }>;

/** Reads one text after another. */
export function createTextReader(): ReadText {
  let length = 0;
  return async (markdown) => {
    length += markdown.length;
    if (markdown.length >= LONG) {
      const html = await inTurns(renderMarkdown.steps(markdown));
      return { html, plain: (await inTurns(project.steps(markdown))).text };
    }
    if (length >= LONG) {
      length = 0;
      if (othersWait()) await nextTurn();
    }
    return { html: renderMarkdown(markdown), plain: project(markdown).text };
  };
}

/** Reads what words are looked for in, so that looking for them is soon done. */
export async function readLongTexts(
  content: Pick<ArticleContent, 'body' | 'interviews'>,
): Promise<void> {
  const texts = [content.body, ...allTurns(content).map(({ text }) => text)];
  for (const text of texts) if (text.length >= LONG) await inTurns(project.steps(text));
}
