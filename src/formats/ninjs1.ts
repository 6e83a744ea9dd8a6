/** An article as IPTC ninjs 1.6, for those who take the first generation. */
import type { WireImage } from '../assets/schema.ts';
import type { SourceRef } from '../sources/schema.ts';
import { conversationsHtml, conversationsText } from './conversations.ts';
import { textMarkdown } from './markdown.ts';
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
import { mainRendition, renditionName } from './pictures.ts';
import {
  type Article,
  type Claim,
  claimInWords,
  type Quote,
  quotedWords,
  type Surroundings,
} from './surroundings.ts';

export function toNinjs1(article: Article, around: Surroundings): Record<string, unknown> {
  const { publicUrl } = around;
  const note = editorsNote(article);
  const text = [article.bodyText, ...conversationsText(article)].join('\n').trimStart();
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
    body_html: [article.bodyHtml, ...conversationsHtml(article)].join('\n'),
    body_text: text,
    body_markdown: textMarkdown(article),
    charcount: countCharacters(text),
    wordcount: countWords(text),
    ...(article.bylines.length === 0 ? {} : { byline: byline(article) }),
    slugline: article.slug,
    ...(article.dateline?.place ? { located: article.dateline.place } : {}),
    ...(note === null ? {} : { ednote: note }),
    ...parties1(article, publicUrl),
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
      ...(article.image === null ? [] : [['picture_1', picture1(article.image, article, around)]]),
      ...article.quotes.map((quote) => [`quote_${quote.position}`, quote1(quote, article, around)]),
      ...article.claims.map((claim) => [`claim_${claim.position}`, claim1(claim, article, around)]),
    ]),
  };
}

/** Who is in it: people and organisations by themselves, and all sources. */
function parties1(article: Article, publicUrl: string) {
  const source = (ref: SourceRef) => ({
    name: ref.name,
    rel: roleOf(ref, article),
    scheme: `${publicUrl}/v1/sources/`,
    code: ref.slug,
  });
  const ofKind = (kind: SourceRef['kind']) =>
    article.sources.filter((ref) => ref.kind === kind).map(source);
  return {
    person: ofKind('person'),
    organisation: ofKind('organisation'),
    infosource: article.sources.map(source),
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
    body_text: quotedWords(part),
    altids: { onrecord: part.id },
  };
}

function quote1(quote: Quote, article: Article, around: Surroundings) {
  return {
    ...component1(quote, article, around),
    byline: quote.speaker.name,
    description_kind: quote.kind,
    ...(quote.saidOn === null ? {} : { description_saidOn: quote.saidOn.edtf }),
    ...(quote.original === null
      ? {}
      : {
          associations: {
            original: {
              uri: `${around.publicUrl}${quote.url}#original`,
              type: 'component',
              mimetype: 'text/plain',
              language: quote.original.language,
              body_text: quote.original.text,
            },
          },
        }),
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
    description_standing: claim.standing,
    place: claimedPlaces([claim]),
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

function picture1(
  image: WireImage,
  { language, updatedAt }: Article,
  { publicUrl }: Surroundings,
): Record<string, unknown> {
  const { id, alt, caption, credit, licence, renditions } = image;
  const main = mainRendition(image);
  return {
    uri: `urn:uuid:${id}`,
    type: 'picture',
    ...(main === null ? {} : { mimetype: main.type }),
    versioncreated: updatedAt,
    pubstatus: 'usable',
    language,
    description_alt: alt,
    ...(caption ? { description_caption: caption } : {}),
    ...(credit ? { byline: credit } : {}),
    ...(licence ? { usageterms: licence } : {}),
    renditions: Object.fromEntries(
      renditions.map((rendition) => [
        `r${renditionName(rendition).replace('-', '_')}`,
        {
          href: publicUrl + rendition.url,
          mimetype: rendition.type,
          width: rendition.width,
          height: rendition.height,
        },
      ]),
    ),
  };
}
