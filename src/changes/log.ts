import { nextCount } from '../core/database/counters.ts';
import type { Work } from '../core/work.ts';

/** What happened in public, as the change log names it. */
export const CHANGE_TYPES = [
  'article.published',
  'article.updated',
  'article.corrected',
  'article.withdrawn',
  'article.retracted',
  'article.refreshed',
  'source.updated',
  'source.removed',
  'figure.updated',
  'figure.removed',
] as const;
export type ChangeType = (typeof CHANGE_TYPES)[number];

export interface NewChange {
  type: ChangeType;
  kind: 'article' | 'source' | 'figure';
  targetId: string;
  articleId?: string;
  slug?: string | null;
  edition?: number;
  /** The finished document after the change; null when it is gone. */
  document: string | null;
  /** What caches drop, in this process and in others. */
  tags: string[];
}

/** Appends to the ordered log of what the public saw change. */
export async function appendChange(work: Work, change: NewChange): Promise<number> {
  const seq = await nextCount(work.client, 'changes');
  work.touch(change.tags);
  await work.client.change.create({
    data: {
      seq,
      type: change.type,
      kind: change.kind,
      targetId: change.targetId,
      articleId: change.articleId ?? null,
      slug: change.slug ?? null,
      edition: change.edition ?? null,
      tags: JSON.stringify(change.tags),
      data: change.document ?? 'null',
      at: work.now,
    },
  });
  return seq;
}
