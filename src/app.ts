import proxyAddr from '@fastify/proxy-addr';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { createLastUses, keepLastUses, type LastUses } from './auth/last-uses.ts';
import { createAuthenticate } from './auth/tokens.ts';
import { createFollower, followChanges } from './changes/follow.ts';
import type { Config } from './config.ts';
import { openBlobStore } from './core/blobs/open.ts';
import { type Clock, systemClock } from './core/clock.ts';
import { createKeptRows } from './core/database/kept-rows.ts';
import { createLastChangeAt } from './core/database/last-change.ts';
import type { Database } from './core/database/types.ts';
import { createAnswerCache } from './core/http/answer-cache.ts';
import type { HttpContext } from './core/http/context.ts';
import { noteRoutes } from './core/http/described-routes.ts';
import { registerDocs } from './core/http/docs.ts';
import { standInFront } from './core/http/front.ts';
import { createFrameworkErrors, findUnreadableQuery, registerBodies } from './core/http/intake.ts';
import { registerMetrics } from './core/http/metrics.ts';
import { createOutgoing, type Outgoing } from './core/http/outgoing.ts';
import { createPlainRoutes } from './core/http/plain-routes.ts';
import { registerProblems } from './core/http/problems.ts';
import {
  createClientErrors,
  createRefuse,
  refuseExpectations,
  refuseTunnels,
} from './core/http/protocol.ts';
import { createRateLimit } from './core/http/rate-limit.ts';
import { registerServiceRoutes, type ServiceState } from './core/http/service-routes.ts';
import { validatorCompiler } from './core/http/validation.ts';
import { createRequestIds } from './core/ids.ts';
import { type JobRunner, runJobs } from './core/jobs/runner.ts';
import { createSignal } from './core/signal.ts';
import { createWorkRunner } from './core/work.ts';
import { API } from './documentation.ts';
import { runSchedule, type Scheduler } from './publishing/scheduler.ts';
import { JOBS, RESOURCES } from './resources.ts';
import { keepMerged } from './search/merge.ts';
import type { Dispatcher } from './webhooks/dispatch.ts';
import { runWebhooks } from './webhooks/run.ts';

/** Requests above this are refused with 413. Bulk routes set their own. */
const BODY_LIMIT_BYTES = 2 * 1024 * 1024;
const REQUEST_TIMEOUT_MS = 30_000;
const HEADERS_TIMEOUT_MS = 10_000;
const PARAM_MAX = 200;

export interface AppOptions {
  config: Config;
  db: Database;
  clock?: Clock;
  /** How other servers are called; by the settings if not given. */
  outgoing?: Outgoing;
}

/** The app, and the context that its routes share. */
export interface App {
  server: FastifyInstance;
  context: HttpContext;
  state: ServiceState;
  jobs: JobRunner;
  lastUses: LastUses;
  scheduler: Scheduler;
  webhooks: Dispatcher;
}

