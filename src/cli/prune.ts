import { deleteChangesBefore } from '../changes/store.ts';
import { moment, momentToDate } from '../core/http/scalars.ts';
import { StartError } from '../core/start-error.ts';
import { print } from './print.ts';
import { doWork, withExistingDatabase } from './work.ts';

/** Deletes old entries of the change log. Readers who had not read them are told so (410). */
export async function pruneChangesCommand(day: string): Promise<void> {
  const before = parseDay(day);
  const count = await withExistingDatabase((db) =>
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

function parseDay(value: string): Date {
  const parsed = moment.safeParse(value);
  if (parsed.success) return momentToDate(parsed.data);
  throw new StartError('--before: give a day (YYYY-MM-DD) or an instant in UTC.');
}
