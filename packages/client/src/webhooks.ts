/** Verifies webhooks by the Standard Webhooks specification (standardwebhooks.com). */
import type { Schemas } from './types.ts';

/** What changed, as `/v1/changes` lists it. */
export interface WebhookMessage {
  type: Schemas['ChangeType'];
  timestamp: string;
  data: Schemas['Change'];
}

export interface WebhookOptions {
  /** By how much the sender's clock may differ, in seconds; 300 if not given. */
  toleranceSeconds?: number | undefined;
  /** Milliseconds since 1970, for tests. */
  now?: number | undefined;
}

/** A message that was not sent by who holds the secret, or not now. */
export class WebhookError extends Error {
  override name = 'WebhookError';
}

type Headers_ = Headers | Record<string, string | string[] | undefined>;

const SIGNATURE_VERSION = 'v1';

/**
 * The message of a webhook, once its signature and its time are right.
 *
 * @param body the request's body exactly as it came: text or bytes, not parsed
 * @param secrets the secret of the subscription (`whsec_…`); both during a rotation
 * @throws WebhookError; TypeError where there is no secret to verify with
 */
export async function verifyWebhook(
  body: string | Uint8Array,
  headers: Headers_,
  secrets: string | readonly string[],
  { toleranceSeconds = 300, now = Date.now() }: WebhookOptions = {},
): Promise<WebhookMessage> {
  const id = read(headers, 'webhook-id');
  const timestamp = read(headers, 'webhook-timestamp');
  const signatures = read(headers, 'webhook-signature');
  if (!/^\d{1,12}$/.test(timestamp)) throw new WebhookError('The time of the message is missing.');
  if (Math.abs(now / 1_000 - Number(timestamp)) > toleranceSeconds) {
    throw new WebhookError('The message is too old, or from the future.');
  }
  // What is verified are the bytes: decoded, others may look like them.
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const head = new TextEncoder().encode(`${id}.${timestamp}.`);
  const signed = new Uint8Array(head.length + bytes.length);
  signed.set(head);
  signed.set(bytes, head.length);
  const given = signatures.split(' ').flatMap((one) => {
    const [version, value = ''] = one.split(',');
    return version === SIGNATURE_VERSION ? [value] : [];
  });
  const all = [secrets].flat();
  if (all.length === 0) throw new TypeError('There is no secret to verify with.');
  for (const secret of all) {
    const key = await importKey(secret);
    for (const signature of given) {
      // The comparison of WebCrypto takes the same time whatever differs.
      if (await crypto.subtle.verify('HMAC', key, fromBase64(signature), signed))
        return JSON.parse(new TextDecoder().decode(bytes)) as WebhookMessage;
    }
  }
  throw new WebhookError('The signature is not right.');
}

function read(headers: Headers_, name: string): string {
  const value =
    headers instanceof Headers
      ? headers.get(name)
      : Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  if (typeof value === 'string') return value;
  throw new WebhookError(`The header ${name} is missing.`);
}

function importKey(secret: string): ReturnType<typeof crypto.subtle.importKey> {
  const raw = fromBase64(secret.replace(/^whsec_/, ''));
  if (raw.length === 0) throw new TypeError('The secret is not one of a subscription (whsec_…).');
  return crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
}

/** Bytes from base64; none from what is not base64, which no signature has. */
function fromBase64(value: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(value), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
