import type { Locators } from '../articles/anchoring.ts';
import { nextTurn, othersWait } from '../core/turns.ts';
import type { DeskAnchor } from '../text/schema.ts';
import type { GateInput } from './gate.ts';
import { type GateProblem, gateError } from './gate-problem.ts';

/**
 * How much text may be looked through for the nearest words, in code points, in one check:
 * all of them in an ordinary article, the first ten in one of the longest.
 */
const NEAREST_BUDGET = 2_000_000;
/** So many places are listed in one check where words stand several times. */
const CANDIDATES_BUDGET = 1_000;

/** Where words are looked for, and how much of what helps may still be listed. */
interface Search extends Locators {
  nearest: number;
  candidates: number;
}

/** Every piece of every quote and claim stands in its text, at one place. */
export async function checkAnchors(
  { content }: GateInput,
  locators: Locators,
): Promise<GateProblem[]> {
  const search: Search = {
    in: locators.in,
    nearest: NEAREST_BUDGET,
    candidates: CANDIDATES_BUDGET,
  };
  const problems: GateProblem[] = [];
  for (const [kind, missing] of [
    ['quotes', 'quote-not-found'],
    ['claims', 'anchor-not-found'],
  ] as const) {
    for (const [index, { anchor }] of content[kind].entries()) {
      if (othersWait()) await nextTurn();
      problems.push(...checkAnchor(anchor, `/${kind}/${index}/anchor`, missing, search));
    }
  }
  return problems;
}

function checkAnchor(
  anchor: DeskAnchor,
  pointer: string,
  missing: 'quote-not-found' | 'anchor-not-found',
  search: Search,
): GateProblem[] {
  if (anchor.pieces.every(({ start }) => start !== null)) return [];
  const locator = search.in(anchor.in);
  return anchor.pieces.flatMap((piece, index) => {
    if (piece.start !== null) return [];
    const at = `${pointer}/pieces/${index}`;
    if (locator === null)
      return [gateError(missing, at, 'The turn that the words stood in is gone.')];
    const { exact, prefix, suffix } = piece;
    const result = locator.locate({
      exact,
      ...(prefix ? { prefix } : {}),
      ...(suffix ? { suffix } : {}),
    });
    if (result.found) return [];
    if (result.reason === 'ambiguous') {
      const candidates = result.candidates.slice(0, Math.max(0, search.candidates));
      search.candidates -= result.candidates.length;
      return [
        gateError(
          'anchor-ambiguous',
          at,
          `“${shorten(exact)}” stands in the text ${result.candidates.length} times: give a prefix or suffix.`,
          candidates.length === 0 ? undefined : { candidates },
        ),
      ];
    }
    search.nearest -= locator.text.length;
    const nearest = search.nearest < 0 ? null : result.nearest;
    return [
      nearest === null
        ? gateError(missing, at, `“${shorten(exact)}” does not stand in the text.`)
        : gateError(
            missing,
            at,
            `“${shorten(exact)}” does not stand in the text; the nearest is “${shorten(nearest.text)}”.`,
            { nearest },
          ),
    ];
  });
}

const SHOWN_MAX = 120;

function shorten(words: string): string {
  const characters = [...words];
  return characters.length <= SHOWN_MAX ? words : `${characters.slice(0, SHOWN_MAX).join('')}…`;
}
