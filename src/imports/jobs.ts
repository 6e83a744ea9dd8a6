/** Imports on record: what became of each story, and what is suggested in it. */
import type { Finished } from '../core/database/rows.ts';
import { nextTurn, othersWait } from '../core/turns.ts';
import type { Work } from '../core/work.ts';
import type { ImportResult } from './service.ts';
import { type ImportSummaryRow, insertImportJob, updateImportJob } from './store.ts';

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

/** An import as it is kept, with what became of each story as finished JSON. */
export interface ImportJob {
  summary: ImportSummaryRow;
  items: readonly string[];
}

/** Between two items; no JSON holds a line break elsewhere, so that they can be told apart. */
const SEPARATOR = ',\n';
const CLOSING = Buffer.from('}');

/** Keeps an import, in the transaction in which its stories came in. */
export async function createImportJob(
  work: Work,
  { id, name, format, hash, notices, items }: Imported,
): Promise<ImportJob> {
  const written = await writeItems(items);
  const summary: ImportSummaryRow = {
    id,
    state: stateOf(items),
    format,
    name,
    hash,
    report: JSON.stringify(reportOf(items, notices)),
    createdAt: work.now,
    createdBy: work.actor.id,
    updatedAt: work.now,
  };
  await insertImportJob(work.client, { ...summary, items: joined(written) });
  const details = { stories: items.length };
  work.record({ action: 'import.create', kind: 'import', targetId: id, details });
  return { summary, items: written };
}

/** Keeps a job after its suggestions were decided about. */
export async function changeItems(
  work: Work,
  before: ImportSummaryRow,
  items: ImportResult[],
): Promise<ImportJob> {
  const { notices } = JSON.parse(before.report) as Report;
  const written = await writeItems(items);
  const summary = {
    ...before,
    state: stateOf(items),
    report: JSON.stringify(reportOf(items, notices)),
    updatedAt: work.now,
  };
  await updateImportJob(work.client, { ...summary, items: joined(written) });
  return { summary, items: written };
}

/** Megabytes of JSON, item by item; others come to their turn in between. */
async function writeItems(items: readonly ImportResult[]): Promise<string[]> {
  const written: string[] = [];
  for (const item of items) {
    if (othersWait()) await nextTurn();
    written.push(JSON.stringify(item));
  }
  return written;
}

const joined = (items: readonly string[]): string => `[${items.join(SEPARATOR)}]`;

/** What became of each story of a kept job; others come to their turn in between. */
export async function readItems(items: string): Promise<ImportResult[]> {
  const read: ImportResult[] = [];
  for (const item of items.slice(1, -1).split(SEPARATOR)) {
    if (othersWait()) await nextTurn();
    read.push(...(JSON.parse(`[${item}]`) as ImportResult[]));
  }
  return read;
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
export function presentSummary(row: ImportSummaryRow) {
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
export function writeImportJob(summary: ImportSummaryRow, items: Finished): Buffer {
  const head = Buffer.from(`${JSON.stringify(presentSummary(summary)).slice(0, -1)},"items":`);
  return Buffer.concat([head, typeof items === 'string' ? Buffer.from(items) : items, CLOSING]);
}

/** As `writeImportJob`, of items that are not joined yet: megabytes become bytes piece by piece. */
export async function writeNewImportJob({ summary, items }: ImportJob): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (const item of items) {
    if (othersWait()) await nextTurn();
    pieces.push(Buffer.from(pieces.length === 0 ? `[${item}` : SEPARATOR + item));
  }
  return writeImportJob(
    summary,
    Buffer.concat([...pieces, Buffer.from(items.length === 0 ? '[]' : ']')]),
  );
}
