import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quoteJson } from '../../src/core/json-string.ts';

it('writes every text as JSON.stringify does', () => {
  const unit = fc.oneof(
    fc.constantFrom('"', '\\', '\n', '\t', '\u0000', '\u001f', '\u007f', '”', '𝔸', '\u2028', 'a'),
    fc.string({ unit: 'grapheme', maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(unit), (units) => {
      const text = units.join('');
      expect(quoteJson(text)).toBe(JSON.stringify(text));
    }),
  );
});
