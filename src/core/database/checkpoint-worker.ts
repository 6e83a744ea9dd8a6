/** The thread that puts SQLite's log into its file; `checkpoints.ts` asks it to. */
import { parentPort, workerData } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';
import { putLogIntoFile } from './log.ts';
import { keepObjects } from './objects.ts';

keepObjects();
const database = new BetterSqlite3(workerData as string, { fileMustExist: true, timeout: 0 });

parentPort?.on('message', (order: 'checkpoint' | 'close') => {
  if (order === 'checkpoint') {
    putLogIntoFile(database);
    parentPort?.postMessage('done');
  } else {
    database.close();
    parentPort?.close();
  }
});
