/** Names behind the turns: labels matched to full names, interviewer and guest from the opening. */

import { BODY_NOUNS, PLACE_NOUNS, ROLE_NOUNS } from '../reading/lexicon.ts';
import { CALENDAR } from '../reading/phrases.ts';
import { isCapitals } from '../turns/asides.ts';
import { keyOf } from '../turns/speaker-labels.ts';
import type { RawTurn, Transcript } from '../turns/transcript.ts';
import type { PeopleTable } from './people.ts';

export interface SpokenTurn extends RawTurn {
  speaker: string | null;
  role: 'question' | 'answer' | 'remark';
}

const TITLES =
  /^(?:(?:mr|mrs|ms|miss|dr|prof|professor|sir|judge|senator|gen|general|col|colonel|capt|captain|president|minister|inspector|father|sister)\.?\s+)+/i;
const WORD = "(?:\\p{Lu}\\.|\\p{Lu}[\\p{L}\\p{M}'’-]+)";
const NAME = `${WORD}(?: (?:${WORD}|de|da|di|van|von|al|el|bin|del)){1,4}`;
const SPOKE_TO_THEM = new RegExp(
  `(${NAME})(?:,? (?:of|from|for) [^.\\n]{1,50}?)? (?:spoke|talked|sat down|met|put) (?:[^.\\n]{0,30} )?(?:to|with) (?:him|her|them)\\b`,
  'u',
);
const BYLINE = new RegExp(
  `(?:^|\\n)\\s*(?:—|–|-|By|Interview:|Interview by|Text:|Words:)\\s*(${NAME})\\s*$`,
  'u',
);
const ASKED_BY = new RegExp(
  `(?:interview(?:ed)? by|conducted by|questions by|talk(?:ed|s)? (?:to|with)|spoke (?:to|with)|speak(?:s|ing)? (?:to|with)|conversation with|told|correspondent,?|reporter,?|answered by|asked by|met|Interview:|by) (?:[^.\\n]{0,40}?[,:] )?(?:our (?:\\p{Ll}+ )?correspondent,? )?(${NAME})`,
  'gu',
);

const COURTESY = /^(?:(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir)\.?\s+)+(?=\S)/i;
/** Shorter words in capitals are abbreviations more often than surnames. */
const SURNAME_MIN = 4;
/** What a program calls somebody whose name it does not know. */
const NOBODY = /^speaker[ _]?\d+$/i;

const withoutBrackets = (label: string): string =>
  label.replace(/\s*(?:\([^)]*\)|\[[^\]]*\])/g, '').trim();

const lastWordOf = (name: string): string => name.toLowerCase().split(/\s+/).at(-1) ?? '';

/** The names behind the labels of a transcript. */
class Labels {
  readonly #people: PeopleTable;
  readonly #text: string;
  readonly #opening: string;
  /** Labels of several words, by the last one; null where two end in the same. */
  readonly #full = new Map<string, string | null>();
  /** Each label as it is written with small letters, if it is anywhere. */
  readonly #spelt = new Map<string, string>();

  constructor(text: string, labels: readonly string[], start: number, people: PeopleTable) {
    this.#people = people;
    this.#text = text;
    this.#opening = text.slice(0, start);
    for (const label of new Set(labels)) {
      const key = keyOf(label);
      const spelt = this.#spelt.get(key);
      if (spelt === undefined || isCapitals(spelt)) this.#spelt.set(key, label);
      const name = inPrint(withoutTitle(withoutBrackets(label)));
      if (!/\s/.test(name)) continue;
      const last = lastWordOf(name);
      const other = this.#full.get(last);
      const same = other === undefined || other?.toLowerCase() === name.toLowerCase();
      this.#full.set(last, same ? better(name, other ?? name) : null);
    }
  }

  /** The full name for a label: the document's person, or the fullest label, of that surname. */
  nameOf(label: string): string | null {
    const bare = withoutBrackets(this.#spelt.get(keyOf(label)) ?? label);
    if (NOBODY.test(bare)) return null;
    const plain = bare.replace(TITLES, '').trim();
    const words = plain.split(/\s+/);
    const last = lastWordOf(plain);
    const initialled = this.#initialled(plain);
    if (initialled !== undefined) return initialled;
    if (/^the\b/i.test(bare)) return bare;
    if (words.length === 1 && ROLE_NOUNS.has(last)) return bare;
    const known = this.#people.people.find(
      (person) =>
        person.words[person.words.length - 1]?.toLowerCase() === last &&
        (words.length === 1 || person.words[0]?.toLowerCase() === words[0]?.toLowerCase()),
    );
    if (known && known.words.length >= words.length && known.name !== known.name.toUpperCase())
      return known.name;
    const full = this.#full.get(last);
    if (full != null && (words.length === 1 || full.toLowerCase() === plain.toLowerCase()))
      return full;
    const name = withoutTitle(bare);
    return name === bare ? this.#printed(name) : inPrint(name, 1);
  }

  #initialled(label: string): string | undefined {
    if (!/^\p{Lu}{2,3}$/u.test(label)) return undefined;
    const known = this.#people.people.find(
      (person) => person.words.map((word) => word.charAt(0)).join('') === label,
    );
    return known?.name ?? this.#spelledOut(label);
  }

  /** The only name above the turns that has these initials. */
  #spelledOut(initials: string): string | undefined {
    const words = [...initials].map((letter) => `${letter}\\p{Ll}[\\p{L}’'-]*`).join(' ');
    const pattern = new RegExp(`(?<!\\p{L}|\\p{Lu}[\\p{L}’'-]* )${words}(?! ?\\p{Lu})`, 'gu');
    const names = new Set(this.#opening.match(pattern));
    return names.size === 1 ? [...names][0] : undefined;
  }

  /** A single word in capitals may be an abbreviation: it is a name if the text writes it so. */
  #printed(name: string): string {
    if (/\s/.test(name) || name !== name.toUpperCase()) return inPrint(name);
    const small = inCapitals(name);
    return name.length >= SURNAME_MIN && this.#text.includes(small) ? small : name;
  }
}

