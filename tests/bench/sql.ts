/** The same questions through better-sqlite3 alone: what a read costs at the least. */
import BetterSqlite3 from 'better-sqlite3';

export interface RawQuery {
  sql: string;
  values: readonly (string | number)[];
}

/** Milliseconds for one query, on average over about as long as given. */
export function timeRaw(file: string, queries: readonly RawQuery[], seconds: number): number {
  const db = new BetterSqlite3(file, { readonly: true });
  const runs = queries.map(({ sql, values }) => ({ statement: db.prepare(sql), values }));
  for (const { statement, values } of runs) statement.all(...values);
  const begun = performance.now();
  let count = 0;
  while (performance.now() - begun < seconds * 1_000) {
    const run = runs[count % runs.length];
    run?.statement.all(...run.values);
    count += 1;
  }
  const spent = performance.now() - begun;
  db.close();
  return spent / count;
}
