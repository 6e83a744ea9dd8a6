import { expect, it } from 'vitest';
import { runProgram } from '../support/program.ts';

/** Counts the places, of twenty where a cache was filled, at which V8 makes objects among the old. */
const program = (begin: string) => `
  import { setFlagsFromString } from 'node:v8';
  import { runInThisContext } from 'node:vm';
  import { stopPretenuring } from '${new URL('../../src/core/heap.ts', import.meta.url)}';
  ${begin}
  setFlagsFromString('--allow-natives-syntax');
  const isYoung = runInThisContext('(value) => %InYoungGeneration(value)');
  let old = 0;
  for (let place = 0; place < 20; place += 1) {
    const make = new Function('i', 'return { number: i, parts: [i, i + 1], place: ' + place + ' }');
    const cache = new Map();
    for (let round = 0; round < 3; round += 1)
      for (let i = 0; i < 100_000; i += 1) cache.set(i, make(i));
    if (!isYoung(make(0).parts)) old += 1;
  }
  process.stdout.write(String(old));
`;

async function placesThatMakeOld(begin: string): Promise<number> {
  return Number(await runProgram(program(begin)));
}

it('what is made for a moment stays young, though the same was kept before', async () => {
  expect(await placesThatMakeOld('')).toBeGreaterThan(0);
  expect(await placesThatMakeOld('stopPretenuring();')).toBe(0);
});
