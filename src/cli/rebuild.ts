import type { Database } from '../core/database/types.ts';
import { rebuildAndTell } from '../publishing/rebuild-telling.ts';
import { mergeIndex } from '../search/merge-store.ts';
import { print } from './print.ts';
import { doWork, withExistingDatabase } from './work.ts';

/** All is made again or nothing, and a large newsroom takes a quarter of an hour. */
const TRANSACTION_TIMEOUT_MS = 24 * 60 * 60 * 1_000;
/** Others may write between two steps of merging the index. */
const STEP_PAGES = 64;

export async function rebuildCommand(): Promise<void> {
  await withExistingDatabase(rebuildIn, { transactionTimeoutMs: TRANSACTION_TIMEOUT_MS });
}

async function rebuildIn(db: Database): Promise<void> {
  const started = performance.now();
  const { count, told } = await doWork(db, rebuildAndTell);
  const merge = mergeIndex(db, { pieces: 'all', pages: STEP_PAGES });
  while (await merge());
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  print(
    `${count} articles were projected again in ${seconds} s; ${told} documents differ from before.`,
  );
}
