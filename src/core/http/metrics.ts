import type { FastifyInstance } from 'fastify';
import type { Counter, Registry } from 'prom-client';
import * as z from 'zod';
import { once } from '../once.ts';
import type { HttpContext } from './context.ts';
import { describeRoute } from './contract.ts';

/** Plain numbers that the hot path counts up; they become metrics when somebody asks. */
export interface WireCounts {
  hits: number;
  misses: number;
  notModified: number;
}

type Prometheus = typeof import('prom-client');

interface DeskCount {
  method: string;
  status: string;
  count: number;
}

/** `/metrics` in Prometheus' text format: of the process, of the cache, and of the desk. */
export function registerMetrics(app: FastifyInstance, context: HttpContext): void {
  const desk = new Map<string, DeskCount>();
  context.onDeskAnswer = (method, status) => {
    const key = `${method} ${status}`;
    const known = desk.get(key) ?? { method, status: String(status), count: 0 };
    desk.set(key, { ...known, count: known.count + 1 });
  };
  // Many servers are never scraped, and the package takes time to load.
  const registry = once(async () => {
    const { default: prometheus } = await import('prom-client');
    return createRegistry(prometheus, context, desk);
  });
  const schema = describeRoute({
    surface: 'service',
    method: 'get',
    operationId: 'readMetrics',
    tag: 'Service',
    summary: 'Read metrics',
    description: 'What Prometheus scrapes: of the process, of the cache and of the desk.',
    produces: { 'text/plain': z.string().meta({ description: 'Prometheus’ text format.' }) },
  });
  app.get('/metrics', { schema }, async (_request, reply) => {
    const made = await registry();
    return reply
      .header('cache-control', 'no-store')
      .type(made.contentType)
      .send(await made.metrics());
  });
}

function createRegistry(
  { Counter, collectDefaultMetrics, Gauge, Registry }: Prometheus,
  { counts, cache }: HttpContext,
  desk: ReadonlyMap<string, DeskCount>,
): Registry {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  addEarlierCpuTime(registry);
  /** A counter that is kept elsewhere as a plain number. */
  const counter = (name: string, help: string, read: () => number) =>
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(read());
      },
    });
  counter('onrecord_wire_cache_hits_total', 'Wire answers from the cache.', () => counts.hits);
  counter('onrecord_wire_cache_misses_total', 'Wire answers made anew.', () => counts.misses);
  counter(
    'onrecord_wire_not_modified_total',
    'Wire answers without a body.',
    () => counts.notModified,
  );
  new Gauge({
    name: 'onrecord_cache_bytes',
    help: 'Memory that finished answers take.',
    registers,
    collect() {
      this.set(cache.bytes);
    },
  });
  new Counter({
    name: 'onrecord_desk_requests_total',
    help: 'Desk requests by method and status.',
    labelNames: ['method', 'status'],
    registers,
    collect() {
      this.reset();
      for (const { method, status, count } of desk.values()) this.inc({ method, status }, count);
    },
  });
  return registry;
}

/** The package counts from when it is loaded, and who reads it from the start of the process. */
function addEarlierCpuTime(registry: Registry): void {
  const { user, system } = process.cpuUsage();
  const add = (name: string, micros: number) =>
    (registry.getSingleMetric(name) as Counter).inc(micros / 1e6);
  add('process_cpu_user_seconds_total', user);
  add('process_cpu_system_seconds_total', system);
  add('process_cpu_seconds_total', user + system);
}
