/**
 * The objects that better-sqlite3 makes of its databases, statements and backups. Where it was compiled
 * with Node's own headers from 24.19 on, one that is collected while no JavaScript runs ends the
 * process (nodejs/node#65446); its finished files are older. From Node 24 on none is collected.
 */
import BetterSqlite3 from 'better-sqlite3';

/** The part of a database that is the addon's; two of its methods make whatever else there is. */
type Native = Record<'prepare' | 'backup', (...given: unknown[]) => object>;

const FIRST_UNSAFE = 24;
const kept = new Set<object>();

function isUnsafe(version: string): boolean {
  return Number.parseInt(version, 10) >= FIRST_UNSAFE;
}

/**
 * To be called in each thread before it opens a database.
 *
 * @param version Node's
 */
export function keepObjects(version = process.versions.node): void {
  if (!isUnsafe(version) || kept.size > 0) return;
  const native = nativeOf(new BetterSqlite3(':memory:'));
  kept.add(native);
  const prototype = Object.getPrototypeOf(native) as Native;
  for (const name of ['prepare', 'backup'] as const) {
    const make = prototype[name];
    prototype[name] = function (this: Native, ...given) {
      const made = make.apply(this, given);
      kept.add(this).add(made);
      return made;
    };
  }
}

function nativeOf(database: BetterSqlite3.Database): Native {
  const [member] = Object.getOwnPropertySymbols(database);
  return (database as unknown as Record<symbol, Native>)[member as symbol] as Native;
}

/**
 * A function that makes what belongs to a statement, such as the statement itself, and remembers
 * it by its text. After so many all are forgotten, as telling which was not asked for of late
 * takes as long as the shortest of them; none are where all are kept anyway.
 */
export function rememberStatements<T>(make: (sql: string) => T, max: number): (sql: string) => T {
  const known = new Map<string, T>();
  const bound = isUnsafe(process.versions.node) ? Number.POSITIVE_INFINITY : max;
  return (sql) => {
    const found = known.get(sql);
    if (found !== undefined) return found;
    if (known.size >= bound) known.clear();
    const made = make(sql);
    known.set(sql, made);
    return made;
  };
}
