/**
 * The objects that better-sqlite3 makes of its databases and statements. Where it was compiled
 * with Node's own headers from 24.19 on, one that is collected while no JavaScript runs ends the
 * process (nodejs/node#65446); its finished files are older. From Node 24 on none is collected.
 */
import BetterSqlite3 from 'better-sqlite3';
import { LRUCache } from 'lru-cache';

/** The part of a database that is the addon's; its `prepare` makes every statement there is. */
interface Native {
  prepare(...given: unknown[]): object;
}

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
  const { prepare } = prototype;
  prototype.prepare = function (this: Native, ...given) {
    const statement = prepare.apply(this, given);
    kept.add(this).add(statement);
    return statement;
  };
}

function nativeOf(database: BetterSqlite3.Database): Native {
  const [member] = Object.getOwnPropertySymbols(database);
  return (database as unknown as Record<symbol, Native>)[member as symbol] as Native;
}

export interface Statements<T> {
  get(text: string): T | undefined;
  set(text: string, made: T): unknown;
}

/** By their texts, what was made of statements of late; of all of them where all are kept anyway. */
export function createStatements<T extends object>(max: number): Statements<T> {
  return isUnsafe(process.versions.node) ? new Map<string, T>() : new LRUCache<string, T>({ max });
}
