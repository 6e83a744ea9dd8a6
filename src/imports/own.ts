/** Articles of our own export: taken as they are, with their ids where these are free. */
import { type ArticleInput, articleInput } from '../articles/schema.ts';
import { parseBody } from '../core/http/validation.ts';
import { isId } from '../core/ids.ts';
import { problemOf } from './batch.ts';
import { isObject, type Json } from './formats/json.ts';

type Part = Json;

/** An article of an export as it is created here. */
export interface OwnArticle {
  article: ArticleInput;
  /** A revision of it that is newer than what is public; null if there is none. */
  newer: ArticleInput | null;
  /** The ids that it and its parts have in the export; null where they can’t be kept. */
  ids: { article: string; parts: string[] } | null;
  /** What of it is left out, in sentences for the editor. */
  notices: string[];
}

/** Members of our export that are no part of what an editor posts. */
const NOT_POSTED = [
  'id',
  'type',
  'state',
  'revision',
  'liveRevision',
  'publishedAt',
  'firstPublishedAt',
  'updatedAt',
  'createdAt',
  'editions',
  'publishAt',
  'embargoUntil',
  'draft',
  'image',
];

/** @throws Problem request-invalid */
export function ownArticle(exported: Part): OwnArticle {
  const posted = postedOf(exported);
  const ids = [exported.id, ...partIds(posted)];
  if (!areIds(ids)) {
    const article = parseBody(articleInput, withoutIds(posted));
    const notices = isObject(exported.draft)
      ? [newerLeftOut('not all of its article has ids.')]
      : [];
    return { article, newer: null, ids: null, notices };
  }
  const [article, ...parts] = ids as [string, ...string[]];
  const { newer, ids: newerIds, notices } = readNewer(exported.draft);
  return {
    article: parseBody(articleInput, posted),
    newer,
    ids: { article, parts: [...new Set([...parts, ...newerIds])] },
    notices,
  };
}

/** One that can’t be a revision is left out; what is public comes in all the same. */
function readNewer(draft: unknown): {
  newer: ArticleInput | null;
  ids: string[];
  notices: string[];
} {
  if (!isObject(draft)) return { newer: null, ids: [], notices: [] };
  const posted = postedOf(draft);
  const ids = partIds(posted);
  if (!areIds(ids))
    return { newer: null, ids: [], notices: [newerLeftOut('a part of it has no id.')] };
  try {
    return { newer: parseBody(articleInput, posted), ids, notices: [] };
  } catch (error) {
    return { newer: null, ids: [], notices: [newerLeftOut(problemOf(error).detail)] };
  }
}

/** Tells why a revision that is newer than what is public does not come in. */
export const newerLeftOut = (why: string): string =>
  `Left out, a newer revision that was not public: ${why}`;

const areIds = (ids: unknown[]): ids is string[] =>
  ids.every((id) => typeof id === 'string' && isId(id));

const postedOf = (exported: Part): Part => withNames(dropKeys(exported, NOT_POSTED));

/** The article with parts that are new here, and without what only their ids could say. */
export function asNew(article: ArticleInput): ArticleInput {
  return parseBody(articleInput, withoutIds(article));
}

/** Sources and figures by what names them in any newsroom; pictures are not in an export. */
function withNames(article: Part): Part {
  const source = (value: unknown) => dropKeys(value, ['id', 'slug']);
  const anchored = (part: Part) => dropKeys(part, ['status']);
  return {
    ...article,
    bylines: list(article.bylines).map((byline) => dropKeys(byline, ['image'])),
    interviews: list(article.interviews).map((interview) => ({
      ...interview,
      turns: list(interview.turns).map((turn) => ({ ...turn, speaker: source(turn.speaker) })),
    })),
    quotes: list(article.quotes).map((quote) => ({
      ...anchored(quote),
      speaker: source(quote.speaker),
    })),
    claims: list(article.claims).map((claim) => ({
      ...anchored(claim),
      figure: dropKeys(claim.figure, ['id']),
      chain: list(claim.chain).map((link) => ({ ...link, source: source(link.source) })),
    })),
  };
}

function partIds(article: Part): unknown[] {
  const interviews = list(article.interviews);
  const turns = interviews.flatMap((interview) => list(interview.turns));
  return [...interviews, ...turns, ...list(article.quotes), ...list(article.claims)].map(
    ({ id }) => id,
  );
}

/** Places of turns and claims instead of their ids. */
function withoutIds(article: Part): Part {
  const turnPlaces = new Map<unknown, { interview: number; turn: number }>();
  for (const [i, interview] of list(article.interviews).entries()) {
    for (const [t, turn] of list(interview.turns).entries())
      turnPlaces.set(turn.id, { interview: i, turn: t });
  }
  const claimIds = list(article.claims).map(({ id }) => id);
  const anchored = ({ id: _id, anchor, ...part }: Part): Part => {
    const { in: place, ...words } = { ...(anchor as { in?: unknown } | undefined) };
    const kept = typeof place === 'object' ? place : (turnPlaces.get(place) ?? 'body');
    return { ...part, anchor: { ...words, in: kept } };
  };
  return {
    ...article,
    interviews: list(article.interviews).map(({ id: _id, turns, ...interview }) => ({
      ...interview,
      turns: list(turns).map((turn) => dropKeys(turn, ['id'])),
    })),
    quotes: list(article.quotes).map(anchored),
    claims: list(article.claims).map((claim) => ({
      ...anchored(claim),
      partOf:
        claimIds.includes(claim.partOf) && claim.partOf != null
          ? claimIds.indexOf(claim.partOf)
          : null,
      supersedes: null,
    })),
  };
}

/** The parts in a list; what is none is empty, so that it is refused as incomplete. */
function list(value: unknown): Part[] {
  if (!Array.isArray(value)) return [];
  return value.map((part) => (typeof part === 'object' && part !== null ? (part as Part) : {}));
}

function dropKeys<T>(value: T, keys: readonly string[]): T {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key))) as T;
}
