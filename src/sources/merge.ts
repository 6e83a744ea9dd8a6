import type { Precondition } from '../core/http/preconditions.ts';
import { readMerge, refused } from '../core/merging.ts';
import type { Work } from '../core/work.ts';
import { foldForSearch } from '../text/words.ts';
import { findSourceRow, markMerged, type SourceRow, updateSource } from './store.ts';

/**
 * Makes a source part of another one, which takes over its names. Everything that refers
 * to the merged one means the other from now on; showing it anew is the caller's part.
 *
 * Kinds must be equal. Above all, nobody unnamed can become somebody named this way:
 * that would tell readers who spoke.
 *
 * @returns the merged source as it was, and the one that it became
 * @throws Problem not-found, precondition-failed, reference-unknown, merge-refused
 */
export async function mergeSource(
  work: Work,
  from: string,
  into: string,
  precondition: Precondition,
): Promise<{ before: SourceRow; after: SourceRow }> {
  const { before, target } = await readMerge(
    'source',
    (idOrSlug) => findSourceRow(work.client, idOrSlug),
    { from, into, precondition },
  );
  if (before.kind !== target.kind) {
    throw refused(
      `${before.slug} is ${before.kind} and ${target.slug} is ${target.kind}: only sources of one kind can be merged.`,
    );
  }
  const after: SourceRow = {
    ...target,
    aliases: JSON.stringify(unitedNames(target, before)),
    sameAs: JSON.stringify([...new Set([...listOf(target.sameAs), ...listOf(before.sameAs)])]),
    reason: target.reason ?? before.reason,
    version: target.version + 1,
    updatedAt: work.now,
  };
  await updateSource(work.client, after);
  await markMerged(work.client, before.id, after.id, work.now);
  work.record({
    action: 'source.merge',
    kind: 'source',
    targetId: before.id,
    before: before.version,
    after: before.version + 1,
    details: { into: after.id },
  });
  return { before, after };
}

/** The aliases of a source that takes another one in: each name once, whatever its case. */
function unitedNames(target: SourceRow, merged: SourceRow): string[] {
  const names = new Map([[foldForSearch(target.name), null as string | null]]);
  for (const name of [...listOf(target.aliases), merged.name, ...listOf(merged.aliases)]) {
    const folded = foldForSearch(name);
    if (!names.has(folded)) names.set(folded, name);
  }
  return [...names.values()].filter((name) => name !== null);
}

function listOf(json: string): string[] {
  return JSON.parse(json) as string[];
}
