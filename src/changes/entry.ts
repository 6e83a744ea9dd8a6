import type { Change as ChangeRow } from '../generated/sqlite/client.ts';
import type { Change, ChangeKind } from './schema.ts';

/** The columns that an entry shows. */
export type ShownChange = Omit<ChangeRow, 'tags'>;

const PATHS: Record<ChangeKind, string> = {
  article: '/v1/articles/',
  source: '/v1/sources/',
  figure: '/v1/figures/',
};

/**
 * An entry of the log as JSON, without line breaks. The document is put in as the bytes
 * that the wire answers; nothing is parsed.
 */
export function renderChange(row: ShownChange): string {
  const head: Omit<Change, 'data'> = {
    seq: row.seq,
    type: row.type as Change['type'],
    kind: row.kind as ChangeKind,
    id: row.targetId,
    articleId: row.articleId,
    slug: row.slug,
    edition: row.edition,
    url: row.slug === null ? null : PATHS[row.kind as ChangeKind] + row.slug,
    at: row.at.toISOString(),
  };
  return `${JSON.stringify(head).slice(0, -1)},"data":${row.data}}`;
}
