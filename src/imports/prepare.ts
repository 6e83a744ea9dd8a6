/** All that can be made ready of stories before a transaction begins. Reads no database. */
import { type ArticleInput, articleInput, BODY_MAX } from '../articles/schema.ts';
import { Problem, type ProblemCode, type ProblemItem } from '../core/errors.ts';
import { sha256 } from '../core/hash.ts';
import { parseBody } from '../core/http/validation.ts';
import { extract } from '../extraction/extract.ts';
import { Unreadable } from '../text/encoding.ts';
import type { ImportItem, ImportPart } from './item.ts';
import { type OwnArticle, ownArticle } from './own.ts';
import { prepareReference, type Reference } from './reference.ts';
import {
  applySuggestions,
  extractableText,
  isComplete,
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

/** A story as it will be imported. */
export interface Story {
  item: ImportItem;
  key: string;
  article: ArticleInput;
  /** Ids that it and its parts have in another newsroom, if it comes from one. */
  ids: OwnArticle['ids'];
  suggestions: Suggestion[];
  notices: string[];
}

/** Why a story can't become an article. */
export interface StoryProblem {
  code: ProblemCode;
  detail: string;
  errors: ProblemItem[];
}

/** A story that can't become an article; the others of its file can all the same. */
export interface Unusable {
  item: ImportItem;
  problem: StoryProblem;
}

export type Prepared = Story | Unusable;

/** Some parts of an input, which are imported in one transaction. */
export interface Batch {
  references: Reference[];
  stories: Prepared[];
  /** Of the stories’ bodies. */
  characters: number;
  /** What is said of no story, and how often. */
  notices: Map<string, number>;
}

export function newBatch(): Batch {
  return { references: [], stories: [], characters: 0, notices: new Map() };
}

export function noteInBatch({ notices }: Batch, notice: string): void {
  notices.set(notice, (notices.get(notice) ?? 0) + 1);
}

/** Makes a part of an input ready to be imported. */
export function addToBatch(batch: Batch, part: ImportPart, options: ImportOptions): void {
  if ('reference' in part) {
    try {
      batch.references.push(prepareReference(part));
    } catch (error) {
      noteInBatch(
        batch,
        `Left out, a ${part.reference} that is not valid: ${problemOf(error).detail}`,
      );
    }
    return;
  }
  batch.stories.push(prepareStory(part, options));
  batch.characters += part.body.length;
}

/** Finds suggestions in a story and makes an article of it. */
function prepareStory(item: ImportItem, options: ImportOptions): Prepared {
  try {
    return toStory(item, suggest(item, options), options);
  } catch (error) {
    return { item, problem: problemOf(error) };
  }
}

/** What is wrong with a story. @throws what is no fault of the story */
export function problemOf(error: unknown): StoryProblem {
  if (error instanceof Unreadable)
    return { code: 'content-unusable', detail: error.message, errors: [] };
  if (!(error instanceof Problem) || error.status >= 500) throw error;
  return { code: error.code, detail: error.message, errors: error.errors ?? [] };
}

type Suggested = ReturnType<typeof suggest>;

/** @throws Unreadable when its text is longer than an article's, before it is extracted from */
function suggest(item: ImportItem, options: ImportOptions) {
  if (item.article !== undefined) return { suggestions: [], notices: [], language: item.language };
  if (item.body.length > BODY_MAX)
    throw new Unreadable(
      `The text of “${item.headline}” is too long: ${item.body.length} characters, where an article has at most ${BODY_MAX}. Split it.`,
    );
  const publishedOn = item.publishedAt?.toISOString().slice(0, 10) ?? options.publishedOn;
  const extraction = extract(extractableText(item.body), { publishedOn });
  return {
    suggestions: makeSuggestions(item.body, extraction, publishedOn),
    notices: extraction.notices ?? [],
    language: item.language ?? extraction.language ?? null,
  };
}

/** @throws Problem request-invalid when it can't become an article */
function toStory(item: ImportItem, found: Suggested, options: ImportOptions): Story {
  const { accept } = options;
  const suggestions = found.suggestions.map((suggestion) => ({
    ...suggestion,
    state:
      accept !== null && suggestion.confidence >= accept && isComplete(suggestion)
        ? ('accepted' as const)
        : suggestion.state,
  }));
  const accepted = suggestions.filter(({ state }) => state === 'accepted');
  const { article, ids } =
    item.article === undefined
      ? { article: articleOf(item, found.language, options), ids: null }
      : ownArticle(item.article);
  return {
    item,
    key: sha256(item.origin),
    article: applySuggestions(article, accepted),
    ids,
    suggestions,
    notices: [...item.lost, ...found.notices],
  };
}

function articleOf(
  item: ImportItem,
  language: string | null,
  options: ImportOptions,
): ArticleInput {
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