/** A title goes where a name is left: “Mr. Voss”, but “Judge Voss” stays. */
function withoutTitle(name: string): string {
  const plain = name.replace(TITLES, '').trim();
  return /\s/.test(plain) ? plain : name.replace(COURTESY, '');
}

/** Names in capitals as others are written. */
const inPrint = (name: string, wordsMin = 2): string =>
  name === name.toUpperCase() && name.split(/\s+/).length >= wordsMin ? inCapitals(name) : name;

const inCapitals = (name: string): string =>
  name.toLowerCase().replace(/(?<![\p{L}’'])\p{L}/gu, (letter) => letter.toUpperCase());

/** Of two spellings the one that is not made from capitals: “Ada McRenn”. */
const better = (name: string, other: string): string => (name === inCapitals(name) ? other : name);

interface Opening {
  interviewer: string | null;
  guest: string | null;
}

/** Interviewer and guest of an interview whose turns carry no names. */
function readOpening(
  text: string,
  transcript: Transcript,
  people: PeopleTable,
  tokensStart: (place: number) => number,
): Opening {
  const opening = text.slice(0, transcript.start);
  const counts = new Map<string, { count: number; last: number }>();
  for (const person of people.people) {
    const places = person.places.filter((place) => tokensStart(place) < transcript.start);
    if (places.length > 0)
      counts.set(person.name, {
        count: places.length,
        last: tokensStart(places[places.length - 1] ?? 0),
      });
  }
  const tail = opening.slice(-700);
  let interviewer: string | null = null;
  for (const match of tail.matchAll(ASKED_BY)) {
    const name = (match[1] ?? '').replace(TITLES, '').replace(/[.,’']+s?$/, '');
    const verb = match[0].slice(0, 6);
    const headGuest =
      /^(?:Questi|questi|interv|Interv|conver|spoke |speak|talk|met)/.test(verb) &&
      !/by /.test(match[0].slice(0, 18));
    if (headGuest && guestLike(name, opening)) continue;
    interviewer = name;
  }
  interviewer = BYLINE.exec(tail.trimEnd())?.[1] ?? SPOKE_TO_THEM.exec(tail)?.[1] ?? interviewer;
  const asker = interviewer ?? '';
  const ranked = [...counts]
    .filter(([name]) => name !== asker && !asker.includes(name))
    .sort((a, b) => b[1].last - a[1].last);
  const headline =
    /\b(?:Questions for|Interview with|A conversation with|In conversation with|An interview with) ([^\n]+)/
      .exec(opening)?.[1]
      ?.trim();
  return { interviewer, guest: headline ?? ranked[0]?.[0] ?? lastName(tail, asker) };
}

/** The last name of two words in the opening that is not the interviewer's. */
function lastName(opening: string, asker: string): string | null {
  const names = [...opening.matchAll(new RegExp(`(?<=^|[\\s“"(])${NAME}`, 'gu'))].map((match) =>
    match[0].replace(/['’]s$/, ''),
  );
  const fits = (name: string): boolean =>
    name !== asker &&
    !asker.includes(name) &&
    !name
      .toLowerCase()
      .split(' ')
      .some((word) => BODY_NOUNS.has(word) || PLACE_NOUNS.has(word) || CALENDAR.has(word));
  return names.reverse().find(fits) ?? null;
}

function guestLike(name: string, opening: string): boolean {
  const surname = name.split(/\s+/).at(-1) ?? name;
  return opening.split(surname).length > 3;
}

const GREETING =
  /\b(?:thank|thanks|welcome|goodbye|bye|pleasure|good (?:morning|afternoon|evening|night|luck))\b/i;

function isRemark(words: string): boolean {
  return !/\?/.test(words) && words.split(/\s+/).length <= 8 && GREETING.test(words);
}

/** Gives every turn its speaker and role. `tokenStart` maps a token index to its UTF-16 start. */
export function nameTurns(
  text: string,
  transcript: Transcript,
  people: PeopleTable,
  tokenStart: (place: number) => number,
): SpokenTurn[] {
  const unnamed = transcript.turns.some((turn) => turn.label === null || /^[QA]$/.test(turn.label));
  const opening = unnamed
    ? readOpening(text, transcript, people, tokenStart)
    : { interviewer: null, guest: null };
  let asked = false;
  const labels = transcript.turns.flatMap(({ label }) => label ?? []);
  const known = new Labels(text, labels, transcript.start, people);
  const names = new Map<string, string | null>();
  const nameOf = (label: string): string | null => {
    const name = names.get(label);
    if (name !== undefined) return name;
    const found = known.nameOf(label);
    names.set(label, found);
    return found;
  };
  return transcript.turns.map((turn) => {
    const bare = turn.label === null || /^[QA]$/.test(turn.label);
    const speaker = bare
      ? turn.asks
        ? opening.interviewer
        : opening.guest
      : nameOf(turn.label ?? '');
    const plain = !(bare && turn.asks) && isRemark(text.slice(turn.start, turn.end));
    const role = plain ? 'remark' : turn.asks ? 'question' : asked ? 'answer' : 'remark';
    asked ||= turn.asks;
    return { ...turn, speaker, role };
  });
}
