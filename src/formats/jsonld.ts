/**
 * An article as schema.org's NewsArticle (JSON-LD 1.1), with its turns, quotes, claims and
 * corrections. There is no ClaimReview: what a source says is on record, not judged.
 */
import type {
  Claim as ClaimNode,
  Conversation,
  CorrectionComment,
  ImageObject,
  NewsArticle,
  Organization,
  Person,
  QuantitativeValue,
  Quotation,
  WithContext,
} from 'schema-dts';
import type { WireImage } from '../assets/schema.ts';
import type { SourceRef } from '../sources/schema.ts';
import { captionOf, mainRendition } from './pictures.ts';
import {
  type Article,
  type Claim,
  type Quote,
  type Surroundings,
  sourceUrl,
  type Turn,
} from './surroundings.ts';

type Leaf = Extract<NewsArticle, { '@type': 'NewsArticle' }>;

/** The document, ready to be written as JSON. */
export function toJsonLd(article: Article, around: Surroundings): WithContext<NewsArticle> {
  const url = around.publicUrl + article.url;
  const document: WithContext<Leaf> = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': url,
    url,
    mainEntityOfPage: url,
    identifier: article.id,
    headline: article.headline,
    description: article.summary,
    articleBody: article.bodyText,
    articleSection: article.section.name,
    inLanguage: article.language,
    datePublished: article.firstPublishedAt,
    dateModified: article.updatedAt,
    version: article.edition,
    isAccessibleForFree: true,
  };
  document.publisher = publisher(around);
  addHead(document, article, around);
  addSources(document, article, around);
  const parts = [
    ...article.interviews.map((interview) => conversation(interview, url, around)),
    ...article.quotes.map((quote) => quotation(quote, url, around)),
    ...article.claims.map((claim) => claimNode(claim, url, around)),
  ];
  if (parts.length > 0) document.hasPart = parts;
  const corrections = article.corrections.map((mark) => correctionNode(mark, around, article));
  if (corrections.length > 0) document.correction = corrections;
  return document;
}

function publisher({ publicUrl, publicationName }: Surroundings) {
  return {
    '@type': 'Organization' as const,
    '@id': publicUrl,
    name: publicationName,
    url: publicUrl,
  };
}

function addHead(document: Leaf, article: Article, around: Surroundings): void {
  const { tags, bylines, dateline, image } = article;
  if (image !== null) document.image = picture(image, around);
  if (tags.length > 0) document.keywords = tags.map(({ name }) => name);
  if (bylines.length > 0) {
    document.author = bylines.map(
      ({ name, role, image: portrait }): Person => ({
        '@type': 'Person',
        name,
        ...(role ? { jobTitle: role } : {}),
        ...(portrait === null ? {} : { image: picture(portrait, around) }),
      }),
    );
  }
  const line = [dateline?.place, dateline?.date].filter((part) => part != null && part !== '');
  if (line.length > 0) document.dateline = line.join(', ');
  if (dateline?.place) document.locationCreated = { '@type': 'Place', name: dateline.place };
}

/** A licence may be an address or a text. */
function picture(image: WireImage, { publicUrl }: Surroundings): ImageObject {
  const { id, alt, credit, licence } = image;
  const main = mainRendition(image);
  const caption = captionOf(image);
  return {
    '@type': 'ImageObject',
    '@id': `urn:uuid:${id}`,
    description: alt,
    ...(main === null
      ? {}
      : {
          contentUrl: publicUrl + main.url,
          encodingFormat: main.type,
          width: { '@type': 'QuantitativeValue', value: main.width, unitCode: 'E37' },
          height: { '@type': 'QuantitativeValue', value: main.height, unitCode: 'E37' },
        }),
    ...(caption === '' ? {} : { caption }),
    ...(credit === null ? {} : { creditText: credit }),
    ...(licence === null
      ? {}
      : {
          license: URL.canParse(licence) ? licence : { '@type': 'CreativeWork', name: licence },
        }),
  };
}

function addSources(document: Leaf, { sources }: Article, around: Surroundings): void {
  const documents = sources.filter(({ kind }) => kind === 'document');
  const others = sources.filter(({ kind }) => kind !== 'document');
  if (others.length > 0) document.mentions = others.map((source) => party(source, around, true));
  if (documents.length > 0) document.citation = documents.map((source) => cited(source, around));
}

/** A member that is left out where it would be an empty list. */
function some<K extends string, T>(name: K, items: T[]): { [key in K]?: NoInfer<T>[] } {
  return items.length === 0 ? {} : ({ [name]: items } as { [key in K]: T[] });
}

/** A person or organisation. Whom the public may not know is a person without an address. */
function party(
  source: SourceRef,
  { publicUrl, sources }: Surroundings,
  whole = false,
): Person | Organization {
  const details = whole ? sources.get(source.id) : undefined;
  const shared = {
    '@id': sourceUrl(publicUrl, source),
    name: source.name,
    ...some('sameAs', details?.sameAs ?? []),
  };
  if (source.kind === 'organisation') return { '@type': 'Organization', ...shared };
  return {
    '@type': 'Person',
    ...shared,
    ...(source.kind === 'unnamed' ? { disambiguatingDescription: 'unnamed source' } : {}),
    ...(details?.affiliation
      ? { affiliation: { '@type': 'Organization', name: details.affiliation } }
      : {}),
  };
}

