/**
 * An article as IPTC ninjs: 3.1, and 1.6 for those who take the first generation. Both
 * are valid by IPTC's schemas, which allow no members of one's own: quotes and claims
 * are associated components, with a claim's bounds as descriptions by role.
 */
import type { SourceRef } from '../sources/schema.ts';
import {
  type Article,
  type Claim,
  claimInWords,
  type Quote,
  type Surroundings,
  sourceUrl,
} from './surroundings.ts';

/** IPTC has registered no type for ninjs; this is its NewsML-G2 news item, in JSON. */
export const NINJS_TYPE = 'application/vnd.iptc.g2.newsitem+json';

const GENRES = 'http://cv.iptc.org/newscodes/genre/';
const genreOf = ({ kind }: Article) => (kind === 'interview' ? 'Interview' : 'Current');

interface Term {
  name: string;
  slug: string;
  rel: 'section' | 'tag';
  uri: string;
}

function terms(article: Article, publicUrl: string): Term[] {
  return [
    {
      ...article.section,
      rel: 'section',
      uri: `${publicUrl}/v1/articles?section=${article.section.slug}`,
    },
    ...article.tags.map((tag) => ({
      ...tag,
      rel: 'tag' as const,
      uri: `${publicUrl}/v1/articles?tag=${tag.slug}`,
    })),
  ];
}

const countWords = (text: string): number =>
  text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu)?.length ?? 0;
const countCharacters = (text: string): number => [...text].length;
const byline = ({ bylines }: Article): string => bylines.map(({ name }) => name).join(', ');

/** What was corrected, for the editors who take it. */
function editorsNote({ corrections }: Article): string | null {
  if (corrections.length === 0) return null;
  return corrections
    .map(
      ({ edition, note, publishedAt }) =>
        `Correction (edition ${edition}, ${publishedAt.slice(0, 10)}): ${note ?? 'no note'}`,
    )
    .join('\n');
}

/** Distinct names of the places that claims and dateline name. */
function places(article: Article): { name: string; rel: string }[] {
  const located = article.dateline?.place;
  const claimed = article.claims.flatMap(({ place }) => (place === null ? [] : [place]));
  return [
    ...(located ? [{ name: located, rel: 'dateline' }] : []),
    ...[...new Set(claimed)].map((name) => ({ name, rel: 'claim' })),
  ];
}

/** How a source is in the article: who said something, else who passed it on. */
function roleOf({ id }: SourceRef, { claims, quotes, interviews }: Article): string {
  if (quotes.some(({ speaker }) => speaker.id === id)) return 'quoted';
  if (claims.some(({ source }) => source.id === id)) return 'cited';
  if (interviews.some(({ turns }) => turns.some(({ speaker }) => speaker.id === id)))
    return 'interview';
  return 'relay';
}

export function toNinjs3(article: Article, around: Surroundings): Record<string, unknown> {
  const { publicUrl } = around;
  const source = (ref: SourceRef) => ({
    name: ref.name,
    uri: sourceUrl(publicUrl, ref),
    literal: ref.slug,
  });
  const ofKind = (kind: SourceRef['kind']) =>
    article.sources
      .filter((ref) => ref.kind === kind)
      .map((ref) => ({ ...source(ref), rel: roleOf(ref, article) }));
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
    bodies: [
      {
        role: 'main',
        contentType: 'text/html',
        charCount: countCharacters(article.bodyText),
        wordCount: countWords(article.bodyText),
        value: article.bodyHtml,
      },
      { role: 'plain', contentType: 'text/plain', value: article.bodyText },
      { role: 'source', contentType: 'text/markdown', value: article.body },
      ...article.interviews.flatMap(({ turns }) =>
        turns.map(({ role, html, speaker }) => ({
          role: `${role} of ${speaker.name}`,
          contentType: 'text/html',
          value: html,
        })),
      ),
    ],
    ...(article.bylines.length === 0 ? {} : { by: byline(article) }),
    slugline: article.slug,
    ...(article.dateline?.place ? { located: article.dateline.place } : {}),
    ...(note === null ? {} : { edNote: note }),
    people: ofKind('person'),
    organisations: ofKind('organisation'),
    infoSources: article.sources.map((ref) => ({ ...source(ref), role: roleOf(ref, article) })),
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
      ...article.quotes.map((quote) => quoteComponent(quote, article, publicUrl)),
      ...article.claims.map((claim) => claimComponent(claim, article, publicUrl)),
    ],
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
    bodies: [{ role: 'main', contentType: 'text/plain', value: part.text }],
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

