import type { ShownChange } from '../changes/entry.ts';
import { findRows } from '../core/database/rows.ts';
import type { Client } from '../core/database/types.ts';
import { createId } from '../core/ids.ts';
import type { Delivery, Subscription } from '../generated/sqlite/client.ts';

export type SubscriptionRow = Subscription;
export type DeliveryRow = Delivery;

export function findSubscription(client: Client, id: string): Promise<SubscriptionRow | null> {
  return client.subscription.findUnique({ where: { id } });
}

export function listSubscriptions(client: Client, after: string | null, take: number) {
  return client.subscription.findMany({
    where: after === null ? {} : { id: { gt: after } },
    orderBy: { id: 'asc' },
    take,
  });
}

export function countSubscriptions(client: Client): Promise<number> {
  return client.subscription.count();
}

export async function insertSubscription(client: Client, row: SubscriptionRow): Promise<void> {
  await client.subscription.create({ data: row });
}

export function updateSubscription(
  client: Client,
  id: string,
  data: Partial<Omit<SubscriptionRow, 'id' | 'version' | 'cursor'>>,
): Promise<SubscriptionRow> {
  return client.subscription.update({
    where: { id },
    data: { ...data, version: { increment: 1 } },
  });
}

export async function deleteSubscription(client: Client, id: string): Promise<void> {
  await client.subscription.delete({ where: { id } });
}

export function listDeliveries(
  client: Client,
  subscriptionId: string,
  state: string | undefined,
  before: number | null,
  take: number,
): Promise<DeliveryRow[]> {
  return client.delivery.findMany({
    where: {
      subscriptionId,
      ...(state === undefined ? {} : { state }),
      ...(before === null ? {} : { seq: { lt: before } }),
    },
    orderBy: { seq: 'desc' },
    take,
  });
}

export function findDelivery(
  client: Client,
  subscriptionId: string,
  id: string,
): Promise<DeliveryRow | null> {
  return client.delivery.findFirst({ where: { id, subscriptionId } });
}

/** What a subscription has still to be told of. */
export type Follower = Pick<SubscriptionRow, 'id' | 'types' | 'cursor'>;

/** Those that are to be told, in the order of their ids. */
export async function listActive(client: Client): Promise<Follower[]> {
  const columns = ['id', 'types', 'cursor'] as const;
  const rows = await findRows(client, 'Subscription', { state: 'active' }, columns);
  return rows.sort((one, other) => (one.id < other.id ? -1 : 1));
}

export function listChangeTypes(client: Client, after: number, take: number) {
  return client.change.findMany({
    where: { seq: { gt: after } },
    orderBy: { seq: 'asc' },
    take,
    select: { seq: true, type: true },
  });
}

/**
 * Moves a subscription's cursor on and makes deliveries of what it passes. Of several
 * processes that try at a time one succeeds, and none that chose by types which the
 * subscription had before.
 *
 * @returns whether this one did
 */
export async function insertDeliveries(
  client: Client,
  follower: Follower,
  cursor: number,
  changes: { seq: number; type: string }[],
  times: { now: Date; giveUpAt: Date },
): Promise<boolean> {
  const { count } = await client.subscription.updateMany({
    where: { ...follower, state: 'active' },
    data: { cursor },
  });
  if (count === 0) return false;
  if (changes.length === 0) return true;
  await client.delivery.createMany({
    data: changes.map(({ seq, type }) => ({
      id: createId(),
      subscriptionId: follower.id,
      seq,
      type,
      state: 'pending',
      nextAttemptAt: times.now,
      giveUpAt: times.giveUpAt,
      createdAt: times.now,
    })),
  });
  return true;
}

const due = (subscriptionId: string, now: Date) => ({
  subscriptionId,
  state: 'pending',
  nextAttemptAt: { lte: now },
});

export async function hasDue(client: Client, subscriptionId: string, now: Date): Promise<boolean> {
  const row = await client.delivery.findFirst({
    where: due(subscriptionId, now),
    select: { id: true },
  });
  return row !== null;
}

/** Deliveries that are this process's to send for a while. */
export interface Claimed {
  subscription: SubscriptionRow;
  deliveries: DeliveryRow[];
}

/**
 * Claims deliveries that are due. A claim ends by itself, so that what a killed process
 * had claimed is sent again by another one.
 */
export async function claimDue(
  client: Client,
  subscriptionId: string,
  take: number,
  times: { now: Date; until: Date },
): Promise<Claimed | null> {
  const subscription = await findSubscription(client, subscriptionId);
  if (subscription?.state !== 'active') return null;
  const candidates = await client.delivery.findMany({
    where: due(subscriptionId, times.now),
    orderBy: [{ nextAttemptAt: 'asc' }, { seq: 'asc' }],
    take,
    select: { id: true },
  });
  if (candidates.length === 0) return null;
  const claim = createId();
  await client.delivery.updateMany({
    where: { ...due(subscriptionId, times.now), id: { in: candidates.map(({ id }) => id) } },
    data: { claim, nextAttemptAt: times.until },
  });
  const deliveries = await client.delivery.findMany({ where: { claim }, orderBy: { seq: 'asc' } });
  return { subscription, deliveries };
}

/** What a delivery tells of. */
export function findChange(client: Client, seq: number): Promise<ShownChange | null> {
  return client.change.findUnique({ where: { seq }, omit: { tags: true } });
}

/** What became of an attempt; written only while the claim on the delivery holds. */
export interface Outcome {
  id: string;
  claim: string | null;
  data: Partial<DeliveryRow>;
}

export async function writeOutcome(client: Client, { id, claim, data }: Outcome): Promise<void> {
  await client.delivery.updateMany({ where: { id, claim }, data: { ...data, claim: null } });
}

/** Deliveries that were done, one way or the other, before that. */
export async function deleteDeliveriesBefore(client: Client, before: Date): Promise<void> {
  await client.delivery.deleteMany({
    where: {
      state: { in: ['delivered', 'failed'] },
      // For the index: what was made since can’t have been done before.
      createdAt: { lt: before },
      lastAttemptAt: { lt: before },
    },
  });
}

/** Makes a delivery due again, as if it were new. */
export function restartDelivery(
  client: Client,
  id: string,
  times: { now: Date; giveUpAt: Date },
): Promise<DeliveryRow> {
  return client.delivery.update({
    where: { id },
    data: {
      state: 'pending',
      attempts: 0,
      nextAttemptAt: times.now,
      giveUpAt: times.giveUpAt,
      claim: null,
      deliveredAt: null,
    },
  });
}
