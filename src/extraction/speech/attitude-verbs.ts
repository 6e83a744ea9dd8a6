/**
 * Verbs of thought, wish and stance, and those by which documents show something. The letters of
 * the frames are those of `verbs.ts`; d stands for a document as subject, l for a preposition.
 */
import { buildTable, type Cue } from '../reading/verbs.ts';

const FOR = 'support endorse defend back approve tout trumpet hail promise vow nominate prefer';
const AGAINST =
  'oppose reject dismiss blast assail lambast lambaste chide deride disparage belittle ridicule excoriate reprimand castigate chastise berate scold taunt insult demean denigrate despise detest deplore resent skewer rubbish impugn blame veto protest lament bemoan mourn regret rebut dispute contradict debunk discount downplay underplay overstate disavow repudiate renounce recant question';
const ABOUT =
  'describe reference cite quote recall recite reiterate note stress emphasize emphasise discuss outline express identify suggest predict retweet tweet parrot propound interpret ponder mull contemplate authorize order urge demand credit compare liken';

const FRAMES: Readonly<Record<string, string>> = {
  xc: 'think believe hope know recognize recognise learn realize realise suspect fear doubt worry guess imagine calculate anticipate speculate expect',
  xs: 'question wonder ponder mull contemplate order urge protest resent dispute',
  xa: 'see view regard dismiss remember peg',
  xi: 'decline refuse want plan decide aim offer',
  xn: `${FOR} ${AGAINST} ${ABOUT}`,
  xan: 'consider',
  xo: 'want encourage expect',
  xp: 'refer talk speak',
  xl: 'agree disagree concur side sympathize acquiesce object allude subscribe stand bristle balk scoff rail lobby push petition opt vote inveigh root yearn vouch apologize ask dwell touch reflect opine remark backpedal harp expound muse gush vent joke fret write spar brush shrug laugh lay play rule call spell',
  xd: 'show find',
};

/** The prepositions behind which such a verb tells what it is about. */
const LINKS: Readonly<Record<string, string>> = {
  agree: 'with on',
  disagree: 'with on',
  concur: 'with',
  side: 'with',
  sympathize: 'with',
  acquiesce: 'to in',
  object: 'to',
  allude: 'to',
  subscribe: 'to',
  stand: 'by',
  bristle: 'at',
  balk: 'at',
  scoff: 'at',
  rail: 'against at about',
  lobby: 'for against',
  push: 'for',
  petition: 'for',
  opt: 'against',
  vote: 'against',
  inveigh: 'against',
  root: 'for',
  yearn: 'for',
  vouch: 'for',
  apologize: 'for',
  ask: 'for',
  dwell: 'on',
  touch: 'on',
  reflect: 'on',
  opine: 'on against',
  remark: 'on upon',
  backpedal: 'on',
  harp: 'on',
  expound: 'on',
  muse: 'about on',
  gush: 'about',
  vent: 'about',
  joke: 'about',
  speculate: 'about on',
  fret: 'about over',
  write: 'about of',
  spar: 'over',
  brush: 'off',
  shrug: 'off',
  laugh: 'off',
  lay: 'out',
  play: 'down up',
  rule: 'out',
  call: 'out upon',
  spell: 'out',
};

const TABLE = buildTable(FRAMES);

/** The verb of thought, wish or stance that a lower-case word is, if it is one. */
export function findAttitude(word: string): Cue | undefined {
  return TABLE.get(word);
}

/** True where the word is the preposition of the verb: "side with", "rail against". */
export function isLink(lemma: string, word: string): boolean {
  return LINKS[lemma]?.split(' ').includes(word) ?? false;
}
