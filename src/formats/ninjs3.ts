/** An article as IPTC ninjs 3.1. */
import type { WireImage } from '../assets/schema.ts';
import type { SourceRef } from '../sources/schema.ts';
import {
  byline,
  claimedPlaces,
  countCharacters,
  countWords,
  editorsNote,
  GENRES,
  genreOf,
  places,
  roleOf,
  terms,
} from './ninjs.ts';
import { renditionName } from './pictures.ts';
import {
  type Article,
  type Claim,
  claimInWords,
  type Quote,
  quotedWords,
  type Surroundings,
  sourceUrl,
} from './surroundings.ts';

export function toNinjs3(article: Article, around: Surroundings): Record<string, unknown> {
  const { publicUrl } = around;
  const note = editorsNote(article);
  return {
    uri: publicUrl + article.url,
    standard: {
      name: 'ninjs',
      version: '3.1',
      schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
    },
    type: 'text',
    representationType: 'full',
    version: String(article.edition),
    firstCreated: article.firstPublishedAt,
    versionCreated: article.updatedAt,
    pubStatus: 'usable',
    language: article.language,
    headlines: [{ role: 'main', contentType: 'text/plain', value: article.headline }],
    descriptions: [{ role: 'summary', contentType: 'text/plain', value: article.summary }],
    bodies: bodies(article),
    ...(article.bylines.length === 0 ? {} : { by: byline(article) }),
    slugline: article.slug,
    ...(article.dateline?.place ? { located: article.dateline.place } : {}),
    ...(note === null ? {} : { edNote: note }),
    ...parties(article, publicUrl),
    places: places(article),
    subjects: terms(article, publicUrl).map(({ name, rel, uri, slug }) => ({
      name,
      rel,
      uri,
      literal: slug,
    })),
    genres: [{ name: genreOf(article), uri: GENRES + genreOf(article) }],
    altIds: [
      { role: 'onrecord', value: article.id },
      { role: 'slug', value: article.slug },
    ],
    associations: [
      ...(article.image === null ? [] : [picture(article.image, article, publicUrl)]),
      ...article.quotes.map((quote) => quoteComponent(quote, article, publicUrl)),
      ...article.claims.map((claim) => claimComponent(claim, article, publicUrl)),
    ],
  };
}

/** The text as HTML, plain and as it was written, and each turn of its interviews. */
function bodies({ body, bodyHtml, bodyText, interviews }: Article) {
  return [
    {
      role: 'main',
      contentType: 'text/html',
      charCount: countCharacters(bodyText),
      wordCount: countWords(bodyText),
      value: bodyHtml,
    },
    { role: 'plain', contentType: 'text/plain', value: bodyText },
    { role: 'source', contentType: 'text/markdown', value: body },
    ...interviews.flatMap(({ turns }) =>
      turns.map(({ role, html, speaker }) => ({
        role: `${role} of ${speaker.name}`,
        contentType: 'text/html',
        value: html,
      })),
    ),
  ];
}

/** Who is in it: people and organisations by themselves, and all sources. */
function parties(article: Article, publicUrl: string) {
  const source = (ref: SourceRef) => ({
    name: ref.name,
    uri: sourceUrl(publicUrl, ref),
    literal: ref.slug,
  });
  const ofKind = (kind: SourceRef['kind']) =>
    article.sources
      .filter((ref) => ref.kind === kind)
      .map((ref) => ({ ...source(ref), rel: roleOf(ref, article) }));
  return {
    people: ofKind('person'),
    organisations: ofKind('organisation'),
    infoSources: article.sources.map((ref) => ({ ...source(ref), role: roleOf(ref, article) })),
  };
}

function component(
  part: Quote | Claim,
  rel: 'quote' | 'claim',
  { language, firstPublishedAt, updatedAt }: Article,
  publicUrl: string,
) {
  return {
    name: `${rel}-${part.position}`,
    rel,
    uri: publicUrl + part.url,
    type: 'component',
    firstCreated: firstPublishedAt,
    versionCreated: updatedAt,
    pubStatus: 'usable',
    language,
    bodies: [{ role: 'main', contentType: 'text/plain', value: quotedWords(part) }],
    altIds: [{ role: 'onrecord', value: part.id }],
  };
}

function quoteComponent(quote: Quote, article: Article, publicUrl: string) {
  return {
    ...component(quote, 'quote', article, publicUrl),
    by: quote.speaker.name,
    descriptions: described({
      kind: quote.kind,
      speakerRole: quote.speakerRole,
      verb: quote.verb,
      saidOn: quote.saidOn?.edtf ?? null,
    }),
    infoSources: [named(quote.speaker, 'speaker', publicUrl)],
    ...(quote.original === null
      ? {}
      : { associations: [originalOf(quote.original, publicUrl + quote.url)] }),
  };
}

/** What was said, as an item of its own: ninjs names a language for an item only. */
function originalOf({ language, text }: NonNullable<Quote['original']>, url: string) {
  return {
    name: 'original',
    rel: 'original',
    uri: `${url}#original`,
    type: 'component',
    language,
    bodies: [{ role: 'main', contentType: 'text/plain', value: text }],
  };
}

function claimComponent(claim: Claim, article: Article, publicUrl: string) {
  return {
    ...component(claim, 'claim', article, publicUrl),
    by: claim.source.name,
    descriptions: described({
      summary: claimInWords(claim),
      comparator: claim.comparator,
      low: claim.low,
      high: claim.high,
      unit: claim.unit,
      asOf: claim.asOf?.edtf ?? null,
      standing: claim.standing,
    }),
    infoSources: claim.chain.map(({ source, role }) => named(source, role, publicUrl)),
    places: claimedPlaces([claim]),
    objects: [
      {
        name: claim.figure.question,
        rel: 'figure',
        uri: `${publicUrl}/v1/figures/${claim.figure.slug}`,
        literal: claim.figure.slug,
      },
    ],
  };
}

function named(ref: SourceRef, role: string, publicUrl: string) {
  return { name: ref.name, role, uri: sourceUrl(publicUrl, ref), literal: ref.slug };
}

/** What is known, by role; an open bound is left out. */
function described(members: Record<string, string | number | null>) {
  return Object.entries(members).flatMap(([role, value]) =>
    value === null || value === ''
      ? []
      : [{ role, contentType: 'text/plain', value: String(value) }],
  );
}

/** The article's picture in all its renditions. */
function picture(
  { id, alt, caption, credit, licence, focalPoint, renditions }: WireImage,
  { language, updatedAt }: Article,
  publicUrl: string,
) {
  return {
    name: 'picture-1',
    rel: 'picture',
    uri: `urn:uuid:${id}`,
    type: 'picture',
    versionCreated: updatedAt,
    pubStatus: 'usable',
    language,
    descriptions: described({ alt, caption }),
    ...(credit ? { by: credit } : {}),
    ...(licence ? { usageTerms: licence } : {}),
    renditions: renditions.map((rendition) => ({
      name: renditionName(rendition),
      href: publicUrl + rendition.url,
      contentType: rendition.type,
      width: rendition.width,
      height: rendition.height,
      ...(focalPoint === null
        ? {}
        : {
            poi: {
              x: Math.round(focalPoint.x * rendition.width),
              y: Math.round(focalPoint.y * rendition.height),
            },
          }),
    })),
  };
}
