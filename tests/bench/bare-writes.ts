/**
 * The bare minimum of a write: the statements that changed rows are recorded, and run
 * again by better-sqlite3 alone on another database, compiled beforehand, in as many
 * transactions, each of which is synced as ours are. What is read is left out.
 */
import BetterSqlite3 from 'better-sqlite3';

interface Written {
  sql: string;
  values: unknown[];
}

/** The statements of each transaction that changed rows, in their order. */
export type Recording = Written[][];

/** Milliseconds by the clock and of the processor. */
export interface Taken {
  wallMs: number;
  cpuMs: number;
}

/** @returns a function that tells what was taken since */
export function startTaking(): () => Taken {
  const cpu = process.cpuUsage();
  const started = performance.now();
  return () => {
    const wallMs = performance.now() - started;
    const { user, system } = process.cpuUsage(cpu);
    return { wallMs, cpuMs: (user + system) / 1_000 };
  };
}

type Run = (...values: unknown[]) => unknown;

/** Records what is written to SQLite in this process while a function runs. */
export async function recordWrites(run: () => Promise<void>): Promise<Recording> {
  const transactions: Recording = [];
  // By connection: one that reads begins transactions of its own meanwhile.
  const open = new Map<BetterSqlite3.Database, Written[]>();
  const see = (db: BetterSqlite3.Database, sql: string, values: unknown[] = []) => {
    if (/^\s*BEGIN/i.test(sql)) open.set(db, []);
    else if (/^\s*COMMIT/i.test(sql)) {
      const written = open.get(db) ?? [];
      if (written.length > 0) transactions.push(written);
      open.delete(db);
    } else if (/^\s*(?:INSERT|UPDATE|DELETE)/i.test(sql)) open.get(db)?.push({ sql, values });
  };
  const { prepare, exec } = BetterSqlite3.prototype;
  BetterSqlite3.prototype.exec = function (sql) {
    see(this, sql);
    return exec.call(this, sql);
  };
  BetterSqlite3.prototype.prepare = function (this: BetterSqlite3.Database, sql: string) {
    const statement = prepare.call(this, sql);
    for (const name of ['run', 'all'] as const) {
      const original = statement[name].bind(statement) as Run;
      statement[name] = ((...values: unknown[]) => {
        see(this, sql, values);
        return original(...values);
      }) as never;
    }
    return statement;
  } as typeof prepare;
  try {
    await run();
  } finally {
    Object.assign(BetterSqlite3.prototype, { prepare, exec });
  }
  return transactions;
}

/** A database that recorded transactions are run on. */
export interface Replay {
  /** @returns what each took */
  run(recording: Recording): Taken[];
  close(): void;
}

/** @param file an empty, migrated database */
export function openReplay(file: string): Replay {
  const db = new BetterSqlite3(file);
  for (const pragma of ['journal_mode = wal', 'synchronous = full', 'foreign_keys = on'])
    db.pragma(pragma);
  const compiled = new Map<string, BetterSqlite3.Statement<unknown[]>>();
  const compile = (sql: string) => {
    const statement = compiled.get(sql) ?? db.prepare<unknown[]>(sql);
    compiled.set(sql, statement);
    return statement;
  };
  return {
    run(recording) {
      const transactions = recording.map((written) =>
        written.map(({ sql, values }) => ({ statement: compile(sql), values })),
      );
      return transactions.map((written) => {
        const taken = startTaking();
        db.exec('BEGIN IMMEDIATE');
        for (const { statement, values } of written) {
          if (statement.reader) statement.all(...values);
          else statement.run(...values);
        }
        db.exec('COMMIT');
        return taken();
      });
    },
    close: () => db.close(),
  };
}
