import { describe, expect, it } from 'vitest';
import { runProgram } from '../support/program.ts';

const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
const IS_GLIBC = header.glibcVersionRuntime !== undefined;

/** Counts the places, of twenty where a cache was filled, at which V8 makes objects among the old. */
const program = (begin: string) => `
  import { setFlagsFromString } from 'node:v8';
  import { runInThisContext } from 'node:vm';
  import { setUpHeap } from '${new URL('../../src/core/heap.ts', import.meta.url)}';
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
  expect(await placesThatMakeOld('setUpHeap();')).toBe(0);
});

/** Counts how often all of the memory is looked through while some of what is made is kept. */
const keeping = (begin: string) => `
  import { setFlagsFromString } from 'node:v8';
  import { constants, PerformanceObserver } from 'node:perf_hooks';
  import { setUpHeap } from '${new URL('../../src/core/heap.ts', import.meta.url)}';
  ${begin}
  let count = 0;
  const isMajor = ({ detail }) => detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR;
  new PerformanceObserver((list) => {
    count += list.getEntries().filter(isMajor).length;
  }).observe({ entryTypes: ['gc'] });
  const kept = [];
  for (let turn = 0; turn < 1_000; turn += 1) {
    for (let i = 0; i < 32; i += 1) {
      const made = { bytes: Buffer.allocUnsafeSlow(22_000), parts: Array.from({ length: 600 }, (_, number) => ({ number })) };
      if (i === 0) kept[(turn * 7_919) % 500] = made;
    }
    await new Promise(setImmediate);
  }
  process.stdout.write(String(count));
`;

it('all of the memory is looked through seldom, whatever V8 would choose', async () => {
  const growsLittle = "setFlagsFromString('--heap-growing-percent=10');";
  const seldom = Number(await runProgram(keeping(`${growsLittle} setUpHeap();`)));
  const often = Number(await runProgram(keeping(growsLittle)));
  expect(often).toBeGreaterThan(2 * seldom);
});

/**
 * Tells by how many bytes the C library's heap grows for 32 MB in pieces of 4. By itself glibc
 * maps each of them apart, and gives back what is free behind the heap.
 */
const growing = (begin: string) => `
  import { readFileSync } from 'node:fs';
  import { setUpHeap } from '${new URL('../../src/core/heap.ts', import.meta.url)}';
  const heapBytes = () => {
    const maps = readFileSync('/proc/self/maps', 'utf8');
    const [, from, to] = /^(\\w+)-(\\w+) .*\\[heap\\]$/m.exec(maps);
    return Number.parseInt(to, 16) - Number.parseInt(from, 16);
  };
  ${begin}
  gc();
  await new Promise((resolve) => setTimeout(resolve, 50));
  const before = heapBytes();
  const kept = Array.from({ length: 8 }, () => Buffer.allocUnsafeSlow(4 * 2 ** 20));
  process.stdout.write(String(kept.length && heapBytes() - before));
`;

describe.runIf(IS_GLIBC)('The C library', () => {
  it('keeps memory that is let go of, instead of taking it from the system again', async () => {
    expect(Number(await runProgram(growing('setUpHeap();'), '--expose-gc'))).toBeGreaterThan(
      30 * 2 ** 20,
    );
    expect(Number(await runProgram(growing(''), '--expose-gc'))).toBeLessThan(8 * 2 ** 20);
  });
});
