import { renderChange, type ShownChange } from '../changes/entry.ts';
import { AddressRefused, type Outgoing } from '../core/http/outgoing.ts';
import { retryDelayMs } from './retry.ts';
import { signedHeaders } from './sign.ts';
import type { DeliveryRow, SubscriptionRow } from './store.ts';

/** What an attempt came to. `gone`: the receiver wants no more of anything; `pruned`: nobody can tell it any more. */
export interface Attempt {
  result: 'delivered' | 'refused' | 'gone' | 'pruned' | 'aborted';
  status: number | null;
  error: string | null;
  retryAfterSeconds: number | null;
}

/** The message of a change: Standard Webhooks 1.0, “Payload structure”. */
function renderMessage(change: ShownChange): string {
  const head = JSON.stringify({ type: change.type, timestamp: change.at.toISOString() });
  return `${head.slice(0, -1)},"data":${renderChange(change)}}`;
}

/** A delivery that is put back without having been sent. */
export const PUT_BACK: Attempt = {
  result: 'aborted',
  status: null,
  error: null,
  retryAfterSeconds: null,
};

/** Sends a message once. Never throws: whatever a receiver does is a result. */
export async function sendOnce(
  outgoing: Outgoing,
  subscription: SubscriptionRow,
  id: string,
  change: ShownChange | null,
  now: Date,
  signal: AbortSignal,
): Promise<Attempt> {
  if (change === null)
    return { ...refused(null, 'the change was pruned from the log'), result: 'pruned' };
  const body = renderMessage(change);
  try {
    const { status, retryAfterSeconds } = await outgoing.post(
      subscription.url,
      body,
      {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Onrecord-Webhooks/1.0',
        ...signedHeaders(id, now, body, secretsOf(subscription, now)),
      },
      signal,
    );
    if (status >= 200 && status < 300)
      return { result: 'delivered', status, error: null, retryAfterSeconds: null };
    if (status === 410) return { ...refused(status, 'the receiver is gone'), result: 'gone' };
    const redirects = status >= 300 && status < 400;
    const error = redirects ? 'redirects are not followed' : `the receiver answered ${status}`;
    return { ...refused(status, error), retryAfterSeconds };
  } catch (error) {
    if (signal.aborted) return PUT_BACK;
    return refused(null, explain(error));
  }
}

function refused(status: number | null, error: string): Attempt {
  return { result: 'refused', status, error, retryAfterSeconds: null };
}

/** The present secret, and for a while after a rotation the one before. */
function secretsOf(subscription: SubscriptionRow, now: Date): string[] {
  const { secret, previousSecret, previousUntil } = subscription;
  const both = previousSecret !== null && previousUntil !== null && previousUntil > now;
  return both ? [secret, previousSecret] : [secret];
}

const ERROR_MAX = 300;

function explain(error: unknown): string {
  const reason = error instanceof Error ? error : new Error(String(error));
  const text =
    reason instanceof AddressRefused
      ? `address refused: ${reason.message}`
      : reason.message || ((reason as NodeJS.ErrnoException).code ?? reason.name);
  return text.slice(0, ERROR_MAX);
}

/** A delivery's columns after an attempt. */
export function afterAttempt(
  row: DeliveryRow,
  { result, status, error, retryAfterSeconds }: Attempt,
  now: Date,
  random: number,
): Partial<DeliveryRow> {
  // What we broke off ourselves is nobody's failure, and due at once in the next process.
  if (result === 'aborted') return { nextAttemptAt: now };
  const attempts = row.attempts + 1;
  const tried = { attempts, lastAttemptAt: now, lastStatus: status, lastError: error };
  if (result === 'delivered')
    return { ...tried, state: 'delivered', nextAttemptAt: null, deliveredAt: now };
  if (result === 'gone' || result === 'pruned' || now >= row.giveUpAt)
    return { ...tried, state: 'failed', nextAttemptAt: null };
  const next = now.getTime() + retryDelayMs(attempts, retryAfterSeconds, random);
  return { ...tried, nextAttemptAt: new Date(Math.min(next, row.giveUpAt.getTime())) };
}
