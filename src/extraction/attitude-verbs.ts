/**
 * Verbs of thought, wish and stance, and those by which documents show something. The letters of
 * the frames are those of `verbs.ts`; d stands for a document as subject.
 */
import { buildTable, type Cue } from './verbs.ts';

const FRAMES: Readonly<Record<string, string>> = {
  xc: 'think believe hope know recognize recognise learn realize realise suspect fear doubt',
  xs: 'question',
  xa: 'see view regard dismiss',
  xi: 'decline',
  xn: 'support oppose endorse defend dismiss question reject describe disavow repudiate renounce reference cite blast assail recall reiterate prefer lambast lambaste express',
  xan: 'consider',
  xo: 'want encourage',
  xp: 'refer talk speak',
  xd: 'show find',
};

const TABLE = buildTable(FRAMES);

/** The verb of thought, wish or stance that a lower-case word is, if it is one. */
export function findAttitude(word: string): Cue | undefined {
  return TABLE.get(word);
}
