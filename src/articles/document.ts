/** The editors' form of a stored article, and JSON Merge Patch on it. */
import { parseBody } from '../core/http/validation.ts';
import type { ArticleContent } from './content.ts';
import type { ArticleDocument } from './resolve.ts';
import { type ArticlePatch, articleInput } from './schema.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** JSON Merge Patch (RFC 7396). */
export function mergePatch(target: Json, patch: Json): Json {
  if (patch === null || typeof patch !== 'object' || Array.isArray(patch)) return patch;
  const result: { [key: string]: Json } =
    target !== null && typeof target === 'object' && !Array.isArray(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = mergePatch(result[key] ?? null, value);
  }
  return result;
}

/** A stored content as an editor could have posted it; references are ids. */
export function toDocument(content: ArticleContent): ArticleDocument {
  return {
    ...content,
    quotes: content.quotes.map(({ status: _status, ...quote }) => quote),
    claims: content.claims.map(({ status: _status, ...claim }) => claim),
  };
}

const PART_LISTS = ['interviews', 'quotes', 'claims'] as const;

/**
 * The document that a patch makes of a stored content. A part sent with its id is merged
 * into the one that has it; one without is new; one left out is gone.
 *
 * @throws Problem request-invalid when the result is no valid article
 */
export function patchDocument(
  content: ArticleContent,
  patch: Omit<ArticlePatch, 'note'>,
): ArticleDocument {
  const current = toDocument(content) as unknown as { [key: string]: Json };
  const change = { ...patch } as unknown as { [key: string]: Json };
  for (const list of PART_LISTS) {
    if (Array.isArray(change[list]))
      change[list] = mergeParts(current[list] as Json[], change[list]);
  }
  const merged = mergePatch(current, change) as { [key: string]: Json };
  const { note: _note, ...document } = parseBody(articleInput, merged);
  return { ...document, slug: document.slug ?? content.slug };
}

function mergeParts(current: Json[], patch: Json[]): Json[] {
  return patch.map((part) => {
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    const known = current.find((candidate) => isPart(candidate) && candidate.id === part.id);
    if (known === undefined || part.id === undefined || !isPart(known)) return part;
    const turns = Array.isArray(part.turns)
      ? mergeParts((known.turns ?? []) as Json[], part.turns)
      : undefined;
    return mergePatch(known, turns === undefined ? part : { ...part, turns });
  });
}

function isPart(value: Json): value is { [key: string]: Json } {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
