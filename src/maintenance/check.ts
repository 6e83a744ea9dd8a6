import { findDamage } from '../core/database/integrity.ts';
import type { Database } from '../core/database/types.ts';
import { checkAnchors, checkEditions, checkRevisions } from './check-content.ts';
import { checkAudit, checkChanges } from './check-logs.ts';
import { checkProjection } from './check-projection.ts';
import { checkSearch } from './check-search.ts';
import { type Finding, Findings } from './report.ts';

/**
 * Verifies that a newsroom is what it says it is: the database's own indexes, the chain
 * of the audit, the numbers of the changes, hashes of revisions and editions, the words
 * of every anchor, the published tables and the search index. Changes nothing; a server may run meanwhile.
 *
 * @param onFinding called after each check, with what it found
 */
export async function checkNewsroom(
  db: Database,
  onFinding: (finding: Finding) => void = () => undefined,
): Promise<Finding[]> {
  const checks: (() => Promise<Finding>)[] = [
    () => checkDatabase(db),
    () => checkAudit(db.read),
    () => checkChanges(db.read),
    () => checkRevisions(db.read),
    () => checkEditions(db.read),
    () => checkAnchors(db.read),
    () => checkProjection(db),
    () => checkSearch(db),
  ];
  const findings: Finding[] = [];
  for (const check of checks) {
    const finding = await check();
    onFinding(finding);
    findings.push(finding);
  }
  return findings;
}

async function checkDatabase({ read, engine }: Database): Promise<Finding> {
  const findings = new Findings('database');
  findings.look();
  for (const problem of await findDamage(read, engine)) findings.report(problem);
  return findings.finish();
}
