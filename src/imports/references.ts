import { freeSlug } from '../core/slugs.ts';
import type { Work } from '../core/work.ts';
import type { FigureInput } from '../figures/schema.ts';
import { createFigure } from '../figures/service.ts';
import { figureStore } from '../figures/store.ts';
import type { SourceInput } from '../sources/schema.ts';
import { createSource } from '../sources/service.ts';
import { findSourceByName, sourceStore } from '../sources/store.ts';
import type { TermInput } from '../taxonomy/schema.ts';
import { createTerm } from '../taxonomy/service.ts';
import { type TermKind, termStores } from '../taxonomy/store.ts';
import type { Reference } from './reference.ts';

/**
 * Makes what is new here, with the id and the slug that it has in the export where they are
 * free. What is here already stays as it is: a section, tag or figure by its slug, a source
 * by its kind and name.
 */
export async function bringReferences(work: Work, references: readonly Reference[]): Promise<void> {
  for (const { id, ...reference } of references) {
    if (reference.kind === 'source') await bringSource(work, reference.input, id);
    else if (reference.kind === 'figure') await bringFigure(work, reference.input, id);
    else await bringTerm(work, reference.kind, reference.input, id);
  }
}

async function bringTerm(work: Work, kind: TermKind, input: TermInput, id?: string): Promise<void> {
  const known =
    input.slug === undefined ? null : await termStores[kind].find(work.client, input.slug, ['id']);
  if (known !== null) return;
  const taken = id !== undefined && (await termStores[kind].find(work.client, id, ['id'])) !== null;
  await createTerm(work, kind, input, taken ? undefined : id);
}

async function bringSource(work: Work, input: SourceInput, id?: string): Promise<void> {
  const { client } = work;
  if ((await findSourceByName(client, input.kind, input.name)) !== null) return;
  const slug = input.slug === undefined ? undefined : await freeSlug(client, 'source', input.slug);
  const taken = id !== undefined && (await sourceStore.find(client, id, ['id'])) !== null;
  await createSource(work, { ...input, slug }, taken ? undefined : id);
}

async function bringFigure(work: Work, input: FigureInput, id?: string): Promise<void> {
  const known =
    input.slug === undefined ? null : await figureStore.find(work.client, input.slug, ['id']);
  if (known !== null) return;
  const taken = id !== undefined && (await figureStore.find(work.client, id, ['id'])) !== null;
  await createFigure(work, input, taken ? undefined : id);
}
