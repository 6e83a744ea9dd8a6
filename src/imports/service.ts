import { type ArticleInput, articleInput, articlePatch } from '../articles/schema.ts';
import { changeArticle, createArticle, getArticle, type Loaded } from '../articles/service.ts';
import { sha256 } from '../core/hash.ts';
import { parseBody } from '../core/http/validation.ts';
import type { Work } from '../core/work.ts';
import type { Extraction } from '../extraction/schema.ts';
import { checkArticle } from '../publishing/check.ts';
import { publishArticle } from '../publishing/publish.ts';
import type { ImportItem } from './item.ts';
import {
  applySuggestions,
  extractableText,
  makeSuggestions,
  type Suggestion,
} from './suggestions.ts';

export interface ImportOptions {
  /** Suggestions that are at least this sure are accepted; null accepts none. */
  accept: number | null;
  /** Publish what carries a date and passes the gate. */
  publish: boolean;
  section: string;
  language: string;
  /** The date of stories that carry none, `YYYY-MM-DD`. */
  publishedOn?: string | undefined;
}

/** What became of one story. */
export interface ImportResult {
  origin: string;
  headline: string;
  outcome: 'created' | 'published' | 'known';
  article: string;
  suggestions: Suggestion[];
  notices: string[];
}

/** Reads a plain text; in a worker thread where others must not wait. */
export type Extract = (
  text: string,
  options: { publishedOn?: string | undefined },
) => Promise<Extraction>;

/** Suggestions for one story. Reads no database. */
export async function suggest(item: ImportItem, options: ImportOptions, extract: Extract) {
  if (item.article !== undefined) return { suggestions: [], notices: [], language: item.language };
  const publishedOn = item.publishedAt?.toISOString().slice(0, 10) ?? options.publishedOn;
  const extraction = await extract(extractableText(item.body), { publishedOn });
  return {
    suggestions: makeSuggestions(item.body, extraction, publishedOn),
    notices: extraction.notices ?? [],
    language: item.language ?? extraction.language ?? null,
  };
}

type Suggested = Awaited<ReturnType<typeof suggest>>;

/** Makes one story a draft, or a published article, in one transaction. Twice is once. */
export async function importItem(
  work: Work,
  item: ImportItem,
  found: Suggested,
  options: ImportOptions,
  jobId: string,
): Promise<ImportResult> {
  const key = sha256(item.origin);
  const known = await work.client.importedItem.findUnique({ where: { key } });
  const base = {
    origin: item.origin,
    headline: item.headline,
    notices: [...item.lost, ...found.notices],
  };
  if (known !== null)
    return { ...base, outcome: 'known', article: known.articleId, suggestions: [] };
  const suggestions = found.suggestions.map((suggestion) => ({
    ...suggestion,
    state:
      options.accept !== null && suggestion.confidence >= options.accept
        ? ('accepted' as const)
        : suggestion.state,
  }));
  const article = articleOf(item, found.language, options);
  const accepted = suggestions.filter(({ state }) => state === 'accepted');
  const created = await createArticle(work, applySuggestions(article, accepted));
  const loaded = await dropRefused(work, created, suggestions);
  await work.client.importedItem.create({
    data: { key, articleId: loaded.row.id, jobId, createdAt: work.now },
  });
  const published = options.publish && (await publishIfPossible(work, loaded, item, base.notices));
  return {
    ...base,
    outcome: published ? 'published' : 'created',
    article: loaded.row.id,
    suggestions,
  };
}

function articleOf(
  item: ImportItem,
  language: string | null,
  options: ImportOptions,
): ArticleInput {
  if (item.article !== undefined) return ownArticle(item.article);
  return parseBody(articleInput, {
    headline: item.headline,
    summary: item.summary,
    body: item.body,
    language:
      language !== null && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(language)
        ? language
        : options.language,
    section: item.section ?? options.section,
    tags: item.tags,
    bylines: item.bylines,
    ...(item.publishedAt === null
      ? {}
      : { dateline: { date: item.publishedAt.toISOString().slice(0, 10) } }),
  });
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

function ownArticle(exported: Record<string, unknown>): ArticleInput {
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

/** Takes out what the gate would refuse, so that what stays passes it. */
async function dropRefused(work: Work, loaded: Loaded, suggestions: Suggestion[]): Promise<Loaded> {
  const problems = await checkArticle(work.client, loaded, null);
  const bad = new Set(
    problems
      .filter(({ severity }) => severity === 'error')
      .map(({ pointer }) => pointer.split('/').slice(1, 3).join('/')),
  );
  const { content } = loaded;
  const keep = <T>(list: 'quotes' | 'claims', parts: T[]) =>
    parts.filter((_part, index) => !bad.has(`${list}/${index}`));
  const quotes = keep('quotes', content.quotes);
  const claims = keep('claims', content.claims);
  if (quotes.length === content.quotes.length && claims.length === content.claims.length)
    return loaded;
  refuse(suggestions, 'quote', bad, 'quotes');
  refuse(suggestions, 'claim', bad, 'claims');
  const ids = new Set(claims.map(({ id }) => id));
  const patch = {
    quotes: quotes.map(({ id }) => ({ id })),
    claims: claims.map(({ id, partOf }) =>
      partOf !== null && !ids.has(partOf) ? { id, partOf: null } : { id },
    ),
  };
  return changeArticle(work, loaded.row.id, parseBody(articlePatch, patch), '*');
}

function refuse(
  suggestions: Suggestion[],
  kind: 'quote' | 'claim',
  bad: Set<string>,
  list: string,
): void {
  const accepted = suggestions.filter(
    (suggestion) => suggestion.kind === kind && suggestion.state === 'accepted',
  );
  for (const [index, suggestion] of accepted.entries()) {
    if (bad.has(`${list}/${index}`)) suggestion.state = 'suggested';
  }
}

async function publishIfPossible(
  work: Work,
  loaded: Loaded,
  item: ImportItem,
  notices: string[],
): Promise<boolean> {
  if (item.publishedAt === null) {
    notices.push('It carries no date, so it stays a draft.');
    return false;
  }
  const problems = (await checkArticle(work.client, loaded, null)).filter(
    ({ severity }) => severity === 'error',
  );
  if (problems.length > 0) {
    notices.push(`It stays a draft: ${problems.map(({ message }) => message).join(' ')}`);
    return false;
  }
  const publishedAt = new Date(Math.min(item.publishedAt.getTime(), work.now.getTime()));
  await publishArticle(work, loaded.row.id, { publishedAt }, '*');
  return true;
}

/** Brings accepted suggestions of a job into its draft, as a new revision. */
export async function acceptSuggestions(
  work: Work,
  articleId: string,
  accepted: Suggestion[],
): Promise<Loaded> {
  const { content } = await getArticle(work, articleId);
  const ids = (parts: { id: string }[]) => parts.map(({ id }) => ({ id }));
  // Parts that are there already are named by their ids alone, which keeps them as they are.
  const existing = {
    headline: content.headline,
    interviews: ids(content.interviews),
    quotes: ids(content.quotes),
    claims: ids(content.claims),
  } as unknown as ArticleInput;
  const { headline: _headline, ...patch } = applySuggestions(existing, accepted);
  return changeArticle(work, articleId, parseBody(articlePatch, patch), '*');
}
