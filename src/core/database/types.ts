import type { Prisma, PrismaClient } from '../../generated/sqlite/client.ts';
import { StartError } from '../start-error.ts';

/** What a store needs: the models, inside a transaction or out of one. */
export type Client = Prisma.TransactionClient;

/** Where the two engines differ and a query must know it. */
export type Engine = 'sqlite' | 'postgresql';

/**
 * One newsroom's database.
 *
 * `read` sees only what is committed. Every write goes through `write`, which runs its
 * function in one transaction: it commits when the function returns, and nothing stays
 * when it throws. On SQLite writers queue and the transaction takes the write lock at
 * its start, so that it can't fail half-way because another process wrote.
 */
export interface Database {
  readonly engine: Engine;
  readonly read: PrismaClient;
  /** As `read`, and never behind what was written: where a replica is read, it may lag. */
  readonly current: PrismaClient;
  /** As `read`, beside all that others read: what few ask for, whom nobody may hold up. */
  readonly watch: PrismaClient;
  /** @throws DatabaseAway, among others once a newer version has migrated it */
  write<T>(work: (client: Client) => Promise<T>): Promise<T>;
  /** Whether a newer version has migrated it since it was opened: this one writes nothing more. */
  isOutdated(): Promise<boolean>;
  close(): Promise<void>;
}

/** A database that can't be used, with a message that says what to do about it. */
export class DatabaseUnusable extends StartError {
  override name = 'DatabaseUnusable';
}

/** The database is gone, or can take nothing right now. Nothing was kept of what it was asked. */
export class DatabaseAway extends Error {
  override name = 'DatabaseAway';
}

/** The database broke off while it kept a transaction: whether it did is not known. */
export class CommitUnknown extends Error {
  override name = 'CommitUnknown';

  constructor(cause: unknown) {
    super('It is not known whether the transaction was kept.', { cause });
  }
}

/** As Prisma, better-sqlite3 and Prisma's adapter for PostgreSQL call it. */
const UNIQUE_VIOLATIONS = [
  'P2002',
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
  'UniqueConstraintViolation',
];

/** True when a write failed because a unique column already holds the value. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, cause } = error as { code?: unknown; cause?: { kind?: unknown } };
  return [code, cause?.kind].some((name) => UNIQUE_VIOLATIONS.includes(String(name)));
}
