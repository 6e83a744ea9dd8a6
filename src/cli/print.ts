/** One line for a person on standard output. */
export function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}
