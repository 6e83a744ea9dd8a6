import type { Work } from './work.ts';

/** Shows a changed reference datum in everything published that refers to it. */
export type Reproject = (
  work: Work,
  kind: 'source' | 'figure' | 'section' | 'tag',
  before: { id: string; slug: string },
  after: { id: string; slug: string },
) => Promise<void>;
