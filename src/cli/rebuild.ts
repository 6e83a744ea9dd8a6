import { rebuildAndTell } from '../publishing/rebuild-telling.ts';
import { mergeIndex } from '../search/merge-store.ts';
import { print } from './print.ts';
import { doWork, withExistingDatabase } from './work.ts';

/** Others may write between two steps of merging the index. */
const STEP_PAGES = 64;

export async function rebuildCommand(): Promise<void> {
  await withExistingDatabase(async (db) => {
    const started = performance.now();
    const { count, told } = await doWork(db, rebuildAndTell);
    const merge = mergeIndex(db, { pieces: 'all', pages: STEP_PAGES });
    while (await merge());
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    print(
      `${count} articles were projected again in ${seconds} s; ${told} documents differ from before.`,
    );
  });
}
