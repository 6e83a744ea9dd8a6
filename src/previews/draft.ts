/**
 * A draft in the shape of a published article. A draft may be incomplete; whoever shows
 * it needs the shape to hold. So a placeholder stands where somebody or something is
 * still to be named, words that are not in the text are given without a place, and
 * `incomplete` points to all of it.
 */
import type { ArticleContent, ContentClaim, ContentQuote } from '../articles/content.ts';
import type { WireArticle } from '../articles/schema.ts';
import type { FigureRef } from '../figures/schema.ts';
import { buildArticle, type Surroundings } from '../publishing/document.ts';
import type { SourceRef } from '../sources/schema.ts';
import type { DeskAnchor } from '../text/schema.ts';

/** An id that nothing else can have: of UUID's version for own uses (RFC 9562 §5.8). */
const NIL = '00000000-0000-8000-8000-000000000000';
const NOBODY: SourceRef = {
  id: NIL,
  slug: 'not-yet-named',
  kind: 'unnamed',
  name: 'Not yet named',
};
const NOWHERE = { slug: 'not-yet-filed', name: 'Not yet filed' };

export interface Draft {
  article: WireArticle;
  /** JSON pointers to what is missing. */
  incomplete: string[];
}

export async function buildDraft(content: ArticleContent, around: Surroundings): Promise<Draft> {
  const incomplete = findIncomplete(content, around);
  const sections = new Map(around.sections);
  const section = content.section === '' ? NOWHERE.slug : content.section;
  if (!sections.has(section)) sections.set(section, NOWHERE);
  const named = (id: string | null) => (id !== null && around.sources.has(id) ? id : NIL);
  const completed: ArticleContent = {
    ...content,
    section,
    tags: content.tags.filter((tag) => around.tags.has(tag)),
    interviews: content.interviews.map((interview) => ({
      ...interview,
      turns: interview.turns.map((turn) => ({ ...turn, speaker: named(turn.speaker) })),
    })),
    quotes: content.quotes.map((quote) => ({
      ...quote,
      speaker: named(quote.speaker),
      anchor: placed(quote.anchor),
    })),
    claims: content.claims.map((claim) => ({
      ...claim,
      chain: chainOf(claim, named),
      anchor: placed(claim.anchor),
    })),
  };
  const article = await buildArticle(completed, {
    ...around,
    sections,
    sources: new Map([...around.sources, [NIL, NOBODY]]),
    figures: withFigures(content, around.figures),
  });
  return { article: { ...article, ...withWords(article, content) }, incomplete };
}

function chainOf(claim: ContentClaim, named: (id: string) => string): ContentClaim['chain'] {
  if (claim.chain.length === 0) return [{ role: 'originator', verb: null, source: NIL }];
  return claim.chain.map((link) => ({ ...link, source: named(link.source) }));
}

function withFigures(
  content: ArticleContent,
  figures: Surroundings['figures'],
): Map<string, FigureRef> {
  const all = new Map(figures);
  for (const { figure, unit } of content.claims)
    if (!all.has(figure)) all.set(figure, { id: NIL, slug: 'not-yet-named', question: '', unit });
  return all;
}

/** The pieces that were found; an anchor on the wire has no others. */
function placed({ in: place, pieces }: DeskAnchor): DeskAnchor {
  return { in: place, pieces: pieces.filter(({ start, end }) => start !== null && end !== null) };
}

/** A quote or claim shows all its words, also those that are not in the text. */
function withWords(article: WireArticle, content: ArticleContent) {
  const words = ({ anchor }: ContentQuote | ContentClaim) =>
    anchor.pieces.map(({ exact }) => exact).join(' ');
  return {
    quotes: article.quotes.map((quote, index) => ({
      ...quote,
      text: words(content.quotes[index] as ContentQuote),
    })),
    claims: article.claims.map((claim, index) => ({
      ...claim,
      text: words(content.claims[index] as ContentClaim),
    })),
  };
}

function findIncomplete(content: ArticleContent, { sources }: Surroundings): string[] {
  const isNamed = (id: string | null) => id !== null && sources.has(id);
  const isPlaced = ({ pieces }: DeskAnchor) => pieces.every(({ start }) => start !== null);
  const fields = ['headline', 'summary', 'body', 'section', 'language'] as const;
  const missing = (condition: boolean, pointer: string) => (condition ? [] : [pointer]);
  return [
    ...fields.flatMap((field) => missing(content[field].trim() !== '', `/${field}`)),
    ...content.interviews.flatMap(({ turns }, i) =>
      turns.flatMap(({ speaker }, t) =>
        missing(isNamed(speaker), `/interviews/${i}/turns/${t}/speaker`),
      ),
    ),
    ...content.quotes.flatMap(({ speaker, anchor }, q) => [
      ...missing(isNamed(speaker), `/quotes/${q}/speaker`),
      ...missing(isPlaced(anchor), `/quotes/${q}/anchor`),
    ]),
    ...content.claims.flatMap(({ chain, anchor }, c) => [
      ...missing(chain.length > 0, `/claims/${c}/source`),
      ...missing(isPlaced(anchor), `/claims/${c}/anchor`),
    ]),
  ];
}
