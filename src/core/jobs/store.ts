import { type Job, Prisma } from '../../generated/sqlite/client.ts';
import { queryRows } from '../database/rows.ts';
import type { Client } from '../database/types.ts';
import { createId } from '../ids.ts';
import type { Work } from '../work.ts';

export type JobRow = Job;

export interface NewJob {
  kind: string;
  /** What the steps need; kept as JSON. */
  payload: unknown;
  /** How much there is to do, in the kind's own unit. */
  total: number;
}

/** Notes work that goes on after this transaction. @returns its id */
export async function createJob(work: Work, { kind, payload, total }: NewJob): Promise<string> {
  const { id } = await work.client.job.create({
    data: {
      id: createId(),
      kind,
      payload: JSON.stringify(payload),
      state: 'open',
      total,
      nextAt: work.now,
      createdAt: work.now,
      createdBy: work.actor.id,
      updatedAt: work.now,
    },
    select: { id: true },
  });
  return id;
}

export function findJob(client: Client, id: string): Promise<JobRow | null> {
  return client.job.findUnique({ where: { id } });
}

/** Jobs, the newest first, before a position. */
export function listJobs(client: Client, before: string | null, take: number): Promise<JobRow[]> {
  return client.job.findMany({
    where: before === null ? {} : { id: { lt: before } },
    orderBy: { id: 'desc' },
    take,
  });
}

/** What is not finished, oldest first. */
export function listOpenJobs(client: Client, take: number): Promise<JobRow[]> {
  return queryRows(
    client,
    Prisma.sql`SELECT * FROM "Job" WHERE "state" = 'open' ORDER BY "id" LIMIT ${take}`,
  );
}

/** Whose turn a job is. */
export interface Lease {
  owner: string;
  now: Date;
  /** For how long the turn is kept without a sign of life. */
  leaseMs: number;
}

/**
 * True when a process may do a job's next step: it has the turn, or nobody has it any
 * longer. A turn that ends later than any could was given before the clock went back.
 */
export function mayTake(job: JobRow, { owner, now, leaseMs }: Lease): boolean {
  if (job.leaseOwner === owner || job.leaseUntil === null) return true;
  const rest = job.leaseUntil.getTime() - now.getTime();
  return rest <= 0 || rest > leaseMs;
}

/**
 * Takes a job's turn for one transaction, which must be the step's own: another process
 * waits for it, and then finds the turn taken.
 *
 * @returns the job as it is now, or `null` when it is finished or another's
 */
export async function takeJob(client: Client, id: string, lease: Lease): Promise<JobRow | null> {
  const { owner, now, leaseMs } = lease;
  const until = new Date(now.getTime() + leaseMs);
  const { count } = await client.job.updateMany({
    where: {
      id,
      state: 'open',
      OR: [
        { leaseOwner: owner },
        { leaseUntil: null },
        { leaseUntil: { lte: now } },
        { leaseUntil: { gt: until } },
      ],
    },
    data: { leaseOwner: owner, leaseUntil: until },
  });
  return count === 0 ? null : findJob(client, id);
}

export async function updateJob(client: Client, id: string, data: Partial<JobRow>): Promise<void> {
  await client.job.update({ where: { id }, data });
}
