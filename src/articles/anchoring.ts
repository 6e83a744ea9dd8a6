import { createLocator, type Locator, relocate } from '../text/anchors.ts';
import { project } from '../text/projection.ts';
import { remember } from '../text/remember.ts';
import type { AnchorInput, AnchorStatus, DeskAnchor } from '../text/schema.ts';
import { type ArticleContent, allTurns } from './content.ts';

type Piece = DeskAnchor['pieces'][number];

/** Finds words in the texts of one article: its body and each of its turns. */
export interface Locators {
  /** `null` when there is no such text. */
  in(place: string): Locator | null;
}

const REMEMBERED_CHARACTERS = 500_000;

const locatorOf = remember((markdown): Locator => {
  const { text, points } = project(markdown);
  return createLocator(text, points);
}, REMEMBERED_CHARACTERS);

/** A text is projected when something in it is looked for. */
export function createLocators(content: Pick<ArticleContent, 'body' | 'interviews'>): Locators {
  const turns = new Map(allTurns(content).map((turn) => [turn.id, turn.text]));
  return {
    in(place) {
      const text = place === 'body' ? content.body : turns.get(place);
      if (text === undefined) return null;
      return locatorOf(text);
    },
  };
}

export interface Located {
  anchor: DeskAnchor;
  status: AnchorStatus;
}

/**
 * Finds an anchor's pieces. A piece that is as it was stored is found again by its words,
 * wherever they moved; a new one by its words and context. What is not found keeps its
 * words, with offsets of null.
 */
export function locateAnchor(
  locators: Locators,
  place: string,
  pieces: AnchorInput['pieces'],
  stored: DeskAnchor | undefined,
): Located {
  const locator = locators.in(place);
  const known = stored?.in === place ? stored.pieces : [];
  let status: AnchorStatus = 'anchored';
  const located = pieces.map((piece): Piece => {
    const result =
      locator === null
        ? null
        : find(
            locator,
            piece,
            known.find((old) => isSame(old, piece)),
          );
    if (result?.found) return result.anchor;
    if (status !== 'orphaned') status = result?.reason === 'ambiguous' ? 'ambiguous' : 'orphaned';
    return {
      exact: piece.exact,
      prefix: piece.prefix ?? '',
      suffix: piece.suffix ?? '',
      start: null,
      end: null,
    };
  });
  return { anchor: { in: place, pieces: located }, status };
}

function find(locator: Locator, piece: AnchorInput['pieces'][number], known: Piece | undefined) {
  if (known?.start != null && known.end != null) {
    return relocate(locator, { ...known, start: known.start, end: known.end });
  }
  return locator.locate({
    exact: piece.exact,
    ...(piece.prefix ? { prefix: piece.prefix } : {}),
    ...(piece.suffix ? { suffix: piece.suffix } : {}),
  });
}

/** A piece sent back as it was answered, or with nothing but its words. */
function isSame(stored: Piece, piece: AnchorInput['pieces'][number]): boolean {
  return (
    stored.exact === piece.exact &&
    (piece.prefix === undefined || piece.prefix === stored.prefix) &&
    (piece.suffix === undefined || piece.suffix === stored.suffix)
  );
}
