/** Marks of footnotes as raised digits: plain ones would run into a number before them. */
import type { HastElement, HastNode } from './html-clean.ts';
import { wordsOf } from './raised.ts';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

export const footnoteMark = (number: number): string =>
  String(number).replace(/\d/g, (digit) => RAISED[Number(digit)] ?? '');

/**
 * What stands for an element that leads to a footnote, or back from it, which is nothing.
 * `null` for every other: a raised number alone may be an exponent.
 */
export function readFootnoteLink(element: HastElement): string | null {
  if (element.tagName !== 'sup' && element.tagName !== 'a') return null;
  const words = wordsOf(element).trim();
  if (isPlaceInPage(element) && /^(?:[↩↑⤴][\ufe0e\ufe0f]?)+$/u.test(words)) return '';
  const [, bracket, digits] = /^(\[?)(\d{1,3})\]?$/.exec(words) ?? [];
  if (digits === undefined) return null;
  const isMark =
    element.tagName === 'sup'
      ? bracket !== '' || contains(element, isPlaceInPage)
      : isPlaceInPage(element) &&
        (bracket !== '' || contains(element, ({ tagName }) => tagName === 'sup'));
  return isMark ? footnoteMark(Number(digits)) : null;
}

const isPlaceInPage = ({ tagName, properties }: HastElement): boolean =>
  tagName === 'a' && typeof properties.href === 'string' && /#[^/]/.test(properties.href);

const childrenOf = (element: HastElement): HastNode[] => element.children as HastNode[];

function contains(element: HastElement, isWanted: (one: HastElement) => boolean): boolean {
  return childrenOf(element).some(
    (node) => node.type === 'element' && (isWanted(node) || contains(node, isWanted)),
  );
}
