import { nextCount } from '../core/database/counters.ts';
import { insertRows } from '../core/database/rows.ts';
import type { Work } from '../core/work.ts';
import type { ChangeKind, ChangeType } from './schema.ts';

/** The cache tag of every answer that shows the newest part of the log. */
export const CHANGES_TAG = 'changes';

export interface NewChange {
  type: ChangeType;
  kind: ChangeKind;
  targetId: string;
  articleId?: string;
  slug?: string | null;
  edition?: number;
  /** The finished document after the change; null when it is gone. */
  document: string | null;
  /** What caches drop, in this process and in others. */
  tags: string[];
}

/** Appends to the ordered log of what the public saw change; it is the webhooks' outbox too. */
export function appendChange(work: Work, change: NewChange): Promise<void> {
  return appendChanges(work, [change]);
}

/** Appends several changes in their order. */
export async function appendChanges(work: Work, changes: readonly NewChange[]): Promise<void> {
  if (changes.length === 0) return;
  const last = await nextCount(work.client, 'changes', changes.length);
  const first = last - changes.length + 1;
  await insertRows(
    work.client,
    'Change',
    changes.map((change, index) => rowOf(work, change, first + index)),
  );
}

function rowOf(work: Work, change: NewChange, seq: number) {
  const tags = [...change.tags, CHANGES_TAG];
  work.touch(tags);
  return {
    seq,
    type: change.type,
    kind: change.kind,
    targetId: change.targetId,
    articleId: change.articleId ?? null,
    slug: change.slug ?? null,
    edition: change.edition ?? null,
    tags: JSON.stringify(tags),
    data: change.document ?? 'null',
    at: work.now,
  };
}
