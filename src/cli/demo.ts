import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, readConfig } from '../config.ts';
import { openDatabase } from '../core/database/open.ts';
import { StartError } from '../core/start-error.ts';
import { startServer, stopOnSignals } from '../server.ts';
import { print } from './print.ts';
import { loadSample } from './sample.ts';

/** The demo's administrator. Everybody knows it, so that it opens the sample newsroom only. */
const DEMO_TOKEN = 'demo-token-for-the-sample-newsroom';

/** Serves the sample newsroom from a database of its own, and says what to do with it. */
export async function demo(): Promise<void> {
  const config = demoConfig(readConfig(process.env));
  const created = await fill(config);
  const running = await startServer(config);
  stopOnSignals(running);
  if (created > 0) print(`The sample newsroom is set up: ${created} articles.`);
  explain(running.url, config.adminToken as string);
}

/** @throws StartError where the demo's token would open another database */
function demoConfig(config: Config): Config {
  if (process.env.DATABASE_URL && config.adminToken === undefined)
    throw new StartError(
      'The demo’s token is known to everybody, and opens no database of your own: leave DATABASE_URL out, or set an ADMIN_TOKEN.',
    );
  const folder = join(config.dataDir, 'demo');
  mkdirSync(folder, { recursive: true });
  return {
    ...config,
    databaseUrl: process.env.DATABASE_URL
      ? config.databaseUrl
      : `file:${join(folder, 'onrecord.db')}`,
    adminToken: config.adminToken ?? DEMO_TOKEN,
    logLevel: process.env.LOG_LEVEL ? config.logLevel : 'warn',
  };
}

async function fill(config: Config): Promise<number> {
  const db = await openDatabase(config);
  try {
    return (await db.read.article.count()) === 0 ? await loadSample(db) : 0;
  } finally {
    await db.close();
  }
}

function explain(url: string, token: string): void {
  print(`
Onrecord is running at ${url}

  Open      ${url}/docs
  Read      curl ${url}/v1/articles/seoul-weighs-north-korean-role
            curl "${url}/v1/figures/marrowford-flood-evacuees/series"
  Edit      curl -X POST ${url}/v1/desk/articles -H "Authorization: Bearer ${token}" \\
              -H "Content-Type: application/json" -d '{"headline":"My first draft"}'
  Generate  curl ${url}/openapi.yaml

Ctrl+C ends it; what you changed is kept for the next time.`);
}
