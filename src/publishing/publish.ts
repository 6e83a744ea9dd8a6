import { getForChange, type Loaded } from '../articles/service.ts';
import type { ArticleRow } from '../articles/store.ts';
import { Problem } from '../core/errors.ts';
import type { Precondition } from '../core/http/preconditions.ts';
import type { Work } from '../core/work.ts';
import { checkArticles, requireGate } from './check.ts';
import { commitEditions } from './editions.ts';
import { requireOverEmbargo } from './embargo.ts';
import { lockPublications } from './neighbours.ts';
import { requireStep } from './workflow.ts';

export interface PublishOptions {
  /** What changed and why; makes a correction of an update that changes anchored words. */
  note?: string | null | undefined;
  /** The quotes and claims that a correction is about, beside those whose words change. */
  about?: readonly string[] | undefined;
  correction?: boolean | undefined;
  /** When it was first published elsewhere; only for the first edition. */
  publishedAt?: Date | undefined;
  /** Lifts an embargo that still holds. */
  liftEmbargo?: boolean | undefined;
}

/**
 * Publishes the newest revision as the next edition.
 *
 * @throws Problem request-invalid, transition-forbidden, embargoed, gate-refused, reference-unknown
 */
export async function publishArticle(
  work: Work,
  idOrSlug: string,
  options: PublishOptions,
  precondition: Precondition,
): Promise<Loaded> {
  if (options.publishedAt !== undefined && options.publishedAt > work.now) throw inTheFuture();
  await lockPublications(work);
  const loaded = await getForChange(work, idOrSlug, precondition);
  requireStep(loaded.row.state, options.correction ? 'correct' : 'publish');
  if (options.liftEmbargo !== true) requireOverEmbargo(loaded.row, work.now);
  if (options.publishedAt !== undefined) requireFirst(loaded.row);
  await requireParts(work, loaded, options.about ?? []);
  const note = options.note?.trim() ? options.note : null;
  const [checked] = await checkArticles(work.client, [{ ...loaded, note }]);
  requireGate(checked?.problems ?? []);
  const [published] = await commitEditions(work, [
    {
      ...loaded,
      revision: loaded.row.head,
      directory: checked?.directory,
      changed: checked?.changed ?? [],
      note,
      about: options.about,
      correction: options.correction,
      publishedAt: options.publishedAt,
    },
  ]);
  return published as Loaded;
}

function inTheFuture(): Problem {
  return new Problem(
    'request-invalid',
    'publishedAt lies in the future: schedule the article instead.',
    {
      errors: [{ pointer: '/publishedAt', code: 'in-the-future', message: 'lies in the future' }],
    },
  );
}

function requireFirst(row: ArticleRow): void {
  if (row.editionCount === 0) return;
  throw new Problem('request-invalid', 'publishedAt is for the first edition only.', {
    errors: [
      { pointer: '/publishedAt', code: 'not-first', message: 'is for the first edition only' },
    ],
  });
}

/** What a correction is about are quotes and claims that the article has or had in public. */
async function requireParts(
  { client }: Work,
  { row, content }: Loaded,
  about: readonly string[],
): Promise<void> {
  if (about.length === 0) return;
  const known = await client.partEdition.findMany({
    where: { articleId: row.id, partId: { in: [...about] }, kind: { in: ['quote', 'claim'] } },
    select: { partId: true },
  });
  const ids = new Set([
    ...known.map(({ partId }) => partId),
    ...content.quotes.map(({ id }) => id),
    ...content.claims.map(({ id }) => id),
  ]);
  const errors = about.flatMap((id, index) =>
    ids.has(id)
      ? []
      : [
          {
            pointer: `/about/${index}`,
            code: 'reference-unknown',
            message: 'names no quote or claim of this article',
          },
        ],
  );
  if (errors.length === 0) return;
  throw new Problem(
    'reference-unknown',
    'A correction is about this article’s quotes and claims.',
    {
      errors,
    },
  );
}
