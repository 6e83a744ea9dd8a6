import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { parserOf } from '../../src/core/http/parsing.ts';
import { text } from '../../src/core/http/scalars.ts';

/** Each is two UTF-16 units, and one code point. */
const emoji = (count: number) => '🗞'.repeat(count);

describe('the length of a text', () => {
  it('is counted in code points, as the contract’s maxLength is', () => {
    const parse = parserOf(text(10));
    // A schema that is asked for the third time is compiled.
    for (let time = 1; time <= 4; time += 1) {
      for (const fits of ['', 'ten chars!', emoji(10), `nine char${emoji(1)}`])
        expect(parse(fits), `${fits}, time ${time}`).toMatchObject({ success: true });
      for (const long of ['eleven char', emoji(11), `ten chars!${emoji(1)}`])
        expect(parse(long), `${long}, time ${time}`).toMatchObject({
          success: false,
          error: { issues: [{ code: 'too_big', maximum: 10 }] },
        });
    }
  });

  it('stands in the contract', () => {
    expect(z.toJSONSchema(text(10))).toMatchObject({ type: 'string', maxLength: 10 });
  });
});
