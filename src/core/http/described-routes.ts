import type { FastifyInstance } from 'fastify';
import type { RouteDescription } from './contract.ts';

export interface DocumentInfo {
  title: string;
  version: string;
  description: string;
  publicUrl: string;
  tags: { name: string; description: string }[];
  /** Loads recorded answers by the component that they are an example of. */
  examples(): Promise<Record<string, unknown>>;
}

export interface DescribedRoute {
  /** As OpenAPI writes it: `/v1/articles/{slug}`. */
  path: string;
  method: string;
  route: RouteDescription;
}

declare module 'fastify' {
  interface FastifyInstance {
    documentInfo: DocumentInfo;
    describedRoutes: readonly DescribedRoute[];
  }
}

/** Notes every route that describes itself, for the OpenAPI document. Before the routes. */
export function noteRoutes(app: FastifyInstance, info: DocumentInfo): void {
  const routes: DescribedRoute[] = [];
  app.decorate('documentInfo', info);
  app.decorate('describedRoutes', routes);
  app.addHook('onRoute', ({ url, method, schema }) => {
    const { route } = (schema ?? {}) as { route?: RouteDescription };
    // Fastify adds a HEAD beside each GET; it needs no words of its own.
    if (route === undefined || method === 'HEAD') return;
    routes.push({ path: url.replaceAll(/:(\w+)/g, '{$1}'), method: route.method, route });
  });
}
