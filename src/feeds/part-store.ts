/** The newest quotes, turns and claims: what feeds of sources and figures hold. */
import { listRows } from '../core/database/list.ts';
import { findRows } from '../core/database/rows.ts';
import type { Client } from '../core/database/types.ts';

const TABLES = { quote: 'PublishedQuote', turn: 'PublishedTurn', claim: 'PublishedClaim' } as const;
type PartKind = keyof typeof TABLES;

/** When a part appeared; that may be later than its article was published. */
interface Dated {
  kind: PartKind;
  id: string;
  publishedAt: Date;
}

export interface NewestPart extends Dated {
  articleId: string;
  document: string;
}

/** What an index holds: a source may have said more than can be read. */
const COLUMNS = ['id', 'publishedAt'] as const;

/** The newest quotes, turns and claims of a source, together and newest first. */
export async function newestOfSource(
  client: Client,
  sourceId: string,
  take: number,
): Promise<NewestPart[]> {
  const where = { speakerId: sourceId };
  const quotes = await candidates('quote', (orderBy) =>
    listRows(client, 'PublishedQuote', { where, orderBy, take, columns: COLUMNS }),
  );
  const turns = await candidates('turn', (orderBy) =>
    listRows(client, 'PublishedTurn', { where, orderBy, take, columns: COLUMNS }),
  );
  const claims = await candidates('claim', (orderBy) =>
    listRows(client, 'PublishedClaim', { where: { sourceId }, orderBy, take, columns: COLUMNS }),
  );
  return readNewest(client, [...quotes, ...turns, ...claims], take);
}

/** The newest claims about a figure, newest first. */
export async function newestOfFigure(
  client: Client,
  figureId: string,
  take: number,
): Promise<NewestPart[]> {
  const claims = await candidates('claim', (orderBy) =>
    listRows(client, 'PublishedClaim', { where: { figureId }, orderBy, take, columns: COLUMNS }),
  );
  return readNewest(client, claims, take);
}

type Order = { publishedAt: 'desc' } | { id: 'desc' };

/**
 * The parts of the newest articles, and those that were made last: an update adds them to
 * an older article. Ids are in the order in which they were made (UUIDv7).
 */
async function candidates(
  kind: PartKind,
  find: (orderBy: Order[]) => Promise<Omit<Dated, 'kind'>[]>,
): Promise<Dated[]> {
  const rows = [
    ...(await find([{ publishedAt: 'desc' }, { id: 'desc' }])),
    ...(await find([{ id: 'desc' }])),
  ];
  return [...new Map(rows.map((row) => [row.id, { kind, ...row }])).values()];
}

async function readNewest(
  client: Client,
  parts: readonly Dated[],
  take: number,
): Promise<NewestPart[]> {
  const added = await findAdded(client, parts);
  const newest = parts
    .map((part) => {
      const addedAt = added.get(part.id) ?? part.publishedAt;
      return addedAt > part.publishedAt ? { ...part, publishedAt: addedAt } : part;
    })
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || (a.id < b.id ? 1 : -1))
    .slice(0, take);
  const rows = new Map<string, Pick<NewestPart, 'articleId' | 'document'>>();
  for (const [kind, table] of Object.entries(TABLES)) {
    const ids = newest.filter((part) => part.kind === kind).map(({ id }) => id);
    for (const { id, ...row } of await findRows(client, table, { id: ids }, [
      'id',
      'articleId',
      'document',
    ]))
      rows.set(id, row);
  }
  return newest.flatMap((part) => {
    const row = rows.get(part.id);
    return row === undefined ? [] : [{ ...part, ...row }];
  });
}

/** When parts were added by a later edition than their article's first. */
async function findAdded(client: Client, parts: readonly Dated[]): Promise<Map<string, Date>> {
  const all = await findRows(
    client,
    'PartEdition',
    { partId: parts.map(({ id }) => id), change: 'published' },
    ['partId', 'articleId', 'edition'],
  );
  const rows = all.filter(({ edition }) => edition > 1).sort((a, b) => a.edition - b.edition);
  const editions = await findRows(
    client,
    'Edition',
    {
      articleId: [...new Set(rows.map(({ articleId }) => articleId))],
      number: [...new Set(rows.map(({ edition }) => edition))],
    },
    ['articleId', 'number', 'publishedAt'],
  );
  const times = new Map(
    editions.map(({ articleId, number, publishedAt }) => [`${articleId}/${number}`, publishedAt]),
  );
  return new Map(
    rows.flatMap(({ partId, articleId, edition }) => {
      const publishedAt = times.get(`${articleId}/${edition}`);
      return publishedAt === undefined ? [] : [[partId, publishedAt]];
    }),
  );
}
