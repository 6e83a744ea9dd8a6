import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

/** Fills a cache, drops it, and goes on making the same for nobody. Prints by how much what is old grew. */
const program = (begin: string) => `
  import { getHeapSpaceStatistics } from 'node:v8';
  import { beginYoung } from '${new URL('../../src/core/heap.ts', import.meta.url)}';
  ${begin}
  const oldBytes = () =>
    getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space').space_used_size;
  function make(i) { return { number: i, parts: [i, i + 1], deep: [i, 'x'] }; }
  const cache = new Map();
  for (let round = 0; round < 30; round += 1)
    for (let i = 0; i < 100_000; i += 1) cache.set(i, make(i));
  cache.clear();
  const before = oldBytes();
  const recent = [];
  let most = 0;
  for (let round = 0; round < 10; round += 1) {
    for (let i = 0; i < 100_000; i += 1) recent[i % 64] = make(i);
    most = Math.max(most, oldBytes() - before);
  }
  console.log(most);
`;

async function growth(begin: string): Promise<number> {
  const given = ['--import', 'tsx', '--input-type=module', '--eval', program(begin)];
  return Number((await promisify(execFile)(process.execPath, given)).stdout);
}

it('what is made for a moment stays young, though the same was kept before', async () => {
  const usual = await growth('');
  expect(usual).toBeGreaterThan(10_000_000);
  expect(await growth('beginYoung();')).toBeLessThan(usual / 2);
});
