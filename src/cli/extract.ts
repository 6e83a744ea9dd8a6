import { type ExtractArgs, runExtract } from '../extraction/cli.ts';

/** Prints what is found in a text, or reads a folder of texts into a folder of extractions. */
export async function extractCommand(
  file: string | undefined,
  flags: Omit<ExtractArgs, 'file'>,
): Promise<void> {
  process.exitCode = await runExtract(
    { ...flags, file },
    {
      write: (text) => process.stdout.write(text),
      error: (text) => process.stderr.write(text),
      colour: process.stdout.isTTY === true,
    },
  );
}
