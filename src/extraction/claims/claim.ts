/** A claim as it is found, with who vouches for it. */

import type { RawQuantity } from '../quantities/quantity.ts';
import type { SourceKind } from '../schema.ts';
import type { Wording } from './claim-phrases.ts';

export interface ClaimSource {
  name: string;
  kind: SourceKind;
}

export interface RawClaim {
  quantity: RawQuantity;
  unit: string | null;
  subject: string | null;
  /** The subject in its parts. */
  wording: Wording;
  place: string | null;
  asOf: string | null;
  source: ClaimSource | null;
  partOf: number | null;
  supersedes: number | null;
  rule: string;
}

/** A stretch of content with its source; the shortest that holds a figure is its innermost. */
export interface SourcedSpan {
  start: number;
  end: number;
  source: ClaimSource | null;
  /** UTF-16 index of the cue, for content of a report. */
  cue?: number;
  /** True for a turn: who speaks there vouches unless the turn says otherwise. */
  turn: boolean;
}
