import { type ArticleInput, articleInput, BODY_MAX } from '../articles/schema.ts';
import { createArticle, type Loaded } from '../articles/service.ts';
import { sha256 } from '../core/hash.ts';
import { parseBody } from '../core/http/validation.ts';
import type { Work } from '../core/work.ts';
import type { Extraction } from '../extraction/schema.ts';
import { type Checked, checkArticle, checkArticles } from '../publishing/check.ts';
import { commitEditions, type NewEdition } from '../publishing/editions.ts';
import type { GateProblem } from '../publishing/gate-problem.ts';
import { lockPublications } from '../publishing/neighbours.ts';
import { Unreadable } from '../text/encoding.ts';
import { dropRefused, isComplete } from './dropping.ts';
import type { ImportItem } from './item.ts';
import { ownArticle } from './own.ts';
import { placeArticle } from './placing.ts';
import { findImported, insertImported } from './store.ts';
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

/**
 * Suggestions for one story. Reads no database.
 *
 * @throws Unreadable when its text is longer than an article's, before it is extracted from
 */
export async function suggest(item: ImportItem, options: ImportOptions, extract: Extract) {
  if (item.article !== undefined) return { suggestions: [], notices: [], language: item.language };
  if (item.body.length > BODY_MAX)
    throw new Unreadable(
      `The text of “${item.headline}” is too long: ${item.body.length} characters, where an article has at most ${BODY_MAX}. Split it.`,
    );
  const publishedOn = item.publishedAt?.toISOString().slice(0, 10) ?? options.publishedOn;
  const extraction = await extract(extractableText(item.body), { publishedOn });
  return {
    suggestions: makeSuggestions(item.body, extraction, publishedOn),
    notices: extraction.notices ?? [],
    language: item.language ?? extraction.language ?? null,
  };
}

type Suggested = Awaited<ReturnType<typeof suggest>>;

/** A story as it will be imported: all that can be made ready before a transaction. */
export interface Story {
  item: ImportItem;
  key: string;
  article: ArticleInput;
  suggestions: Suggestion[];
  notices: string[];
}

/** @throws Problem request-invalid when it can't become an article */
export function prepareStory(item: ImportItem, found: Suggested, options: ImportOptions): Story {
  const { accept } = options;
  const suggestions = found.suggestions.map((suggestion) => ({
    ...suggestion,
    state:
      accept !== null && suggestion.confidence >= accept && isComplete(suggestion)
        ? ('accepted' as const)
        : suggestion.state,
  }));
  const accepted = suggestions.filter(({ state }) => state === 'accepted');
  return {
    item,
    key: sha256(item.origin),
    article: applySuggestions(articleOf(item, found.language, options), accepted),
    suggestions,
    notices: [...item.lost, ...found.notices],
  };
}

/**
 * Makes stories drafts, or published articles, in one transaction. Twice is once.
 *
 * @returns what became of each, in their order
 * @throws Problem when one of them can't be created; which one, the caller finds out
 */
export async function importStories(
  work: Work,
  prepared: readonly Story[],
  options: ImportOptions,
  jobId: string,
): Promise<ImportResult[]> {
  const { client } = work;
  // What is noted here must not stay when the transaction is undone and tried anew.
  const stories = prepared.map((story) => ({
    ...story,
    suggestions: story.suggestions.map((suggestion) => ({ ...suggestion })),
    notices: [...story.notices],
  }));
  if (options.publish) await lockPublications(work);
  const articles = await findImported(client, stories);
  const created = new Map<Story, Loaded>();
  for (const story of stories) {
    if (articles.has(story.key)) continue;
    const placed = await placeArticle(work, story.item, story.article);
    const loaded = await createArticle(work, placed);
    created.set(story, loaded);
    articles.set(story.key, loaded.row.id);
  }
  await insertImported(
    client,
    [...created].map(([{ key }, { row }]) => ({
      key,
      articleId: row.id,
      jobId,
      createdAt: work.now,
    })),
  );
  const checked = await checkCreated(work, created);
  const published = options.publish ? await publishPassing(work, checked) : new Set<Story>();
  return stories.map((story) => ({
    origin: story.item.origin,
    headline: story.item.headline,
    outcome: published.has(story) ? 'published' : created.has(story) ? 'created' : 'known',
    article: articles.get(story.key) as string,
    suggestions: created.has(story) ? story.suggestions : [],
    notices: story.notices,
  }));
}

interface Created {
  loaded: Loaded;
  problems: GateProblem[];
}

/** What the gate finds in the new drafts, after what it would refuse of them is taken out. */
async function checkCreated(
  work: Work,
  created: ReadonlyMap<Story, Loaded>,
): Promise<Map<Story, Created>> {
  const drafts = [...created.values()].map((loaded) => ({ ...loaded, note: null }));
  const checked = await checkArticles(work.client, drafts);
  const result = new Map<Story, Created>();
  for (const [index, [story, loaded]] of [...created].entries()) {
    const { problems } = checked[index] as Checked;
    const accepted = story.suggestions.filter(({ state }) => state === 'accepted');
    const kept = await dropRefused(work, loaded, problems, accepted);
    result.set(story, {
      loaded: kept,
      problems: kept === loaded ? problems : await checkArticle(work.client, kept, null),
    });
  }
  return result;
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
    section: item.section?.slug ?? options.section,
    tags: item.tags.map(({ slug }) => slug),
    bylines: item.bylines,
    ...(item.publishedAt === null && item.place === null
      ? {}
      : {
          dateline: {
            place: item.place,
            date: item.publishedAt?.toISOString().slice(0, 10) ?? null,
          },
        }),
  });
}

/** Publishes the drafts that carry a date and pass the gate; the others are told why not. */
async function publishPassing(
  work: Work,
  created: ReadonlyMap<Story, Created>,
): Promise<Set<Story>> {
  const editions = new Map<Story, NewEdition>();
  for (const [story, { loaded, problems }] of created) {
    const hold = holdOf(story.item, work.now);
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (hold !== null) story.notices.push(`It stays a draft: ${hold}.`);
    else if (errors.length > 0)
      story.notices.push(`It stays a draft: ${errors.map(({ message }) => message).join(' ')}`);
    else
      editions.set(story, {
        ...loaded,
        revision: loaded.row.head,
        changed: [],
        note: null,
        publishedAt: story.item.publishedAt ?? undefined,
      });
  }
  await commitEditions(work, [...editions.values()]);
  return new Set(editions.keys());
}

/** Why a story is not published by an import, whatever was asked for. */
function holdOf({ hold, publishedAt }: ImportItem, now: Date): string | null {
  if (hold !== null) return hold;
  if (publishedAt === null) return 'it carries no date';
  return publishedAt > now ? 'its date lies in the future' : null;
}
