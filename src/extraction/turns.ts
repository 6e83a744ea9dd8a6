/** Turns of an interview or transcript, by its layout. */
import { labelledTurns } from './labelled-turns.ts';
import type { Paragraph } from './layout.ts';
import type { Transcript } from './transcript.ts';
import { alternatingTurns, dashTurns, markedTurns } from './unlabelled-turns.ts';

/** The transcript in the text, if it holds one. */
export function findTranscript(text: string, paragraphs: readonly Paragraph[]): Transcript | null {
  return (
    labelledTurns(text) ??
    markedTurns(text, paragraphs) ??
    dashTurns(text, paragraphs) ??
    alternatingTurns(text, paragraphs)
  );
}
