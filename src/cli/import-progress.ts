/** What an import tells while it runs and at its end; it grows with no file. */
import { print } from './print.ts';

const SHOWN_MAX = 20;
/** So many different notices are counted one by one. */
const NOTICES_MAX = 1_000;
const BAR_WIDTH = 24;
const REDRAW_MS = 200;

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
  };
}

export function noteFailure(tally: Tally, why: string): void {
  tally.failed += 1;
  if (tally.failures.length < SHOWN_MAX) tally.failures.push(why);
}

export function noteNotice(tally: Tally, notice: string): void {
  const { notices } = tally;
  if (notices.size >= NOTICES_MAX && !notices.has(notice)) return;
  notices.set(notice, (notices.get(notice) ?? 0) + 1);
}

const storiesOf = ({ created, published, known, failed }: Tally) =>
  created + published + known + failed;

/** A bar on a terminal: how much of the file is read, and how many stories a second. */
export function createProgress(size: number) {
  const started = performance.now();
  let drawnAt = 0;
  return {
    /** @param read bytes of the file that were read */
    show(read: number, tally: Tally): void {
      const now = performance.now();
      if (!process.stderr.isTTY || now - drawnAt < REDRAW_MS) return;
      drawnAt = now;
      const share = size === 0 ? 1 : Math.min(1, read / size);
      const bar = '█'.repeat(Math.round(share * BAR_WIDTH)).padEnd(BAR_WIDTH, '░');
      const stories = storiesOf(tally);
      const rate = (stories / Math.max(1, now - started)) * 1_000;
      process.stderr.write(
        `\r${bar} ${(share * 100).toFixed(0)} %, ${stories} stories, ${rate.toFixed(0)} a second\u001b[K`,
      );
    },
    end(): void {
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    },
  };
}

export function report(file: string, tally: Tally, ms: number): void {
  const total = storiesOf(tally);
  const rate = (total / Math.max(1, ms)) * 1_000;
  print(
    `${file}: ${total} stories in ${(ms / 1_000).toFixed(1)} s (${rate.toFixed(0)} a second), ${peakMegabytes()} MB at most`,
  );
  print(
    `  ${tally.created} drafts, ${tally.published} published, ${tally.known} known already, ${tally.failed} failed`,
  );
  print(`  ${tally.suggested} suggestions, ${tally.accepted} accepted`);
  for (const [notice, count] of [...tally.notices].slice(0, SHOWN_MAX))
    print(`  ${count} × ${notice}`);
  for (const failure of tally.failures) print(`  failed: ${failure}`);
  if (tally.failed > tally.failures.length)
    print(`  … and ${tally.failed - tally.failures.length} more`);
}

/** The most memory that this process has held, in megabytes. */
function peakMegabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1_024);
}
