import type { FastifyRequest } from 'fastify';
import { Problem } from '../errors.ts';

/** The entity tags of If-Match, `'*'` for any version, `null` where none is demanded. */
export type Precondition = readonly string[] | '*' | null;

/** Reads If-Match (RFC 9110 §13.1.1). @throws Problem precondition-required */
export function readPrecondition(request: FastifyRequest): Precondition {
  const header = request.headers['if-match'];
  if (header === undefined || header.trim() === '') {
    throw new Problem(
      'precondition-required',
      'Send If-Match with the ETag of the version that you read.',
      {
        errors: [{ parameter: 'If-Match', code: 'required', message: 'is required' }],
      },
    );
  }
  return preconditionFrom(header);
}

/** What the value of an If-Match demands. */
export function preconditionFrom(value: string): Precondition {
  return value.trim() === '*' ? '*' : value.split(',').map((tag) => tag.trim());
}

/** Whether a version is one that the client names. */
export function matches(precondition: Precondition, current: string): boolean {
  return precondition === null || precondition === '*' || precondition.includes(current);
}

/** Fails unless the current version is one that the client names. @throws Problem precondition-failed */
export function requireMatch(precondition: Precondition, current: string): void {
  if (!matches(precondition, current)) throw changedMeanwhile(current, precondition);
}

/** @param precondition that names another version, or the current one in another form */
export function changedMeanwhile(current: string, precondition: Precondition = null): Problem {
  const bare = current.slice(1, -1);
  const detail =
    precondition?.includes(bare) === true
      ? `The ETag has its quotation marks in If-Match too: ${current}, and not ${bare}.`
      : `It was changed in the meantime; the current version is ${current}.`;
  return new Problem('precondition-failed', detail, {
    headers: { etag: current },
    members: { currentEtag: current },
  });
}

/** The entity tag of a row that counts its versions. */
export function versionTag(version: number): string {
  return `"v${version}"`;
}
