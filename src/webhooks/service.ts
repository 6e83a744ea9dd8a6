import type { ChangeType } from '../changes/schema.ts';
import { readCount } from '../core/database/counters.ts';
import type { Client } from '../core/database/types.ts';
import { notFound, Problem } from '../core/errors.ts';
import { AddressRefused, type Outgoing } from '../core/http/outgoing.ts';
import { type Precondition, requireMatch, versionTag } from '../core/http/preconditions.ts';
import { createId } from '../core/ids.ts';
import type { Work } from '../core/work.ts';
import { GIVE_UP_MS } from './retry.ts';
import {
  type Delivery,
  type DeliveryState,
  SUBSCRIPTIONS_MAX,
  type Subscription,
  type SubscriptionInput,
  type SubscriptionPatch,
} from './schema.ts';
import { createSecret } from './sign.ts';
import {
  countSubscriptions,
  type DeliveryRow,
  deleteSubscription as deleteRow,
  findDelivery,
  findSubscription,
  insertSubscription,
  restartDelivery,
  type SubscriptionRow,
  updateSubscription as updateRow,
} from './store.ts';

/** For how long the secret before a rotation goes on signing. */
const ROTATION_MS = 24 * 3_600_000;

/** @throws Problem address-refused */
export async function requireCallable(outgoing: Outgoing, url: string | undefined): Promise<void> {
  if (url === undefined) return;
  try {
    await outgoing.check(url);
  } catch (error) {
    if (!(error instanceof AddressRefused)) throw error;
    throw new Problem('address-refused', `This address is not called: ${error.message}.`, {
      errors: [{ pointer: '/url', code: 'address-refused', message: error.message }],
    });
  }
}

/** A new subscription; it is told of what changes from now on. @throws Problem limit-reached */
export async function createSubscription(
  work: Work,
  input: SubscriptionInput,
): Promise<SubscriptionRow> {
  if ((await countSubscriptions(work.client)) >= SUBSCRIPTIONS_MAX) {
    throw new Problem('limit-reached', `There are ${SUBSCRIPTIONS_MAX} subscriptions already.`);
  }
  const row: SubscriptionRow = {
    id: createId(),
    url: input.url,
    types: JSON.stringify(input.types ?? []),
    description: input.description ?? null,
    secret: createSecret(),
    previousSecret: null,
    previousUntil: null,
    state: 'active',
    disabledReason: null,
    cursor: await readCount(work.client, 'changes'),
    version: 1,
    createdAt: work.now,
    updatedAt: work.now,
  };
  await insertSubscription(work.client, row);
  work.record({ action: 'subscription.create', kind: 'subscription', targetId: row.id, after: 1 });
  return row;
}

export async function changeSubscription(
  work: Work,
  id: string,
  patch: SubscriptionPatch,
  precondition: Precondition,
): Promise<SubscriptionRow> {
  const before = await getForChange(work, id, precondition);
  const { url, types, description, state = before.state } = patch;
  const after = await updateRow(work.client, id, {
    url: url ?? before.url,
    types: types === undefined ? before.types : JSON.stringify(types),
    description: description === undefined ? before.description : description,
    state,
    disabledReason: reasonOf(before, state),
    updatedAt: work.now,
  });
  work.record({
    action: 'subscription.update',
    kind: 'subscription',
    targetId: id,
    before: before.version,
    after: after.version,
  });
  return after;
}

function reasonOf(before: SubscriptionRow, state: string): string | null {
  if (state === 'active') return null;
  return before.state === 'disabled' ? before.disabledReason : 'Disabled at the desk.';
}

/** A new secret; the present one signs beside it for a day. One before that ends at once. */
export async function rotateSecret(
  work: Work,
  id: string,
  precondition: Precondition,
): Promise<SubscriptionRow> {
  const before = await getForChange(work, id, precondition);
  const after = await updateRow(work.client, id, {
    secret: createSecret(),
    previousSecret: before.secret,
    previousUntil: new Date(work.now.getTime() + ROTATION_MS),
    updatedAt: work.now,
  });
  work.record({
    action: 'subscription.rotate',
    kind: 'subscription',
    targetId: id,
    before: before.version,
    after: after.version,
  });
  return after;
}

export async function deleteSubscription(
  work: Work,
  id: string,
  precondition: Precondition,
): Promise<void> {
  const row = await getForChange(work, id, precondition);
  await deleteRow(work.client, id);
  work.record({
    action: 'subscription.delete',
    kind: 'subscription',
    targetId: id,
    before: row.version,
  });
}

/** Ends the sending because of what the receiver says; again is no change. */
export async function disableSubscription(work: Work, id: string, reason: string): Promise<void> {
  const before = await findSubscription(work.client, id);
  if (before?.state !== 'active') return;
  const after = await updateRow(work.client, id, {
    state: 'disabled',
    disabledReason: reason,
    updatedAt: work.now,
  });
  work.record({
    action: 'subscription.disable',
    kind: 'subscription',
    targetId: id,
    before: before.version,
    after: after.version,
    details: { reason },
  });
}

/** Sends a delivery again, with its id. @throws Problem not-found, gone */
export async function redeliver(
  work: Work,
  subscriptionId: string,
  id: string,
): Promise<DeliveryRow> {
  const row = await findDelivery(work.client, subscriptionId, id);
  if (row === null) throw notFound();
  const change = await work.client.change.findUnique({
    where: { seq: row.seq },
    select: { seq: true },
  });
  if (change === null) {
    throw new Problem('gone', `Change ${row.seq} was pruned from the log; it can’t be sent again.`);
  }
  const after = await restartDelivery(work.client, id, {
    now: work.now,
    giveUpAt: new Date(work.now.getTime() + GIVE_UP_MS),
  });
  work.record({ action: 'delivery.restart', kind: 'delivery', targetId: id });
  return after;
}

async function getForChange(
  work: Work,
  id: string,
  precondition: Precondition,
): Promise<SubscriptionRow> {
  const row = await getSubscription(work.client, id);
  requireMatch(precondition, versionTag(row.version));
  return row;
}

/** @throws Problem not-found */
export async function getSubscription(client: Client, id: string): Promise<SubscriptionRow> {
  const row = await findSubscription(client, id);
  if (row === null) throw notFound();
  return row;
}

/** A subscription as the desk shows it: without its secrets. */
export function presentSubscription(row: SubscriptionRow): Subscription {
  return {
    id: row.id,
    url: row.url,
    types: JSON.parse(row.types) as ChangeType[],
    description: row.description,
    state: row.state as Subscription['state'],
    disabledReason: row.disabledReason,
    cursor: row.cursor,
    previousSecretUntil: row.previousUntil?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

export function presentDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    seq: row.seq,
    type: row.type as ChangeType,
    state: row.state as DeliveryState,
    attempts: row.attempts,
    lastAttemptAt: row.lastAttemptAt?.toISOString() ?? null,
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
    lastStatus: row.lastStatus,
    lastError: row.lastError,
    createdAt: row.createdAt.toISOString(),
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
  };
}
