import type { Work } from '../work.ts';

/**
 * Shows a changed or merged reference datum in everything published that refers to it.
 *
 * @param before what documents show now
 * @param after what they shall show: the same datum changed, or the one that it became
 * @returns the id of the job that goes on with it, or `null` when all is done
 */
export type Reproject = (
  work: Work,
  kind: 'source' | 'figure' | 'section' | 'tag' | 'asset',
  before: { id: string; slug: string },
  after: { id: string; slug: string },
) => Promise<string | null>;
