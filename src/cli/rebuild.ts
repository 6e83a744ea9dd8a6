import { rebuildAndTell } from '../publishing/rebuild-telling.ts';
import { mergeIndex } from '../search/merge-store.ts';
import { print } from './print.ts';
import { doWork, withExistingDatabase } from './work.ts';

export async function rebuildCommand(): Promise<void> {
  await withExistingDatabase(async (db) => {
    const started = performance.now();
    const { count, told } = await doWork(db, rebuildAndTell);
    await mergeIndex(db);
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    print(
      `${count} articles were projected again in ${seconds} s; ${told} documents differ from before.`,
    );
  });
}
