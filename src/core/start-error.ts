/** A command that can't start or go on for a reason that the operator can mend. */
export class StartError extends Error {
  override name: string = 'StartError';
}
