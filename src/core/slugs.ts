import { Prisma } from '../generated/sqlite/client.ts';
import { fixedStatement, putRows, queryRows } from './database/rows.ts';
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
  const places = kind === 'article' ? [slug, slug, slug] : [slug];
  const statement = HOLDERS[kind](client, ...places, kind, slug);
  const holders = await queryRows<{ id: string }>(client, statement);
  return holders.every(({ id }) => id === ownId);
}

/** Who has a slug, or had it in public; an article also if it is public under it, or will be. */
const HOLDERS: Readonly<Record<SluggedKind, ReturnType<typeof fixedStatement>>> = {
  article: holdersIn(
    Prisma.sql`SELECT "id" FROM "Article" WHERE "slug" = ${''}
      UNION ALL SELECT "id" FROM "PublishedArticle" WHERE "slug" = ${''}
      UNION ALL SELECT "id" FROM "Article" WHERE "scheduledSlug" = ${''}`,
  ),
  source: holdersIn(Prisma.sql`SELECT "id" FROM "Source" WHERE "slug" = ${''}`),
  figure: holdersIn(Prisma.sql`SELECT "id" FROM "Figure" WHERE "slug" = ${''}`),
  section: holdersIn(Prisma.sql`SELECT "id" FROM "Section" WHERE "slug" = ${''}`),
  tag: holdersIn(Prisma.sql`SELECT "id" FROM "Tag" WHERE "slug" = ${''}`),
};

function holdersIn(present: Prisma.Sql) {
  return fixedStatement(
    () => Prisma.sql`${present}
      UNION ALL SELECT "targetId" AS "id" FROM "FormerSlug" WHERE "kind" = ${''} AND "slug" = ${''}`,
  );
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
