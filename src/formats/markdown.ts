/** An article as Markdown (CommonMark with footnotes): every source is a footnote. */
import { SPACELESS } from '../text/characters.ts';
import { type Structure, structureAt } from '../text/closed-ranges.ts';
import { inlineLinks } from '../text/inline-links.ts';
import { closeBlocks } from '../text/open-blocks.ts';
import { project } from '../text/projection.ts';
import { captionOf, mainRendition } from './pictures.ts';
import {
  type Article,
  type Claim,
  claimedOf,
  claimInWords,
  type Quote,
  type Surroundings,
  type Turn,
} from './surroundings.ts';

/** RFC 7763 with the variant of RFC 7764 that has footnotes. */
export const MARKDOWN_TYPE = 'text/markdown; charset=utf-8; variant=GFM';

export function toMarkdown(article: Article, around: Surroundings): string {
  const parts = inOrder(article);
  const labels = labelsOf(parts, article);
  const inPlace = (place: string) => parts.filter((part) => part.anchor.in === place);
  const blocks = [
    `# ${escapeText(article.headline)}`,
    ...(article.summary === '' ? [] : [`**${escapeText(article.summary)}**`]),
    escapeText(credit(article)),
    ...picture(article, around),
    ...textBlocks(article, (text, place) => withFootnotes(text, inPlace(place), labels)),
    ...corrections(article),
    `<${around.publicUrl}${article.url}>`,
    parts.map((part) => `[^${labels.get(part.id)}]: ${footnote(part, around)}`).join('\n'),
  ];
  return `${joined(blocks)}\n`;
}

/** A body is empty where a conversation is all of the text. */
const joined = (blocks: readonly string[]): string =>
  blocks.filter((block) => block !== '').join('\n\n');

/** The body and the conversations, each text as `write` has it. */
function textBlocks(
  { body, interviews }: Article,
  write: (text: string, place: string) => string,
): string[] {
  // A label means something else in each text of a conversation.
  const ownLinks = interviews.length === 0 ? (text: string) => text : inlineLinks;
  return [
    write(ownLinks(body), 'body'),
    ...interviews.flatMap(({ title, turns }) => [
      ...(title ? [`## ${escapeText(title)}`] : []),
      ...turns.map((turn) => turnBlock(turn, write(ownLinks(turn.text), turn.id))),
    ]),
  ];
}

/** The body and the conversations alone, without footnotes. */
export function textMarkdown(article: Article): string {
  return joined(textBlocks(article, (text) => closeBlocks(text.trimEnd())));
}

/** A number for each part; behind letters where the texts have footnotes of their own. */
function labelsOf(parts: readonly Part[], { body, interviews }: Article): Map<string, string> {
  const texts = [body, ...interviews.flatMap(({ turns }) => turns.map(({ text }) => text))];
  const isTaken = (prefix: string) => {
    const label = new RegExp(`\\[\\^${prefix}\\d+\\]`, 'i');
    return texts.some((text) => label.test(text));
  };
  let prefix = '';
  while (isTaken(prefix)) prefix += 's';
  return new Map(parts.map(({ id }, index) => [id, `${prefix}${index + 1}`]));
}

/** Quotes and claims in the order in which their last words stand in the text. */
function inOrder({ quotes, claims, interviews }: Article): Part[] {
  const turns = interviews.flatMap((interview) => interview.turns.map(({ id }) => id));
  const places = new Map(['body', ...turns].map((place, index) => [place, index]));
  const place = ({ anchor }: Part) => places.get(anchor.in) ?? 0;
  const end = ({ anchor }: Part) => anchor.pieces.at(-1)?.end ?? 0;
  return [...quotes, ...claims].sort((a, b) => place(a) - place(b) || end(a) - end(b));
}

function picture({ image }: Article, { publicUrl }: Surroundings): string[] {
  const main = image === null ? null : mainRendition(image);
  if (image === null || main === null) return [];
  const caption = captionOf(image);
  return [
    `![${escapeText(image.alt)}](${publicUrl}${main.url})`,
    ...(caption === '' ? [] : [`*${escapeText(caption)}*`]),
  ];
}

function credit({ bylines, dateline, section, publishedAt, updatedAt }: Article): string {
  const names = bylines.map(({ name, role }) => (role ? `${name} (${role})` : name)).join(', ');
  const place = dateline?.place ?? null;
  return [
    ...(names === '' ? [] : [names]),
    ...(place === null || place === '' ? [] : [place]),
    section.name,
    `Published ${publishedAt}`,
    ...(updatedAt === publishedAt ? [] : [`Updated ${updatedAt}`]),
  ].join(' · ');
}

function turnBlock({ speaker, speakerRole }: Turn, text: string): string {
  const role = speakerRole ? `, ${speakerRole}` : '';
  return `**${escapeText(`${speaker.name}${role}`)}:**\n\n${text}`;
}

function corrections({ corrections: all }: Article): string[] {
  if (all.length === 0) return [];
  const items = all.map(
    ({ note, publishedAt, edition }) =>
      `- ${publishedAt.slice(0, 10)} (edition ${edition}): ${escapeText(note ?? 'corrected')}`,
  );
  return ['## Corrections', items.join('\n')];
}

type Part = Quote | Claim;

