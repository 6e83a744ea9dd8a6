/** From published documents to entries of feeds. Pure functions. */
import type * as z from 'zod';
import type { WireArticle } from '../articles/schema.ts';
import type { WireImage } from '../assets/schema.ts';
import type { standaloneClaim } from '../claims/schema.ts';
import { conversationsHtml } from '../formats/conversations.ts';
import { captionOf, mainRendition } from '../formats/pictures.ts';
import { claimedOf, claimInWords, quotedWords } from '../formats/surroundings.ts';
import type { standaloneQuote } from '../quotes/schema.ts';
import { escapeXml } from '../text/escape.ts';
import type { standaloneTurn } from '../turns/schema.ts';

type Quote = z.infer<typeof standaloneQuote>;
type Claim = z.infer<typeof standaloneClaim>;
type Turn = z.infer<typeof standaloneTurn>;

/** What was wrong in an earlier edition. */
export interface FeedCorrection {
  note: string | null;
  publishedAt: string;
}

/** One entry. Addresses are absolute, times RFC 3339 in UTC. */
export interface FeedItem {
  /** A UUID; stays when the address changes. */
  id: string;
  url: string;
  title: string;
  /** Plain text. */
  summary: string;
  html: string;
  language: string | null;
  publishedAt: string;
  updatedAt: string;
  authors: string[];
  tags: string[];
  corrections: FeedCorrection[];
  picture: FeedPicture | null;
}

/** The picture of an article in its widest rendition. */
export interface FeedPicture {
  url: string;
  type: string;
  /** Pixels. */
  width: number;
  height: number;
  alt: string;
  caption: string | null;
  credit: string | null;
}

/** A feed, whatever its format. */
export interface Feed {
  /** A UUID of what the feed is about, which stays when its address changes; null for the site. */
  id: string | null;
  title: string;
  /** Whose feed it is; the author of what names none. */
  publisher: string;
  description: string;
  /** BCP 47; null where its entries have different ones. */
  language: string | null;
  /** Of the feed itself. */
  url: string;
  /** Of what the feed is about. */
  about: string;
  updatedAt: string;
  /** Newest first. */
  items: FeedItem[];
}

export function articleItem(article: WireArticle, publicUrl: string): FeedItem {
  const picture = pictureOf(article.image, publicUrl);
  return {
    id: article.id,
    url: publicUrl + article.url,
    title: article.headline,
    summary: article.summary,
    html: [
      ...(article.image === null || picture === null ? [] : [pictureHtml(picture, article.image)]),
      article.bodyHtml,
      ...conversationsHtml(article),
      ...article.corrections.map(correctionHtml),
    ].join('\n'),
    language: article.language,
    publishedAt: article.publishedAt,
    updatedAt: article.updatedAt,
    authors: article.bylines.map(({ name }) => name),
    tags: [article.section.name, ...article.tags.map(({ name }) => name)],
    corrections: article.corrections.map(({ note, publishedAt }) => ({ note, publishedAt })),
    picture,
  };
}

function pictureOf(image: WireImage | null, publicUrl: string): FeedPicture | null {
  const main = image === null ? null : mainRendition(image);
  if (image === null || main === null) return null;
  const { width, height, type, url } = main;
  const { alt, caption, credit } = image;
  return { url: publicUrl + url, type, width, height, alt, caption, credit };
}

function pictureHtml({ url, width, height, alt }: FeedPicture, image: WireImage): string {
  const caption = captionOf(image);
  const below = caption === '' ? '' : `<figcaption>${escapeXml(caption)}</figcaption>`;
  return `<figure><img src="${escapeXml(url)}" alt="${escapeXml(alt)}" width="${width}" height="${height}">${below}</figure>`;
}

/** What a correction says, behind the words that tell of which day it is. */
function inWords({ note, publishedAt }: FeedCorrection): [label: string, said: string] {
  return [`Correction (${publishedAt.slice(0, 10)}):`, note ?? 'See the article.'];
}

function correctionHtml(correction: FeedCorrection): string {
  const [label, said] = inWords(correction);
  return `<p><b>${label}</b> ${escapeXml(said)}</p>`;
}

