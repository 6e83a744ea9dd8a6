/** The parts of an article in schema.org's words: conversations, quotations, claims, corrections. */
import type {
  Claim as ClaimNode,
  Conversation,
  CorrectionComment,
  QuantitativeValue,
  Quotation,
} from 'schema-dts';
import { cited, creator, party, some } from './jsonld-parties.ts';
import {
  type Article,
  type Claim,
  type Quote,
  quotedWords,
  type Surroundings,
  type Turn,
} from './surroundings.ts';

export function conversation(
  { id, title, turns }: Article['interviews'][number],
  url: string,
  around: Surroundings,
): Conversation {
  return {
    '@type': 'Conversation',
    identifier: id,
    ...(title ? { name: title } : {}),
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

export function quotation(quote: Quote, url: string, around: Surroundings): Quotation {
  const { speaker, original } = quote;
  return {
    '@type': 'Quotation',
    '@id': around.publicUrl + quote.url,
    identifier: quote.id,
    text: quotedWords(quote),
    genre: quote.kind,
    isPartOf: { '@id': url },
    ...(speaker.kind === 'document'
      ? { isBasedOn: cited(speaker, around) }
      : { spokenByCharacter: party(speaker, around) }),
    ...(quote.saidOn === null ? {} : { temporalCoverage: coverage(quote.saidOn) }),
    ...(quote.venue ? { locationCreated: { '@type': 'Place', name: quote.venue } } : {}),
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

export function claimNode(claim: Claim, url: string, around: Surroundings): ClaimNode {
  const relays = claim.chain.filter(({ role }) => role === 'relay').map(({ source }) => source);
  return {
    '@type': 'Claim',
    '@id': around.publicUrl + claim.url,
    identifier: claim.id,
    text: quotedWords(claim),
    appearance: [
      { '@id': url },
      ...relays.filter(({ kind }) => kind === 'document').map((source) => cited(source, around)),
    ],
    ...creator(claim.source, around),
    ...some(
      'contributor',
      relays.filter(({ kind }) => kind !== 'document').map((source) => party(source, around)),
    ),
    about: quantity(claim, around),
    ...(claim.place ? { spatialCoverage: { '@type': 'Place', name: claim.place } } : {}),
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
  /** Ids of the quotes and claims that were wrong, for what was wrong in an article. */
  about?: string[];
}

export function correctionNode(
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
