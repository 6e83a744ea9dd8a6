import type { Schemas } from './types.ts';

export type ProblemDocument = Schemas['Problem'];

/** An answer that is no success, as the problem document (RFC 9457) that came with it. */
export class OnrecordError extends Error {
  override name = 'OnrecordError';
  readonly status: number;
  /** A code of the catalogue, such as `not-found` or `gate-refused`. */
  readonly code: string;
  readonly problem: Partial<ProblemDocument>;

  constructor(status: number, problem: Partial<ProblemDocument>) {
    super(problem.detail ?? problem.title ?? `The server answered ${status}.`);
    this.status = status;
    this.code = problem.code ?? 'unknown';
    this.problem = problem;
  }
}

/** The error that an answer means. Its body may be a proxy's, whose codes are not ours. */
export async function toError(response: Response): Promise<OnrecordError> {
  const given: unknown = await response.json().catch(() => null);
  const problem: Partial<ProblemDocument> = Object(given) === given ? (given as object) : {};
  const isOurs = typeof (problem.code ?? '') === 'string';
  return new OnrecordError(response.status, isOurs ? problem : {});
}
