import { type Merge, mergeReferences, refused } from '../core/references/merge.ts';
import type { Work } from '../core/work.ts';
import { foldForSearch } from '../text/words.ts';
import { type SourceRow, sourceStore } from './store.ts';

/**
 * Makes a source part of another one, which takes over its names.
 *
 * Kinds must be equal. Above all, nobody unnamed can become somebody named this way:
 * that would tell readers who spoke.
 *
 * @returns the merged source as it was, and the one that it became
 * @throws Problem not-found, precondition-failed, reference-unknown, merge-refused
 */
export function mergeSource(
  work: Work,
  merge: Merge,
): Promise<{ before: SourceRow; after: SourceRow }> {
  return mergeReferences(work, 'source', sourceStore, merge, (target, before) => {
    if (before.kind !== target.kind) {
      throw refused(
        `${before.slug} is ${before.kind} and ${target.slug} is ${target.kind}: only sources of one kind can be merged.`,
      );
    }
    return {
      ...(before.kind === 'unnamed' ? {} : unitedDetails(target, before)),
      aliases: JSON.stringify(unitedNames(target, before)),
      sameAs: JSON.stringify([...new Set([...listOf(target.sameAs), ...listOf(before.sameAs)])]),
      reason: target.reason ?? before.reason,
    };
  });
}

/** What only one of them says. Of somebody unnamed it would tell readers more than they knew. */
function unitedDetails(target: SourceRow, merged: SourceRow) {
  return {
    affiliation: target.affiliation ?? merged.affiliation,
    country: target.country ?? merged.country,
  };
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
