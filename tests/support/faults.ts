/** A database that breaks at one statement: a trigger raises an error before it. */
import BetterSqlite3 from 'better-sqlite3';
import type { Newsroom } from './newsroom.ts';

export type Operation = 'INSERT' | 'UPDATE' | 'DELETE';

/** Runs something while every such statement on a table fails. */
export async function withFault<T>(
  newsroom: Newsroom,
  operation: Operation,
  table: string,
  run: () => Promise<T>,
): Promise<T> {
  const [create, drop] =
    newsroom.db.engine === 'sqlite' ? sqlite(operation, table) : postgresql(operation, table);
  await execute(newsroom, create);
  try {
    return await run();
  } finally {
    await execute(newsroom, drop);
  }
}

function sqlite(operation: Operation, table: string): [string[], string[]] {
  return [
    [
      `CREATE TRIGGER test_fault BEFORE ${operation} ON "${table}"
       BEGIN SELECT RAISE(ABORT, 'the disk caught fire'); END`,
    ],
    ['DROP TRIGGER test_fault'],
  ];
}

function postgresql(operation: Operation, table: string): [string[], string[]] {
  return [
    [
      `CREATE FUNCTION test_fault() RETURNS trigger LANGUAGE plpgsql
       AS $$ BEGIN RAISE EXCEPTION 'the disk caught fire'; END $$`,
      `CREATE TRIGGER test_fault BEFORE ${operation} ON "${table}"
       FOR EACH ROW EXECUTE FUNCTION test_fault()`,
    ],
    [`DROP TRIGGER test_fault ON "${table}"`, 'DROP FUNCTION test_fault()'],
  ];
}

async function execute({ db, config }: Newsroom, statements: string[]): Promise<void> {
  if (db.engine === 'postgresql') {
    for (const statement of statements) await db.read.$executeRawUnsafe(statement);
    return;
  }
  const connection = new BetterSqlite3(config.databaseUrl.slice('file:'.length));
  try {
    for (const statement of statements) connection.exec(statement);
  } finally {
    connection.close();
  }
}
