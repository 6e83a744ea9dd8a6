/**
 * `npx tsx tests/bench/import.ts [MEGABYTES …]`: imports files of these sizes, each in a
 * process of its own, and prints how fast that was and the most memory that it held. With
 * PUBLISH=1 the stories are published too; BODY is the length of their bodies in characters;
 * with FEED=1 they come as RSS, so that quotes and figures have to be found in them.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeExport, writeFeed } from './export-file.ts';

const sizes = process.argv.slice(2).map(Number);
const bodyCharacters = Number(process.env.BODY ?? 40_000);
const write = process.env.FEED === undefined ? writeExport : writeFeed;
const publish = process.env.PUBLISH === undefined ? [] : ['--publish'];

for (const megabytes of sizes.length === 0 ? [20, 200] : sizes) {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  try {
    const file = join(folder, 'export.ndjson');
    await write(file, { articles: 20, bodyCharacters });
    const articles = Math.ceil((megabytes * 1024 * 1024) / (statSync(file).size / 20));
    await write(file, { articles, bodyCharacters });
    const report = execFileSync(
      process.execPath,
      ['--import', 'tsx', 'src/cli/main.ts', 'import', ...publish, file],
      {
        env: {
          ...process.env,
          DATA_DIR: folder,
          DATABASE_URL: `file:${join(folder, 'onrecord.db')}`,
        },
        encoding: 'utf8',
      },
    );
    process.stdout.write(`${megabytes} MB, ${articles} stories\n${report}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
