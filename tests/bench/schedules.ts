/**
 * How late the last of many articles comes that are due at one moment:
 * `npx tsx tests/bench/schedules.ts [articles] [plain|full] [database URL]`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../src/app.ts';
import { createArticle } from '../../src/articles/service.ts';
import { readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/core/database/open.ts';
import { SYSTEM } from '../../src/core/work.ts';
import { scheduleArticle } from '../../src/publishing/schedule.ts';
import { fullArticle, plainArticle } from '../support/articles.ts';

const count = Number(process.argv[2] ?? 1_000);
const make = process.argv[3] === 'plain' ? plainArticle : fullArticle;
const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
const config = readConfig({
  LOG_LEVEL: 'error',
  PORT: '0',
  DATA_DIR: folder,
  DATABASE_URL: process.argv[4] ?? `file:${join(folder, 'bench.db')}`,
});
const db = await openDatabase(config);
const { server, context } = await buildApp({ config, db });
const ids: string[] = [];
const started = performance.now();
for (let number = 0; number < count; number += 1) {
  const { row } = await context.run(SYSTEM, (work) =>
    createArticle(work, make({ slug: `article-${number}` }) as never),
  );
  ids.push(row.id);
}
const left = () => db.read.article.count({ where: { state: 'scheduled' } });
const due = new Date(Date.now() + count * 25 + 5_000);
for (const id of ids) {
  const options = { publishAt: due, note: null, embargoUntil: undefined };
  await context.run(SYSTEM, (work) => scheduleArticle(work, id, options, '*'));
}
process.stdout.write(`${count} scheduled in ${Math.round(performance.now() - started)} ms\n`);
await server.listen({ host: config.host, port: 0 });
const wait = due.getTime() - Date.now();
if (wait < 500) throw new Error('The articles were not ready in time.');
await new Promise((resolve) => setTimeout(resolve, wait));
let [first, half] = [0, 0];
const cpu = process.cpuUsage();
for (;;) {
  const remaining = await left();
  const delay = Date.now() - due.getTime();
  if (first === 0 && remaining < count) first = delay;
  if (half === 0 && remaining <= count / 2) half = delay;
  if (remaining === 0) {
    const { user, system } = process.cpuUsage(cpu);
    const cpuMs = Math.round((user + system) / 1_000);
    process.stdout.write(`first ${first} ms, half ${half} ms, last ${delay} ms; CPU ${cpuMs} ms\n`);
    break;
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
}
const changes = await db.read.change.count({ where: { type: 'article.published' } });
process.stdout.write(`${changes} changes of ${count}\n`);
await server.close();
await db.close();
rmSync(folder, { recursive: true, force: true });
