import { type ExtractArgs, runExtract } from '../extraction/cli.ts';

/** Prints what is found in a text, or reads a folder of texts into a folder of extractions. */
export function extractCommand(file: string | undefined, flags: Omit<ExtractArgs, 'file'>): void {
  process.exitCode = runExtract(
    { ...flags, file },
    {
      write: (text) => process.stdout.write(text),
      error: (text) => process.stderr.write(text),
      colour: process.stdout.isTTY === true,
    },
  );
}