/** What a correction says, as plain text behind a summary. */
export function correctionText(correction: FeedCorrection): string {
  return inWords(correction).join(' ');
}

/** Where and when a quote, claim or turn appeared, and in which language. */
export interface Appearance {
  publicUrl: string;
  language: string | null;
  publishedAt: Date;
}

export function quoteItem(quote: Quote, appearance: Appearance): FeedItem {
  const role = quote.speakerRole ? `, ${quote.speakerRole}` : '';
  const isVerbatim = quote.kind === 'direct';
  const text = quotedWords(quote);
  const words = (said: string) => (isVerbatim ? `“${said}”` : said);
  const tag = isVerbatim ? 'blockquote' : 'div';
  return partItem(quote, appearance, {
    title: `${quote.speaker.name}: ${words(shorten(text))}`,
    summary: `${quote.speaker.name}${role}: ${words(text)}`,
    html: `<${tag}><p>${escapeXml(text)}</p></${tag}>\n<p>${escapeXml(quote.speaker.name + role)}</p>`,
    author: quote.speaker.name,
    corrections: quote.corrections,
  });
}

export function claimItem(claim: Claim, appearance: Appearance): FeedItem {
  const words = claimInWords(claim);
  const of = claimedOf(claim);
  const standing = claim.standing === 'superseded' ? ' Superseded.' : '';
  return partItem(claim, appearance, {
    title: `${claim.source.name}: ${words}`,
    summary: `${claim.figure.question} ${claim.source.name}: ${words}${of}.${standing}`,
    html: `<p>${escapeXml(claim.figure.question)}</p>\n<p><b>${escapeXml(words)}</b>${escapeXml(`${of} (${claim.source.name}).${standing}`)}</p>\n<blockquote><p>${escapeXml(quotedWords(claim))}</p></blockquote>`,
    author: claim.source.name,
    corrections: claim.corrections,
  });
}

export function turnItem(turn: Turn, appearance: Appearance): FeedItem {
  return partItem(turn, appearance, {
    title: `${turn.speaker.name}: “${shorten(turn.plainText)}”`,
    summary: turn.plainText,
    html: turn.html,
    author: turn.speaker.name,
    corrections: [],
  });
}

interface Part {
  id: string;
  url: string;
  article: Quote['article'];
}

interface PartContent extends Pick<FeedItem, 'title' | 'summary' | 'html' | 'corrections'> {
  author: string;
}

function partItem(
  { id, url, article }: Part,
  { publicUrl, language, ...appearance }: Appearance,
  content: PartContent,
): FeedItem {
  const { author, title, summary, html, corrections } = content;
  const place = `<p>In <a href="${escapeXml(publicUrl + article.url)}">${escapeXml(article.headline)}</a></p>`;
  const publishedAt = appearance.publishedAt.toISOString();
  const times = [publishedAt, ...corrections.map((correction) => correction.publishedAt)].sort();
  return {
    id,
    url: publicUrl + url,
    title,
    summary,
    html: [html, place, ...corrections.map(correctionHtml)].join('\n'),
    language,
    publishedAt,
    updatedAt: times.at(-1) ?? publishedAt,
    authors: [author],
    tags: [],
    corrections: corrections.map(({ note, publishedAt }) => ({ note, publishedAt })),
    picture: null,
  };
}

/** Characters as readers count them, and UTF-16 units. */
const TITLE_MAX = 100;
const TITLE_UNITS_MAX = 1_000;
/** A longer word is none: scripts without spaces have whole sentences without one. */
const WORD_UNITS_MAX = 30;

const CHARACTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The beginning of a text, up to the last word that it has room for. */
function shorten(text: string): string {
  if (text.length <= TITLE_MAX) return text;
  const ends = Array.from(
    CHARACTERS.segment(text.slice(0, 2 * TITLE_UNITS_MAX)),
    ({ segment, index }) => index + segment.length,
  );
  const end = ends.slice(0, TITLE_MAX).findLast((one) => one <= TITLE_UNITS_MAX);
  if (end === text.length) return text;
  const cut = text.slice(0, end ?? TITLE_UNITS_MAX);
  const space = cut.search(/\s\S*$/u);
  return `${space < cut.length - WORD_UNITS_MAX ? cut : cut.slice(0, space)}…`;
}
