/**
 * Which errors mean that PostgreSQL is away or takes nothing right now. This file relies on the
 * messages of `pg` that have no code; tests/core/away.postgresql.test.ts would notice a change.
 */
import { isDriverAdapterError } from '@prisma/driver-adapter-utils';
import { DatabaseAway } from './types.ts';

/**
 * Appendix A of PostgreSQL’s manual: the connection broke (08), there is no room for it, in memory
 * or on disk (53), the server ends, starts or broke the statement off (57), its disk fails (58), a
 * deadlock or a conflict (40), a lock that others hold (55P03), a transaction that was idle or long
 * (25P), a standby that takes no writes (25006), a table or column that a newer version took away
 * (42P01, 42703). One that takes the place of another may not let us in yet (28), or not have the
 * database (3D000).
 */
const STATES = /^(?:08|28|3D000|53|57|58|40001|40P01|55P03|25P0[34]|25006|42P01|42703)/;
/** How Prisma's adapter calls errors of sockets, whose codes it leaves out. */
const KINDS = /^(?:DatabaseNotReachable|ConnectionClosed|SocketTimeout)$/;
const MESSAGES = /^Connection terminated|is not queryable$|^timeout (?:exceeded|expired)/;

/** The error itself, unless it means that the database is away. */
export function asAway(error: unknown): unknown {
  return isAway(error)
    ? new DatabaseAway('PostgreSQL can’t be asked right now.', { cause: error })
    : error;
}

function isAway(error: unknown): boolean {
  if (isDriverAdapterError(error)) {
    const { kind, originalCode = '' } = error.cause;
    return KINDS.test(kind) || STATES.test(originalCode);
  }
  if (!(error instanceof Error)) return false;
  const { syscall } = error as NodeJS.ErrnoException;
  return syscall !== undefined || error instanceof DatabaseAway || MESSAGES.test(error.message);
}
