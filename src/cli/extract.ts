import { setFlagsFromString } from 'node:v8';
import { createBar } from './bar.ts';
import { type ExtractArgs, runExtract } from './extract-texts.ts';

/**
 * V8 compiles once more what has run for a while. Up to Node 20 it does so early: on one core it
 * took a third of the time of a hundred texts. This is eight times as late, in bytes of code.
 */
function optimiseLate(): void {
  if (Number.parseInt(process.versions.v8, 10) < 12)
    setFlagsFromString('--interrupt-budget=1000000');
}

/** Prints what is found in a text, or reads a folder of texts into a folder of extractions. */
export async function extractCommand(
  file: string | undefined,
  flags: Omit<ExtractArgs, 'file'>,
): Promise<void> {
  optimiseLate();
  process.exitCode = await runExtract(
    { ...flags, file },
    {
      write: (text) => process.stdout.write(text),
      error: (text) => process.stderr.write(text),
      colour: process.stdout.isTTY === true,
      progress: createBar(),
    },
  );
}
