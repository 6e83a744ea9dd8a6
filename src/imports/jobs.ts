import { mergePatch } from '../articles/document.ts';
import { claimInput } from '../claims/schema.ts';
import { notFound, Problem } from '../core/errors.ts';
import { sha256 } from '../core/hash.ts';
import { parseBody } from '../core/http/validation.ts';
import { createId } from '../core/ids.ts';
import type { Work } from '../core/work.ts';
import { checkArticle } from '../publishing/check.ts';
import { quoteInput } from '../quotes/schema.ts';
import { Unreadable } from '../text/encoding.ts';
import { acceptSuggestions, isAcceptable } from './accepting.ts';
import { dropRefused, isComplete } from './dropping.ts';
import type { AcceptInput, ImportInput } from './schema.ts';
import {
  type Extract,
  type ImportOptions,
  importStories,
  prepareStory,
  type Story,
  suggest,
} from './service.ts';
import { type ImportJobRow, insertJob, lockJob, updateJob } from './store.ts';
import type { Suggestion } from './suggestions.ts';

interface JobItem {
  origin: string;
  headline: string;
  outcome: 'created' | 'published' | 'known' | 'failed';
  article: string | null;
  notices: string[];
  suggestions: Suggestion[];
}

/** A request's stories, read and extracted from before the transaction begins. */
export interface Prepared {
  input: ImportInput;
  format: string;
  notices: string[];
  stories: Story[];
}

/** Stories of one request at most; more come as a file through the command line. */
const STORIES_MAX = 500;

/** @throws Problem content-unusable when the content can't be read */
export async function prepareImport(input: ImportInput, extract: Extract): Promise<Prepared> {
  if ((input.content === undefined) === (input.contentBase64 === undefined)) {
    throw new Problem('request-invalid', 'Send either content or contentBase64.', {
      errors: [
        {
          pointer: '/content',
          code: 'required',
          message: 'or contentBase64 is required, and not both',
        },
      ],
    });
  }
  const bytes =
    input.content === undefined
      ? Buffer.from(input.contentBase64 ?? '', 'base64')
      : Buffer.from(input.content);
  try {
    // What reads the formats is loaded for the first import, so that starting does not wait.
    const { openBytes, readItems } = await import('./read.ts');
    const opened = await openBytes(input.name, bytes, input.format);
    const notices = new Set<string>();
    const stories: Prepared['stories'] = [];
    for await (const item of readItems(opened, (notice) => notices.add(notice))) {
      if (stories.length >= STORIES_MAX)
        throw new Unreadable(`It holds more than ${STORIES_MAX} stories: use the command line.`);
      const options = optionsOf(input);
      stories.push(prepareStory(item, await suggest(item, options, extract), options));
    }
    return { input, format: opened.format, notices: [...notices], stories };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const pointer = input.content === undefined ? '/contentBase64' : '/content';
    throw new Problem('content-unusable', error.message, {
      errors: [{ pointer, code: 'content-unusable', message: error.message }],
    });
  }
}

function optionsOf(input: ImportInput): ImportOptions {
  return {
    accept: input.accept ?? null,
    publish: false,
    section: input.section ?? 'news',
    language: input.language ?? 'en',
    publishedOn: input.publishedOn,
  };
}

/** Makes drafts of the stories, and a job that holds their suggestions. */
export async function createJob(work: Work, prepared: Prepared): Promise<ImportJobRow> {
  const { input, stories } = prepared;
  const jobId = createId();
  const items: JobItem[] = await importStories(work, stories, optionsOf(input), jobId);
  const row: ImportJobRow = {
    id: jobId,
    state: 'ready',
    format: prepared.format,
    name: input.name,
    hash: sha256(input.content ?? input.contentBase64 ?? ''),
    report: JSON.stringify(prepared.notices),
    items: JSON.stringify(items),
    createdAt: work.now,
    createdBy: work.actor.id,
    updatedAt: work.now,
  };
  await insertJob(work.client, row);
  work.record({
    action: 'import.create',
    kind: 'import',
    targetId: jobId,
    details: { stories: items.length },
  });
  return row;
}

