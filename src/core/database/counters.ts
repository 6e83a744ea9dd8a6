import type { Client } from './types.ts';

/**
 * The next number of a named counter, starting at 1. Its row stays locked until the
 * transaction ends, so that numbers are given in the order of commits, without gaps.
 */
export async function nextCount(client: Client, name: string, step = 1): Promise<number> {
  const { value } = await client.counter.upsert({
    where: { name },
    create: { name, value: step },
    update: { value: { increment: step } },
  });
  return value;
}

/** The number that was given last; 0 before the first. */
export async function readCount(client: Client, name: string): Promise<number> {
  const row = await client.counter.findUnique({ where: { name } });
  return row?.value ?? 0;
}
