/** What is ready to be imported; what makes it so, and finds suggestions, is a thread’s work. */
import type { ArticleInput } from '../articles/schema.ts';
import { Problem, type ProblemCode, type ProblemItem } from '../core/errors.ts';
import { Unreadable } from '../text/encoding.ts';
import type { ImportItem } from './item.ts';
import type { OwnArticle } from './own.ts';
import type { Reference } from './reference.ts';
import type { Suggestion } from './suggestions.ts';

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

/** What is told of a story beside its article: its words are in that alone. */
export type StoryHead = Pick<
  ImportItem,
  'origin' | 'headline' | 'slug' | 'section' | 'tags' | 'publishedAt' | 'hold'
>;

/** A story as it will be imported. */
export interface Story {
  item: StoryHead;
  key: string;
  article: ArticleInput;
  /** A revision of it that was not public yet where it comes from. */
  newer: ArticleInput | null;
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
  item: StoryHead;
  problem: StoryProblem;
}

/** A story that is here already. */
export interface Known {
  origin: string;
  /** The article that it is, by its id and with the headline that it has here. */
  known: { id: string; headline: string };
}

export type Prepared = Story | Unusable | Known;

/** Some parts of an input, which are imported in one transaction. */
export interface Batch {
  references: Reference[];
  stories: Prepared[];
  /** How many of the stories were read: those that were not known. */
  read: number;
  /** Of the stories’ bodies. */
  characters: number;
  /** What is said of no story, and how often. */
  notices: Map<string, number>;
}

export function newBatch(): Batch {
  return { references: [], stories: [], read: 0, characters: 0, notices: new Map() };
}

export function noteInBatch({ notices }: Batch, notice: string): void {
  notices.set(notice, (notices.get(notice) ?? 0) + 1);
}

/** What is wrong with a story. @throws what is no fault of the story */
export function problemOf(error: unknown): StoryProblem {
  if (error instanceof Unreadable)
    return { code: 'content-unusable', detail: error.message, errors: [] };
  if (!(error instanceof Problem) || error.status >= 500) throw error;
  return { code: error.code, detail: error.message, errors: error.errors ?? [] };
}
