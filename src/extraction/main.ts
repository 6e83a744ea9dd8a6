/** A thin entry, so that extraction runs without the rest: `tsx src/extraction/main.ts …`. */
import { parseArgs } from 'node:util';
import { runExtract } from './cli.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dir: { type: 'string' },
    out: { type: 'string' },
    published: { type: 'string' },
    format: { type: 'string', default: 'text' },
    trace: { type: 'boolean', default: false },
  },
});

process.exitCode = await runExtract(
  { ...values, file: positionals[0], format: values.format === 'json' ? 'json' : 'text' },
  {
    write: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
    colour: process.stdout.isTTY === true,
  },
);
