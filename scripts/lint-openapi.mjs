// Runs Redocly and Spectral on openapi.yaml; a warning fails as an error does.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
// Neither tool is to tell its makers anything, nor to ask for newer versions.
const env = {
  ...process.env,
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  SCARF_ANALYTICS: 'false',
};

function run(tool, args, isClean) {
  const { stdout, stderr, status } = spawnSync(`node_modules/.bin/${tool}`, args, {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  process.stdout.write(`${tool}:\n${stdout}${stderr}\n`);
  if (status !== 0 || !isClean(stdout + stderr)) process.exitCode = 1;
}

run(
  'redocly',
  ['lint', '--config=.ci/redocly.yaml', '--max-problems=1000'],
  (output) => !/\d+ warning/.test(output),
);
run('spectral', ['lint', '--fail-severity=hint', 'openapi.yaml'], () => true);
