import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startProgram } from '../support/process.ts';

const folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
const env = { DATABASE_URL: `file:${join(folder, 'newsroom.db')}` };
const stories = ['lemons', 'locks'].map((name) => join(folder, `${name}.txt`));

beforeAll(() => {
  for (const story of stories) writeFileSync(story, `Nobody saw ${story} on Monday.`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command whose output nobody reads. */
async function runUnread(args: string[]) {
  const program = startProgram(args, { env });
  program.child.stdout?.destroy();
  return { code: await program.ended, errors: program.output() };
}

it('an import goes on when nobody reads its report any more', async () => {
  expect(await runUnread(['import', ...stories])).toEqual({ code: 0, errors: '' });
  const exported = startProgram(['export', '--all'], { env });
  await exported.ended;
  expect(exported.output().match(/"type":"article"/g)).toHaveLength(stories.length);
});

it('an export that nobody reads to its end fails without a stack', async () => {
  expect(await runUnread(['export', '--all'])).toEqual({ code: 1, errors: '' });
});
