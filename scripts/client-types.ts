/**
 * Writes packages/client/src/api.ts, the types of the client, from openapi.yaml. `--check`
 * only compares, and fails when they are stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const DOCUMENT = new URL('../openapi.yaml', import.meta.url);
const TARGET = new URL('../packages/client/src/api.ts', import.meta.url);

/** The types as they have to be. */
export async function makeTypes(): Promise<string> {
  const nodes = await openapiTS(readFileSync(DOCUMENT, 'utf8'), {
    alphabetize: true,
    defaultNonNullable: false,
  });
  return `// Made from openapi.yaml by \`npm run client:types\`. Changes are made there.\n${astToString(nodes)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const types = await makeTypes();
  if (!process.argv.includes('--check')) writeFileSync(TARGET, types);
  else if (readFileSync(TARGET, 'utf8') !== types) {
    process.stderr.write('The client’s types are stale: run `npm run client:types`.\n');
    process.exitCode = 1;
  }
}
