/** Sources and figures on the wire: there while something published refers to them. */
import type { Client } from '../core/database/types.ts';
import type { WireFigure } from '../figures/schema.ts';
import { type FigureRow, findFigures } from '../figures/store.ts';
import type { SourceKind, WireSource } from '../sources/schema.ts';
import { findSources, type SourceRow } from '../sources/store.ts';
import { foldForSearch } from '../text/words.ts';

/** Brings the published rows of sources up to date, or takes them off the wire. */
export async function projectSources(client: Client, ids: Iterable<string>): Promise<void> {
  for (const row of await findSources(client, [...new Set(ids)])) {
    const turns = await client.publishedTurn.count({ where: { speakerId: row.id } });
    const quotes = await client.publishedQuote.count({ where: { speakerId: row.id } });
    const claims = await client.publishedClaimSource.count({ where: { sourceId: row.id } });
    if (turns + quotes + claims === 0) {
      await client.publishedSource.deleteMany({ where: { id: row.id } });
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
  }
}

/** Brings the published rows of figures up to date, or takes them off the wire. */
export async function projectFigures(client: Client, ids: Iterable<string>): Promise<void> {
  for (const row of await findFigures(client, [...new Set(ids)])) {
    const claims = await client.publishedClaim.count({ where: { figureId: row.id } });
    if (claims === 0) {
      await client.publishedFigure.deleteMany({ where: { id: row.id } });
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
  }
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
