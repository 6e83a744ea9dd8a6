import type * as z from 'zod';
import type { Client } from '../core/database/types.ts';
import { notFound, Problem } from '../core/errors.ts';
import { type Precondition, requireMatch, versionTag } from '../core/http/preconditions.ts';
import { createId } from '../core/ids.ts';
import type { UnknownMention } from '../core/references/mention.ts';
import { freeSlug, requireFreeSlug } from '../core/slugs.ts';
import type { Work } from '../core/work.ts';
import { slugify } from '../text/slug.ts';
import { foldForSearch } from '../text/words.ts';
import type {
  DeskSource,
  SourceInput,
  SourceKind,
  SourceMention,
  SourceRef,
  sourcePatch,
} from './schema.ts';
import {
  findSourceByName,
  NAMED_COLUMNS,
  type NamedSource,
  type SourceRow,
  sourceStore,
} from './store.ts';

/**
 * The source that a mention means: by id or slug, or by kind and name or alias, else a
 * new one. A wrong match is worse than a new source, so that only equal names match.
 */
export async function resolveSource(
  work: Work,
  mention: SourceMention,
): Promise<NamedSource | UnknownMention> {
  if (typeof mention === 'string') {
    const row = await sourceStore.find(work.client, mention, NAMED_COLUMNS);
    return row ?? { code: 'reference-unknown', message: `there is no source ${mention}` };
  }
  if ('id' in mention) return resolveById(work, mention);
  const known = await findSourceByName(work.client, mention.kind, mention.name);
  return known === null ? create(work, mention) : withReason(work, known, mention);
}

/**
 * The reason why a known source is unnamed is taken over where none is on file. It is
 * never public, so that nothing has to be shown anew.
 */
async function withReason(
  work: Work,
  known: NamedSource,
  { reason }: SourceInput,
): Promise<NamedSource> {
  if (!reason?.trim() || known.reason?.trim()) return known;
  const before = await getSource(work.client, known.id);
  const after = { ...before, reason, version: before.version + 1, updatedAt: work.now };
  await sourceStore.update(work.client, after);
  work.record({
    action: 'source.update',
    kind: 'source',
    targetId: known.id,
    before: before.version,
    after: after.version,
  });
  return after;
}

async function resolveById(
  work: Work,
  mention: Extract<SourceMention, { id: string }>,
): Promise<SourceRow | UnknownMention> {
  const row = await sourceStore.find(work.client, mention.id);
  if (row === null)
    return { code: 'reference-unknown', message: `there is no source ${mention.id}` };
  const names = [row.name, ...(JSON.parse(row.aliases) as string[])].map(foldForSearch);
  const differs =
    row.id === mention.id &&
    ((mention.kind !== undefined && mention.kind !== row.kind) ||
      (mention.name !== undefined && !names.includes(foldForSearch(mention.name))));
  return differs
    ? {
        code: 'reference-mismatch',
        message: `the source ${mention.id} is ${row.kind} “${row.name}”; change it at /v1/desk/sources`,
      }
    : row;
}

/**
 * A new source.
 *
 * @param id the one that it has in another newsroom; nothing here may have it
 * @throws Problem slug-taken, already-exists
 */
export async function createSource(
  work: Work,
  input: SourceInput,
  id: string = createId(),
): Promise<SourceRow> {
  const known = await findSourceByName(work.client, input.kind, input.name);
  if (known !== null) {
    throw new Problem(
      'already-exists',
      `There is a ${input.kind} of this name or alias: ${known.slug}.`,
      {
        errors: [
          {
            pointer: '/name',
            code: 'already-exists',
            message: 'is the name or alias of another source',
            suggestion: known.slug,
          },
        ],
      },
    );
  }
  return create(work, input, id);
}

async function create(work: Work, input: SourceInput, id: string = createId()): Promise<SourceRow> {
  if (input.slug !== undefined) await requireFreeSlug(work.client, 'source', input.slug);
  const row: SourceRow = {
    id,
    slug: input.slug ?? (await freeSlug(work.client, 'source', slugify(input.name))),
    kind: input.kind,
    name: input.name,
    aliases: JSON.stringify(input.aliases ?? []),
    affiliation: input.affiliation ?? null,
    country: input.country ?? null,
    sameAs: JSON.stringify(input.sameAs ?? []),
    reason: input.reason ?? null,
    mergedIntoId: null,
    version: 1,
    createdAt: work.now,
    updatedAt: work.now,
  };
  await sourceStore.insert(work.client, row);
  work.record({ action: 'source.create', kind: 'source', targetId: row.id, after: 1 });
  return row;
}

