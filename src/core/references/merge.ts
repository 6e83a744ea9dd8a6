import { notFound, Problem, referenceUnknown } from '../errors.ts';
import { type Precondition, requireMatch, versionTag } from '../http/preconditions.ts';
import type { Work } from '../work.ts';
import type { ReferenceKind, ReferenceRow, ReferenceStore } from './store.ts';

export interface Merge {
  /** Ids or slugs. */
  from: string;
  into: string;
  precondition: Precondition;
}

/**
 * Makes one thing part of another one of its kind. Everything that refers to it means the
 * other one from now on; showing that anew is the caller's part.
 *
 * @param unite says what the other one takes over, or refuses
 * @returns the merged one as it was, and the one that it became
 * @throws Problem not-found, precondition-failed, reference-unknown, merge-refused
 */
export async function mergeReferences<K extends ReferenceKind>(
  work: Work,
  kind: K,
  store: Pick<ReferenceStore<K>, 'findAsIs' | 'update' | 'markMerged'>,
  merge: Merge,
  unite: (target: ReferenceRow<K>, before: ReferenceRow<K>) => Partial<ReferenceRow<K>>,
): Promise<{ before: ReferenceRow<K>; after: ReferenceRow<K> }> {
  const { before, target } = await readBoth(work, kind, store, merge);
  const after: ReferenceRow<K> = {
    ...target,
    ...unite(target, before),
    version: target.version + 1,
    updatedAt: work.now,
  };
  await store.update(work.client, after);
  await store.markMerged(work.client, before.id, after.id, work.now);
  work.record({
    action: `${kind}.merge`,
    kind,
    targetId: before.id,
    before: before.version,
    after: before.version + 1,
    details: { into: after.id },
  });
  return { before, after };
}

/** The two sides, if they may be merged: both exist, neither became another one, and they differ. */
async function readBoth<K extends ReferenceKind>(
  { client }: Work,
  kind: K,
  store: Pick<ReferenceStore<K>, 'findAsIs'>,
  { from, into, precondition }: Merge,
): Promise<{ before: ReferenceRow<K>; target: ReferenceRow<K> }> {
  const before = await store.findAsIs(client, from);
  if (before === null) throw notFound();
  requireMatch(precondition, versionTag(before.version));
  const target = await store.findAsIs(client, into);
  if (target === null)
    throw referenceUnknown(`There is no ${kind} ${into}.`, '/into', `names no ${kind}`);
  if (before.mergedIntoId !== null)
    throw refused(`The ${kind} ${before.slug} was merged before.`, before.mergedIntoId);
  if (target.id === before.id) throw refused(`A ${kind} can’t be merged into itself.`);
  if (target.mergedIntoId !== null)
    throw refused(
      `The ${kind} ${target.slug} was merged itself; name the one that it became.`,
      target.mergedIntoId,
    );
  return { before, target };
}

/** The problem of two things that can't be one. @param suggestion what to merge into instead */
export function refused(detail: string, suggestion?: string): Problem {
  return new Problem('merge-refused', detail, {
    errors: [
      {
        pointer: '/into',
        code: 'merge-refused',
        message: 'can’t take it in',
        ...(suggestion === undefined ? {} : { suggestion }),
      },
    ],
  });
}
