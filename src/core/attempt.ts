import type { AuditRecord } from './audit.ts';
import { inSavepoint } from './database/savepoint.ts';
import type { Work } from './work.ts';

/**
 * Does a part of a change that can be undone alone: when it throws, nothing stays of what
 * it wrote, recorded and touched, and the change goes on.
 */
export async function attempt<T>(work: Work, part: (work: Work) => Promise<T>): Promise<T> {
  const records: AuditRecord[] = [];
  const touched = new Set<string>();
  const inner: Work = {
    ...work,
    record: (entry) => records.push(entry),
    touch: (tags) => {
      for (const tag of tags) touched.add(tag);
    },
  };
  const result = await inSavepoint(work.client, () => part(inner));
  for (const entry of records) work.record(entry);
  work.touch(touched);
  return result;
}
