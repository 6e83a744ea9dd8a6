import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { z } from 'zod';
import type { HttpContext } from './context.ts';
import { describeRoute } from './contract.ts';

/** Plain numbers that the hot path counts up; they become metrics when somebody asks. */
export interface WireCounts {
  hits: number;
  misses: number;
  notModified: number;
}

/** `/metrics` in Prometheus' text format: of the process, of the cache, and of the desk. */
export function registerMetrics(app: FastifyInstance, context: HttpContext): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  counter(
    registry,
    'onrecord_wire_cache_hits_total',
    'Wire answers from the cache.',
    () => context.counts.hits,
  );
  counter(
    registry,
    'onrecord_wire_cache_misses_total',
    'Wire answers made anew.',
    () => context.counts.misses,
  );
  counter(
    registry,
    'onrecord_wire_not_modified_total',
    'Wire answers without a body.',
    () => context.counts.notModified,
  );
  new Gauge({
    name: 'onrecord_cache_bytes',
    help: 'Memory that finished answers take.',
    registers: [registry],
    collect() {
      this.set(context.cache.bytes);
    },
  });
  const requests = new Counter({
    name: 'onrecord_desk_requests_total',
    help: 'Desk requests by method and status.',
    labelNames: ['method', 'status'],
    registers: [registry],
  });
  context.onDeskAnswer = (method, status) => requests.inc({ method, status: String(status) });
  const schema = describeRoute({
    surface: 'service',
    method: 'get',
    operationId: 'readMetrics',
    tag: 'Service',
    summary: 'Read metrics',
    description: 'What Prometheus scrapes: of the process, of the cache and of the desk.',
    produces: { 'text/plain': z.string().meta({ description: 'Prometheus’ text format.' }) },
  });
  app.get('/metrics', { schema }, async (_request, reply) =>
    reply
      .header('cache-control', 'no-store')
      .type(registry.contentType)
      .send(await registry.metrics()),
  );
}

/** A counter that is kept elsewhere as a plain number. */
function counter(registry: Registry, name: string, help: string, read: () => number): void {
  new Counter({
    name,
    help,
    registers: [registry],
    collect() {
      this.reset();
      this.inc(read());
    },
  });
}
