import { SLUG_MAX } from '../text/slug.ts';
import { putRows } from './database/rows.ts';
import type { Client } from './database/types.ts';
import { Problem } from './errors.ts';
import { isId } from './ids.ts';
import { findHolders, type SluggedKind } from './slug-store.ts';

/**
 * Fails when a slug belongs, or belonged in public, to another thing of its kind.
 *
 * @throws Problem slug-taken
 */
export async function requireFreeSlug(
  client: Client,
  kind: SluggedKind,
  slug: string,
  ownId?: string,
): Promise<void> {
  if (await isFree(client, kind, slug, ownId)) return;
  throw new Problem('slug-taken', `The slug ${slug} is taken by another ${kind}.`, {
    errors: [
      {
        pointer: '/slug',
        code: 'slug-taken',
        message: 'is taken',
        suggestion: await freeSlug(client, kind, slug),
      },
    ],
  });
}

/** The slug itself if nothing has it, else the first free one with a number behind it. */
export async function freeSlug(client: Client, kind: SluggedKind, made: string): Promise<string> {
  // What has the form of an id would be taken for one.
  const wanted = isId(made) ? `${kind}-${made}` : made;
  if (await isFree(client, kind, wanted)) return wanted;
  // Room for a hyphen and a number.
  const base = wanted.slice(0, SLUG_MAX - 8).replace(/-+$/, '');
  for (let number = 2; ; number += 1) {
    const candidate = `${base}-${number}`;
    if (await isFree(client, kind, candidate)) return candidate;
  }
}

async function isFree(
  client: Client,
  kind: SluggedKind,
  slug: string,
  ownId?: string,
): Promise<boolean> {
  return (await findHolders(client, kind, slug)).every((id) => id === ownId);
}

/** Remembers that a public slug now means this thing, so that its old address goes on working. */
export async function keepFormerSlug(
  client: Client,
  kind: SluggedKind,
  slug: string,
  targetId: string,
): Promise<void> {
  await putRows(client, 'FormerSlug', ['kind', 'slug'], [{ kind, slug, targetId }]);
}
