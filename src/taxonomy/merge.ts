import { type Merge, mergeReferences } from '../core/references/merge.ts';
import type { Work } from '../core/work.ts';
import { type TermKind, type TermRow, termStores } from './store.ts';

/**
 * Makes a section part of another section, or a tag of another tag. Articles go on naming
 * it by its old slug, which means the other one from now on.
 *
 * @returns the merged term as it was, and the one that it became
 * @throws Problem not-found, precondition-failed, reference-unknown, merge-refused
 */
export function mergeTerm(
  work: Work,
  kind: TermKind,
  merge: Merge,
): Promise<{ before: TermRow; after: TermRow }> {
  return mergeReferences(work, kind, termStores[kind], merge, () => ({}));
}
