/** A schema that zod has compiled answers as it does by itself. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { articleExample } from '../../src/articles/example.ts';
import { articleInput, articlePatch } from '../../src/articles/schema.ts';
import { claimInput } from '../../src/claims/schema.ts';
import { parserOf } from '../../src/core/http/parsing.ts';
import { quoteInput } from '../../src/quotes/schema.ts';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const ODD: Json[] = [
  ...[null, true, 0, -1, 1.5, 1e300, '', ' ', 'x', 'a\u0000', '\ud800', 'body', '2024-02-30'],
  ...['a'.repeat(10_001), [], {}, ['a', 'a'], { id: 'x' }, { interview: 0, turn: 1 }],
  JSON.parse('{"__proto__": {"kind": "person"}}'),
];
const value = fc.oneof(fc.constantFrom(...ODD), fc.jsonValue() as fc.Arbitrary<Json>);
/** What is done to a member on the way to which these numbers lead. */
const change = fc.record({
  way: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
  how: fc.constantFrom('replace', 'remove', 'add'),
  value,
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function apply(target: Json, { way, how, value }: Change): Json {
  const [number = 0, ...rest] = way;
  if (target === null || typeof target !== 'object') return value;
  const names = Object.keys(target);
  const name = names[number % Math.max(1, names.length)];
  if (name === undefined) return value;
  const changed = structuredClone(target) as Record<string, Json>;
  if (rest.length > 0) changed[name] = apply(changed[name] as Json, { way: rest, how, value });
  else if (how === 'replace') changed[name] = value;
  else if (how === 'add') changed.unheardOf = value;
  else if (Array.isArray(changed)) changed.splice(number % names.length, 1);
  else delete changed[name];
  return changed;
}

/** What a schema finds, with the order of what it gives and everything about what is wrong. */
function told({ success, data, error }: z.ZodSafeParseResult<unknown>): unknown {
  return success ? JSON.stringify(data) : error?.issues;
}

const copy = (example: unknown) => JSON.parse(JSON.stringify(example)) as Json;

const SCHEMAS: [string, z.ZodType, Json][] = [
  ['an article', articleInput, copy(articleExample)],
  ['a patch', articlePatch, copy(articleExample)],
  ['a quote', quoteInput, copy(articleExample.quotes[0])],
  ['a claim', claimInput, copy(articleExample.claims[0])],
];

describe('a schema that is asked again and again', () => {
  test.each(SCHEMAS)('%s is read and refused as at first', (_, schema, example) => {
    const parse = parserOf(schema);
    const same = (given: Json) => {
      const itself = schema.safeParse(given, { reportInput: true });
      expect(told(parse(given))).toEqual(told(itself));
    };
    for (let time = 0; time < 5; time += 1) same(example);
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) =>
        same(changes.reduce(apply, example)),
      ),
      { numRuns: 500 },
    );
  });

  test.each(SCHEMAS)('%s can be compiled', (_, schema, example) => {
    expect(z.core.compileFn(schema)(example)).toEqual(schema.parse(example));
  });

  test('what zod can’t compile is asked as it is', () => {
    const parse = parserOf(z.string().refine(async (text) => text !== 'no'));
    for (let time = 0; time < 5; time += 1)
      expect(() => parse('text')).toThrow(z.core.$ZodAsyncError);
  });
});
