import { nextCount } from './database/counters.ts';
import { findRows, insertRows } from './database/rows.ts';
import type { Client } from './database/types.ts';
import { sha256 } from './hash.ts';
import type { Actor } from './work.ts';

/** One thing that was done: to what, and from which revision or version to which. */
export interface AuditRecord {
  action: string;
  kind: string;
  targetId: string;
  before?: number | null;
  after?: number | null;
  details?: Record<string, unknown>;
}

interface Circumstances {
  actor: Actor;
  now: Date;
  requestId: string | undefined;
}

/** What the hash of a row of the audit covers. */
interface Hashed {
  seq: number;
  at: Date;
  actor: string;
  role: string;
  action: string;
  kind: string;
  targetId: string;
  before: number | null;
  after: number | null;
  details: string;
  requestId: string | null;
  previous: string;
}

/** The hash that the first row is chained to. */
export const AUDIT_ORIGIN = '0'.repeat(64);

/**
 * The hash of a row, which covers the hash of the row before it.
 *
 * @param at the row’s time as text, which takes as long to write as the rest
 */
export function auditHash(row: Hashed, at = row.at.toISOString()): string {
  return sha256(
    JSON.stringify([
      row.previous,
      row.seq,
      at,
      row.actor,
      row.role,
      row.action,
      row.kind,
      row.targetId,
      row.before,
      row.after,
      row.details,
      row.requestId,
    ]),
  );
}

/** Appends rows to the chain, in their order. The counter’s row lock keeps writers in line. */
export async function appendAudit(
  client: Client,
  entries: readonly AuditRecord[],
  { actor, now, requestId }: Circumstances,
): Promise<void> {
  if (entries.length === 0) return;
  const first = (await nextCount(client, 'audit', entries.length)) - entries.length + 1;
  const [last] = await findRows(client, 'AuditEntry', { seq: first - 1 }, ['hash']);
  let previous = last?.hash ?? AUDIT_ORIGIN;
  const at = now.toISOString();
  const rows = entries.map((entry, index) => {
    const row = {
      seq: first + index,
      at: now,
      actor: actor.id,
      role: actor.role,
      action: entry.action,
      kind: entry.kind,
      targetId: entry.targetId,
      before: entry.before ?? null,
      after: entry.after ?? null,
      details: JSON.stringify({ ...entry.details, actorName: actor.name }),
      requestId: requestId ?? null,
      previous,
      hash: '',
    };
    previous = auditHash(row, at);
    row.hash = previous;
    return row;
  });
  await insertRows(client, 'AuditEntry', rows);
}
