/**
 * The catalogue of problems: every code that a client can meet, the HTTP status it comes
 * with and what it means. RFC 9457 problem documents are made from it, and so are the
 * pages at /docs/problems/{code} that a problem's `type` points to.
 */
export const PROBLEMS = {
  'request-invalid': [
    400,
    'The request is not valid',
    'Something in the path, the query, the headers or the body is not what the contract says. Every problem is listed under `errors` with its parameter or JSON pointer.',
  ],
  'body-malformed': [
    400,
    'The body is not valid JSON',
    'The body could not be parsed as JSON, or holds a key such as `__proto__` that is never accepted.',
  ],
  'query-syntax': [
    400,
    'The search query can’t be read',
    '`position` is where, in characters from 0, and `detail` says what is wrong. Words, `"phrases"`, `prefix*`, `AND`, `OR`, `NOT` (or `-word`) and parentheses are understood.',
  ],
  'cursor-invalid': [
    400,
    'The cursor does not fit this request',
    'The cursor was altered, or belongs to another list, filter or order. Start again without it.',
  ],
  'http-malformed': [
    400,
    'The request is not valid HTTP',
    'The request line, a header or the framing of the body is not what RFC 9112 allows. The connection is closed.',
  ],
  unauthenticated: [
    401,
    'A valid token is needed',
    'Send `Authorization: Bearer …` with a token that exists, has not expired and was not revoked.',
  ],
  forbidden: [
    403,
    'The token’s role does not allow this',
    'Ask for a token with the role that `detail` names.',
  ],
  'not-found': [
    404,
    'There is nothing here',
    'Nothing public has this address, or nothing that you may see.',
  ],
  'method-not-allowed': [
    405,
    'The method is not allowed here',
    'The `Allow` header lists the methods of this address.',
  ],
  'not-acceptable': [
    406,
    'None of the accepted formats is available',
    '`detail` lists the media types that this address can answer.',
  ],
  'request-timeout': [
    408,
    'The request took too long to arrive',
    'Send the request again, without pauses between its parts.',
  ],
  'transition-forbidden': [
    409,
    'The article’s state does not allow this step',
    '`allowed` lists the steps that its state allows.',
  ],
  embargoed: [
    409,
    'It is under embargo',
    '`embargoUntil` says until when. Schedule it for then or later, or lift the embargo with `"embargoUntil": null`.',
  ],
  'slug-taken': [
    409,
    'The slug is taken',
    'Another thing of this kind has, or had, this slug. Choose another.',
  ],
  'in-use': [
    409,
    'It is in use',
    'What articles refer to can be merged into something else, not deleted.',
  ],
  'was-public': [
    409,
    'It was public',
    'What was ever public is kept for ever: withdraw or retract it instead.',
  ],
  'request-in-progress': [
    409,
    'The first request with this key is still running',
    'Wait, then send the same request with the same Idempotency-Key again.',
  ],
  'merge-refused': [
    409,
    'These can’t be merged',
    'A thing is merged into another one of its kind that is not merged itself.',
  ],
  'already-exists': [
    409,
    'It exists already',
    'Something with the same name or content is there already; `detail` names it.',
  ],
  'limit-reached': [
    409,
    'There are as many as there may be',
    '`detail` names the limit. Delete what is not needed first.',
  ],
  retracted: [
    410,
    'It was retracted',
    'The article was retracted. The answer carries the notice and, where there is one, what replaces it.',
  ],
  'changes-expired': [
    410,
    'The position is no longer kept',
    'Start again at the position that the answer names.',
  ],
  gone: [410, 'It is gone', 'It was public once and is no longer.'],
  'precondition-failed': [
    412,
    'It was changed in the meantime',
    'The If-Match header names another version than the current one, which the ETag header of this answer names. Read it again, then repeat the change.',
  ],
  'body-too-large': [413, 'The body is too large', '`detail` names the limit.'],
  'media-type-unsupported': [
    415,
    'The media type is not supported',
    '`detail` names the media types that this address takes.',
  ],
  'expectation-failed': [
    417,
    'The expectation can’t be met',
    'The header Expect may say `100-continue`, and nothing else. The connection is closed.',
  ],
  'reference-unknown': [
    422,
    'Something that the body refers to does not exist',
    'Each unknown reference is listed with its pointer and, where there is one, the nearest known name.',
  ],
  'gate-refused': [
    422,
    'The article can’t be published as it is',
    'Each problem that the check before publication found is listed with its code, its pointer and, where possible, a suggestion.',
  ],
  'idempotency-mismatch': [
    422,
    'The key was used for another request',
    'An Idempotency-Key stands for one request. Use a new key for a new request.',
  ],
  'content-unusable': [
    422,
    'The content can’t be used',
    'The content was understood as a request, but what it holds can’t be processed. `detail` says why.',
  ],
  'address-refused': [
    422,
    'The address is refused',
    'Only public addresses are called: private, local and reserved ones are refused in every spelling. For tests and closed networks the setting ALLOW_PRIVATE_WEBHOOKS lets webhooks go to them.',
  ],
  'precondition-required': [
    428,
    'If-Match is required',
    'Read the thing first and send its ETag in If-Match, so that nobody’s change is overwritten unseen.',
  ],
  'headers-too-large': [
    431,
    'The headers are too large',
    'The request line and the headers together may have 16 KiB.',
  ],
  'too-many-requests': [429, 'Too many requests', 'Wait for the seconds that Retry-After names.'],
  internal: [
    500,
    'Something went wrong here',
    'The fault is ours. Quote `requestId` when you report it.',
  ],
  'method-unknown': [
    501,
    'The method is not known here',
    'No address here knows this method; their case matters. The connection is closed.',
  ],
  unavailable: [
    503,
    'The service can’t answer right now',
    'Try again after the seconds that Retry-After names. Nothing was changed by this request.',
  ],
} as const satisfies Record<string, readonly [status: number, title: string, help: string]>;

