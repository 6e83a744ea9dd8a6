/**
 * Writes openapi.yaml, the contract that the server serves at /openapi.yaml, from the
 * routes themselves. `--check` only compares, and fails if the file is stale.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/core/database/open.ts';
import { finishDocument, toYaml } from '../src/core/http/openapi.ts';

const TARGET = new URL('../openapi.yaml', import.meta.url);

/** The document of the default settings, whatever the settings of this machine are. */
export async function makeDocument(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-openapi-'));
  const config = readConfig({
    DATABASE_URL: `file:${join(folder, 'empty.db')}`,
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
  });
  const db = await openDatabase(config);
  const { server } = await buildApp({ config, db });
  try {
    return toYaml(finishDocument(server));
  } finally {
    await server.close();
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const document = await makeDocument();
  if (!process.argv.includes('--check')) writeFileSync(TARGET, document);
  else if (readFileSync(TARGET, 'utf8') !== document) {
    process.stderr.write('openapi.yaml is stale: run `npm run openapi` and commit it.\n');
    process.exitCode = 1;
  }
}
