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

/** The slug that a term has now, by a slug that it has or had; an unknown one as it is. */
export async function findPresentSlug<S extends string | undefined>(
  client: Client,
  kind: TermKind,
  slug: S,
): Promise<S | string> {
  if (slug === undefined) return slug;
  return (await termStores[kind].find(client, slug, ['slug']))?.slug ?? slug;
}
