import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * Runs a program, which may import our TypeScript, in a process of its own.
 *
 * @param flags of Node
 * @returns what it wrote to standard output
 * @throws when it ends with an error, or doesn’t end
 */
export async function runProgram(program: string, ...flags: string[]): Promise<string> {
  const given = [...flags, '--import', 'tsx', '--input-type=module', '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, given, { timeout: 50_000 });
  return stdout;
}
