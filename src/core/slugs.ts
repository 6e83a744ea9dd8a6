import type { Client } from './database/types.ts';
import { Problem } from './errors.ts';
import { isId } from './ids.ts';

export type SluggedKind = 'article' | 'source' | 'figure' | 'section' | 'tag';

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
  const base = wanted.slice(0, 88).replace(/-+$/, '');
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
  const holders = [
    await holderOf(client, kind, slug),
    kind === 'article'
      ? (await client.publishedArticle.findUnique({ where: { slug }, select: { id: true } }))?.id
      : undefined,
    kind === 'article'
      ? (
          await client.article.findUnique({
            where: { scheduledSlug: slug },
            select: { id: true },
          })
        )?.id
      : undefined,
    (await client.formerSlug.findUnique({ where: { kind_slug: { kind, slug } } }))?.targetId,
  ];
  return holders.every((holder) => holder === undefined || holder === ownId);
}

async function holderOf(
  client: Client,
  kind: SluggedKind,
  slug: string,
): Promise<string | undefined> {
  const query = { where: { slug }, select: { id: true } };
  switch (kind) {
    case 'article':
      return (await client.article.findUnique(query))?.id;
    case 'source':
      return (await client.source.findUnique(query))?.id;
    case 'figure':
      return (await client.figure.findUnique(query))?.id;
    case 'section':
      return (await client.section.findUnique(query))?.id;
    case 'tag':
      return (await client.tag.findUnique(query))?.id;
  }
}

/** Remembers that a public slug now means this thing, so that its old address goes on working. */
export async function keepFormerSlug(
  client: Client,
  kind: SluggedKind,
  slug: string,
  targetId: string,
): Promise<void> {
  await client.formerSlug.upsert({
    where: { kind_slug: { kind, slug } },
    create: { kind, slug, targetId },
    update: { targetId },
  });
}
