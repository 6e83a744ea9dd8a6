/** What an import tells while it runs and at its end; it grows with no file. */
import type { ImportResult } from '../imports/service.ts';
import { counted } from '../text/counted.ts';
import { createBar } from './bar.ts';
import { print } from './print.ts';

const SHOWN_MAX = 20;
/** So many different notices are counted one by one. */
const NOTICES_MAX = 1_000;

export interface Tally {
  created: number;
  published: number;
  known: number;
  failed: number;
  suggested: number;
  accepted: number;
  /** Why the first ones failed. */
  failures: string[];
  notices: Map<string, number>;
  jobs: number;
  /** The ids of the first ones. */
  jobIds: string[];
}

export function newTally(): Tally {
  return {
    created: 0,
    published: 0,
    known: 0,
    failed: 0,
    suggested: 0,
    accepted: 0,
    failures: [],
    notices: new Map(),
    jobs: 0,
    jobIds: [],
  };
}

export function noteFailure(tally: Tally, why: string): void {
  tally.failed += 1;
  if (tally.failures.length < SHOWN_MAX) tally.failures.push(why);
}

export function noteNotices(tally: Tally, notices: ReadonlyMap<string, number>): void {
  for (const [notice, count] of notices) noteNotice(tally, notice, count);
}

function noteNotice(tally: Tally, notice: string, count = 1): void {
  const { notices } = tally;
  if (notices.size >= NOTICES_MAX && !notices.has(notice)) return;
  notices.set(notice, (notices.get(notice) ?? 0) + count);
}

export function noteJob(tally: Tally, id: string): void {
  tally.jobs += 1;
  if (tally.jobIds.length < SHOWN_MAX) tally.jobIds.push(id);
}

export function noteResult(
  tally: Tally,
  { outcome, headline, problem, suggestions, notices }: ImportResult,
): void {
  if (problem !== null) {
    const errors = problem.errors.map(({ pointer, message }) =>
      `${pointer ?? ''} ${message}`.trim(),
    );
    noteFailure(tally, [`“${headline}”: ${problem.detail}`, errors.join('; ')].join(' ').trim());
  } else tally[outcome] += 1;
  tally.suggested += suggestions.length;
  tally.accepted += suggestions.filter(({ state }) => state === 'accepted').length;
  for (const notice of notices) noteNotice(tally, notice);
}

const storiesOf = ({ created, published, known, failed }: Tally) =>
  created + published + known + failed;

export const isNothing = (tally: Tally): boolean => storiesOf(tally) === 0;

/** How much of the file is read, and how many stories a second. */
export function createProgress() {
  const started = performance.now();
  const bar = createBar();
  return {
    /** @param share of the file, 0 to 1 */
    showChecked: (share: number): void => bar.show(share, 'checked'),
    showImported(share: number, tally: Tally): void {
      const stories = storiesOf(tally);
      const rate = (stories / Math.max(1, performance.now() - started)) * 1_000;
      bar.show(share, `imported, ${stories} stories, ${rate.toFixed(0)} a second`);
    },
    end: bar.end,
  };
}

export function report(file: string, tally: Tally, ms: number): void {
  const total = storiesOf(tally);
  const rate = (total / Math.max(1, ms)) * 1_000;
  print(
    `${file}: ${counted(total, 'story', 'stories')} in ${(ms / 1_000).toFixed(1)} s (${rate.toFixed(0)} a second), ${peakMegabytes()} MB at most`,
  );
  print(
    `  ${counted(tally.created, 'draft')}, ${tally.published} published, ${tally.known} known already, ${tally.failed} failed`,
  );
  print(`  ${counted(tally.suggested, 'suggestion')}, ${tally.accepted} accepted`);
  if (tally.jobs > 0)
    print(`  on record at /v1/desk/imports: ${tally.jobIds.join(', ')}${more(tally)}`);
  for (const [notice, count] of [...tally.notices].slice(0, SHOWN_MAX))
    print(`  ${count} × ${notice}`);
  if (tally.notices.size > SHOWN_MAX)
    print(
      `  … and ${tally.notices.size - SHOWN_MAX} other notices, all of them in the imports on record`,
    );
  for (const failure of tally.failures) print(`  failed: ${failure}`);
  if (tally.failed > tally.failures.length)
    print(`  … and ${tally.failed - tally.failures.length} more`);
}

const more = ({ jobs, jobIds }: Tally): string =>
  jobs > jobIds.length ? ` … and ${jobs - jobIds.length} more` : '';

/** The most memory that this process has held, in megabytes. */
function peakMegabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1_024);
}
