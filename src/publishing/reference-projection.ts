/** Sources and figures on the wire: there while something published refers to them. */
import { appendChange, type NewChange } from '../changes/log.ts';
import type { Client } from '../core/database/types.ts';
import type { Work } from '../core/work.ts';
import type { WireFigure } from '../figures/schema.ts';
import { type FigureRow, findFigures } from '../figures/store.ts';
import type { SourceKind, WireSource } from '../sources/schema.ts';
import { findSources, type SourceRow } from '../sources/store.ts';
import { foldForSearch } from '../text/words.ts';

/** Brings sources up to date on the wire and tells the change log what the public sees of it. */
export async function showSources(work: Work, ids: Iterable<string>): Promise<void> {
  for (const change of await projectSources(work.client, ids)) await appendChange(work, change);
}

/** Brings figures up to date on the wire and tells the change log what the public sees of it. */
export async function showFigures(work: Work, ids: Iterable<string>): Promise<void> {
  for (const change of await projectFigures(work.client, ids)) await appendChange(work, change);
}

/**
 * Brings the published rows of sources up to date, or takes them off the wire.
 *
 * @returns what the public sees change; the caller tells it, or uses `showSources`
 */
export async function projectSources(client: Client, ids: Iterable<string>): Promise<NewChange[]> {
  const changes: NewChange[] = [];
  for (const row of await findSources(client, [...new Set(ids)])) {
    const turns = await client.publishedTurn.count({ where: { speakerId: row.id } });
    const quotes = await client.publishedQuote.count({ where: { speakerId: row.id } });
    const claims = await client.publishedClaimSource.count({ where: { sourceId: row.id } });
    const before = await client.publishedSource.findUnique({
      where: { id: row.id },
      select: { slug: true, document: true },
    });
    if (turns + quotes + claims === 0) {
      await client.publishedSource.deleteMany({ where: { id: row.id } });
      if (before !== null) changes.push(referenceChange('source', row.id, before.slug, null));
      continue;
    }
    const data = {
      slug: row.slug,
      kind: row.kind,
      name: row.name,
      searchText: foldForSearch([row.name, ...(JSON.parse(row.aliases) as string[])].join('\n')),
      turns,
      quotes,
      claims,
      updatedAt: row.updatedAt,
      document: JSON.stringify({ ...presentWireSource(row), counts: { turns, quotes, claims } }),
    };
    await client.publishedSource.upsert({
      where: { id: row.id },
      create: { id: row.id, ...data },
      update: data,
    });
    if (before?.document !== data.document)
      changes.push(referenceChange('source', row.id, data.slug, data.document));
  }
  return changes;
}

/**
 * Brings the published rows of figures up to date, or takes them off the wire.
 *
 * @returns what the public sees change; the caller tells it, or uses `showFigures`
 */
export async function projectFigures(client: Client, ids: Iterable<string>): Promise<NewChange[]> {
  const changes: NewChange[] = [];
  for (const row of await findFigures(client, [...new Set(ids)])) {
    const claims = await client.publishedClaim.count({ where: { figureId: row.id } });
    const before = await client.publishedFigure.findUnique({
      where: { id: row.id },
      select: { slug: true, document: true },
    });
    if (claims === 0) {
      await client.publishedFigure.deleteMany({ where: { id: row.id } });
      if (before !== null) changes.push(referenceChange('figure', row.id, before.slug, null));
      continue;
    }
    const data = {
      slug: row.slug,
      unit: row.unit,
      searchText: foldForSearch([row.question, row.subject ?? '', row.place ?? ''].join('\n')),
      claims,
      updatedAt: row.updatedAt,
      document: JSON.stringify({ ...presentWireFigure(row), counts: { claims } }),
    };
    await client.publishedFigure.upsert({
      where: { id: row.id },
      create: { id: row.id, ...data },
      update: data,
    });
    if (before?.document !== data.document)
      changes.push(referenceChange('figure', row.id, data.slug, data.document));
  }
  return changes;
}

function referenceChange(
  kind: 'source' | 'figure',
  id: string,
  slug: string,
  document: string | null,
): NewChange {
  const type = document === null ? (`${kind}.removed` as const) : (`${kind}.updated` as const);
  return { type, kind, targetId: id, slug, document, tags: [id, `${kind}s`] };
}

function presentWireSource(row: SourceRow): WireSource {
  return {
    id: row.id,
    slug: row.slug,
    url: `/v1/sources/${row.slug}`,
    kind: row.kind as SourceKind,
    name: row.name,
    aliases: JSON.parse(row.aliases) as string[],
    affiliation: row.affiliation,
    country: row.country,
    sameAs: JSON.parse(row.sameAs) as string[],
  };
}

function presentWireFigure(row: FigureRow): WireFigure {
  return {
    id: row.id,
    slug: row.slug,
    url: `/v1/figures/${row.slug}`,
    question: row.question,
    unit: row.unit,
    subject: row.subject,
    place: row.place,
  };
}