/** Accepts and refuses suggestions of a job. @throws Problem not-found, reference-unknown */
export async function acceptJob(
  work: Work,
  jobId: string,
  input: AcceptInput,
): Promise<ImportJobRow> {
  const row = await lockJob(work.client, jobId);
  if (row === null) throw notFound();
  const items = JSON.parse(row.items) as JobItem[];
  for (const [index, refused] of (input.refuse ?? []).entries()) {
    refuse(findSuggestion(items, refused, `/refuse/${index}`), `/refuse/${index}`);
  }
  const named = chooseNamed(items, input);
  const chosen = await addSure(work, items, input, named);
  for (const item of items) {
    const accepted = item.suggestions.filter(
      (suggestion) => chosen.has(suggestion) && suggestion.state !== 'accepted',
    );
    if (item.article === null || accepted.length === 0) continue;
    const loaded = await acceptSuggestions(work, item.article, accepted, item.suggestions);
    for (const suggestion of accepted) suggestion.state = 'accepted';
    if (accepted.every((suggestion) => named.has(suggestion))) continue;
    const problems = await checkArticle(work.client, loaded, null);
    await dropRefused(work, loaded, problems, accepted, (suggestion) => named.has(suggestion));
  }
  const done = items.every(({ suggestions }) =>
    suggestions.every(({ state }) => state !== 'suggested'),
  );
  const saved = {
    ...row,
    state: done ? 'accepted' : 'ready',
    items: JSON.stringify(items),
    updatedAt: work.now,
  };
  await updateJob(work.client, saved);
  work.record({
    action: 'import.accept',
    kind: 'import',
    targetId: jobId,
    details: { accepted: [...chosen].filter(({ state }) => state === 'accepted').length },
  });
  return saved;
}

/** The suggestions that an editor accepts one by one, changed as asked. */
function chooseNamed(items: JobItem[], input: AcceptInput): Set<Suggestion> {
  const chosen = new Set<Suggestion>();
  for (const [index, { change, ...named }] of (input.accept ?? []).entries()) {
    const suggestion = findSuggestion(items, named, `/accept/${index}`);
    if (change !== undefined) applyChange(suggestion, change, `/accept/${index}/change`);
    chosen.add(suggestion);
  }
  return chosen;
}

/** As named, with all others that are sure enough. */
async function addSure(
  work: Work,
  items: JobItem[],
  { confidence }: AcceptInput,
  named: ReadonlySet<Suggestion>,
): Promise<Set<Suggestion>> {
  const chosen = new Set(named);
  if (confidence === undefined) return chosen;
  for (const { article, suggestions } of items) {
    if (article === null) continue;
    for (const suggestion of suggestions) {
      const isSure = suggestion.state === 'suggested' && suggestion.confidence >= confidence;
      if (isSure && isComplete(suggestion) && (await isAcceptable(work, article, suggestion)))
        chosen.add(suggestion);
    }
  }
  return chosen;
}

/** What is in the article already is taken out there. */
function refuse(suggestion: Suggestion, pointer: string): void {
  if (suggestion.state === 'accepted') {
    throw new Problem(
      'reference-unknown',
      'The suggestion was accepted: take it out of the article.',
      {
        errors: [{ pointer, code: 'reference-unknown', message: 'was accepted already' }],
      },
    );
  }
  suggestion.state = 'refused';
}

function applyChange(suggestion: Suggestion, change: object, pointer: string): void {
  if (suggestion.kind === 'interview') {
    throw new Problem(
      'request-invalid',
      'A conversation is changed in the article, once it is accepted.',
      {
        errors: [{ pointer, code: 'unexpected', message: 'is for quotes and claims' }],
      },
    );
  }
  const merged = mergePatch(suggestion.value as never, change as never);
  if (suggestion.kind === 'quote') suggestion.value = parseBody(quoteInput, merged);
  else suggestion.value = parseBody(claimInput, merged);
}

function findSuggestion(
  items: JobItem[],
  named: { article: string; suggestion: string },
  pointer: string,
): Suggestion {
  const item = items.find(({ article }) => article === named.article);
  const found = item?.suggestions.find(({ id }) => id === named.suggestion);
  if (found !== undefined) return found;
  throw new Problem('reference-unknown', 'The import has no such suggestion.', {
    errors: [{ pointer, code: 'reference-unknown', message: 'names no suggestion of this import' }],
  });
}

/** A job as the desk shows it. */
export function presentJob(row: ImportJobRow) {
  const items = JSON.parse(row.items) as JobItem[];
  const count = (outcome: JobItem['outcome']) =>
    items.filter((item) => item.outcome === outcome).length;
  const suggestions = items.flatMap((item) => item.suggestions);
  return {
    id: row.id,
    name: row.name,
    format: row.format,
    state: row.state,
    createdAt: row.createdAt.toISOString(),
    report: {
      stories: items.length,
      created: count('created') + count('published'),
      known: count('known'),
      failed: count('failed'),
      suggestions: suggestions.length,
      accepted: suggestions.filter(({ state }) => state === 'accepted').length,
      notices: JSON.parse(row.report) as string[],
    },
    items,
  };
}
