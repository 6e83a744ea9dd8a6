/** Who has a slug, and who had one in public. */
import { Prisma } from '../generated/sqlite/client.ts';
import { fixedStatement, queryRows } from './database/rows.ts';
import type { Client } from './database/types.ts';
import type { ReferenceKind } from './references/store.ts';

export type SluggedKind = 'article' | ReferenceKind;

/** The ids of those that have a slug, or had it in public. */
export async function findHolders(
  client: Client,
  kind: SluggedKind,
  slug: string,
): Promise<string[]> {
  const places = kind === 'article' ? [slug, slug, slug] : [slug];
  const statement = HOLDERS[kind](client, ...places, kind, slug);
  return (await queryRows<{ id: string }>(client, statement)).map(({ id }) => id);
}

/** An article has one also if it is public under it, or will be. */
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
