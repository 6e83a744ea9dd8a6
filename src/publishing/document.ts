/**
 * From a revision to what the wire answers. Every member of a public document is named
 * here by hand, so that nothing can get out by being added somewhere else.
 */
import type * as z from 'zod';
import {
  type ArticleContent,
  type ContentClaim,
  type ContentInterview,
  type ContentQuote,
  originatorOf,
} from '../articles/content.ts';
import { createTextReader, type ReadText } from '../articles/long-texts.ts';
import type { ArticleSummary, correction, WireArticle } from '../articles/schema.ts';
import type { WireImage } from '../assets/schema.ts';
import type { wireClaim } from '../claims/schema.ts';
import { Problem } from '../core/errors.ts';
import type { FigureRef } from '../figures/schema.ts';
import type { correctionMark, wireQuote } from '../quotes/schema.ts';
import type { SourceRef } from '../sources/schema.ts';
import type { TermRef } from '../taxonomy/schema.ts';
import { parseEdtf } from '../text/dates.ts';
import type { anchor, DeskAnchor } from '../text/schema.ts';
import type { wireInterview, wireTurn } from '../turns/schema.ts';

export type Correction = z.infer<typeof correction>;
export type WireQuote = z.infer<typeof wireQuote>;
export type WireClaim = z.infer<typeof wireClaim>;
export type WireTurn = z.infer<typeof wireTurn>;
type CorrectionMark = z.infer<typeof correctionMark>;

/** What a document shows beside the revision itself. */
export interface Surroundings {
  id: string;
  edition: number;
  publishedAt: Date;
  firstPublishedAt: Date;
  updatedAt: Date;
  sources: ReadonlyMap<string, SourceRef>;
  figures: ReadonlyMap<string, FigureRef>;
  /** Sections and tags by slug. */
  sections: ReadonlyMap<string, TermRef>;
  tags: ReadonlyMap<string, TermRef>;
  assets: ReadonlyMap<string, WireImage>;
  corrections: readonly Correction[];
  /** Published claims that supersede one of this article's, by the id of the superseded. */
  supersededBy: ReadonlyMap<string, string>;
}

const articleUrl = (slug: string): string => `/v1/articles/${slug}`;

/** The public document of a revision. Others come to their turn while long texts are read. */
export async function buildArticle(
  content: ArticleContent,
  around: Surroundings,
): Promise<WireArticle> {
  const readText = createTextReader();
  const interviews = await buildInterviews(content.interviews, around, readText);
  const body = await readText(content.body);
  const quotes = content.quotes.map((quote, index) => buildQuote(quote, index + 1, around));
  const claims = content.claims.map((claim, index) => buildClaim(claim, index + 1, around));
  return {
    id: around.id,
    slug: content.slug,
    url: articleUrl(content.slug),
    kind: interviews.some(({ turns }) => turns.length > 0) ? 'interview' : 'news',
    headline: content.headline,
    summary: content.summary,
    body: content.body,
    bodyHtml: body.html,
    bodyText: body.plain,
    language: content.language,
    section: term(around.sections, content.section),
    tags: distinctTerms(content.tags.map((tag) => term(around.tags, tag))),
    bylines: content.bylines.map(({ name, role, image }) => ({
      name,
      role,
      image: imageOf(around, image),
    })),
    dateline:
      content.dateline === null
        ? null
        : { place: content.dateline.place, date: content.dateline.date },
    image: imageOf(around, content.image),
    interviews,
    quotes,
    claims,
    sources: sourcesOf(interviews, quotes, claims),
    corrections: [...around.corrections],
    publishedAt: around.publishedAt.toISOString(),
    firstPublishedAt: around.firstPublishedAt.toISOString(),
    updatedAt: around.updatedAt.toISOString(),
    edition: around.edition,
  };
}

/** The document of an article in lists. */
export function buildSummary(article: WireArticle): ArticleSummary {
  return {
    id: article.id,
    slug: article.slug,
    url: article.url,
    kind: article.kind,
    headline: article.headline,
    summary: article.summary,
    section: article.section,
    tags: article.tags,
    bylines: article.bylines,
    image: article.image,
    language: article.language,
    publishedAt: article.publishedAt,
    firstPublishedAt: article.firstPublishedAt,
    updatedAt: article.updatedAt,
    edition: article.edition,
    counts: {
      turns: article.interviews.flatMap(({ turns }) => turns).length,
      quotes: article.quotes.length,
      claims: article.claims.length,
    },
  };
}

