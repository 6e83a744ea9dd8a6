import type { Work } from '../work.ts';
import type { ReferenceKind } from './store.ts';

/** What articles refer to and show as it is now: reference data, and pictures. */
export type ShownKind = ReferenceKind | 'asset';

/**
 * Shows a changed or merged reference datum in everything published that refers to it.
 *
 * @param before what documents show now
 * @param after what they shall show: the same datum changed, or the one that it became
 * @returns the id of the job that goes on with it, or `null` when all is done
 */
export type Reproject = (
  work: Work,
  kind: ShownKind,
  before: { id: string; slug: string },
  after: { id: string; slug: string },
) => Promise<string | null>;
