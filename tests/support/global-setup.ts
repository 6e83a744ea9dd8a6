/** Makes one migrated database a project, which each test file copies. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../src/core/database/open.ts';
import { startPostgresql } from './postgresql.ts';

declare module 'vitest' {
  interface ProvidedContext {
    template:
      | { engine: 'sqlite'; file: string }
      | { engine: 'postgresql'; port: number; password: string };
  }
}

const TEMPLATE_NAME = 'onrecord_template';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  return project.config.env.TEST_ENGINE === 'postgresql'
    ? setupPostgresql(project)
    : setupSqlite(project);
}

async function setupSqlite(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-template-'));
  const file = join(folder, 'template.db');
  await (await openDatabase({ databaseUrl: `file:${file}` })).close();
  project.provide('template', { engine: 'sqlite', file });
  return async () => rmSync(folder, { recursive: true, force: true });
}

async function setupPostgresql(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgresql();
  const { createDatabase } = await import('./postgresql.ts');
  const databaseUrl = await createDatabase(server, undefined, TEMPLATE_NAME);
  await (await openDatabase({ databaseUrl })).close();
  project.provide('template', {
    engine: 'postgresql',
    port: server.port,
    password: server.password,
  });
  return () => server.stop();
}
