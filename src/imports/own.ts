/** Articles of our own export: taken as they are, with ids of this newsroom. */
import { type ArticleInput, articleInput } from '../articles/schema.ts';
import { parseBody } from '../core/http/validation.ts';

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

/** An article of an export as it is posted here. @throws Problem request-invalid */
export function ownArticle(exported: Record<string, unknown>): ArticleInput {
  const article = Object.fromEntries(
    Object.entries(exported).filter(([key]) => !NOT_POSTED.includes(key)),
  );
  return parseBody(articleInput, withoutIds(article));
}

/** Ids belong to the newsroom that gave them; here parts get new ones. */
function withoutIds(article: Record<string, unknown>): Record<string, unknown> {
  const parts = (value: unknown) =>
    Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
  const turnPlaces = new Map<unknown, { interview: number; turn: number }>();
  for (const [i, interview] of parts(article.interviews).entries()) {
    for (const [t, turn] of parts(interview.turns).entries())
      turnPlaces.set(turn.id, { interview: i, turn: t });
  }
  const claimIds = parts(article.claims).map(({ id }) => id);
  const source = (value: unknown) => dropKeys(value, ['id', 'slug']);
  const anchored = ({ id: _id, status: _status, anchor, ...part }: Record<string, unknown>) => {
    const place = (anchor as { in?: unknown } | undefined)?.in;
    return { ...part, anchor: { ...(anchor as object), in: turnPlaces.get(place) ?? 'body' } };
  };
  return {
    ...article,
    interviews: parts(article.interviews).map(({ id: _id, turns, ...interview }) => ({
      ...interview,
      turns: parts(turns).map(({ id: _turn, ...turn }) => ({
        ...turn,
        speaker: source(turn.speaker),
      })),
    })),
    quotes: parts(article.quotes).map((quote) => ({
      ...anchored(quote),
      speaker: source(quote.speaker),
    })),
    claims: parts(article.claims).map((claim) => ({
      ...anchored(claim),
      figure: dropKeys(claim.figure, ['id']),
      chain: parts(claim.chain).map((link) => ({ ...link, source: source(link.source) })),
      partOf:
        claimIds.includes(claim.partOf) && claim.partOf != null
          ? claimIds.indexOf(claim.partOf)
          : null,
      supersedes: null,
    })),
  };
}

function dropKeys(value: unknown, keys: string[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}
