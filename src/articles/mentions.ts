/** Whom and what articles mention, looked up once in a transaction however often it is named. */
import type { Work } from '../core/work.ts';
import type { FigureMention } from '../figures/schema.ts';
import { resolveFigure } from '../figures/service.ts';
import type { SourceMention } from '../sources/schema.ts';
import { resolveSource } from '../sources/service.ts';
import { resolveTerm } from '../taxonomy/service.ts';
import type { TermKind } from '../taxonomy/store.ts';

export interface Mentions {
  source(mention: SourceMention): ReturnType<typeof resolveSource>;
  figure(mention: FigureMention): ReturnType<typeof resolveFigure>;
  term(kind: TermKind, slug: string): ReturnType<typeof resolveTerm>;
}

const known = new WeakMap<Work, Mentions>();

/** The mentions of a transaction; nothing that they mean changes before it ends. */
export function mentionsIn(work: Work): Mentions {
  const found = known.get(work);
  if (found !== undefined) return found;
  const made: Mentions = {
    source: once((mention: SourceMention) => resolveSource(work, mention)),
    figure: once((mention: FigureMention) => resolveFigure(work, mention)),
    term: once((kind: TermKind, slug: string) => resolveTerm(work, kind, slug)),
  };
  known.set(work, made);
  return made;
}

function once<A extends unknown[], R extends object>(resolve: (...named: A) => Promise<R>) {
  const results = new Map<string, R>();
  return async (...named: A): Promise<R> => {
    const key = JSON.stringify(named);
    const before = results.get(key);
    if (before !== undefined) return before;
    const result = await resolve(...named);
    // What is not there yet may be brought along by the next article.
    if (!('message' in result)) results.set(key, result);
    return result;
  };
}
