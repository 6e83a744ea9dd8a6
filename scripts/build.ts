/**
 * `npm run build`: bundles the program into dist/cli, as a start that loads its modules one by
 * one takes twice as long (docs/decisions/0013). Types are checked by `npm run types`.
 */
import { readdirSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Loaded from node_modules: native code, WebAssembly, megabytes of data, and what isn't used. */
const LEFT_OUT = [
  // Fastify loads these where it is given no compilers, or requests without a socket.
  '@fastify/ajv-compiler',
  '@fastify/fast-json-stringify-compiler',
  'light-my-request',
  'better-sqlite3',
  'sharp',
  'pg',
  'wink-eng-lite-web-model',
  '@prisma/schema-engine-wasm',
  '@prisma/client/runtime/query_compiler*',
];

/** What bundled CommonJS expects of its surroundings. */
const COMMONJS = `import { createRequire as __createRequire } from 'node:module';
import { dirname as __directoryOf } from 'node:path';
const require = __createRequire(import.meta.url);
const __filename = require('node:url').fileURLToPath(import.meta.url);
const __dirname = __directoryOf(__filename);`;

/**
 * The program and its threads lie side by side in one folder, together with what they share and
 * what is only loaded when it is needed.
 *
 * @returns the names of the files
 */
export function bundle(folder: string): string[] {
  const { metafile } = buildSync({
    absWorkingDir: ROOT,
    entryPoints: {
      main: 'src/cli/main.ts',
      'reader-worker': 'src/imports/reader-worker.ts',
      'aside-worker': 'src/core/database/aside-worker.ts',
      'checkpoint-worker': 'src/core/database/checkpoint-worker.ts',
    },
    outdir: folder,
    bundle: true,
    splitting: true,
    external: LEFT_OUT,
    banner: { js: COMMONJS },
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
    logLevel: 'warning',
  });
  return Object.keys(metafile.outputs).map((file) => basename(file));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // What was built before goes last, so that a build that fails leaves it.
  const built = new Set(bundle('dist/cli'));
  for (const file of readdirSync(`${ROOT}/dist/cli`))
    if (!built.has(file)) rmSync(`${ROOT}/dist/cli/${file}`);
}
