const BASE_MS = 250;
const LONGEST_MS = 20_000;
/** A timer that is set to more ends at once (HTML, § 8.6). */
const TIMER_MAX_MS = 2 ** 31 - 1;

/** Answers that say that the same request may succeed later and changed nothing now. */
const PASSING = [429, 502, 503, 504];

export interface Attempt {
  method: string;
  hasKey: boolean;
}

/**
 * Whether to send a request again. A read may always be repeated, and so may a POST with an
 * Idempotency-Key, which the server keeps for no other method; any other write only when the
 * server says that it changed nothing.
 */
export function mayRepeat({ method, hasKey }: Attempt, response: Response | null): boolean {
  const isKept = method === 'POST' && hasKey;
  const isSafe = method === 'GET' || isKept;
  if (response === null) return isSafe;
  if (response.status === 409) return isKept && response.headers.has('retry-after');
  if (response.status === 429 || response.status === 503) return true;
  return isSafe && PASSING.includes(response.status);
}

/** How long to wait before an attempt: as the server asks, else longer each time, with jitter. */
export function waitMs(attempt: number, response: Response | null): number {
  const asked = response?.headers.get('retry-after') ?? null;
  const jittered = Math.random() * Math.min(LONGEST_MS, BASE_MS * 2 ** attempt);
  if (asked === null) return jittered;
  const seconds = /^\d+$/.test(asked) ? Number(asked) * 1_000 : Date.parse(asked) - Date.now();
  return Number.isFinite(seconds) ? Math.max(0, seconds) + Math.random() * BASE_MS : jittered;
}

/** A signal that ends what takes too long; to be cleared once it is done. */
export function limitTo(ms: number): { signal: AbortSignal; clear: () => void } {
  const controller = new AbortController();
  const abort = () => controller.abort(new DOMException('It took too long.', 'TimeoutError'));
  const timer = setTimeout(abort, Math.min(ms, TIMER_MAX_MS));
  return { signal: controller.signal, clear: () => clearTimeout(timer) };
}

/** Waits, or ends at once with the signal's reason. */
export function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(
      () => {
        signal?.removeEventListener('abort', abort);
        resolve();
      },
      Math.min(ms, TIMER_MAX_MS),
    );
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort, { once: true });
  });
}
