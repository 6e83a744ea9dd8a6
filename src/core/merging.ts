import { Problem } from './errors.ts';
import { type Precondition, requireMatch, versionTag } from './http/preconditions.ts';

interface Mergeable {
  id: string;
  slug: string;
  version: number;
  mergedIntoId: string | null;
}

/**
 * The two sides of a merge, if they may be merged: both exist, neither became another
 * thing before, and they are not the same.
 *
 * @param name what they are: source, figure, section or tag
 * @param find finds a row by id or slug as it is, without following merges
 * @throws Problem not-found, precondition-failed, reference-unknown, merge-refused
 */
export async function readMerge<R extends Mergeable>(
  name: string,
  find: (idOrSlug: string) => Promise<R | null>,
  { from, into, precondition }: { from: string; into: string; precondition: Precondition },
): Promise<{ before: R; target: R }> {
  const before = await find(from);
  if (before === null) throw new Problem('not-found', 'There is nothing at this address.');
  requireMatch(precondition, versionTag(before.version));
  const target = await find(into);
  if (target === null) {
    throw new Problem('reference-unknown', `There is no ${name} ${into}.`, {
      errors: [{ pointer: '/into', code: 'reference-unknown', message: `names no ${name}` }],
    });
  }
  if (before.mergedIntoId !== null)
    throw refused(`The ${name} ${before.slug} was merged before.`, before.mergedIntoId);
  if (target.id === before.id) throw refused(`A ${name} can’t be merged into itself.`);
  if (target.mergedIntoId !== null)
    throw refused(
      `The ${name} ${target.slug} was merged itself; name the one that it became.`,
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

/**
 * Finds rows by the id that they are referred to by, where a merged one stands as the one
 * that it became.
 *
 * @param find finds rows as they are
 */
export async function followMerges<R extends { id: string; mergedIntoId: string | null }>(
  ids: readonly string[],
  find: (ids: string[]) => Promise<R[]>,
): Promise<Map<string, R>> {
  const rows = new Map<string, R>();
  let wanted = [...ids];
  while (wanted.length > 0) {
    for (const row of await find(wanted)) rows.set(row.id, row);
    wanted = [...rows.values()]
      .map((row) => row.mergedIntoId)
      .filter((id): id is string => id !== null && !rows.has(id));
  }
  const resolve = (id: string): R | undefined => {
    const row = rows.get(id);
    return row?.mergedIntoId != null ? resolve(row.mergedIntoId) : row;
  };
  return new Map(
    ids.flatMap((id) => {
      const row = resolve(id);
      return row === undefined ? [] : [[id, row] as const];
    }),
  );
}
