import { describe, expect, it } from 'vitest';
import { runProgram } from '../support/program.ts';

const OBJECTS = new URL('../../src/core/database/objects.ts', import.meta.url).href;

/** How many of a thousand statements that nobody needs any more are left in a process of its own. */
async function countLeft(version: string): Promise<number> {
  const program = `
    import BetterSqlite3 from 'better-sqlite3';
    import { keepObjects } from ${JSON.stringify(OBJECTS)};
    keepObjects(${JSON.stringify(version)});
    const database = new BetterSqlite3(':memory:');
    const made = [];
    for (let number = 0; number < 1000; number += 1)
      made.push(new WeakRef(database.prepare('SELECT ' + number)));
    await new Promise((resolve) => setTimeout(resolve));
    gc();
    process.stdout.write(String(made.filter((one) => one.deref() !== undefined).length));
    database.close();`;
  return Number(await runProgram(program, '--expose-gc'));
}

describe('what better-sqlite3 makes', () => {
  it('is never collected on the Node versions where that may end the process', async () => {
    for (const version of ['24.19.0', '26.1.0']) expect(await countLeft(version)).toBe(1_000);
  });

  it('is kept nowhere else', async () => {
    const isUnsafe = Number.parseInt(process.versions.node, 10) >= 24;
    const left = await countLeft(process.versions.node);
    expect(left > 10, `${left} of 1,000`).toBe(isUnsafe);
  });
});
