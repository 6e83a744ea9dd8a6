import { createBoundedStore } from '../bounded-store.ts';
import { type Clock, systemClock } from '../clock.ts';
import { isExpired, type Rendition } from './rendition.ts';

/** What an entry costs beside its bytes and its tags: keys, headers and bookkeeping. */
const ENTRY_OVERHEAD_BYTES = 3_072;
/** How often its tags are kept once it was sent: as they are, in two heads, and apart. */
const TAGS_KEPT = 4;
/** A body with the variants that are made of it, by the length of the body. */
const WITH_VARIANTS = 1.5;
/** For so many tags it is known when they were last dropped. */
const DROPPED_MAX = 100_000;

/**
 * A bounded cache of finished answers by request target. Everything that changes in
 * public names tags (ids); the answers that carry one of them are stale. They are found out
 * when they are asked for: an index of all tags would cost each answer more than making it.
 *
 * While there is room every answer is kept. Then only one that is made a second time within
 * a while takes the place of others: what is asked for once, as a crawler does, pushes
 * nothing out.
 */
export interface AnswerCache {
  /** What is neither stale nor expired. */
  get(key: string): Rendition | undefined;
  /** A mark to take before reading the database: what is dropped later makes the answer stale. */
  mark(): number;
  set(key: string, rendition: Rendition, mark: number): void;
  drop(tags: readonly string[]): void;
  /** Where nobody knows what changed. */
  dropAll(): void;
  readonly bytes: number;
}

interface Entry {
  rendition: Rendition;
  /** Its tags apart, once they were looked through: parting them takes longer than that. */
  tags?: string[];
  /** Nothing that was dropped up to this mark makes it stale. */
  checkedAt: number;
}

export function createAnswerCache(maxBytes: number, clock: Clock = systemClock): AnswerCache {
  const drops = createDrops(DROPPED_MAX);
  const entries = createBoundedStore<Entry>(maxBytes);
  const isStale = (entry: Entry): boolean => {
    const { rendition, checkedAt } = entry;
    if (checkedAt === drops.count()) return false;
    entry.tags ??= rendition.tags.split(',');
    if (drops.hasAny(entry.tags, checkedAt)) return true;
    entry.checkedAt = drops.count();
    return false;
  };
  return {
    get(key) {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      const { rendition } = entry;
      if (isExpired(rendition, clock) || isStale(entry)) {
        entries.delete(key);
        return undefined;
      }
      return rendition;
    },
    mark: drops.count,
    set(key, rendition, mark) {
      entries.keep(key, sizeOf(rendition, key), { rendition, checkedAt: mark });
    },
    drop: drops.add,
    dropAll: drops.addAll,
    get bytes() {
      return entries.bytes;
    },
  };
}

/** What it comes to once it was sent several times. Of a variant that was read no others are made. */
function sizeOf({ body, made, tags }: Rendition, key: string): number {
  const bytes =
    body === null
      ? Object.values(made).reduce((sum, variant) => sum + variant.body.length, 0)
      : WITH_VARIANTS * body.length;
  return Math.ceil(bytes) + TAGS_KEPT * tags.length + key.length + ENTRY_OVERHEAD_BYTES;
}

interface Drops {
  /** How often something was dropped. */
  count(): number;
  add(tags: readonly string[]): void;
  addAll(): void;
  /** Whether one of the tags may have been dropped since then. */
  hasAny(tags: readonly string[], since: number): boolean;
}

function createDrops(max: number): Drops {
  let count = 0;
  /** By tag, the count at which it was last dropped. */
  let recent = new Map<string, number>();
  let older = new Map<string, number>();
  /** From which counts on these two know everything. */
  let recentFrom = 0;
  let olderFrom = 0;
  return {
    count: () => count,
    add(tags) {
      count += 1;
      for (const tag of tags) recent.set(tag, count);
      if (recent.size < max / 2) return;
      older = recent;
      olderFrom = recentFrom;
      recent = new Map();
      recentFrom = count;
    },
    addAll() {
      count += 1;
      recent = new Map();
      older = new Map();
      recentFrom = count;
      olderFrom = count;
    },
    hasAny(tags, since) {
      if (since < olderFrom) return true;
      const isOld = since < recentFrom;
      return tags.some(
        (tag) => (recent.get(tag) ?? 0) > since || (isOld && (older.get(tag) ?? 0) > since),
      );
    },
  };
}
