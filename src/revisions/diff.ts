/**
 * What changed between two revisions: fields by name; interviews, turns, quotes and
 * claims by id. Pure functions.
 */
import type {
  ArticleContent,
  ContentClaim,
  ContentInterview,
  ContentQuote,
  ContentTurn,
} from '../articles/content.ts';
import type { DeskAnchor } from '../text/schema.ts';
import { createWordDiff, type Segment, type WordDiff } from './word-diff.ts';

export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
  /** The changed words, where both sides are text. */
  words: Segment[] | null;
}

/** A part that was added, removed, changed or moved; positions count from 1 in its list. */
export interface PartChange {
  id: string;
  change: 'added' | 'removed' | 'changed' | 'moved';
  positionBefore: number | null;
  positionAfter: number | null;
  fields: FieldChange[];
}

export interface ContentDiff {
  fields: FieldChange[];
  interviews: PartChange[];
  turns: (PartChange & { interview: string })[];
  quotes: PartChange[];
  claims: PartChange[];
}

const FIELDS = [
  'slug',
  'headline',
  'summary',
  'body',
  'language',
  'section',
  'tags',
  'bylines',
  'dateline',
  'image',
] as const satisfies readonly (keyof ArticleContent)[];

/** @returns what was changed to get from one content to the other; empty lists if nothing was */
export function diffContents(before: ArticleContent, after: ArticleContent): ContentDiff {
  const words = createWordDiff();
  const pick = (content: ArticleContent) =>
    Object.fromEntries(FIELDS.map((field) => [field, content[field]]));
  return {
    fields: diffFields(pick(before), pick(after), words),
    interviews: diffParts(before.interviews, after.interviews, interviewFields, words),
    turns: diffTurns(before, after, words),
    quotes: diffParts(before.quotes, after.quotes, quoteFields, words),
    claims: diffParts(before.claims, after.claims, claimFields, words),
  };
}

type Fields = Record<string, unknown>;

const interviewFields = ({ title }: ContentInterview): Fields => ({ title });

const turnFields = ({ role, speaker, speakerRole, text }: ContentTurn): Fields => ({
  role,
  speaker,
  speakerRole,
  text,
});

const quoteFields = (quote: ContentQuote): Fields => ({
  kind: quote.kind,
  speaker: quote.speaker,
  speakerRole: quote.speakerRole,
  organisation: quote.organisation,
  verb: quote.verb,
  saidOn: quote.saidOn,
  venue: quote.venue,
  translated: quote.translated,
  original: quote.original,
  ...anchorFields(quote),
});

const claimFields = (claim: ContentClaim): Fields => ({
  figure: claim.figure,
  comparator: claim.comparator,
  low: claim.low,
  high: claim.high,
  unit: claim.unit,
  place: claim.place,
  asOf: claim.asOf,
  chain: claim.chain,
  partOf: claim.partOf,
  supersedes: claim.supersedes,
  boundsReason: claim.boundsReason,
  ...anchorFields(claim),
});

/** Offsets and context move with the text around; only the words and their place count. */
function anchorFields({ anchor, status }: { anchor: DeskAnchor; status: string }): Fields {
  return { in: anchor.in, pieces: anchor.pieces.map(({ exact }) => exact), status };
}

function diffTurns(before: ArticleContent, after: ArticleContent, words: WordDiff) {
  const list = ({ interviews }: ArticleContent) => interviews.flatMap(({ turns }) => turns);
  const holder = new Map(
    [...before.interviews, ...after.interviews].flatMap((interview) =>
      interview.turns.map((turn) => [turn.id, interview.id] as const),
    ),
  );
  return diffParts(list(before), list(after), turnFields, words).map((change) => ({
    ...change,
    interview: holder.get(change.id) as string,
  }));
}

/** In the order of the later revision; what it no longer has comes last. */
function diffParts<P extends { id: string }>(
  before: readonly P[],
  after: readonly P[],
  fieldsOf: (part: P) => Fields,
  words: WordDiff,
): PartChange[] {
  const old = new Map(before.map((part, index) => [part.id, { part, position: index + 1 }]));
  const ids = new Set(after.map(({ id }) => id));
  const moved = findMoved(
    before.map(({ id }) => id).filter((id) => ids.has(id)),
    after.map(({ id }) => id).filter((id) => old.has(id)),
  );
  const kept = after.flatMap((part, index): PartChange[] => {
    const known = old.get(part.id);
    const positions = { positionBefore: known?.position ?? null, positionAfter: index + 1 };
    if (known === undefined) {
      const fields = diffFields({}, fieldsOf(part), words);
      return [{ id: part.id, change: 'added', ...positions, fields }];
    }
    const fields = diffFields(fieldsOf(known.part), fieldsOf(part), words);
    if (fields.length === 0 && !moved.has(part.id)) return [];
    return [
      { id: part.id, change: fields.length === 0 ? 'moved' : 'changed', ...positions, fields },
    ];
  });
  const removed = before.flatMap((part, index): PartChange[] =>
    ids.has(part.id)
      ? []
      : [
          {
            id: part.id,
            change: 'removed',
            positionBefore: index + 1,
            positionAfter: null,
            fields: diffFields(fieldsOf(part), {}, words),
          },
        ],
  );
  return [...kept, ...removed];
}

/** The parts that both revisions have, at another place among these. */
function findMoved(before: string[], after: string[]): Set<string> {
  return new Set(after.filter((id, index) => before[index] !== id));
}

function diffFields(before: Fields, after: Fields, words: WordDiff): FieldChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((field) => {
    const [old, now] = [before[field] ?? null, after[field] ?? null];
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    return [{ field, before: old, after: now, words: wordsOf(old, now, words) }];
  });
}

function wordsOf(before: unknown, after: unknown, words: WordDiff): Segment[] | null {
  const [old, now] = [asText(before), asText(after)];
  return old === null || now === null ? null : words.compare(old, now);
}

/** A text, or the words of an anchor. */
function asText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  const isWords = Array.isArray(value) && value.every((piece) => typeof piece === 'string');
  return isWords && value.length > 0 ? value.join(' … ') : null;
}
