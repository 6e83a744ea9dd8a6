import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFault, isFaultless } from '../../src/core/http/json-text.ts';

describe('a JSON text', () => {
  it.each([
    ['{"headline": }', 'syntax', '/headline', 1, 14],
    ['{"a": [1, 2,, 3]}', 'syntax', '/a/2', 1, 13],
    ['{\n  "a": 1,\n  "b" 2\n}', 'syntax', '/b', 3, 7],
    ['{"a": {"b": "c"}', 'syntax', '/a', 1, 17],
    ['{"a": 01}', 'syntax', '/a', 1, 7],
    ['{"a": "b\u0000"}', 'syntax', '/a', 1, 7],
    ['{"a": 1} 2', 'syntax', '', 1, 10],
    ['', 'syntax', '', 1, 1],
    ['{"a": 1, "b": {"c": 1, "\\u0063": 2}}', 'repeated', '/b/c', 1, 24],
    ['[{"a/b~": 1}, {"__proto__": {}}]', 'unknown-field', '/1/__proto__', 1, 16],
  ])('%j is at fault where it says', (text, code, pointer, line, column) => {
    expect(findJsonFault(text)).toMatchObject({ code, pointer, line, column });
  });

  it('without a fault has none', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        if (!text.includes('__proto__')) expect(findJsonFault(text)).toBeNull();
      }),
    );
  });

  it('that was damaged is refused whenever JSON.parse refuses it, and only then', () => {
    const damage = fc.tuple(
      fc.nat(),
      fc.constantFrom('', '"', ',', '}', ']', '\\', '0', '-', 'e', ' '),
    );
    fc.assert(
      fc.property(fc.json({ maxDepth: 3 }), fc.array(damage, { maxLength: 3 }), (json, damages) => {
        let text = json;
        for (const [place, sign] of damages) {
          const at = place % (text.length + 1);
          text = text.slice(0, at) + sign + text.slice(at + 1);
        }
        const fault = findJsonFault(text);
        // What stands before the damage may be at fault already.
        if (fault === null || fault.code === 'syntax')
          expect(fault === null, text).toBe(parses(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('that JSON.parse takes is known to be without a fault exactly where it has none', () => {
    const names = fc.constantFrom('a', 'b', '\\u0061', 'c: d', 'e\\"f');
    const members = fc.array(fc.tuple(names, fc.json({ maxDepth: 2 })), { maxLength: 4 });
    fc.assert(
      fc.property(members, members, (outer, inner) => {
        const write = (pairs: [string, string][]) =>
          `{${pairs.map(([name, json]) => `"${name}" : ${json}`).join()}}`;
        const text = `[${write(outer)}, ${write([...outer.slice(2), ['g', write(inner)]])}]`;
        fc.pre(!text.includes('__proto__'));
        expect(isFaultless(text, JSON.parse(text))).toBe(findJsonFault(text) === null);
      }),
      { numRuns: 1_000 },
    );
    const deep = `${'['.repeat(101)}${']'.repeat(101)}`;
    expect(isFaultless(deep, JSON.parse(deep))).toBe(false);
    expect(isFaultless(deep.slice(1, -1), JSON.parse(deep.slice(1, -1)))).toBe(true);
    expect(findJsonFault(deep.slice(1, -1))).toBeNull();
  });

  it('is read to its end when it is long, and not when it is endless', () => {
    const long = (count: number) =>
      JSON.stringify({ a: 'x'.repeat(1_000_000), b: Array(count).fill({ c: '“\\' }) });
    expect(findJsonFault(long(30_000))).toBeNull();
    expect(findJsonFault(long(90_000))).toMatchObject({ code: 'too-big' });
    expect(findJsonFault('['.repeat(500_000))).toMatchObject({ code: 'too-big' });
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
