/** Characters that would steer a terminal; names out of files that somebody sent may hold them. */
const STEERING = /(?![\n\t])\p{Cc}/gu;

/** A line for a person on standard output. */
export function print(line = ''): void {
  process.stdout.write(`${line.replace(STEERING, '\uFFFD')}\n`);
}
