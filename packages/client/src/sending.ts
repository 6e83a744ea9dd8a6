/** Requests that are sent again where that helps. */
import { cutOff, drop } from './answers.ts';
import { OnrecordError, toError } from './problem.ts';
import { checkedBase } from './requests.ts';
import { limitTo, mayRepeat, pause, waitMs } from './retry.ts';

export interface ClientOptions {
  /** Where the service is, such as https://news.example.org; in pages it may be a path. */
  baseUrl: string;
  /** A token of the desk. The wire needs none, and is never sent one. */
  token?: string | undefined;
  /** How often a request is sent again at most; 4 if not given. */
  retries?: number | undefined;
  /** How long one attempt may take with its answer, in milliseconds; 30,000 if not given. */
  timeoutMs?: number | undefined;
  fetch?: typeof fetch | undefined;
}

/** Sends a request, again if that helps, and reads what is no error within the time for both. */
export type Send = <T>(
  path: string,
  init: RequestInit,
  read: (response: Response) => Promise<T>,
  /** How often it is sent again at most, if not as often as others. */
  retries?: number,
) => Promise<T>;

const RETRIES = 4;
const TIMEOUT_MS = 30_000;
const DESK = '/v1/desk/';

/** @throws TypeError for a `baseUrl` that no request can be sent to */
export function createSend(options: ClientOptions): Send {
  const { token, timeoutMs = TIMEOUT_MS } = options;
  const base = checkedBase(options.baseUrl);
  const ask: typeof fetch = options.fetch ?? ((input, init) => fetch(input, init));

  return async (path, init, read, retries = options.retries ?? RETRIES) => {
    const { signal } = init;
    const headers = new Headers(init.headers);
    if (token !== undefined && path.startsWith(DESK))
      headers.set('authorization', `Bearer ${token}`);
    const facts = { method: init.method ?? 'GET', hasKey: headers.has('idempotency-key') };
    for (let count = 0; ; count += 1) {
      const limit = limitTo(timeoutMs);
      const signals = signal ? [signal, limit.signal] : [limit.signal];
      let response: Response | null = null;
      let failure: unknown;
      let isFinal = false;
      try {
        response = await ask(base + path, { ...init, headers, signal: AbortSignal.any(signals) });
        if (response.ok) return await read(response);
        isFinal = count >= retries || !mayRepeat(facts, response);
        if (isFinal) failure = await toError(response);
        signal?.throwIfAborted();
      } catch (error) {
        if (signal?.aborted) throw signal.reason;
        // What answers in the service's place would do so again.
        if (error instanceof OnrecordError) throw error;
        // What broke off while it was read is as lost as what never came.
        failure = response !== null && error instanceof SyntaxError ? cutOff(response) : error;
        response = null;
      } finally {
        limit.clear();
      }
      if (isFinal || count >= retries || !mayRepeat(facts, response)) throw failure;
      await drop(response);
      await pause(waitMs(count, response), signal ?? undefined);
    }
  };
}
