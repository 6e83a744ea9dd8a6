/** Builds dist/ when it is missing or older than src/, so that a start is fast otherwise. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';

const newestIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (newest, entry) => Math.max(newest, statSync(`${entry.parentPath}/${entry.name}`).mtimeMs),
      0,
    );

const built = 'dist/cli/main.js';
const run = (script) => execFileSync('npm', ['run', '--silent', script], { stdio: 'inherit' });

if (!existsSync('src/generated')) run('generate');
if (!existsSync(built) || newestIn('src') > statSync(built).mtimeMs) {
  process.stderr.write('Building …\n');
  run('build');
}
