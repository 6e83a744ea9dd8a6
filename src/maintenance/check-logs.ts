/** The two logs whose rows follow each other without a gap: the audit and the changes. */
import { AUDIT_ORIGIN, auditHash } from '../core/audit.ts';
import { readCount } from '../core/database/counters.ts';
import type { Client } from '../core/database/types.ts';
import { type Finding, Findings } from './report.ts';

const BATCH = 500;

/** Every row's hash covers the one before it, so that a changed or missing row breaks the chain. */
export async function checkAudit(client: Client): Promise<Finding> {
  const findings = new Findings('audit chain');
  // Read first: rows that are written while this runs come on top.
  const last = await readCount(client, 'audit');
  let expected = 1;
  let previous = AUDIT_ORIGIN;
  for (;;) {
    const rows = await client.auditEntry.findMany({
      where: { seq: { gte: expected } },
      orderBy: { seq: 'asc' },
      take: BATCH,
    });
    for (const row of rows) {
      findings.look();
      if (row.seq !== expected) findings.report(missing('audit entry', expected, row.seq - 1));
      else if (row.previous !== previous)
        findings.report(`audit entry ${row.seq} does not follow the one before it`);
      if (auditHash(row) !== row.hash)
        findings.report(`audit entry ${row.seq} (${row.action} by ${row.actor}) was changed`);
      expected = row.seq + 1;
      previous = row.hash;
    }
    if (rows.length < BATCH) break;
  }
  if (expected <= last) findings.report(missing('audit entry', expected, last));
  return findings.finish();
}

/** Numbers run on from the oldest change that is kept to the newest that was given. */
export async function checkChanges(client: Client): Promise<Finding> {
  const findings = new Findings('change log');
  const last = await readCount(client, 'changes');
  let expected: number | null = null;
  for (;;) {
    const rows: { seq: number }[] = await client.change.findMany({
      where: { seq: { gte: expected ?? 0 } },
      orderBy: { seq: 'asc' },
      select: { seq: true },
      take: BATCH * 10,
    });
    for (const { seq } of rows) {
      findings.look();
      if (expected !== null && seq !== expected)
        findings.report(missing('change', expected, seq - 1));
      expected = seq + 1;
    }
    if (rows.length < BATCH * 10) break;
  }
  if ((expected ?? 1) <= last) findings.report(missing('change', expected ?? 1, last));
  return findings.finish();
}

function missing(what: string, from: number, to: number): string {
  return from === to ? `${what} ${from} is missing` : `${what} ${from} to ${to} are missing`;
}
