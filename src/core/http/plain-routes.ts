import type { FastifyInstance } from 'fastify';
import type { Rendition } from './rendition.ts';

/** A public route as the front asks it: without a query, for what it answers by default. */
export interface PlainRoute {
  /** The media type that it answers by default. */
  accept: string;
  /**
   * Makes the answer.
   *
   * @param url the request target
   * @param name what stands in the place of the path's parameter; '' where it has none
   * @returns null where only the framework can answer, as with what is no valid name
   * @throws Problem
   */
  answer(url: string, name: string): Promise<Rendition | null>;
}

/**
 * Finds the route of a path as the framework's router does, for those whose only parameter
 * is their last segment. That is most of what is read, and takes two look-ups.
 */
export interface PlainRoutes {
  /** @param pattern such as `/v1/articles/:slug`; one with another form is left out */
  add(pattern: string, route: PlainRoute): void;
  find(path: string): { route: PlainRoute; name: string } | undefined;
}

const PATTERN = /^(\/[^:*]*?)(?:(?<=\/):\w+)?$/;

export function createPlainRoutes(server: FastifyInstance): PlainRoutes {
  /** By whole paths; null where a path has a route that is not plain. */
  const byPath = new Map<string, PlainRoute | null>();
  const byFolder = new Map<string, PlainRoute>();
  server.addHook('onRoute', ({ url }) => {
    if (!byPath.has(url)) byPath.set(url, null);
  });
  return {
    add(pattern, route) {
      const folder = PATTERN.exec(pattern)?.[1];
      if (folder === pattern) byPath.set(pattern, route);
      else if (folder !== undefined) byFolder.set(folder, route);
    },
    find(path) {
      const whole = byPath.get(path);
      if (whole === null) return undefined;
      if (whole !== undefined) return { route: whole, name: '' };
      const start = path.lastIndexOf('/') + 1;
      const route = byFolder.get(path.slice(0, start));
      return route === undefined ? undefined : { route, name: path.slice(start) };
    },
  };
}
