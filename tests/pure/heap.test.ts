import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

/** Fills a cache, drops it, and goes on making the same for nobody. Prints by how much what is old grew. */
const PROGRAM = `
  import { getHeapSpaceStatistics } from 'node:v8';
  import { beginYoung } from '${new URL('../../src/core/heap.ts', import.meta.url)}';
  beginYoung();
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

it('what is made for a moment stays young, though the same was kept before', async () => {
  const given = ['--import', 'tsx', '--input-type=module', '--eval', PROGRAM];
  const { stdout } = await promisify(execFile)(process.execPath, given);
  // Some 15 MB of what was kept grow old meanwhile. Node 20 comes to 35 and more by itself.
  expect(Number(stdout)).toBeLessThan(25_000_000);
});
