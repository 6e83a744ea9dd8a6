import type { IncomingMessage } from 'node:http';

/** What the front found out about a request before it handed it on to the framework. */
export interface HandedOn {
  /** The rate limit's headers; the request is counted. */
  allowance: string[];
  /** Why it has no answer, if its route said so. */
  error?: unknown;
}

const requests = new WeakMap<IncomingMessage, HandedOn>();

export function handOn(request: IncomingMessage, handedOn: HandedOn): void {
  requests.set(request, handedOn);
}

export function findHandedOn(request: IncomingMessage): HandedOn | undefined {
  return requests.get(request);
}