/** Builds the service on an open database. Nothing listens yet. */
export async function buildApp(options: AppOptions): Promise<App> {
  const { config, db, clock = systemClock } = options;
  const trust = trustIn(config.trustProxy);
  const server = createServer(config, trust);
  const cache = createAnswerCache(config.cacheBytes, clock);
  const outgoing =
    options.outgoing ?? createOutgoing({ allowPrivate: config.allowPrivateWebhooks });
  const changed = createSignal();
  const replaced = createSignal();
  const onTouched = (tags: string[]) => {
    cache.drop(tags);
    changed.give();
  };
  const follower = createFollower(db.watch, { cache, changed, replaced });
  const lastUses = createLastUses({ db, clock });
  const context: HttpContext = {
    db,
    clock,
    blobs: openBlobStore(config),
    cache,
    keptRows: createKeptRows(config.listCacheBytes),
    listCacheBytes: config.listCacheBytes,
    lastChangeAt: createLastChangeAt(db.read, cache.mark),
    plainRoutes: createPlainRoutes(server),
    run: createWorkRunner({ db, clock, onTouched }),
    changed,
    replaced,
    catchUp: follower.catchUp,
    rateLimit: createRateLimit(config.rateLimit),
    authenticate: createAuthenticate({
      client: db.current,
      clock,
      adminToken: config.adminToken,
      onUse: lastUses.note,
    }),
    publicUrl: config.publicUrl,
    publicationName: config.publicationName,
    outgoing,
    corsOrigins: config.corsOrigins,
    counts: { hits: 0, misses: 0, notModified: 0 },
    onDeskAnswer: () => undefined,
    log: server.log,
  };
  const state: ServiceState = { draining: false };
  server.decorateReply('wireAllowance', null as never);
  server.addHook('onRequest', (request, reply, done) => {
    // A draining process asks its clients to connect anew, to the next one.
    if (state.draining) reply.raw.setHeader('connection', 'close');
    done(findUnreadableQuery(request.url));
  });
  registerProblems(server, context);
  noteRoutes(server, { ...API, publicUrl: config.publicUrl });
  await server.register(async (scope) => {
    for (const register of RESOURCES) register(scope, context);
    registerServiceRoutes(scope, context, state);
    registerMetrics(scope, context);
    registerDocs(scope, context);
  });
  followChanges(server, follower);
  keepLastUses(server, lastUses, context.log);
  keepMerged(server, context);
  const webhooks = runWebhooks(server, context);
  const jobs = runJobs(server, context, JOBS);
  const scheduler = runSchedule(server, context);
  standInFrontOf(server, context, state, trust);
  await server.ready();
  return { server, context, state, jobs, lastUses, scheduler, webhooks };
}

/** Whether an address is that of a proxy which may name its client. */
type Trust = (address: string, hop: number) => boolean;

function trustIn(proxies: string[]): Trust | null {
  return proxies.length === 0 ? null : proxyAddr.compile(proxies);
}

/** Hits and plain addresses are answered before the framework, until the server ends. */
function standInFrontOf(
  server: FastifyInstance,
  context: HttpContext,
  state: ServiceState,
  trust: Trust | null,
): void {
  let closing = false;
  server.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  // Node would leave out those behind the 2,000th without a word; their size has a limit anyway.
  server.server.maxHeadersCount = 0;
  const refuse = createRefuse(context);
  refuseExpectations(server.server, refuse);
  refuseTunnels(server.server, context);
  standInFront(server.server, {
    context,
    plainRoutes: context.plainRoutes,
    clientOf: (request) =>
      trust === null ? (request.socket.remoteAddress ?? '') : proxyAddr(request, trust),
    isEnding: () => closing || state.draining,
    refuse,
  });
}

function createServer(config: Config, trust: Trust | null): FastifyInstance {
  const server = Fastify({
    logger: { level: config.logLevel, redact: ['req.headers.authorization', 'req.headers.cookie'] },
    // One line a request would cost a cached read more than the read itself.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: createRequestIds(),
    // A logger of its own for each request costs more than finding a cached answer; what is
    // logged names the request's id instead.
    childLoggerFactory: (logger: FastifyBaseLogger) => logger,
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: trust ?? false,
    routerOptions: { ignoreTrailingSlash: false, caseSensitive: true, maxParamLength: PARAM_MAX },
    // Both: Fastify overwrites what Node was given with its own option, whose default is
    // none; and without Node's interval nobody looks in time (tests/security/bad-input).
    requestTimeout: REQUEST_TIMEOUT_MS,
    http: {
      requestTimeout: REQUEST_TIMEOUT_MS,
      headersTimeout: HEADERS_TIMEOUT_MS,
      connectionsCheckingInterval: 1_000,
      requireHostHeader: false,
    },
    // Given here, not set later: Fastify would load its own compilers, a tenth of the start.
    schemaController: {
      compilersFactory: {
        buildValidator: () => validatorCompiler,
        // What we answer was made by us; it is checked against the contract in the tests.
        buildSerializer: () => () => JSON.stringify,
      },
    },
    frameworkErrors: createFrameworkErrors(config),
    clientErrorHandler: createClientErrors(config),
    return503OnClosing: false,
    exposeHeadRoutes: true,
  } as Parameters<typeof Fastify>[0]) as unknown as FastifyInstance;
  registerBodies(server);
  return server;
}
