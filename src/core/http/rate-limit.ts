import { LRUCache } from 'lru-cache';

/** How many clients are counted at a time; the longest idle is forgotten first. */
const CLIENTS_MAX = 50_000;
const WINDOW_MS = 60_000;

export interface Allowance {
  allowed: boolean;
  remaining: number;
  /** Seconds until the window ends. */
  resetSeconds: number;
}

export interface RateLimit {
  readonly limit: number;
  take(client: string): Allowance;
}

/** Counts requests a client and minute. `null` when there is no limit. */
export function createRateLimit(limit: number | null): RateLimit | null {
  if (limit === null) return null;
  const windows = new LRUCache<string, { count: number; endsAt: number }>({ max: CLIENTS_MAX });
  return {
    limit,
    take(client) {
      const time = performance.now();
      let window = windows.get(client);
      if (window === undefined || window.endsAt <= time) {
        window = { count: 0, endsAt: time + WINDOW_MS };
        windows.set(client, window);
      }
      window.count += 1;
      return {
        allowed: window.count <= limit,
        remaining: Math.max(0, limit - window.count),
        resetSeconds: Math.ceil((window.endsAt - time) / 1_000),
      };
    },
  };
}

/**
 * `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers), as name,
 * value, name, value.
 */
export function rateLimitHeaders(limit: number, allowance: Allowance): string[] {
  return [
    'ratelimit-policy',
    `"default";q=${limit};w=${WINDOW_MS / 1_000}`,
    'ratelimit',
    `"default";r=${allowance.remaining};t=${allowance.resetSeconds}`,
  ];
}
