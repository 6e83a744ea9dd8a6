import type { Precondition } from '../core/http/preconditions.ts';
import { readMerge, refused } from '../core/merging.ts';
import type { Work } from '../core/work.ts';
import { type FigureRow, findFigureRow, markMerged, updateFigure } from './store.ts';

/**
 * Makes a figure part of another one: claims about either are claims about one question.
 * Their units must be equal, for the claims' numbers stay as they are.
 *
 * @returns the merged figure as it was, and the one that it became
 * @throws Problem not-found, precondition-failed, reference-unknown, merge-refused
 */
export async function mergeFigure(
  work: Work,
  from: string,
  into: string,
  precondition: Precondition,
): Promise<{ before: FigureRow; after: FigureRow }> {
  const { before, target } = await readMerge(
    'figure',
    (idOrSlug) => findFigureRow(work.client, idOrSlug),
    { from, into, precondition },
  );
  if (before.unit !== target.unit) {
    throw refused(
      `${before.slug} counts ${before.unit} and ${target.slug} counts ${target.unit}: only figures of one unit can be merged.`,
    );
  }
  const after: FigureRow = {
    ...target,
    subject: target.subject ?? before.subject,
    place: target.place ?? before.place,
    version: target.version + 1,
    updatedAt: work.now,
  };
  await updateFigure(work.client, after);
  await markMerged(work.client, before.id, after.id, work.now);
  work.record({
    action: 'figure.merge',
    kind: 'figure',
    targetId: before.id,
    before: before.version,
    after: before.version + 1,
    details: { into: after.id },
  });
  return { before, after };
}
