import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';

/**
 * Lends Prisma a connection that is open already; whoever opened it closes it. Prisma
 * connects, and loads its query compiler for that, at the first query that it is asked: a
 * fifth of a second and some twenty megabytes that a server which is only read never needs.
 */
export function lend(adapter: SqlDriverAdapter): SqlDriverAdapterFactory {
  const { provider, adapterName } = adapter;
  adapter.dispose = async () => undefined;
  return { provider, adapterName, connect: async () => adapter };
}
