/**
 * What each edition changed about the turns, quotes and claims of an article: what was
 * public about a part, and when. A part that was ever public is found here for ever.
 */
import { findRows, insertRows } from '../core/database/rows.ts';
import type { Client } from '../core/database/types.ts';
import { Problem } from '../core/errors.ts';
import { sha256 } from '../core/hash.ts';
import type { PartEdition } from '../generated/sqlite/client.ts';
import type { WireArticle } from './schema.ts';

export type PartName = 'turn' | 'quote' | 'claim';

/** What an edition did to a part. */
export const PART_CHANGES = ['published', 'changed', 'corrected', 'removed'] as const;
export type PartChange = (typeof PART_CHANGES)[number];

interface PublicPart {
  id: string;
  kind: PartName;
  digest: string;
  document: string;
}

/** An edition: what it shows, and the ids of the parts that it is a correction of. */
export interface ShownEdition {
  article: WireArticle;
  corrected: readonly string[];
}

/**
 * Notes what editions change about their parts. A part that only moved in the text has
 * not changed.
 */
export async function recordPartEditions(
  client: Client,
  editions: readonly ShownEdition[],
): Promise<void> {
  const rows: PartEdition[] = [];
  for (const edition of editions) rows.push(...(await partEditionsOf(client, edition)));
  await insertRows(client, 'PartEdition', rows);
}

async function partEditionsOf(
  client: Client,
  { article, corrected }: ShownEdition,
): Promise<PartEdition[]> {
  const known = article.edition === 1 ? new Map() : await findLatest(client, article.id);
  const present = partsOf(article);
  const row = (part: PublicPart, change: PartChange) => ({
    partId: part.id,
    edition: article.edition,
    articleId: article.id,
    kind: part.kind,
    change,
    digest: part.digest,
    document: part.document,
  });
  const rows = present.flatMap((part) => {
    const change = changeOf(part, known.get(part.id), corrected);
    return change === null ? [] : [row(part, change)];
  });
  const ids = new Set(present.map(({ id }) => id));
  for (const [id, latest] of known) {
    if (latest.change === 'removed' || ids.has(id)) continue;
    const { kind, digest, document } = await getPartEdition(client, id, latest.edition);
    rows.push(row({ id, kind: kind as PartName, digest, document }, 'removed'));
  }
  return rows;
}

interface Latest {
  edition: number;
  change: string;
  digest: string;
}

async function findLatest(client: Client, articleId: string): Promise<Map<string, Latest>> {
  const columns = ['partId', 'edition', 'change', 'digest'] as const;
  const rows = await findRows(client, 'PartEdition', { articleId }, columns);
  rows.sort((a, b) => a.edition - b.edition);
  return new Map(rows.map(({ partId, ...latest }) => [partId, latest]));
}

function getPartEdition(client: Client, partId: string, edition: number) {
  return client.partEdition.findUniqueOrThrow({
    where: { partId_edition: { partId, edition } },
    select: { kind: true, digest: true, document: true },
  });
}

function changeOf(
  part: PublicPart,
  latest: Latest | undefined,
  corrected: readonly string[],
): PartChange | null {
  if (latest === undefined || latest.change === 'removed') return 'published';
  if (corrected.includes(part.id)) return 'corrected';
  return latest.digest === part.digest ? null : 'changed';
}

/** Everything that was ever public of an article. */
export async function listEverPublic(
  client: Client,
  articleId: string,
): Promise<{ id: string; kind: PartName }[]> {
  const rows = await client.partEdition.findMany({
    where: { articleId },
    distinct: ['partId'],
    select: { partId: true, kind: true },
  });
  return rows.map(({ partId, kind }) => ({ id: partId, kind: kind as PartName }));
}

/**
 * What a part answers that a later edition of a published article left out: 410 with a
 * link to the last edition that showed it. Nothing is thrown for any other id.
 *
 * @throws Problem gone
 */
export async function requireNotDropped(
  client: Client,
  kind: PartName,
  partId: string,
): Promise<void> {
  const latest = await client.partEdition.findFirst({
    where: { partId, kind },
    orderBy: { edition: 'desc' },
    select: { articleId: true, edition: true, change: true },
  });
  if (latest?.change !== 'removed') return;
  const article = await client.publishedArticle.findUnique({
    where: { id: latest.articleId },
    select: { slug: true },
  });
  if (article === null) return;
  const url = `/v1/articles/${article.slug}`;
  throw new Problem('gone', `The present edition of ${url} no longer holds this ${kind}.`, {
    members: {
      article: url,
      lastEdition: `${url}/editions/${latest.edition - 1}`,
      editions: `/v1/${kind}s/${partId}/editions`,
    },
    headers: { 'cache-control': 'public, max-age=60' },
  });
}

/** The parts of a public document, each with what identifies its meaning. */
function partsOf(article: WireArticle): PublicPart[] {
  const part = (kind: PartName, shown: { id: string }, essence: unknown): PublicPart => ({
    id: shown.id,
    kind,
    digest: sha256(JSON.stringify(essence)),
    document: JSON.stringify(shown),
  });
  return [
    ...article.interviews.flatMap(({ turns }) =>
      turns.map((turn) =>
        part('turn', turn, [turn.role, turn.speaker.id, turn.speakerRole, turn.text]),
      ),
    ),
    ...article.quotes.map((quote) => part('quote', quote, quoteEssence(quote))),
    ...article.claims.map((claim) => part('claim', claim, claimEssence(claim))),
  ];
}

function quoteEssence(quote: WireArticle['quotes'][number]): unknown[] {
  return [
    quote.kind,
    quote.text,
    quote.speaker.id,
    quote.speakerRole,
    quote.organisation,
    quote.verb,
    quote.saidOn?.edtf ?? null,
    quote.venue,
    quote.translated,
    quote.original,
  ];
}

function claimEssence(claim: WireArticle['claims'][number]): unknown[] {
  return [
    claim.text,
    claim.figure.id,
    claim.comparator,
    claim.low,
    claim.high,
    claim.unit,
    claim.place,
    claim.asOf?.edtf ?? null,
    claim.chain.map(({ role, verb, source }) => [role, verb, source.id]),
    claim.partOf,
    claim.supersedes,
    claim.boundsReason,
  ];
}
