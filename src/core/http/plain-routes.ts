import type { FastifyInstance } from 'fastify';
import type { Redirect, Rendition } from './rendition.ts';

/** A public route as the front asks it, for what it answers by default. */
export interface PlainRoute {
  /** The media type that it answers by default. */
  accept: string;
  /**
   * Makes the answer.
   *
   * @param url the request target
   * @param asked what the request target says
   * @param encodings the request’s Accept-Encoding
   * @returns null where only the framework can answer, as with what is not valid; where a thing
   *   is now, which the framework answers too
   * @throws Problem
   */
  answer(
    url: string,
    asked: Asked,
    encodings: string | undefined,
  ): Promise<Rendition | Redirect> | null;
}

/** What a plain request target says. */
export interface Asked {
  /** What stands in the place of the path's parameter; '' where it has none. */
  name: string;
  query: Readonly<Record<string, string>>;
}

/**
 * Finds the route of a path as the framework's router does, for those whose only parameter
 * is their last segment. That is most of what is read, and takes two look-ups. What is
 * written in percent-encoding is left to the framework.
 */
export interface PlainRoutes {
  /** @param pattern such as `/v1/articles/:slug`; one with another form is left out */
  add(pattern: string, route: PlainRoute): void;
  find(url: string): { route: PlainRoute; asked: Asked } | undefined;
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
    find(url) {
      const end = url.indexOf('?');
      const path = end < 0 ? url : url.slice(0, end);
      if (path.includes('%')) return undefined;
      const query = end < 0 ? NO_QUERY : readQuery(url.slice(end + 1));
      if (query === null) return undefined;
      const whole = byPath.get(path);
      if (whole === null) return undefined;
      if (whole !== undefined) return { route: whole, asked: { name: '', query } };
      const start = path.lastIndexOf('/') + 1;
      const route = byFolder.get(path.slice(0, start));
      return route === undefined ? undefined : { route, asked: { name: path.slice(start), query } };
    },
  };
}

const NO_QUERY: Asked['query'] = {};
/** A name and a value in signs that stand for themselves, in whichever way a query is read. */
const PLAIN_PARAMETER = /^([A-Za-z]\w*)=([\w.~:,-]+)$/;

/** @returns null for what isn't plain, or names something twice */
function readQuery(text: string): Asked['query'] | null {
  const query: Record<string, string> = {};
  for (const part of text.split('&')) {
    const [, name, value] = PLAIN_PARAMETER.exec(part) ?? [];
    if (name === undefined || value === undefined || Object.hasOwn(query, name)) return null;
    query[name] = value;
  }
  return query;
}
