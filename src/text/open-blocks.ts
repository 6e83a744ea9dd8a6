/** Blocks that a writer forgot to close, which would take in all that is written behind them. */
import { isTangled, parseMarkdown, readableMarkdown } from './markdown.ts';

/** Beginnings of blocks that go on until they are closed (CommonMark 0.31, § 4.5 and 4.6). */
const OPENING = /^ {0,3}(?:```|~~~|<(?:script|pre|style|textarea|[!?]))/im;
const FENCES = [/`{3,}/g, /~{3,}/g];
const TAGS = /<(script|pre|style|textarea)\b/gi;
const SIGNS = [
  ['<!', '>'],
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
] as const;
const BEHIND = 'x';

/** Markdown behind which a paragraph is one. */
export function closeBlocks(markdown: string): string {
  if (!OPENING.test(markdown)) return markdown;
  const source = readableMarkdown(markdown);
  if (isTangled(source) || endsClosed(source)) return markdown;
  const closer = closersFor(source).find((one) => endsClosed(`${source}\n${one}`));
  return closer === undefined ? markdown : `${markdown}\n${closer}`;
}

/** What may close a block that is open: the longest fence, the last of the tags, or a sign. */
function closersFor(source: string): string[] {
  const fences = FENCES.flatMap((fence) =>
    (source.match(fence) ?? []).sort((a, b) => a.length - b.length).slice(-1),
  );
  const tags = Array.from(source.matchAll(TAGS), ([, name]) => `</${name}>`);
  const signs = SIGNS.filter(([opening]) => source.includes(opening));
  return [...fences, ...tags.slice(-1), ...signs.map(([, sign]) => sign)];
}

function endsClosed(markdown: string): boolean {
  const start = markdown.length + 2;
  return parseMarkdown(`${markdown}\n\n${BEHIND}`).some(
    ([step, token]) =>
      step === 'enter' && token.type === 'paragraph' && token.start.offset === start,
  );
}
