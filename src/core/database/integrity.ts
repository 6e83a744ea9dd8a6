/** What the database itself can say about its health. The statements of each engine are here. */
import type { Client, Engine } from './types.ts';

/**
 * Asks the database to check itself: pages, indexes and references between rows. On
 * PostgreSQL, whose pages need an extension to be checked, its invalid indexes and
 * constraints are named.
 *
 * Ask over a connection that was opened for it: SQLite's full-text module takes writes of
 * others for damage where the connection searched before them.
 *
 * @returns what is wrong, one line each
 */
export function findDamage(client: Client, engine: Engine): Promise<string[]> {
  return engine === 'sqlite' ? findSqliteDamage(client) : findPostgresqlDamage(client);
}

async function findSqliteDamage(client: Client): Promise<string[]> {
  const pages = await client.$queryRaw<{ integrity_check: string }[]>`PRAGMA integrity_check`;
  const orphans = await client.$queryRaw<
    { table: string; parent: string }[]
  >`PRAGMA foreign_key_check`;
  return [
    ...pages.map((row) => row.integrity_check).filter((line) => line !== 'ok'),
    ...orphans.map(({ table, parent }) => `a row of ${table} refers to a missing ${parent}`),
  ];
}

async function findPostgresqlDamage(client: Client): Promise<string[]> {
  const indexes = await client.$queryRaw<{ name: string }[]>`
    SELECT c.relname::text AS name FROM pg_index i
    JOIN pg_class c ON c.oid = i.indexrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = current_schema() AND NOT (i.indisvalid AND i.indisready)`;
  const constraints = await client.$queryRaw<{ name: string }[]>`
    SELECT c.conname::text AS name FROM pg_constraint c
    JOIN pg_namespace n ON n.oid = c.connamespace
    WHERE n.nspname = current_schema() AND NOT c.convalidated`;
  return [
    ...indexes.map(({ name }) => `the index ${name} is not valid: REINDEX INDEX "${name}"`),
    ...constraints.map(({ name }) => `the constraint ${name} was never validated`),
  ];
}
