/** All that can be made ready of stories before a transaction begins. Reads no database. */
import { type ArticleInput, articleInput, BODY_MAX } from '../articles/schema.ts';
import { sha256 } from '../core/hash.ts';
import { parseBody } from '../core/http/validation.ts';
import { extract } from '../extraction/extract.ts';
import { Unreadable } from '../text/encoding.ts';
import { applySuggestions } from './applying.ts';
import {
  type Batch,
  type ImportOptions,
  type Known,
  noteInBatch,
  type Prepared,
  problemOf,
  type Story,
  type StoryHead,
} from './batch.ts';
import { clip, type ImportItem, type ImportPart, type ImportReference } from './item.ts';
import { type OwnArticle, ownArticle } from './own.ts';
import { prepareReference } from './reference.ts';
import { extractableText, makeSuggestions } from './suggestions.ts';
import { fitting, takeFitting } from './taking.ts';

/**
 * Makes a part of an input ready to be imported.
 *
 * @returns whether there is anything in it
 * @throws Unreadable
 */
export function addToBatch(
  batch: Batch,
  part: ImportPart | Known,
  options: ImportOptions,
): boolean {
  if ('reference' in part) addReference(batch, part);
  else if ('known' in part) batch.stories.push(part);
  else return addStory(batch, dated(part.read(), options), options);
  return true;
}

function addReference(batch: Batch, part: ImportReference): void {
  try {
    batch.references.push(prepareReference(part));
  } catch (error) {
    noteInBatch(
      batch,
      `Left out, a ${part.reference} that is not valid: ${problemOf(error).detail}`,
    );
  }
}

function addStory(batch: Batch, item: ImportItem, options: ImportOptions): boolean {
  if (item.headline === '' && item.article === undefined) {
    const name = clip(item.origin, 100);
    noteInBatch(batch, `Left out, it has neither a title nor a text: ${name}.`);
    return false;
  }
  batch.stories.push(prepareStory(item, options));
  batch.read += 1;
  batch.characters += item.body.length;
  return true;
}

/** A story that carries no date has the one that is given. */
function dated(item: ImportItem, { publishedOn }: ImportOptions): ImportItem {
  if (item.publishedAt !== null || publishedOn === undefined) return item;
  return { ...item, publishedAt: new Date(`${publishedOn}T00:00:00Z`) };
}

/** Finds suggestions in a story and makes an article of it. */
function prepareStory(item: ImportItem, options: ImportOptions): Prepared {
  try {
    return toStory(item, suggest(item, options), options);
  } catch (error) {
    return { item: headOf(item), problem: problemOf(error) };
  }
}

function headOf(item: ImportItem): StoryHead {
  const { origin, headline, slug, section, tags, publishedAt, hold } = item;
  return { origin, headline, slug, section, tags, publishedAt, hold };
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
  const { suggestions, notices } = fitting(makeSuggestions(item.body, extraction, publishedOn));
  return {
    suggestions,
    notices: [...(extraction.notices ?? []), ...notices],
    language: item.language ?? extraction.language ?? null,
  };
}

/** @throws Problem request-invalid when it can't become an article */
function toStory(item: ImportItem, found: Suggested, options: ImportOptions): Story {
  const { suggestions } = found;
  const accept = options.accept ?? Number.POSITIVE_INFINITY;
  const sure = suggestions.filter(({ confidence }) => confidence >= accept);
  const { taken, notices } = takeFitting(sure);
  for (const suggestion of taken) suggestion.state = 'accepted';
  const accepted = suggestions.filter((suggestion) => taken.has(suggestion));
  const own: OwnArticle =
    item.article === undefined
      ? { article: articleOf(item, found.language, options), newer: null, ids: null, notices: [] }
      : ownArticle(item.article);
  return {
    item: headOf(item),
    key: sha256(item.origin),
    article: applySuggestions(own.article, accepted),
    newer: own.newer,
    ids: own.ids,
    suggestions,
    notices: [...item.lost, ...own.notices, ...found.notices, ...notices],
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