export function toNinjs1(article: Article, around: Surroundings): Record<string, unknown> {
  const { publicUrl } = around;
  const scheme = `${publicUrl}/v1/sources/`;
  const source = (ref: SourceRef) => ({
    name: ref.name,
    rel: roleOf(ref, article),
    scheme,
    code: ref.slug,
  });
  const ofKind = (kind: SourceRef['kind']) =>
    article.sources.filter((ref) => ref.kind === kind).map(source);
  const note = editorsNote(article);
  return {
    uri: publicUrl + article.url,
    $standard: {
      name: 'ninjs',
      version: '1.6',
      schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_1.6.json',
    },
    type: 'text',
    mimetype: 'text/html',
    representationtype: 'complete',
    version: String(article.edition),
    firstcreated: article.firstPublishedAt,
    versioncreated: article.updatedAt,
    pubstatus: 'usable',
    language: article.language,
    headline: article.headline,
    description_text: article.summary,
    body_html: [
      article.bodyHtml,
      ...article.interviews.flatMap(({ turns }) => turns.map(({ html }) => html)),
    ].join('\n'),
    body_text: article.bodyText,
    body_markdown: article.body,
    charcount: countCharacters(article.bodyText),
    wordcount: countWords(article.bodyText),
    ...(article.bylines.length === 0 ? {} : { byline: byline(article) }),
    slugline: article.slug,
    ...(article.dateline?.place ? { located: article.dateline.place } : {}),
    ...(note === null ? {} : { ednote: note }),
    person: ofKind('person'),
    organisation: ofKind('organisation'),
    infosource: article.sources.map(source),
    place: places(article),
    subject: terms(article, publicUrl).map(({ name, rel, slug }) => ({
      name,
      rel,
      scheme: `${publicUrl}/v1/articles?${rel}=`,
      code: slug,
    })),
    genre: [{ name: genreOf(article), scheme: GENRES, code: genreOf(article) }],
    altids: { onrecord: article.id, slug: article.slug },
    associations: Object.fromEntries([
      ...article.quotes.map((quote) => [`quote_${quote.position}`, quote1(quote, article, around)]),
      ...article.claims.map((claim) => [`claim_${claim.position}`, claim1(claim, article, around)]),
    ]),
  };
}

function component1(part: Quote | Claim, article: Article, { publicUrl }: Surroundings) {
  return {
    uri: publicUrl + part.url,
    type: 'component',
    mimetype: 'text/plain',
    versioncreated: article.updatedAt,
    pubstatus: 'usable',
    language: article.language,
    body_text: part.text,
    altids: { onrecord: part.id },
  };
}

function quote1(quote: Quote, article: Article, around: Surroundings) {
  return {
    ...component1(quote, article, around),
    byline: quote.speaker.name,
    description_kind: quote.kind,
    ...(quote.saidOn === null ? {} : { description_saidOn: quote.saidOn.edtf }),
  };
}

function claim1(claim: Claim, article: Article, around: Surroundings) {
  return {
    ...component1(claim, article, around),
    byline: claim.source.name,
    description_text: claimInWords(claim),
    description_comparator: claim.comparator,
    ...(claim.low === null ? {} : { description_low: String(claim.low) }),
    ...(claim.high === null ? {} : { description_high: String(claim.high) }),
    description_unit: claim.unit,
    ...(claim.asOf === null ? {} : { description_asOf: claim.asOf.edtf }),
    object: [
      {
        name: claim.figure.question,
        rel: 'figure',
        scheme: `${around.publicUrl}/v1/figures/`,
        code: claim.figure.slug,
      },
    ],
  };
}
