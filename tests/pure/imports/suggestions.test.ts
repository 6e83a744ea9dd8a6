import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/extraction/extract.ts';
import { makeSuggestions } from '../../../src/imports/suggestions.ts';

describe('the figure of a suggested claim', () => {
  it.each([
    ['At least 14 gates failed, Ada Renn said.', 'How many gates failed?'],
    ['The pumps cost £2.4 million, Ada Renn said.', 'Cost of pumps: how much, in GBP?'],
  ])('asks for a count or an amount: %s', (text, question) => {
    const claim = makeSuggestions(text, extract(text)).find(({ kind }) => kind === 'claim');
    expect(claim?.value).toMatchObject({ figure: { question } });
  });
});
