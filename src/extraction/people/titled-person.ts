/** A person whom the text names by title and surname alone: “Ms. Renn”, “Judge Voss”. */
import {
  BODY_NOUNS,
  FEMALE_TITLES,
  MALE_TITLES,
  OFFICE_NOUNS,
  PLACE_NOUNS,
  ROLE_NOUNS,
} from '../reading/lexicon.ts';
import { isCapitalised } from '../reading/names.ts';
import type { Phrase } from '../reading/phrases.ts';
import type { ResolveContext, Source } from './source.ts';

const COURTESY = /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame)\.?$/;
/** Titles that begin the names of bodies and places more often are left out: General, King, Major. */
const OFFICE =
  /^(?:judge|senator|sen|rep|gov|governor|president|capt|captain|col|colonel|lt|lieutenant|sgt|sergeant|rev)\.?$/;

const NO_NAMES = [BODY_NOUNS, PLACE_NOUNS, OFFICE_NOUNS, ROLE_NOUNS];

/** Null where the mention is another, such as “Ms. Renn’s office”. */
export function titledPerson({ tokens, text }: ResolveContext, mention: Phrase): Source | null {
  const title = tokens[mention.from];
  if (!title || !(COURTESY.test(title.lower) || OFFICE.test(title.lower))) return null;
  const at = tokens[mention.from + 1]?.text === '.' ? mention.from + 2 : mention.from + 1;
  const name = tokens[at];
  const next = at + 1 < mention.to ? tokens[at + 1] : undefined;
  if (
    !name ||
    at >= mention.to ||
    !isCapitalised(name) ||
    NO_NAMES.some((list) => list.has(name.lower))
  )
    return null;
  if (next && (isCapitalised(next) || /^(?:'s|’s|and|&|-)$/.test(next.lower))) return null;
  const isCourtesy = COURTESY.test(title.lower);
  return {
    name: isCourtesy ? name.text : text.slice(title.start, name.end),
    kind: 'person',
    role: isCourtesy ? null : title.text,
    organisation: null,
    anonymous: false,
    gender: MALE_TITLES.has(title.lower) ? 'm' : FEMALE_TITLES.has(title.lower) ? 'f' : null,
  };
}
