import type { FastifyBaseLogger } from 'fastify';
import type { BlobStore } from '../blobs/types.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/types.ts';
import type { Signal } from '../signal.ts';
import type { WorkRunner } from '../work.ts';
import type { AnswerCache } from './answer-cache.ts';
import type { Authenticate } from './desk.ts';
import type { WireCounts } from './metrics.ts';
import type { Outgoing } from './outgoing.ts';
import type { RateLimit } from './rate-limit.ts';

export type Logger = FastifyBaseLogger;

/** What every route needs of the house. Built once, in app.ts. */
export interface HttpContext {
  db: Database;
  clock: Clock;
  /** The files of pictures. */
  blobs: BlobStore;
  run: WorkRunner;
  /** Given when something public changed, by whichever process. */
  changed: Signal;
  cache: AnswerCache;
  rateLimit: RateLimit | null;
  authenticate: Authenticate;
  publicUrl: string;
  /** Requests to addresses that somebody else names. */
  outgoing: Outgoing;
  /** Origins whose scripts may use the desk. */
  corsOrigins: readonly string[];
  counts: WireCounts;
  /** Told of each desk answer. */
  onDeskAnswer(method: string, status: number): void;
  log: Logger;
}
