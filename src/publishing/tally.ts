/**
 * How many published parts refer to sources and figures. A publication changes these numbers by
 * what its article holds: to count them anew takes longer the more was published before.
 */
import type { WireArticle } from '../articles/schema.ts';

/** What refers: turns and quotes by their speakers, claims by whom they cite and by figure. */
export type Referring = 'turns' | 'quotes' | 'cited' | 'claims';

/** For each way of referring, how many parts refer to the source or figure of an id. */
export type Tally = Readonly<Record<Referring, ReadonlyMap<string, number>>>;

/** A tally that is being made. */
export type OpenTally = Readonly<Record<Referring, Map<string, number>>>;

export function openTally(): OpenTally {
  return { turns: new Map(), quotes: new Map(), cited: new Map(), claims: new Map() };
}

/** Counts parts that refer to an id; fewer than none where they are gone. */
export function count(tally: OpenTally, what: Referring, id: string, parts = 1): void {
  tally[what].set(id, (tally[what].get(id) ?? 0) + parts);
}

/** Adds one tally to another, or takes it away. */
export function addTally(to: OpenTally, added: Tally, sign: 1 | -1): void {
  for (const what of Object.keys(to) as Referring[])
    for (const [id, parts] of added[what]) count(to, what, id, sign * parts);
}

/** What the parts of a public document refer to. */
export function tallyOf({ interviews, quotes, claims }: WireArticle): Tally {
  const tally = openTally();
  for (const { turns } of interviews)
    for (const { speaker } of turns) count(tally, 'turns', speaker.id);
  for (const { speaker } of quotes) count(tally, 'quotes', speaker.id);
  for (const claim of claims) {
    count(tally, 'claims', claim.figure.id);
    for (const id of citedIn(claim)) count(tally, 'cited', id);
  }
  return tally;
}

/** The sources that a claim cites, once each. */
export function citedIn({ source, chain }: WireArticle['claims'][number]): string[] {
  return [...new Set([source.id, ...chain.map((link) => link.source.id)])];
}
