/** The rows of the published tables, made of what is published. */
import type { WireArticle } from '../articles/schema.ts';
import { entityTag } from '../core/hash.ts';
import { dayToNumber } from '../core/http/scalars.ts';
import type { SourceRow } from '../sources/store.ts';
import { conventionalLanguage } from '../text/language.ts';
import { slugify } from '../text/slug.ts';
import { foldForSearch } from '../text/words.ts';
import type { WireClaim, WireQuote, WireTurn } from './document.ts';
import type { PackedDocument } from './packing.ts';
import type { Publication } from './publication.ts';
import { citedIn } from './tally.ts';

export function articleRow(
  { article, revision, document, summary, etag }: Publication,
  lastModified: Date,
  { br, gzip }: PackedDocument,
) {
  return {
    id: article.id,
    slug: article.slug,
    kind: article.kind,
    section: article.section.slug,
    language: conventionalLanguage(article.language),
    edition: article.edition,
    revision,
    publishedAt: new Date(article.publishedAt),
    firstPublishedAt: new Date(article.firstPublishedAt),
    updatedAt: new Date(article.updatedAt),
    lastModified,
    etag,
    summary,
    cacheTags: idsIn(article).join(','),
    br,
    gzip,
    document,
  };
}

/** Every id in a public document: its own, its parts', and what they refer to. */
export function idsIn(article: WireArticle): string[] {
  const parts = [
    ...article.interviews.flatMap(({ turns }) => turns),
    ...article.quotes,
    ...article.claims,
  ];
  return [
    ...new Set([
      article.id,
      ...parts.map(({ id }) => id),
      ...article.sources.map(({ id }) => id),
      ...article.claims.map(({ figure }) => figure.id),
      ...imagesIn(article),
    ]),
  ];
}

/** The ids of the pictures in a public document. */
export function imagesIn({ image, bylines }: WireArticle): string[] {
  const all = [image, ...bylines.map((byline) => byline.image)];
  return [...new Set(all.flatMap((one) => (one === null ? [] : [one.id])))];
}

/** What a part says of its article where it stands alone. */
export function referenceTo({ id, slug, headline, url, publishedAt }: WireArticle) {
  return { id, slug, headline, url, publishedAt };
}

export function claimSources(claim: WireClaim) {
  return citedIn(claim).map((sourceId) => ({ claimId: claim.id, sourceId }));
}

function finished(shown: unknown): { document: string; etag: string } {
  const document = JSON.stringify(shown);
  return { document, etag: entityTag(document) };
}

export function turnRow(article: WireArticle, turn: WireTurn, shown: unknown) {
  return {
    id: turn.id,
    articleId: article.id,
    position: turn.position,
    role: turn.role,
    speakerId: turn.speaker.id,
    section: article.section.slug,
    publishedAt: new Date(article.publishedAt),
    searchText: foldForSearch(turn.plainText),
    ...finished(shown),
  };
}

export function quoteRow(
  article: WireArticle,
  quote: WireQuote,
  shown: unknown,
  sources: ReadonlyMap<string, SourceRow>,
) {
  return {
    id: quote.id,
    articleId: article.id,
    position: quote.position,
    kind: quote.kind,
    speakerId: quote.speaker.id,
    organisation: organisationOf(quote, sources),
    anonymous: quote.anonymous,
    section: article.section.slug,
    saidFrom: dayOrNull(quote.saidOn?.from),
    saidTo: dayOrNull(quote.saidOn?.to),
    publishedAt: new Date(article.publishedAt),
    ...finished(shown),
  };
}

/** For whom a quote was said: as the quote says, as the speaker belongs, or the speaker itself. */
function organisationOf(quote: WireQuote, sources: ReadonlyMap<string, SourceRow>): string | null {
  const speaker = [...sources.values()].find(({ id }) => id === quote.speaker.id);
  const name =
    quote.organisation ??
    speaker?.affiliation ??
    (quote.speaker.kind === 'organisation' ? quote.speaker.name : null);
  return name === null ? null : slugify(name);
}

export function claimRow(article: WireArticle, claim: WireClaim, shown: unknown) {
  const published = dayToNumber(article.firstPublishedAt);
  const asOfFrom = dayOrNull(claim.asOf?.from) ?? dayOrNull(claim.asOf?.to) ?? published;
  return {
    id: claim.id,
    articleId: article.id,
    position: claim.position,
    figureId: claim.figure.id,
    sourceId: claim.source.id,
    comparator: claim.comparator,
    low: claim.low,
    high: claim.high,
    unit: claim.unit,
    place: claim.place === null ? null : slugify(claim.place),
    asOfFrom,
    // It may be about days to come, from one on.
    asOfTo: dayOrNull(claim.asOf?.to) ?? Math.max(asOfFrom, published),
    standing: claim.standing,
    supersedesId: claim.supersedes,
    section: article.section.slug,
    publishedAt: new Date(article.publishedAt),
    ...finished(shown),
  };
}

function dayOrNull(day: string | null | undefined): number | null {
  return day === null || day === undefined ? null : dayToNumber(day);
}
