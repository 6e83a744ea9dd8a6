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
import type { Referring, Tally } from './tally.ts';

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
 * @param changed by how much more they are referred to than was shown so far; without it what
 *   refers to them is counted anew
 * @returns what the public sees change; the caller tells it, or uses `showSources`
 */
export async function projectSources(
  client: Client,
  ids: Iterable<string>,
  read: readonly SourceRow[] = [],
  changed?: Tally,
): Promise<NewChange[]> {
  const rows = await findOthers(client, sourceStore, ids, read);
  const known = rows.map(({ id }) => id);
  const columns = ['id', 'slug', 'document', 'turns', 'quotes', 'claims'] as const;
  const before = byId(await findRows(client, 'PublishedSource', { id: known }, columns));
  const count = (what: Referring, shown: 'turns' | 'quotes' | 'claims') =>
    countParts(client, what, known, changed, (id) => before.get(id)?.[shown] ?? 0);
  const turns = await count('turns', 'turns');
  const quotes = await count('quotes', 'quotes');
  const claims = await count('cited', 'claims');
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
  return replaceShown(client, 'source', before, shown);
}

/**
 * Brings the published rows of figures up to date, or takes them off the wire.
 *
 * @param read rows that were read in this transaction, which need not be read again
 * @param changed as of `projectSources`
 * @returns what the public sees change; the caller tells it, or uses `showFigures`
 */
export async function projectFigures(
  client: Client,
  ids: Iterable<string>,
  read: readonly FigureRow[] = [],
  changed?: Tally,
): Promise<NewChange[]> {
  const rows = await findOthers(client, figureStore, ids, read);
  const known = rows.map(({ id }) => id);
  const columns = ['id', 'slug', 'document', 'claims'] as const;
  const before = byId(await findRows(client, 'PublishedFigure', { id: known }, columns));
  const shownClaims = (id: string) => before.get(id)?.claims ?? 0;
  const count = await countParts(client, 'claims', known, changed, shownClaims);
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
  return replaceShown(client, 'figure', before, shown);
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

/** How many parts refer to each id: counted anew, or as many as were shown and what changed. */
async function countParts(
  client: Client,
  what: Referring,
  ids: readonly string[],
  changed: Tally | undefined,
  shown: (id: string) => number,
): Promise<(id: string) => number> {
  if (changed === undefined) return countReferring(client, what, ids);
  return (id) => shown(id) + (changed[what].get(id) ?? 0);
}

function byId<R extends { id: string }>(rows: readonly R[]): ReadonlyMap<string, R> {
  return new Map(rows.map((row) => [row.id, row]));
}

const PUBLISHED = { source: 'PublishedSource', figure: 'PublishedFigure' } as const;

/** What of a kind the wire shows from now on, after what it showed `before`; `null` for nothing. */
async function replaceShown<K extends keyof typeof PUBLISHED>(
  client: Client,
  kind: K,
  before: ReadonlyMap<string, { slug: string; document: string }>,
  shown: readonly { id: string; data: Tables[(typeof PUBLISHED)[K]] | null }[],
): Promise<NewChange[]> {
  const table: (typeof PUBLISHED)[keyof typeof PUBLISHED] = PUBLISHED[kind];
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
