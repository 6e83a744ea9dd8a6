import type { Client } from '../core/database/types.ts';
import {
  createReferenceStore,
  type ReferenceRow,
  type ReferenceStore,
} from '../core/references/store.ts';

export type TermKind = 'section' | 'tag';
/** Sections and tags have the same columns. */
export type TermRow = ReferenceRow<TermKind>;

export const termStores: Readonly<Record<TermKind, ReferenceStore<TermKind>>> = {
  section: createReferenceStore<TermKind>('section'),
  tag: createReferenceStore<TermKind>('tag'),
};

/**
 * What terms are called now, by the slugs that they have or had; an unknown one is left out.
 *
 * @param slugs as articles name them
 */
export async function findTermRefs(
  client: Client,
  kind: TermKind,
  slugs: readonly string[],
): Promise<Map<string, { slug: string; name: string }>> {
  const store = termStores[kind];
  const rows = await store.findMany(client, 'slug', slugs);
  const present = new Map(rows.map((row) => [row.slug, row]));
  const refs = new Map<string, { slug: string; name: string }>();
  for (const slug of slugs) {
    const known = present.get(slug);
    const row =
      known?.mergedIntoId === null ? known : await store.find(client, slug, ['slug', 'name']);
    if (row !== null) refs.set(slug, { slug: row.slug, name: row.name });
  }
  return refs;
}

/** The slug that a term has now, by a slug that it has or had; an unknown one as it is. */
export async function findPresentSlug<S extends string | undefined>(
  client: Client,
  kind: TermKind,
  slug: S,
): Promise<S | string> {
  if (slug === undefined) return slug;
  return (await termStores[kind].find(client, slug, ['slug']))?.slug ?? slug;
}
