/** Turns of an interview or transcript, by its layout. */

import type { Paragraph } from '../reading/layout.ts';
import { withoutAsides } from './asides.ts';
import { labelledTurns } from './labelled-turns.ts';
import type { Transcript } from './transcript.ts';
import { alternatingTurns, dashTurns, markedTurns } from './unlabelled-turns.ts';

/** The transcript in the text, if it holds one. */
export function findTranscript(text: string, paragraphs: readonly Paragraph[]): Transcript | null {
  const labelled = labelledTurns(text);
  if (labelled) return labelled;
  const spoken = withoutAsides(text, paragraphs);
  return markedTurns(text, spoken) ?? dashTurns(text, spoken) ?? alternatingTurns(text, spoken);
}
