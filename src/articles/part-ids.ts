/** The ids that the parts of an article have, and the places where quotes and claims stand. */
import type { ProblemItem } from '../core/errors.ts';
import { createId } from '../core/ids.ts';
import type { AnchorInput } from '../text/schema.ts';
import type { ArticleContent } from './content.ts';
import type { PartName } from './part-editions.ts';

/** What has an id of its own in an article: an interview too, which is public with its turns. */
type OwnId = 'interview' | PartName;

/** The ids and places of one article that is being saved. */
export interface PartIds {
  /** A part keeps the id that its article gave it, here or elsewhere; nobody else chooses ids. */
  take(kind: OwnId, given: string | undefined, pointer: string): string;
  /** Whether the article gave this id to such a part before. */
  has(kind: OwnId, id: string): boolean;
  /** `body`, or the id of the turn that an anchor names. */
  place(named: AnchorInput['in'], content: ArticleContent, pointer: string): string;
}

/**
 * @param previous what the article held before
 * @param keepsIds whether parts have ids that another newsroom gave them
 * @param report told of each id that leads nowhere
 */
export function createPartIds(
  previous: ArticleContent | null,
  keepsIds: boolean,
  report: (item: ProblemItem) => void,
): PartIds {
  const known = idsIn(previous);
  const used = new Set<string>();
  /** Where parts stood before, turns that are gone included. */
  const places = new Set([
    ...known.turn,
    ...(previous?.quotes ?? []).map(({ anchor }) => anchor.in),
    ...(previous?.claims ?? []).map(({ anchor }) => anchor.in),
  ]);
  const tell = (pointer: string, code: string, message: string) =>
    report({ pointer, code, message });
  return {
    take(kind, given, pointer) {
      if (given === undefined) return createId();
      if (!keepsIds && !known[kind].has(given)) {
        tell(
          `${pointer}/id`,
          'reference-unknown',
          `there is no ${kind} ${given} in this article; leave the id out for a new one`,
        );
      } else if (used.has(given)) {
        tell(`${pointer}/id`, 'reference-repeated', `the ${kind} ${given} is here twice`);
      }
      used.add(given);
      return given;
    },
    has: (kind, id) => known[kind].has(id),
    place(named, { interviews }, pointer) {
      if (typeof named === 'object') {
        const turn = interviews[named.interview]?.turns[named.turn];
        if (turn !== undefined) return turn.id;
        tell(pointer, 'reference-unknown', 'names no turn of this article');
        return 'body';
      }
      const isTurn = interviews.some(({ turns }) => turns.some(({ id }) => id === named));
      if (named === 'body' || isTurn || places.has(named)) return named;
      tell(pointer, 'reference-unknown', `there is no turn ${named} in this article`);
      return 'body';
    },
  };
}

function idsIn(content: ArticleContent | null): Record<OwnId, Set<string>> {
  const ids = (parts: readonly { id: string }[] | undefined) =>
    new Set((parts ?? []).map(({ id }) => id));
  return {
    interview: ids(content?.interviews),
    turn: ids(content?.interviews.flatMap(({ turns }) => turns)),
    quote: ids(content?.quotes),
    claim: ids(content?.claims),
  };
}
