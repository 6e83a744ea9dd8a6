import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldForSearch } from '../../src/text/words.ts';

test.each([
  ['case and accents', 'CAFÉ Zürich', 'cafe zurich'],
  ['quotation marks', '“don’t” «x»', "'don't' 'x'"],
  ['white space', ' a\u00A0\n b ', 'a b'],
  ['soft hyphens, joiners and variation selectors', 'Na\u00ADtion❤\uFE0F\u200B', 'nation❤'],
  [
    'letters with strokes, and joined ones',
    'Łukasz Østergård Æther Straße Þór ǿ',
    'lukasz ostergard aether strasse thor o',
  ],
  ['accents and points of any script', 'Ёлка ά שָׁלוֹם السَّلامُ إ', 'елка α שלום السلام ا'],
  ['vowel signs and voiced letters to themselves', 'अनीता अनंत กิน が', 'अनीता अनंत กิน か\u3099'],
  ['the sigma at the end of a word', 'ΟΔΥΣΣΕΥΣ οδυσσεύς ΟΔΥΣ', 'οδυσσευσ οδυσσευσ οδυσ'],
  ['two ways to type a vowel of Thai', 'น้ำ น้ํา นํ้า', 'น้า น้า น้า'],
  ['compatibility forms', 'ﬁne ½ Ｗide', 'fine 1⁄2 wide'],
])('%s fold', (_name, text, folded) => expect(foldForSearch(text)).toBe(folded));

test('folding what is folded changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const folded = foldForSearch(text);
      expect(foldForSearch(folded)).toBe(folded);
    }),
    { numRuns: 200 },
  );
});