function cited(source: SourceRef, { publicUrl, sources }: Surroundings) {
  return {
    '@type': 'CreativeWork' as const,
    '@id': sourceUrl(publicUrl, source),
    name: source.name,
    ...some('sameAs', sources.get(source.id)?.sameAs ?? []),
  };
}

function conversation(
  { id, title, turns }: Article['interviews'][number],
  url: string,
  around: Surroundings,
): Conversation {
  return {
    '@type': 'Conversation',
    identifier: id,
    ...(title === null ? {} : { name: title }),
    isPartOf: { '@id': url },
    hasPart: turns.map((turn) => turnNode(turn, around)),
  };
}

const TURN_TYPES = { question: 'Question', answer: 'Answer', remark: 'Comment' } as const;

function turnNode(turn: Turn, around: Surroundings) {
  const { publicUrl } = around;
  return {
    '@type': TURN_TYPES[turn.role],
    '@id': publicUrl + turn.url,
    position: turn.position,
    text: turn.plainText,
    ...creator(turn.speaker, around),
    ...(turn.replyTo === null
      ? {}
      : { parentItem: { '@id': `${publicUrl}/v1/turns/${turn.replyTo}` } }),
  };
}

/** Who said it; a document is what it is based on. */
function creator(source: SourceRef, around: Surroundings) {
  return source.kind === 'document'
    ? { isBasedOn: cited(source, around) }
    : { author: party(source, around) };
}

function quotation(quote: Quote, url: string, around: Surroundings): Quotation {
  const { speaker, original } = quote;
  return {
    '@type': 'Quotation',
    '@id': around.publicUrl + quote.url,
    identifier: quote.id,
    text: quote.text,
    genre: quote.kind,
    isPartOf: { '@id': url },
    ...(speaker.kind === 'document'
      ? { isBasedOn: cited(speaker, around) }
      : { spokenByCharacter: party(speaker, around) }),
    ...(quote.saidOn === null ? {} : { temporalCoverage: coverage(quote.saidOn) }),
    ...(quote.venue === null ? {} : { locationCreated: { '@type': 'Place', name: quote.venue } }),
    ...(original === null
      ? {}
      : {
          translationOfWork: {
            '@type': 'Quotation',
            text: original.text,
            inLanguage: original.language,
          },
        }),
    ...some(
      'correction',
      quote.corrections.map((mark) => correctionNode(mark, around)),
    ),
  };
}

function claimNode(claim: Claim, url: string, around: Surroundings): ClaimNode {
  const relays = claim.chain.filter(({ role }) => role === 'relay').map(({ source }) => source);
  return {
    '@type': 'Claim',
    '@id': around.publicUrl + claim.url,
    identifier: claim.id,
    text: claim.text,
    appearance: { '@id': url },
    ...creator(claim.source, around),
    ...some(
      'contributor',
      relays.filter(({ kind }) => kind !== 'document').map((source) => party(source, around)),
    ),
    about: quantity(claim, around),
    ...(claim.place === null ? {} : { spatialCoverage: { '@type': 'Place', name: claim.place } }),
    ...(claim.asOf === null ? {} : { temporalCoverage: coverage(claim.asOf) }),
    creativeWorkStatus: claim.standing,
    ...some(
      'correction',
      claim.corrections.map((mark) => correctionNode(mark, around)),
    ),
  };
}

/** Only what is said to be exact has a value; a side that is left open has no bound. */
function quantity(claim: Claim, { publicUrl }: Surroundings): QuantitativeValue {
  const { comparator, low, high, unit, figure } = claim;
  const exact = comparator === 'eq' && low !== null && low === high;
  return {
    '@type': 'QuantitativeValue',
    '@id': `${publicUrl}${claim.url}#quantity`,
    name: figure.question,
    url: `${publicUrl}/v1/figures/${figure.slug}`,
    unitText: unit,
    ...(exact ? { value: low } : {}),
    ...(exact || low === null ? {} : { minValue: low }),
    ...(exact || high === null ? {} : { maxValue: high }),
    additionalProperty: { '@type': 'PropertyValue', name: 'comparator', value: comparator },
  };
}

/** ISO 8601: a day, or the days from which and until which it may be. */
function coverage({ from, to }: { from: string | null; to: string | null }): string {
  if (from !== null && from === to) return from;
  return `${from ?? '..'}/${to ?? '..'}`;
}

interface Mark {
  note: string | null;
  publishedAt: string;
  edition: number;
  kind?: string;
  about?: string[];
}

function correctionNode(
  { note, publishedAt, edition, about = [] }: Mark,
  { publicUrl }: Surroundings,
  article?: Article,
): CorrectionComment {
  const parts = [...(article?.quotes ?? []), ...(article?.claims ?? [])];
  return {
    '@type': 'CorrectionComment',
    ...(note === null ? {} : { text: note }),
    datePublished: publishedAt,
    version: edition,
    ...some(
      'about',
      parts.filter(({ id }) => about.includes(id)).map(({ url }) => ({ '@id': publicUrl + url })),
    ),
  };
}
