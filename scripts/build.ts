/**
 * `npm run build`: bundles the program into dist/cli, as a start that loads its modules one by
 * one takes twice as long (docs/decisions/0013). Types are checked by `npm run types`.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Loaded from node_modules: native code, WebAssembly, megabytes of data. */
const LOADED = [
  'better-sqlite3',
  'sharp',
  // Its native form is looked for beside it.
  'pg',
  'wink-eng-lite-web-model',
  '@prisma/schema-engine-wasm',
  '@prisma/client/runtime/query_compiler*',
];

/** Fastify loads these where it is given no compilers, or requests without a socket. */
export const UNUSED = [
  '@fastify/ajv-compiler',
  '@fastify/fast-json-stringify-compiler',
  'light-my-request',
];

/** What bundled CommonJS expects of its surroundings. */
const COMMONJS = `import { createRequire as __createRequire } from 'node:module';
import { dirname as __directoryOf } from 'node:path';
const require = __createRequire(import.meta.url);
const __filename = require('node:url').fileURLToPath(import.meta.url);
const __dirname = __directoryOf(__filename);`;

/** What a build is made of. */
export interface Bundle {
  /** The names of its files. */
  files: string[];
  /** The modules that it takes from packages which are not in it. */
  modules: string[];
}

/**
 * The program and its threads lie side by side in one folder, together with what they share and
 * what is only loaded when it is needed.
 *
 * @param main the program's own module
 */
export function bundle(folder: string, main = 'src/cli/main.ts'): Bundle {
  const { metafile } = buildSync({
    absWorkingDir: ROOT,
    entryPoints: {
      main,
      'reader-worker': 'src/imports/reader-worker.ts',
      'writer-worker': 'src/formats/writer-worker.ts',
      'packing-worker': 'src/publishing/packing-worker.ts',
      'aside-worker': 'src/core/database/aside-worker.ts',
      'checkpoint-worker': 'src/core/database/checkpoint-worker.ts',
    },
    outdir: folder,
    bundle: true,
    splitting: true,
    external: [...LOADED, ...UNUSED],
    banner: { js: COMMONJS },
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
    logLevel: 'warning',
  });
  const outputs = Object.entries(metafile.outputs);
  const imports = outputs.flatMap(([, output]) => output.imports);
  return {
    files: outputs.map(([file]) => basename(file)),
    modules: [...new Set(imports.filter(({ external }) => external).map(({ path }) => path))],
  };
}

/** A server that runs is restarted within so long after a build. */
const KEPT_MS = 7 * 24 * 3_600_000;
/** What a folder is called while it is built. One that was broken off is no build. */
const UNNAMED = 'unnamed-';

/**
 * Builds into a folder of its own, named by its content, and lets main.js lead there: a server
 * goes on loading its parts and starting its threads from the build that it runs.
 *
 * @param folder where main.js stands, and a folder for each build
 */
export function build(folder: string, now = new Date()): void {
  const unnamed = join(folder, `${UNNAMED}${process.pid}`);
  rmSync(unnamed, { recursive: true, force: true });
  const { files } = bundle(unnamed);
  const name = nameOf(unnamed, files);
  const named = join(folder, name);
  const isNew = !existsSync(named);
  if (isNew) renameSync(unnamed, named);
  else rmSync(unnamed, { recursive: true });
  if (isNew || newestFirst(folder)[0]?.name !== name) utimesSync(named, now, now);
  writeEntry(folder, name);
  removeOld(folder, now);
}

function nameOf(folder: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of [...files].sort()) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest('hex').slice(0, 12);
}

/** Nobody finds half of it. */
function writeEntry(folder: string, build: string): void {
  const unnamed = join(folder, `main-${process.pid}.js`);
  writeFileSync(unnamed, `#!/usr/bin/env node\nimport './${build}/main.js';\n`, { mode: 0o755 });
  renameSync(unnamed, join(folder, 'main.js'));
}

/** A build goes when the one after it is old: who started before that has been restarted since. */
function removeOld(folder: string, now: Date): void {
  const builds = newestFirst(folder);
  for (const [index, { name }] of builds.entries()) {
    const next = builds[index - 1];
    if (next !== undefined && now.getTime() - next.at > KEPT_MS)
      rmSync(join(folder, name), { recursive: true });
  }
}

function newestFirst(folder: string): { name: string; at: number }[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith(UNNAMED))
    .map(({ name }) => ({ name, at: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build(join(ROOT, 'dist/cli'));
