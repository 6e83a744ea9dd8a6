/** Sources and figures on the wire: there while something published refers to them. */
import { appendChanges, type NewChange } from '../changes/log.ts';
import { deleteRows, findRows, putRows, type Tables } from '../core/database/rows.ts';
import type { Client } from '../core/database/types.ts';
import type { ReferenceRow, ReferenceStore } from '../core/references/store.ts';
import type { Work } from '../core/work.ts';
import type { WireFigure } from '../figures/schema.ts';
import { type FigureRow, figureStore } from '../figures/store.ts';
import type { SourceKind, WireSource } from '../sources/schema.ts';
import { type SourceRow, sourceStore } from '../sources/store.ts';
import { foldForSearch } from '../text/words.ts';
import { countReferring } from './store.ts';

/** Brings sources up to date on the wire and tells the change log what the public sees of it. */
export async function showSources(work: Work, ids: Iterable<string>): Promise<void> {
  await appendChanges(work, await projectSources(work.client, ids));
}

/** Brings figures up to date on the wire and tells the change log what the public sees of it. */
export async function showFigures(work: Work, ids: Iterable<string>): Promise<void> {
  await appendChanges(work, await projectFigures(work.client, ids));
}

/**
 * Brings the published rows of sources up to date, or takes them off the wire.
 *
 * @param read rows that were read in this transaction, which need not be read again
 * @returns what the public sees change; the caller tells it, or uses `showSources`
 */
export async function projectSources(
  client: Client,
  ids: Iterable<string>,
  read: readonly SourceRow[] = [],
): Promise<NewChange[]> {
  const rows = await findOthers(client, sourceStore, ids, read);
  const known = rows.map(({ id }) => id);
  const turns = await countReferring(client, 'turns', known);
  const quotes = await countReferring(client, 'quotes', known);
  const claims = await countReferring(client, 'cited', known);
  const shown = rows.map((row) => {
    const counts = { turns: turns(row.id), quotes: quotes(row.id), claims: claims(row.id) };
    if (counts.turns + counts.quotes + counts.claims === 0) return { id: row.id, data: null };
    const data = {
      id: row.id,
      slug: row.slug,
      kind: row.kind,
      name: row.name,
      searchText: foldForSearch([row.name, ...(JSON.parse(row.aliases) as string[])].join('\n')),
      ...counts,
      updatedAt: row.updatedAt,
      document: JSON.stringify({ ...presentWireSource(row), counts }),
    };
    return { id: row.id, data };
  });
  return replaceShown(client, 'source', shown);
}

/**
 * Brings the published rows of figures up to date, or takes them off the wire.
 *
 * @param read rows that were read in this transaction, which need not be read again
 * @returns what the public sees change; the caller tells it, or uses `showFigures`
 */
export async function projectFigures(
  client: Client,
  ids: Iterable<string>,
  read: readonly FigureRow[] = [],
): Promise<NewChange[]> {
  const rows = await findOthers(client, figureStore, ids, read);
  const known = rows.map(({ id }) => id);
  const count = await countReferring(client, 'claims', known);
  const shown = rows.map((row) => {
    const claims = count(row.id);
    if (claims === 0) return { id: row.id, data: null };
    const data = {
      id: row.id,
      slug: row.slug,
      unit: row.unit,
      searchText: foldForSearch([row.question, row.subject ?? '', row.place ?? ''].join('\n')),
      claims,
      updatedAt: row.updatedAt,
      document: JSON.stringify({ ...presentWireFigure(row), counts: { claims } }),
    };
    return { id: row.id, data };
  });
  return replaceShown(client, 'figure', shown);
}

/** The rows with these ids, of which some have been read in this transaction. */
async function findOthers<K extends 'source' | 'figure'>(
  client: Client,
  store: ReferenceStore<K>,
  ids: Iterable<string>,
  read: readonly ReferenceRow<K>[],
): Promise<ReferenceRow<K>[]> {
  const known = new Map(read.map((row) => [row.id, row]));
  const wanted = [...new Set(ids)];
  const others = wanted.filter((id) => !known.has(id));
  const found = await store.findMany(client, 'id', others);
  return [...wanted.flatMap((id) => known.get(id) ?? []), ...found];
}

const PUBLISHED = { source: 'PublishedSource', figure: 'PublishedFigure' } as const;

/** What of a kind the wire shows from now on; `null` for what it shows no longer. */
async function replaceShown<K extends keyof typeof PUBLISHED>(
  client: Client,
  kind: K,
  shown: readonly { id: string; data: Tables[(typeof PUBLISHED)[K]] | null }[],
): Promise<NewChange[]> {
  const table: (typeof PUBLISHED)[keyof typeof PUBLISHED] = PUBLISHED[kind];
  const ids = shown.map(({ id }) => id);
  const rows = await findRows(client, table, { id: ids }, ['id', 'slug', 'document']);
  const before = new Map(rows.map((row) => [row.id, row]));
  const gone = shown.filter(({ id, data }) => data === null && before.has(id));
  await deleteRows(client, table, { id: gone.map(({ id }) => id) });
  const changed = shown.flatMap(({ data }) => (data === null ? [] : [data]));
  await putRows(client, PUBLISHED[kind], ['id'], changed);
  return [...shown]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ id, data }) => {
      const old = before.get(id);
      if (data?.document === old?.document) return [];
      const slug = (data ?? old)?.slug as string;
      return [referenceChange(kind, id, slug, data?.document ?? null)];
    });
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
