import type * as z from 'zod';
import type { Client } from '../core/database/types.ts';
import { notFound, Problem } from '../core/errors.ts';
import { type Precondition, requireMatch, versionTag } from '../core/http/preconditions.ts';
import { createId, isId } from '../core/ids.ts';
import type { UnknownMention } from '../core/references/mention.ts';
import { freeSlug, requireFreeSlug } from '../core/slugs.ts';
import type { Work } from '../core/work.ts';
import { slugify } from '../text/slug.ts';
import type { DeskFigure, FigureInput, FigureMention, FigureRef, figurePatch } from './schema.ts';
import { type FigureRow, figureStore } from './store.ts';

/** The figure that a mention means, created if it brings a question and its slug is new. */
export async function resolveFigure(
  work: Work,
  mention: FigureMention,
): Promise<FigureRef | UnknownMention> {
  if (typeof mention === 'string') return findNamed(work, mention);
  if ('id' in mention) {
    const row = await findNamed(work, mention.id);
    if ('message' in row || row.id !== mention.id) return row;
    const { question = row.question, unit = row.unit } = mention;
    return question === row.question && unit === row.unit ? row : mismatch(row);
  }
  const slug = mention.slug ?? slugify(mention.question);
  const known = await figureStore.find(work.client, slug, REF_COLUMNS);
  // One that was made may have the form of an id, and was not looked for as a slug then.
  if (known === null)
    return isId(slug) ? createFigure(work, { ...mention, slug }) : create(work, mention, slug);
  return known.unit.toLowerCase() === mention.unit.toLowerCase() ? known : mismatch(known);
}

const REF_COLUMNS = ['id', 'slug', 'question', 'unit'] as const;

async function findNamed(work: Work, named: string): Promise<FigureRef | UnknownMention> {
  const row = await figureStore.find(work.client, named, REF_COLUMNS);
  return row ?? { code: 'reference-unknown', message: `there is no figure ${named}` };
}

/** What a mention says of a known figure is not taken over, so that it must agree. */
function mismatch({ slug, question, unit }: FigureRef): UnknownMention {
  return {
    code: 'reference-mismatch',
    message: `the figure ${slug} asks “${question}” in ${unit}; change it at /v1/desk/figures`,
  };
}

/**
 * A new figure.
 *
 * @param id the one that it has in another newsroom; nothing here may have it
 * @throws Problem slug-taken
 */
export async function createFigure(
  work: Work,
  input: FigureInput,
  id: string = createId(),
): Promise<FigureRow> {
  if (input.slug !== undefined) await requireFreeSlug(work.client, 'figure', input.slug);
  const slug = input.slug ?? (await freeSlug(work.client, 'figure', slugify(input.question)));
  return create(work, input, slug, id);
}

/** @param slug a free one */
async function create(
  work: Work,
  input: FigureInput,
  slug: string,
  id: string = createId(),
): Promise<FigureRow> {
  const row: FigureRow = {
    id,
    slug,
    question: input.question,
    unit: input.unit,
    subject: input.subject ?? null,
    place: input.place ?? null,
    mergedIntoId: null,
    version: 1,
    createdAt: work.now,
    updatedAt: work.now,
  };
  await figureStore.insert(work.client, row);
  work.record({ action: 'figure.create', kind: 'figure', targetId: row.id, after: 1 });
  return row;
}

export async function changeFigure(
  work: Work,
  idOrSlug: string,
  patch: z.infer<typeof figurePatch>,
  precondition: Precondition,
): Promise<{ before: FigureRow; after: FigureRow }> {
  const before = await getFigure(work.client, idOrSlug);
  requireMatch(precondition, versionTag(before.version));
  if (patch.slug !== undefined) await requireFreeSlug(work.client, 'figure', patch.slug, before.id);
  if (patch.unit !== undefined && patch.unit !== before.unit)
    await requireUnused(work, before, 'its unit can’t change');
  const after: FigureRow = {
    ...before,
    slug: patch.slug ?? before.slug,
    question: patch.question ?? before.question,
    unit: patch.unit ?? before.unit,
    subject: patch.subject === undefined ? before.subject : patch.subject,
    place: patch.place === undefined ? before.place : patch.place,
    version: before.version + 1,
    updatedAt: work.now,
  };
  await figureStore.update(work.client, after);
  work.record({
    action: 'figure.update',
    kind: 'figure',
    targetId: after.id,
    before: before.version,
    after: after.version,
  });
  return { before, after };
}

export async function deleteFigure(
  work: Work,
  idOrSlug: string,
  precondition: Precondition,
): Promise<void> {
  const row = await getFigure(work.client, idOrSlug);
  requireMatch(precondition, versionTag(row.version));
  await requireUnused(work, row, 'merge it into another figure instead');
  await figureStore.remove(work.client, row.id);
  work.record({ action: 'figure.delete', kind: 'figure', targetId: row.id, before: row.version });
}

async function requireUnused(work: Work, row: FigureRow, advice: string): Promise<void> {
  const published = await work.client.publishedFigure.findUnique({
    where: { id: row.id },
    select: { id: true },
  });
  if (published === null && !(await figureStore.isUsed(work.client, row.id, row.id))) return;
  throw new Problem('in-use', `Claims refer to ${row.slug}: ${advice}.`);
}

/** @throws Problem not-found */
export async function getFigure(client: Client, idOrSlug: string): Promise<FigureRow> {
  const row = await figureStore.find(client, idOrSlug);
  if (row === null) throw notFound();
  return row;
}

export function presentFigureRef(row: FigureRow): FigureRef {
  return { id: row.id, slug: row.slug, question: row.question, unit: row.unit };
}

export function presentFigure(row: FigureRow): DeskFigure {
  return {
    id: row.id,
    slug: row.slug,
    question: row.question,
    unit: row.unit,
    subject: row.subject,
    place: row.place,
    mergedInto: row.mergedIntoId,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
