/** The thread that reads what may take long; `aside.ts` asks it. */
import { workerData } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';
import { answerJobs } from '../thread.ts';
import type { Reading } from './aside.ts';
import { keepObjects, rememberStatements } from './objects.ts';

const STATEMENTS_MAX = 100;

keepObjects();
const database = new BetterSqlite3(workerData as string, { readonly: true, fileMustExist: true });
const statementOf = rememberStatements(
  (sql) => database.prepare<unknown[]>(sql).raw(),
  STATEMENTS_MAX,
);

answerJobs<Reading>(({ sql, values }) => statementOf(sql).all(...values));
