import type * as z from 'zod';
import type { Client } from '../core/database/types.ts';
import { notFound, Problem } from '../core/errors.ts';
import { type Precondition, requireMatch, versionTag } from '../core/http/preconditions.ts';
import { createId } from '../core/ids.ts';
import { freeSlug, requireFreeSlug } from '../core/slugs.ts';
import type { Work } from '../core/work.ts';
import { capitalise } from '../text/capitalise.ts';
import { slugify } from '../text/slug.ts';
import type { DeskTerm, TermInput, termPatch } from './schema.ts';
import { type TermKind, type TermRow, termStores } from './store.ts';

/** The term with this slug, created with a name made from the slug if it is new. */
export async function resolveTerm(
  work: Work,
  kind: TermKind,
  slug: string,
): Promise<Pick<TermRow, 'slug'>> {
  const known = await termStores[kind].find(work.client, slug, ['slug']);
  return known ?? create(work, kind, { slug, name: nameFromSlug(slug) });
}

function nameFromSlug(slug: string): string {
  return capitalise(slug.replaceAll('-', ' '));
}

/**
 * A new section or tag.
 *
 * @param id the one that it has in another newsroom; nothing here may have it
 * @throws Problem slug-taken
 */
export async function createTerm(
  work: Work,
  kind: TermKind,
  input: TermInput,
  id: string = createId(),
): Promise<TermRow> {
  if (input.slug !== undefined) await requireFreeSlug(work.client, kind, input.slug);
  const slug = input.slug ?? (await freeSlug(work.client, kind, slugify(input.name)));
  return create(work, kind, { name: input.name, slug }, id);
}

/** @param named with a slug that is free */
async function create(
  work: Work,
  kind: TermKind,
  { name, slug }: { name: string; slug: string },
  id: string = createId(),
): Promise<TermRow> {
  const row: TermRow = {
    id,
    slug,
    name,
    mergedIntoId: null,
    version: 1,
    createdAt: work.now,
    updatedAt: work.now,
  };
  await termStores[kind].insert(work.client, row);
  work.record({ action: `${kind}.create`, kind, targetId: row.id, after: 1 });
  return row;
}

export async function changeTerm(
  work: Work,
  kind: TermKind,
  idOrSlug: string,
  patch: z.infer<typeof termPatch>,
  precondition: Precondition,
): Promise<{ before: TermRow; after: TermRow }> {
  const before = await getTerm(work.client, kind, idOrSlug);
  requireMatch(precondition, versionTag(before.version));
  if (patch.slug !== undefined) await requireFreeSlug(work.client, kind, patch.slug, before.id);
  const after: TermRow = {
    ...before,
    slug: patch.slug ?? before.slug,
    name: patch.name ?? before.name,
    version: before.version + 1,
    updatedAt: work.now,
  };
  await termStores[kind].update(work.client, after);
  work.record({
    action: `${kind}.update`,
    kind,
    targetId: after.id,
    before: before.version,
    after: after.version,
  });
  return { before, after };
}

export async function deleteTerm(
  work: Work,
  kind: TermKind,
  idOrSlug: string,
  precondition: Precondition,
): Promise<void> {
  const row = await getTerm(work.client, kind, idOrSlug);
  requireMatch(precondition, versionTag(row.version));
  if (await termStores[kind].isUsed(work.client, row.id, row.slug)) {
    throw new Problem(
      'in-use',
      `Articles carry the ${kind} ${row.slug}: merge it into another one instead.`,
    );
  }
  await termStores[kind].remove(work.client, row.id);
  work.record({ action: `${kind}.delete`, kind, targetId: row.id, before: row.version });
}

/** @throws Problem not-found */
export async function getTerm(client: Client, kind: TermKind, idOrSlug: string): Promise<TermRow> {
  const row = await termStores[kind].find(client, idOrSlug);
  if (row === null) throw notFound();
  return row;
}

export function presentTerm(row: TermRow): DeskTerm {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    mergedInto: row.mergedIntoId,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