async function buildInterviews(
  interviews: ContentInterview[],
  around: Surroundings,
  readText: ReadText,
): Promise<z.infer<typeof wireInterview>[]> {
  const built: z.infer<typeof wireInterview>[] = [];
  let position = 0;
  for (const { id, title, turns } of interviews) {
    const interview = { id, title, turns: [] as WireTurn[] };
    let question: string | null = null;
    for (const turn of turns) {
      position += 1;
      if (turn.role === 'question') question = turn.id;
      const { html, plain } = await readText(turn.text);
      interview.turns.push({
        id: turn.id,
        url: `/v1/turns/${turn.id}`,
        position,
        role: turn.role,
        speaker: source(around, turn.speaker),
        speakerRole: turn.speakerRole,
        replyTo: turn.role === 'answer' ? question : null,
        text: turn.text,
        html,
        plainText: plain,
      });
    }
    built.push(interview);
  }
  return built;
}

function buildQuote(quote: ContentQuote, position: number, around: Surroundings): WireQuote {
  const speaker = source(around, quote.speaker);
  return {
    id: quote.id,
    kind: quote.kind,
    speakerRole: quote.speakerRole,
    organisation: quote.organisation,
    verb: quote.verb,
    venue: quote.venue,
    translated: quote.translated,
    original: quote.original,
    url: `/v1/quotes/${quote.id}`,
    position,
    text: wordsOf(quote.anchor),
    speaker,
    anonymous: speaker.kind === 'unnamed',
    saidOn: quote.saidOn === null ? null : parseEdtf(quote.saidOn),
    turn: turnOf(quote.anchor),
    anchor: located(quote.anchor),
    status: quote.status,
    corrections: correctionsOf(quote.id, around),
  };
}

function buildClaim(claim: ContentClaim, position: number, around: Surroundings): WireClaim {
  const figure = around.figures.get(claim.figure);
  if (figure === undefined) throw incomplete(`the figure ${claim.figure}`);
  const supersededBy = around.supersededBy.get(claim.id) ?? null;
  return {
    id: claim.id,
    figure,
    comparator: claim.comparator,
    low: claim.low,
    high: claim.high,
    unit: claim.unit,
    place: claim.place,
    partOf: claim.partOf,
    supersedes: claim.supersedes,
    boundsReason: claim.boundsReason,
    url: `/v1/claims/${claim.id}`,
    position,
    text: wordsOf(claim.anchor),
    asOf: claim.asOf === null ? null : parseEdtf(claim.asOf),
    source: source(around, originatorOf(claim)),
    chain: claim.chain.map((link) => ({
      role: link.role,
      verb: link.verb,
      source: source(around, link.source),
    })),
    turn: turnOf(claim.anchor),
    anchor: located(claim.anchor),
    standing: supersededBy === null ? 'current' : 'superseded',
    supersededBy,
    corrections: correctionsOf(claim.id, around),
  };
}

function correctionsOf(id: string, around: Surroundings): CorrectionMark[] {
  return around.corrections
    .filter(({ about }) => about.includes(id))
    .map(({ edition, note, publishedAt }) => ({ edition, note, publishedAt }));
}

function sourcesOf(
  interviews: { turns: WireTurn[] }[],
  quotes: WireQuote[],
  claims: WireClaim[],
): SourceRef[] {
  const all = [
    ...quotes.map(({ speaker }) => speaker),
    ...claims.flatMap(({ chain }) => chain.map((link) => link.source)),
    ...interviews.flatMap(({ turns }) => turns.map(({ speaker }) => speaker)),
  ];
  return [...new Map(all.map((ref) => [ref.id, ref])).values()];
}

function source(around: Surroundings, id: string | null): SourceRef {
  const ref = id === null ? undefined : around.sources.get(id);
  if (ref === undefined) throw incomplete(`the source ${id}`);
  return ref;
}

/** A picture that is in use can't be deleted; a portrait may be missing in old revisions. */
function imageOf(around: Surroundings, id: string | null | undefined): WireImage | null {
  return id == null ? null : (around.assets.get(id) ?? null);
}

function term(terms: ReadonlyMap<string, TermRef>, slug: string): TermRef {
  const ref = terms.get(slug);
  if (ref === undefined) throw incomplete(`the section or tag ${slug}`);
  return ref;
}

/** Two tags that were merged are one. */
function distinctTerms(terms: TermRef[]): TermRef[] {
  return [...new Map(terms.map((tag) => [tag.slug, tag])).values()];
}

/** The gate lets nothing through that is not complete; meeting it here is a fault of ours. */
function incomplete(what: string): Problem {
  return new Problem('internal', 'A published document is not complete.', {
    cause: new Error(`${what} is missing`),
  });
}

function wordsOf({ pieces }: DeskAnchor): string {
  return pieces.map(({ exact }) => exact).join(' ');
}

function turnOf({ in: place }: DeskAnchor): string | null {
  return place === 'body' ? null : place;
}

function located({ in: place, pieces }: DeskAnchor): z.infer<typeof anchor> {
  return {
    in: place,
    pieces: pieces.map(({ exact, prefix, suffix, start, end }) => {
      if (start === null || end === null) throw incomplete(`the place of “${exact}”`);
      return { exact, prefix, suffix, start, end };
    }),
  };
}
