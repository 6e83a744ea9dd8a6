/**
 * An article as schema.org's NewsArticle (JSON-LD 1.1), with its turns, quotes, claims and
 * corrections. There is no ClaimReview: what a source says is on record, not judged.
 */
import type { ImageObject, NewsArticle, Person, WithContext } from 'schema-dts';
import type { WireImage } from '../assets/schema.ts';
import { httpUrl } from '../core/http/scalars.ts';
import { cited, party } from './jsonld-parties.ts';
import { claimNode, conversation, correctionNode, quotation } from './jsonld-parts.ts';
import { captionOf, mainRendition } from './pictures.ts';
import type { Article, Surroundings } from './surroundings.ts';

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

/** “Agency: no sales” is a text, though it can be read as a URL. */
const isAddress = (licence: string): boolean => httpUrl.safeParse(licence).success;

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
    ...(credit ? { creditText: credit } : {}),
    ...(licence
      ? { license: isAddress(licence) ? licence : { '@type': 'CreativeWork', name: licence } }
      : {}),
  };
}

function addSources(document: Leaf, { sources }: Article, around: Surroundings): void {
  const documents = sources.filter(({ kind }) => kind === 'document');
  const others = sources.filter(({ kind }) => kind !== 'document');
  if (others.length > 0) document.mentions = others.map((source) => party(source, around, true));
  if (documents.length > 0) document.citation = documents.map((source) => cited(source, around));
}
