import { deleteChangesBefore } from '../changes/store.ts';
import { print } from './print.ts';
import { doWork, withDatabase } from './work.ts';

/** Deletes old entries of the change log. Readers who had not read them are told so (410). */
export async function pruneChangesCommand(before: Date): Promise<void> {
  const count = await withDatabase((db) =>
    doWork(db, async (work) => {
      const deleted = await deleteChangesBefore(work.client, before);
      work.record({
        action: 'changes.prune',
        kind: 'changes',
        targetId: 'changes',
        details: { before: before.toISOString(), deleted },
      });
      return deleted;
    }),
  );
  print(`${count} changes before ${before.toISOString()} were deleted.`);
}