export type ProblemCode = keyof typeof PROBLEMS;

/** One thing that is wrong, and where: a JSON pointer into the body, or a parameter's name. */
export interface ProblemItem {
  pointer?: string;
  parameter?: string;
  code: string;
  message: string;
  severity?: 'error' | 'warning';
  suggestion?: unknown;
}

export interface ProblemOptions {
  errors?: ProblemItem[];
  /** Further members of the problem document, as RFC 9457 §3.2 allows. */
  members?: Record<string, unknown>;
  headers?: Record<string, string>;
  cause?: unknown;
}

/** An error that a client is told about. `message` is public; `cause` goes to the log. */
export class Problem extends Error {
  override name = 'Problem';
  readonly code: ProblemCode;
  readonly status: number;
  readonly errors: ProblemItem[] | undefined;
  readonly members: Record<string, unknown>;
  readonly headers: Record<string, string>;

  constructor(code: ProblemCode, detail: string, options: ProblemOptions = {}) {
    super(detail, { cause: options.cause });
    this.code = code;
    this.status = PROBLEMS[code][0];
    this.errors = options.errors;
    this.members = options.members ?? {};
    this.headers = options.headers ?? {};
  }
}

/** The one answer for what does not exist and for what may not be seen. */
export function notFound(): Problem {
  return new Problem('not-found', 'There is nothing at this address.');
}

/**
 * What a member of the body names is not there.
 *
 * @param pointer where the member stands: a JSON pointer
 * @param message what is wrong with it, to be read behind its name: `names no source`
 */
export function referenceUnknown(detail: string, pointer: string, message: string): Problem {
  const code = 'reference-unknown';
  return new Problem(code, detail, { errors: [{ pointer, code, message }] });
}

/**
 * The answer while a disk, a thread or a store does not do its part. Nothing was changed, and
 * the same request may be answered in a few seconds.
 *
 * @param cause for the log; it is not public
 */
export function unavailable(detail: string, cause?: unknown): Problem {
  return new Problem('unavailable', detail, { cause, headers: { 'retry-after': '5' } });
}
