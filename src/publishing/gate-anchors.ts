import type { Locators } from '../articles/anchoring.ts';
import type { DeskAnchor } from '../text/schema.ts';
import type { GateInput } from './gate.ts';
import { type GateProblem, gateError } from './gate-problem.ts';

/**
 * How much text may be looked through for the nearest words, in code points, in one check:
 * all of them in an ordinary article, the first ten in one of the longest.
 */
const NEAREST_BUDGET = 2_000_000;

/** Every piece of every quote and claim stands in its text, at one place. */
export function checkAnchors({ content }: GateInput, all: Locators): GateProblem[] {
  const locators = { in: all.in, budget: NEAREST_BUDGET };
  return [
    ...content.quotes.flatMap((quote, index) =>
      checkAnchor(quote.anchor, `/quotes/${index}/anchor`, 'quote-not-found', locators),
    ),
    ...content.claims.flatMap((claim, index) =>
      checkAnchor(claim.anchor, `/claims/${index}/anchor`, 'anchor-not-found', locators),
    ),
  ];
}

function checkAnchor(
  anchor: DeskAnchor,
  pointer: string,
  missing: 'quote-not-found' | 'anchor-not-found',
  locators: Locators & { budget: number },
): GateProblem[] {
  if (anchor.pieces.every(({ start }) => start !== null)) return [];
  const locator = locators.in(anchor.in);
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
      return [
        gateError(
          'anchor-ambiguous',
          at,
          `“${shorten(exact)}” stands in the text ${result.candidates.length} times: give a prefix or suffix.`,
          {
            candidates: result.candidates,
          },
        ),
      ];
    }
    locators.budget -= locator.text.length;
    const nearest = locators.budget < 0 ? null : result.nearest;
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
