import type { Precondition } from '../core/http/preconditions.ts';
import { readMerge } from '../core/merging.ts';
import type { Work } from '../core/work.ts';
import { findTermRow, markMerged, type TermKind, type TermRow, updateTerm } from './store.ts';

/**
 * Makes a section part of another section, or a tag of another tag. Articles go on naming
 * it by its old slug, which means the other one from now on.
 *
 * @returns the merged term as it was, and the one that it became
 * @throws Problem not-found, precondition-failed, reference-unknown, merge-refused
 */
export async function mergeTerm(
  work: Work,
  kind: TermKind,
  from: string,
  into: string,
  precondition: Precondition,
): Promise<{ before: TermRow; after: TermRow }> {
  const { before, target } = await readMerge(
    kind,
    (idOrSlug) => findTermRow(work.client, kind, idOrSlug),
    { from, into, precondition },
  );
  const after: TermRow = { ...target, version: target.version + 1, updatedAt: work.now };
  await updateTerm(work.client, kind, after);
  await markMerged(work.client, kind, before.id, after.id, work.now);
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
