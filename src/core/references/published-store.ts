/** What is public of sources and figures, by the ids and slugs that they have or had. */
import { findRows, findWholeRows, type Tables } from '../database/rows.ts';
import type { Client } from '../database/types.ts';
import { isId } from '../ids.ts';

const TABLES = {
  source: { own: 'Source', published: 'PublishedSource' },
  figure: { own: 'Figure', published: 'PublishedFigure' },
} as const;

type PublishedKind = keyof typeof TABLES;
type PublishedRow<K extends PublishedKind> = Tables[(typeof TABLES)[K]['published']];

/** One kind of reference data that has pages of its own on the wire. */
export interface PublishedStore<K extends PublishedKind> {
  /** By the id or slug that it has now. */
  find(client: Client, idOrSlug: string): Promise<PublishedRow<K> | null>;
  /** Its id alone; a former slug, and the id of what was merged, lead to the present one. */
  findId(client: Client, idOrSlug: string): Promise<string | null>;
  /** What a former slug, or the id of what was merged, means now; only if it is public. */
  findPresent(client: Client, idOrSlug: string): Promise<{ id: string; slug: string } | null>;
}

export function createPublishedStore<K extends PublishedKind>(kind: K): PublishedStore<K> {
  // Only what the kinds have in common is used here.
  const own = TABLES[kind].own as 'Figure';
  const published = TABLES[kind].published as 'PublishedFigure';
  const named = (idOrSlug: string) => (isId(idOrSlug) ? { id: idOrSlug } : { slug: idOrSlug });

  const store: PublishedStore<'figure'> = {
    find: async (client, idOrSlug) =>
      (await findWholeRows(client, published, named(idOrSlug)))[0] ?? null,
    async findId(client, idOrSlug) {
      const [row] = await findRows(client, published, named(idOrSlug), ['id']);
      return row?.id ?? (await store.findPresent(client, idOrSlug))?.id ?? null;
    },
    async findPresent(client, idOrSlug) {
      const target = await findTarget(client, idOrSlug);
      if (target === null) return null;
      const [row] = await findRows(client, published, { id: target }, ['id', 'slug']);
      return row ?? store.findPresent(client, target);
    },
  };

  /** The id that a former slug, or the id of what was merged, leads to next. */
  async function findTarget(client: Client, idOrSlug: string): Promise<string | null> {
    if (isId(idOrSlug)) {
      const [row] = await findRows(client, own, { id: idOrSlug }, ['mergedIntoId']);
      return row?.mergedIntoId ?? null;
    }
    const [former] = await findRows(client, 'FormerSlug', { kind, slug: idOrSlug }, ['targetId']);
    return former?.targetId ?? null;
  }

  return store as unknown as PublishedStore<K>;
}
