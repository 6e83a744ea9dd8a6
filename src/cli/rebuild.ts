import { rebuild } from '../publishing/rebuild.ts';
import { print } from './print.ts';
import { doWork, withDatabase } from './work.ts';

export async function rebuildCommand(): Promise<void> {
  await withDatabase(async (db) => {
    const started = performance.now();
    const count = await doWork(db, (work) => rebuild(work.client));
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    print(`${count} articles were projected again in ${seconds} s.`);
  });
}