/** Changes a source. @returns the row before and after */
export async function changeSource(
  work: Work,
  idOrSlug: string,
  patch: z.infer<typeof sourcePatch>,
  precondition: Precondition,
): Promise<{ before: SourceRow; after: SourceRow }> {
  const before = await getSource(work.client, idOrSlug);
  requireMatch(precondition, versionTag(before.version));
  if (patch.slug !== undefined) await requireFreeSlug(work.client, 'source', patch.slug, before.id);
  await requireUnnamed(work, before, patch.kind ?? before.kind);
  const after: SourceRow = {
    ...before,
    slug: patch.slug ?? before.slug,
    kind: patch.kind ?? before.kind,
    name: patch.name ?? before.name,
    aliases: patch.aliases === undefined ? before.aliases : JSON.stringify(patch.aliases),
    affiliation: patch.affiliation === undefined ? before.affiliation : patch.affiliation,
    country: patch.country === undefined ? before.country : patch.country,
    sameAs: patch.sameAs === undefined ? before.sameAs : JSON.stringify(patch.sameAs),
    reason: patch.reason === undefined ? before.reason : patch.reason,
    version: before.version + 1,
    updatedAt: work.now,
  };
  await sourceStore.update(work.client, after);
  work.record({
    action: 'source.update',
    kind: 'source',
    targetId: after.id,
    before: before.version,
    after: after.version,
  });
  return { before, after };
}

/**
 * An unnamed source that readers know of stays unnamed: naming it here would tell them at
 * one stroke who spoke, in every article and in the changes that go out. Whoever agrees to
 * be named is named in an article, as a correction.
 *
 * @throws Problem in-use
 */
async function requireUnnamed(work: Work, before: SourceRow, kind: string): Promise<void> {
  if (before.kind !== 'unnamed' || kind === 'unnamed' || !(await isPublic(work, before))) return;
  throw new Problem(
    'in-use',
    `Published articles call ${before.slug} unnamed. Name another source in those that may say who spoke.`,
    {
      errors: [{ pointer: '/kind', code: 'in-use', message: 'stays unnamed while readers see it' }],
    },
  );
}

async function isPublic({ client }: Work, { id }: SourceRow): Promise<boolean> {
  return (await client.publishedSource.count({ where: { id } })) > 0;
}

/** Deletes a source that no article refers to. @throws Problem in-use */
export async function deleteSource(
  work: Work,
  idOrSlug: string,
  precondition: Precondition,
): Promise<void> {
  const row = await getSource(work.client, idOrSlug);
  requireMatch(precondition, versionTag(row.version));
  if ((await isPublic(work, row)) || (await sourceStore.isUsed(work.client, row.id, row.id))) {
    throw new Problem(
      'in-use',
      `Articles refer to ${row.slug}: merge it into another source instead.`,
    );
  }
  await sourceStore.remove(work.client, row.id);
  work.record({ action: 'source.delete', kind: 'source', targetId: row.id, before: row.version });
}

/** @throws Problem not-found */
export async function getSource(client: Client, idOrSlug: string): Promise<SourceRow> {
  const row = await sourceStore.find(client, idOrSlug);
  if (row === null) throw notFound();
  return row;
}

export function presentRef(row: SourceRow): SourceRef {
  return { id: row.id, slug: row.slug, kind: row.kind as SourceKind, name: row.name };
}

/** A source as the desk shows it. */
export function presentSource(row: SourceRow): DeskSource {
  return {
    id: row.id,
    slug: row.slug,
    kind: row.kind as SourceKind,
    name: row.name,
    aliases: JSON.parse(row.aliases) as string[],
    affiliation: row.affiliation,
    country: row.country,
    sameAs: JSON.parse(row.sameAs) as string[],
    reason: row.reason,
    mergedInto: row.mergedIntoId,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
