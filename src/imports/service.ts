import { createArticle, type Loaded } from '../articles/service.ts';
import { attempt } from '../core/attempt.ts';
import type { Work } from '../core/work.ts';
import { type Checked, checkArticle, checkArticles } from '../publishing/check.ts';
import { commitEditions, type NewEdition } from '../publishing/editions.ts';
import type { GateProblem } from '../publishing/gate-problem.ts';
import { lockPublications } from '../publishing/neighbours.ts';
import {
  type Batch,
  type ImportOptions,
  type Known,
  problemOf,
  type Story,
  type StoryHead,
  type StoryProblem,
} from './batch.ts';
import { dropRefused } from './dropping.ts';
import { bringNewer } from './newer.ts';
import { asNew, newerLeftOut } from './own.ts';
import { placeArticle } from './placing.ts';
import { bringReferences } from './references.ts';
import { findKnown, findTakenIds, putImported } from './store.ts';
import type { Suggestion } from './suggestions.ts';

/** What became of one story. */
export interface ImportResult {
  origin: string;
  headline: string;
  outcome: 'created' | 'published' | 'known' | 'failed';
  /** The article that it became; null when it failed. */
  article: string | null;
  suggestions: Suggestion[];
  notices: string[];
  problem: StoryProblem | null;
}

/**
 * Makes stories drafts, or published articles, as parts of one change. Twice is once. One
 * that is refused is left out, and nothing stays of it.
 *
 * @returns what became of each story, in their order
 */
export async function importBatch(
  work: Work,
  { references, stories: prepared }: Batch,
  options: ImportOptions,
  jobId: string,
): Promise<ImportResult[]> {
  await bringReferences(work, references);
  const stories = prepared.filter((one): one is Story => 'key' in one);
  const results = (await importTogether(work, stories, options, jobId)).values();
  return prepared.map((one) => {
    if ('known' in one) return known(one);
    return 'problem' in one
      ? failed(one.item, one.problem)
      : (results.next().value as ImportResult);
  });
}

/** All at once; by halves where one of them is refused, so that no other is. */
async function importTogether(
  work: Work,
  stories: readonly Story[],
  options: ImportOptions,
  jobId: string,
): Promise<ImportResult[]> {
  const [first] = stories;
  if (first === undefined) return [];
  try {
    return await attempt(work, (part) => importAll(part, stories, options, jobId));
  } catch (error) {
    const problem = problemOf(error);
    if (stories.length === 1) return [failed(first.item, problem)];
    const half = Math.ceil(stories.length / 2);
    return [
      ...(await importTogether(work, stories.slice(0, half), options, jobId)),
      ...(await importTogether(work, stories.slice(half), options, jobId)),
    ];
  }
}

function failed({ origin, headline }: StoryHead, problem: StoryProblem): ImportResult {
  const nothing = { article: null, suggestions: [], notices: [] };
  return { origin, headline, outcome: 'failed', ...nothing, problem };
}

/** What became of the stories of a batch that were not read, as they are here already. */
export const knownOf = ({ stories }: Batch): ImportResult[] =>
  stories.flatMap((one) => ('known' in one ? [known(one)] : []));

function known({ origin, known: { id, headline } }: Known): ImportResult {
  const nothing = { suggestions: [], notices: [], problem: null };
  return { origin, headline, outcome: 'known', article: id, ...nothing };
}

/** @throws Problem when one of them can't be created */
async function importAll(
  work: Work,
  prepared: readonly Story[],
  options: ImportOptions,
  jobId: string,
): Promise<ImportResult[]> {
  const { client } = work;
  // What is noted here must not stay when this is undone and tried anew.
  const stories = prepared.map((story) => ({
    ...story,
    suggestions: story.suggestions.map((suggestion) => ({ ...suggestion })),
    notices: [...story.notices],
  }));
  if (options.publish) await lockPublications(work);
  const articles = await findKnown(
    client,
    stories.map(({ key, ids }) => ({ key, id: ids?.article ?? null })),
  );
  const takenIds = await findTakenIds(client, stories);
  const created = new Map<Story, Loaded>();
  for (const story of stories) {
    if (articles.has(story.key)) continue;
    const loaded = await createStory(work, story, takenIds);
    created.set(story, loaded);
    articles.set(story.key, loaded.row);
  }
  await putImported(
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
  for (const [story, { row }] of created)
    if (story.newer !== null) story.notices.push(await bringNewer(work, row.id, story.newer));
  return stories.map((story) => ({
    origin: story.item.origin,
    headline: story.item.headline,
    outcome: published.has(story) ? 'published' : created.has(story) ? 'created' : 'known',
    article: articles.get(story.key)?.id ?? null,
    suggestions: created.has(story) ? story.suggestions : [],
    notices: story.notices,
    problem: null,
  }));
}

/** @param takenIds what no story may bring along; is told of its ids */
async function createStory(work: Work, story: Story, takenIds: Set<string>): Promise<Loaded> {
  const { item, ids } = story;
  const article = await placeArticle(work, item, story.article);
  if (ids === null) return createArticle(work, article);
  const all = [ids.article, ...ids.parts];
  if (all.some((id) => takenIds.has(id))) {
    story.notices.push('It got new ids: some of those that it had are in use here.');
    if (story.newer !== null) story.notices.push(newerLeftOut('its ids are in use.'));
    story.newer = null;
    return createArticle(work, asNew(article));
  }
  for (const id of all) takenIds.add(id);
  return createArticle(work, article, ids.article);
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
function holdOf({ hold, publishedAt }: StoryHead, now: Date): string | null {
  if (hold !== null) return hold;
  if (publishedAt === null) return 'it carries no date';
  return publishedAt > now ? 'its date lies in the future' : null;
}
