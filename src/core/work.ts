import { type AuditRecord, appendAudit } from './audit.ts';
import type { Clock } from './clock.ts';
import type { Client, Database } from './database/types.ts';
import type { Role } from './roles.ts';

/** Who does something at the desk. */
export interface Actor {
  /** The token's id, or `system`, or `admin-token` for the one of the settings. */
  id: string;
  name: string;
  role: Role;
}

/** The server itself, when the clock or the command line acts. */
export const SYSTEM: Actor = { id: 'system', name: 'Onrecord', role: 'admin' };

/**
 * One change of the newsroom: a transaction, who makes it and when. Everything that
 * belongs together commits together, the audit entry and the change log included;
 * caches are told after the commit.
 */
export interface Work {
  readonly client: Client;
  readonly actor: Actor;
  readonly now: Date;
  /** Names what the public will see changed: the tags of the answers to drop. */
  touch(tags: Iterable<string>): void;
  /** Adds a row to the audit, in the same transaction. */
  record(entry: AuditRecord): void;
}

export type WorkRunner = <T>(
  actor: Actor,
  job: (work: Work) => Promise<T>,
  requestId?: string,
) => Promise<T>;

export interface WorkSettings {
  db: Database;
  clock: Clock;
  /** Called after each commit that touched something public. */
  onTouched(tags: string[]): void;
}

export function createWorkRunner({ db, clock, onTouched }: WorkSettings): WorkRunner {
  return async (actor, job, requestId) => {
    const touched = new Set<string>();
    const result = await db.write(async (client) => {
      const records: AuditRecord[] = [];
      touched.clear();
      const now = clock();
      const work: Work = {
        client,
        actor,
        now,
        touch: (tags) => {
          for (const tag of tags) touched.add(tag);
        },
        record: (entry) => records.push(entry),
      };
      const value = await job(work);
      await appendAudit(client, records, { actor, now, requestId });
      return value;
    });
    if (touched.size > 0) onTouched([...touched]);
    return result;
  };
}
