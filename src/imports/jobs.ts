/** Imports on record: what became of each story, and what is suggested in it. */
import { letOthers, othersWait } from '../core/database/yielding.ts';
import type { Work } from '../core/work.ts';
import type { ImportResult } from './service.ts';
import { type ImportJobRow, insertJob, type JobSummaryRow } from './store.ts';

/** What was imported: all of a request, or some stories of a file. */
export interface Imported {
  id: string;
  name: string;
  format: string;
  /** SHA-256 of the request’s content, or of the file. */
  hash: string;
  notices: string[];
  items: ImportResult[];
}

/** What an import came to; kept beside its items, so that a list need not read them. */
interface Report {
  stories: number;
  created: number;
  known: number;
  failed: number;
  suggestions: number;
  accepted: number;
  notices: string[];
}

/** Keeps an import, in the transaction in which its stories came in. */
export async function createJob(
  work: Work,
  { id, name, format, hash, notices, items }: Imported,
): Promise<ImportJobRow> {
  const row: ImportJobRow = {
    id,
    state: stateOf(items),
    format,
    name,
    hash,
    report: JSON.stringify(reportOf(items, notices)),
    items: await writeItems(items),
    createdAt: work.now,
    createdBy: work.actor.id,
    updatedAt: work.now,
  };
  await insertJob(work.client, row);
  const details = { stories: items.length };
  work.record({ action: 'import.create', kind: 'import', targetId: id, details });
  return row;
}

/** A job after its suggestions were decided about. */
export async function changeItems(
  row: ImportJobRow,
  items: ImportResult[],
  now: Date,
): Promise<ImportJobRow> {
  const { notices } = JSON.parse(row.report) as Report;
  return {
    ...row,
    state: stateOf(items),
    report: JSON.stringify(reportOf(items, notices)),
    items: await writeItems(items),
    updatedAt: now,
  };
}

/** Megabytes of JSON, item by item; others come to their turn in between. */
async function writeItems(items: readonly ImportResult[]): Promise<string> {
  const written: string[] = [];
  for (const item of items) {
    if (othersWait()) await letOthers();
    written.push(JSON.stringify(item));
  }
  return `[${written.join(',')}]`;
}

/** `ready` while there is something to decide. */
function stateOf(items: readonly ImportResult[]): string {
  const isOpen = items.some(({ suggestions }) =>
    suggestions.some(({ state }) => state === 'suggested'),
  );
  return isOpen ? 'ready' : 'accepted';
}

function reportOf(items: readonly ImportResult[], notices: string[]): Report {
  const count = (...outcomes: ImportResult['outcome'][]) =>
    items.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const suggestions = items.flatMap((item) => item.suggestions);
  return {
    stories: items.length,
    created: count('created', 'published'),
    known: count('known'),
    failed: count('failed'),
    suggestions: suggestions.length,
    accepted: suggestions.filter(({ state }) => state === 'accepted').length,
    notices,
  };
}

/** A job as the desk lists it. */
export function presentSummary(row: JobSummaryRow) {
  return {
    id: row.id,
    name: row.name,
    format: row.format,
    state: row.state,
    createdAt: row.createdAt.toISOString(),
    report: JSON.parse(row.report) as Report,
  };
}

/** A job as the desk shows it, as JSON: its items are kept as they are shown. */
export function writeJob(row: ImportJobRow): string {
  return `${JSON.stringify(presentSummary(row)).slice(0, -1)},"items":${row.items}}`;
}
