import type { Locators } from '../articles/anchoring.ts';
import type { DeskAnchor } from '../text/schema.ts';
import { type GateInput, type GateProblem, gateError } from './gate.ts';

/** Every piece of every quote and claim stands in its text, at one place. */
export function checkAnchors({ content }: GateInput, locators: Locators): GateProblem[] {
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
  locators: Locators,
): GateProblem[] {
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
    const { nearest } = result;
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