/** Sets a part's number behind its last words; where those are in code or a link, behind that. */
function withFootnotes(
  text: string,
  parts: readonly Part[],
  labels: ReadonlyMap<string, string>,
): string {
  const markdown = closeBlocks(text.trimEnd());
  if (parts.length === 0) return markdown;
  const projection = project(markdown);
  const ends = parts.map(({ anchor }) => {
    const piece = anchor.pieces.at(-1);
    return piece === undefined ? 0 : projection.toSource(piece.start, piece.end).end;
  });
  const structure = structureAt(markdown, ends);
  const marks = parts
    .map(({ id }, index) => ({
      ...placeFor(markdown, ends[index] ?? 0, structure),
      mark: `[^${labels.get(id)}]`,
    }))
    .sort((a, b) => a.at - b.at);
  let result = '';
  let copied = 0;
  let isApart = false;
  for (const { at, mark, isBehindBlock } of marks) {
    const gap = isBehindBlock && at > copied ? '\n\n' : '';
    result += behindMark(markdown.slice(copied, at), isApart) + gap + mark;
    copied = at;
    isApart = isBehindBlock;
  }
  return (result + behindMark(markdown.slice(copied), isApart)).trimEnd();
}

/** What stands behind a mark; one in a paragraph of its own takes no line into that. */
function behindMark(text: string, isApart: boolean): string {
  return isApart && /^[ \t]*\n(?![ \t]*\n)/.test(text) ? `\n${text}` : text;
}

/** Where a mark may stand: behind the word and its closing signs, or what these are a part of. */
function placeFor(markdown: string, end: number, { closed, openings, texts }: Structure) {
  const behindSigns = (at: number) => {
    const opening = openings.find((start) => start >= at);
    return behindClosing(markdown.slice(0, opening), at);
  };
  const behind = behindSigns(end);
  const around = closed.find(
    (range) => range.start < behind && (behind < range.end || (range.isBlock && end <= range.end)),
  );
  if (around?.isBlock) {
    // A block that is left open in a list has the blank lines behind that as its own.
    const last = markdown.slice(0, around.end).trimEnd().length;
    return { at: last, isBehindBlock: true };
  }
  const at = around === undefined ? behind : behindSigns(around.end);
  // A mark before these would be read as a link.
  const isBeforeLink = /^[([]/.test(markdown.slice(at));
  return { at: isBeforeLink ? endOfText(markdown, at, texts) : at, isBehindBlock: false };
}

/** The end of the paragraph or heading around a place; in prose blank lines alone part those. */
function endOfText(markdown: string, at: number, texts: Structure['texts']): number {
  const around = texts.find(({ start, end }) => start <= at && at <= end);
  if (around !== undefined) return around.end;
  const length = markdown.slice(at).search(/\n[ \t]*\n/);
  return length < 0 ? markdown.trimEnd().length : at + length;
}

/**
 * The rest of a word, which scripts without spaces don't have, and the signs that close it. What
 * opens a quotation in one language closes it in another: „so“, »so«.
 */
const REST_OF_WORD = new RegExp(
  `^(?:['’]?(?![${SPACELESS}])\\p{L}|[\\p{N}\\p{M}])*` +
    `(?:[*_"'…\\p{Pe}\\p{Pf}\\p{Terminal_Punctuation}]|\\p{Pi}(?![\\p{L}\\p{N}]))*`,
  'u',
);

/** Behind the rest of a word and the signs that close it. */
function behindClosing(markdown: string, at: number): number {
  return at + (REST_OF_WORD.exec(markdown.slice(at))?.[0].length ?? 0);
}

function footnote(part: Part, { publicUrl }: Surroundings): string {
  const text = 'speaker' in part ? quoteNote(part) : claimNote(part);
  return `${escapeText(text)} <${publicUrl}${part.url}>`;
}

function quoteNote(quote: Quote): string {
  const role = quote.speakerRole ? `, ${quote.speakerRole}` : '';
  const said = quote.saidOn === null ? '' : `, ${quote.saidOn.edtf}`;
  const original =
    quote.original === null
      ? ''
      : ` In the original (${quote.original.language}): “${quote.original.text}”`;
  return `${quote.speaker.name}${role} (${quote.kind} quote${said}).${corrected(quote)}${original}`;
}

function claimNote(claim: Claim): string {
  const chain = claim.chain
    .filter(({ role }) => role === 'relay')
    .map(({ source }) => `, by way of ${source.name}`)
    .join('');
  const standing = claim.standing === 'superseded' ? ' Superseded.' : '';
  return `${claim.source.name}${chain}: ${claimInWords(claim)}${claimedOf(claim)}. ${claim.figure.question}${standing}${corrected(claim)}`;
}

function corrected({ corrections: marks }: Part): string {
  return marks.map(({ note }) => ` Corrected: ${withFullStop(note ?? 'see the article')}`).join('');
}

/** An editor may have given it one already. */
function withFullStop(sentence: string): string {
  return /[.!?…。！？]["”’»)\]]*\s*$/u.test(sentence) ? sentence : `${sentence}.`;
}

/**
 * Text as CommonMark shows it unchanged, on one line. GitHub's would make links of addresses, in
 * which backslashes escape nothing.
 */
function escapeText(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replace(/(?<=\bwww)\.(?=[\w-])|(?<=[ps]):(?=\/\/)|(?<=[\w+-])@(?=[\w-])/gi, '\\$&')
    .replace(/^([+-])(?=\s)/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2');
}
