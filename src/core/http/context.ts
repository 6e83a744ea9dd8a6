import type { FastifyBaseLogger } from 'fastify';
import type { BlobStore } from '../blobs/types.ts';
import type { Clock } from '../clock.ts';
import type { KeptRows } from '../database/kept-rows.ts';
import type { LastChangeAt } from '../database/last-change.ts';
import type { Database } from '../database/types.ts';
import type { Signal } from '../signal.ts';
import type { WorkRunner } from '../work.ts';
import type { AnswerCache } from './answer-cache.ts';
import type { Authenticate } from './desk.ts';
import type { WireCounts } from './metrics.ts';
import type { Outgoing } from './outgoing.ts';
import type { PlainRoutes } from './plain-routes.ts';
import type { RateLimit } from './rate-limit.ts';

export type Logger = FastifyBaseLogger;

/** How the newsroom presents itself. */
export interface Site {
  /** Where clients reach it; no slash at its end. */
  publicUrl: string;
  publicationName: string;
}

/** What every route needs of the house. Built once, in app.ts. */
export interface HttpContext extends Site {
  db: Database;
  clock: Clock;
  /** The files of pictures. */
  blobs: BlobStore;
  run: WorkRunner;
  /** Given when something public changed, by whichever process. */
  changed: Signal;
  /** Given when another database, as an older one, took the place of the one that was read. */
  replaced: Signal;
  /** Drops from the cache what other processes changed in public before it is called. */
  catchUp(): Promise<void>;
  cache: AnswerCache;
  /** Rows that lists showed. */
  keptRows: KeptRows;
  /** How much may be kept of them, and of whatever else answers are made of. */
  listCacheBytes: number;
  lastChangeAt: LastChangeAt;
  /** Public routes that are answered before the framework. */
  plainRoutes: PlainRoutes;
  rateLimit: RateLimit | null;
  authenticate: Authenticate;
  /** Requests to addresses that somebody else names. */
  outgoing: Outgoing;
  /** Origins whose scripts may use the desk. */
  corsOrigins: readonly string[];
  counts: WireCounts;
  /** Told of each desk answer. */
  onDeskAnswer(method: string, status: number): void;
  log: Logger;
}
