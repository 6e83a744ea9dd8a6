/** What an editor decides about the suggestions of an import. */
import { mergePatch } from '../articles/document.ts';
import { getArticle } from '../articles/service.ts';
import { claimInput } from '../claims/schema.ts';
import { notFound, Problem, referenceUnknown } from '../core/errors.ts';
import { parseBody } from '../core/http/validation.ts';
import type { Work } from '../core/work.ts';
import { checkArticle } from '../publishing/check.ts';
import { quoteInput } from '../quotes/schema.ts';
import { acceptSuggestions, isAcceptable } from './accepting.ts';
import { dropRefused } from './dropping.ts';
import { changeItems, type ImportJob, readItems } from './jobs.ts';
import type { AcceptInput } from './schema.ts';
import type { ImportResult } from './service.ts';
import { lockImportJob } from './store.ts';
import type { Suggestion } from './suggestions.ts';
import { holding, takeFitting } from './taking.ts';

/** Accepts and refuses suggestions of a job. @throws Problem not-found, reference-unknown */
export async function acceptImport(
  work: Work,
  jobId: string,
  input: AcceptInput,
): Promise<ImportJob> {
  const row = await lockImportJob(work.client, jobId);
  if (row === null) throw notFound();
  const { items: kept, ...summary } = row;
  requireOnce(input);
  const items = await readItems(kept);
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
  const saved = await changeItems(work, summary, items);
  work.record({
    action: 'import.accept',
    kind: 'import',
    targetId: jobId,
    details: { accepted: [...chosen].filter(({ state }) => state === 'accepted').length },
  });
  return saved;
}

/** The suggestions that an editor accepts one by one, changed as asked. */
function chooseNamed(items: ImportResult[], input: AcceptInput): Set<Suggestion> {
  const chosen = new Set<Suggestion>();
  for (const [index, { change, ...named }] of (input.accept ?? []).entries()) {
    const suggestion = findSuggestion(items, named, `/accept/${index}`);
    if (change !== undefined) applyChange(suggestion, change, `/accept/${index}/change`);
    chosen.add(suggestion);
  }
  return chosen;
}

/** As named, with all others that are sure enough, as far as their articles can hold them. */
async function addSure(
  work: Work,
  items: ImportResult[],
  { confidence }: AcceptInput,
  named: ReadonlySet<Suggestion>,
): Promise<Set<Suggestion>> {
  const chosen = new Set(named);
  if (confidence === undefined) return chosen;
  for (const item of items) {
    const sure = item.suggestions.filter(
      (one) => one.state === 'suggested' && one.confidence >= confidence && !named.has(one),
    );
    if (item.article === null || sure.length === 0) continue;
    const { content } = await getArticle(work.client, item.article);
    const coming = item.suggestions.filter((one) => named.has(one) && one.state !== 'accepted');
    const { taken, notices } = takeFitting(
      sure.filter((one) => isAcceptable(content, one)),
      holding(content, coming),
    );
    for (const suggestion of taken) chosen.add(suggestion);
    item.notices = [...new Set([...item.notices, ...notices])];
  }
  return chosen;
}

/** What is in the article already is taken out there. */
function refuse(suggestion: Suggestion, pointer: string): void {
  if (suggestion.state === 'accepted') {
    throw referenceUnknown(
      'The suggestion was accepted: take it out of the article.',
      pointer,
      'was accepted already',
    );
  }
  suggestion.state = 'refused';
}

/** Of two decisions about one suggestion nobody knows which is meant. */
function requireOnce({ accept = [], refuse: refused = [] }: AcceptInput): void {
  const places = new Map<string, string>();
  const decisions = [
    ...accept.map((one, index) => [one, `/accept/${index}`] as const),
    ...refused.map((one, index) => [one, `/refuse/${index}`] as const),
  ];
  const errors = decisions.flatMap(([{ article, suggestion }, pointer]) => {
    const key = `${article} ${suggestion}`;
    const before = places.get(key);
    if (before === undefined) {
      places.set(key, pointer);
      return [];
    }
    const message = `names suggestion ${suggestion}, as ${before} does`;
    return [{ pointer, code: 'repeated', message }];
  });
  if (errors.length > 0)
    throw new Problem('request-invalid', 'A suggestion is decided about once.', { errors });
}

function applyChange(suggestion: Suggestion, change: object, pointer: string): void {
  if (suggestion.state === 'accepted') {
    throw referenceUnknown(
      'The suggestion was accepted already: change it in the article.',
      pointer,
      'is for what was accepted already',
    );
  }
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
  if (suggestion.kind === 'quote') suggestion.value = parseBody(quoteInput, merged, pointer);
  else suggestion.value = parseBody(claimInput, merged, pointer);
}

function findSuggestion(
  items: ImportResult[],
  named: { article: string; suggestion: string },
  pointer: string,
): Suggestion {
  const item = items.find(({ article }) => article === named.article);
  const found = item?.suggestions.find(({ id }) => id === named.suggestion);
  if (found !== undefined) return found;
  throw referenceUnknown(
    'The import has no such suggestion.',
    pointer,
    'names no suggestion of this import',
  );
}
