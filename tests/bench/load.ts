import autocannon from 'autocannon';

const CONNECTIONS = 32;

export interface Load {
  /** Requests a second. */
  rate: number;
  p99: number;
}

/** Sends as many requests as are answered, for some seconds. Fails on any other status. */
export async function load(
  url: string,
  seconds: number,
  status: number,
  headers: Record<string, string> = {},
): Promise<Load> {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds, headers });
  const others = Object.keys(result.statusCodeStats ?? {}).filter(
    (code) => Number(code) !== status,
  );
  if (others.length > 0 || result.errors > 0) {
    throw new Error(`${url} answered ${others.join(', ')} with ${result.errors} errors`);
  }
  return { rate: result.requests.average, p99: result.latency.p99 };
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
