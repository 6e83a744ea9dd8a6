/**
 * Requests that this server sends to addresses which somebody else names. The name is
 * resolved once, every address that it has must be public, and the connection goes to
 * one that was looked at: a second answer of the resolver counts for nothing. Redirects
 * are not followed, and nothing is read beyond the status and a little of the body.
 */
import { lookup, Resolver } from 'node:dns/promises';
import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { isPrivateName, isPublicAddress } from '../addresses.ts';

export interface ResolvedAddress {
  address: string;
  family: number;
}

/** Finds all addresses of a host name. */
export type Resolve = (hostname: string) => Promise<ResolvedAddress[]>;

export interface OutgoingSettings {
  /** For tests and closed networks: private addresses are called as well. */
  allowPrivate: boolean;
  resolve?: Resolve;
  timeoutMs?: number;
}

export interface OutgoingAnswer {
  status: number;
  /** Seconds of Retry-After, where it is a number. */
  retryAfterSeconds: number | null;
}

export interface Outgoing {
  /**
   * Looks whether an address may be called. A name that can't be resolved passes: it is
   * looked at again whenever it is called.
   *
   * @throws AddressRefused
   */
  check(url: string): Promise<void>;
  /** @throws AddressRefused, or the error of the connection */
  post(
    url: string,
    body: string,
    headers: Record<string, string>,
    signal?: AbortSignal,
  ): Promise<OutgoingAnswer>;
}

/** An address that is not called; the message says why. */
export class AddressRefused extends Error {
  override name = 'AddressRefused';
}

const TIMEOUT_MS = 15_000;
/** What is read of an answer's body, in bytes and in time, before the connection is closed. */
const BODY_MAX_BYTES = 16 * 1024;
const BODY_MAX_MS = 1_000;
const CHECK_TIMEOUT_MS = 3_000;

export function createOutgoing(settings: OutgoingSettings): Outgoing {
  const { allowPrivate, timeoutMs = TIMEOUT_MS } = settings;
  const resolve = settings.resolve ?? (allowPrivate ? resolveBySystem : createResolve());

  async function findAddresses(url: URL): Promise<ResolvedAddress[]> {
    requireCallable(url);
    const hostname = url.hostname.replace(/^\[|\]$/g, '');
    const literal = isIP(hostname);
    if (literal === 0 && !allowPrivate && isPrivateName(hostname)) {
      throw new AddressRefused(`${hostname} is a name inside of a network`);
    }
    const addresses =
      literal === 0 ? await resolve(hostname) : [{ address: hostname, family: literal }];
    const refused = addresses.find(({ address }) => !allowPrivate && !isPublicAddress(address));
    if (refused === undefined && addresses.length > 0) return addresses;
    throw new AddressRefused(
      refused === undefined
        ? `${hostname} has no address`
        : `${refused.address} is not a public address`,
    );
  }

  return {
    async check(url) {
      const timeout = new Promise<null>((done) => setTimeout(done, CHECK_TIMEOUT_MS, null).unref());
      const found = findAddresses(new URL(url)).catch((error: unknown) => {
        if (error instanceof AddressRefused) throw error;
        return null;
      });
      await Promise.race([found, timeout]);
    },
    async post(url, body, headers, signal) {
      const deadline = AbortSignal.timeout(timeoutMs);
      const ends = signal === undefined ? deadline : AbortSignal.any([deadline, signal]);
      try {
        const target = new URL(url);
        const addresses = await unlessAborted(findAddresses(target), ends);
        return await send(target, addresses, body, headers, ends);
      } catch (error) {
        if (deadline.aborted) {
          throw new Error(`no answer within ${timeoutMs / 1_000} s`, { cause: error });
        }
        throw error;
      }
    },
  };
}

/** As the machine does it, /etc/hosts included: what closed networks and tests rely on. */
const resolveBySystem: Resolve = (hostname) => lookup(hostname, { all: true });

/**
 * Asks the name servers directly: the system's own resolver keeps one of few threads busy
 * for as long as a name server hangs, and so would delay everybody else.
 */
function createResolve(): Resolve {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  return async (hostname) => {
    const [ipv4, ipv6] = await Promise.allSettled([
      resolver.resolve4(hostname),
      resolver.resolve6(hostname),
    ]);
    const addresses = [
      ...(ipv4.status === 'rejected' ? [] : ipv4.value.map((address) => ({ address, family: 4 }))),
      ...(ipv6.status === 'rejected' ? [] : ipv6.value.map((address) => ({ address, family: 6 }))),
    ];
    if (addresses.length === 0 && ipv4.status === 'rejected') throw ipv4.reason;
    return addresses;
  };
}

/** @throws AddressRefused */
function requireCallable(url: URL): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new AddressRefused('only http and https are called');
  }
  if (url.username !== '' || url.password !== '') {
    throw new AddressRefused('an address must not hold credentials');
  }
}

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

function send(
  url: URL,
  addresses: ResolvedAddress[],
  body: string,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<OutgoingAnswer> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    let answered = false;
    const outgoing = request(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        // A connection of its own: none is kept that leads to an address of yesterday.
        agent: false,
        lookup: answerWith(addresses),
        signal,
      },
      (answer) => {
        answered = true;
        finish(answer, () => resolve(presentAnswer(answer)));
      },
    );
    outgoing.on('error', (error) => {
      if (!answered) reject(error);
    });
    // Whatever else ends it, such as an upgrade that nobody asked for.
    outgoing.on('close', () => {
      if (!answered) reject(new Error('the connection was closed without an answer'));
    });
    outgoing.end(body);
  });
}

/** A lookup that gives the addresses which were looked at, and asks nobody. */
function answerWith(addresses: ResolvedAddress[]): NonNullable<RequestOptions['lookup']> {
  const [first] = addresses;
  return (_hostname, options, callback) => {
    if (options.all === true) callback(null, addresses);
    else callback(null, first?.address ?? '', first?.family);
  };
}

function presentAnswer({ statusCode, headers }: IncomingMessage): OutgoingAnswer {
  const seconds = /^\d{1,6}$/.exec(headers['retry-after'] ?? '');
  return {
    status: statusCode ?? 0,
    retryAfterSeconds: seconds === null ? null : Number(seconds[0]),
  };
}

/** The status is all that counts; a short body is let in, a long or slow one is cut off. */
function finish(answer: IncomingMessage, done: () => void): void {
  let bytes = 0;
  const slow = setTimeout(() => answer.destroy(), BODY_MAX_MS);
  answer.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > BODY_MAX_BYTES) answer.destroy();
  });
  answer.on('error', () => undefined);
  answer.on('close', () => {
    clearTimeout(slow);
    done();
  });
}
