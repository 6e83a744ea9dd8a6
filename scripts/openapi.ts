/**
 * Writes the contract from the routes themselves: src/examples.json, which is recorded
 * from the running service, openapi.yaml, which the server serves at /openapi.yaml, and
 * the tables of docs/api.md.
 * `--check` only compares, and fails if one of them is stale.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/core/database/open.ts';
import { finishDocument, toYaml } from '../src/core/http/openapi.ts';
import { fillTables } from './docs-tables.ts';
import { type Examples, recordExamples } from './openapi-examples.ts';

const ROOT = new URL('..', import.meta.url);

/** The document of the default settings, whatever the settings of this machine are. */
export async function makeDocument(examples: Examples): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-openapi-'));
  const config = readConfig({
    DATABASE_URL: `file:${join(folder, 'empty.db')}`,
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
  });
  const db = await openDatabase(config);
  const { server } = await buildApp({ config, db });
  try {
    return toYaml(finishDocument(server, examples));
  } finally {
    await server.close();
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The files as they have to be. */
export async function makeContract(): Promise<Record<string, string>> {
  const examples = await recordExamples();
  return {
    'src/examples.json': `${JSON.stringify(examples, null, 2)}\n`,
    'openapi.yaml': await makeDocument(examples),
    'docs/api.md': fillTables(readFileSync(new URL('docs/api.md', ROOT), 'utf8')),
  };
}

/** The names of the files that are not as they have to be. */
export async function findStale(): Promise<string[]> {
  return Object.entries(await makeContract())
    .filter(([name, text]) => readFileSync(new URL(name, ROOT), 'utf8') !== text)
    .map(([name]) => name);
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  if (process.argv.includes('--check')) {
    const stale = await findStale();
    if (stale.length > 0) {
      process.stderr.write(`Stale: ${stale.join(', ')}. Run \`npm run openapi\` and commit.\n`);
      process.exitCode = 1;
    }
  } else {
    for (const [name, text] of Object.entries(await makeContract())) {
      writeFileSync(new URL(name, ROOT), text);
    }
  }
}
