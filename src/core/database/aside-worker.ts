/** The thread that reads what may take long; `aside.ts` asks it. */
import { parentPort, workerData } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';
import type { Answer } from '../thread.ts';
import type { Reading } from './aside.ts';
import { keepObjects, rememberStatements } from './objects.ts';

const STATEMENTS_MAX = 100;

keepObjects();
const database = new BetterSqlite3(workerData as string, { readonly: true, fileMustExist: true });
const statementOf = rememberStatements(
  (sql) => database.prepare<unknown[]>(sql).raw(),
  STATEMENTS_MAX,
);

function read({ sql, values }: Reading): unknown[] {
  return statementOf(sql).all(...values);
}

parentPort?.on('message', ({ id, ...reading }: Reading & { id: number }) => {
  let answer: Answer;
  try {
    answer = { id, result: read(reading) };
  } catch (error) {
    const { message, name } = error as Error;
    answer = { id, error: message, name };
  }
  parentPort?.postMessage(answer);
});
