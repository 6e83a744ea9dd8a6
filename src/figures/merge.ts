import { type Merge, mergeReferences, refused } from '../core/references/merge.ts';
import type { Work } from '../core/work.ts';
import { type FigureRow, figureStore } from './store.ts';

/**
 * Makes a figure part of another one: claims about either are claims about one question.
 * Their units must be equal, for the claims' numbers stay as they are.
 *
 * @returns the merged figure as it was, and the one that it became
 * @throws Problem not-found, precondition-failed, reference-unknown, merge-refused
 */
export function mergeFigure(
  work: Work,
  merge: Merge,
): Promise<{ before: FigureRow; after: FigureRow }> {
  return mergeReferences(work, 'figure', figureStore, merge, (target, before) => {
    if (before.unit !== target.unit) {
      throw refused(
        `${before.slug} counts ${before.unit} and ${target.slug} counts ${target.unit}: only figures of one unit can be merged.`,
      );
    }
    return { subject: target.subject ?? before.subject, place: target.place ?? before.place };
  });
}
