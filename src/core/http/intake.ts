/** What is done to every request before a route sees it: bodies are read, broken bytes refused. */
import { isUtf8 } from 'node:buffer';
import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../errors.ts';
import { findJsonFault, isFaultless, type JsonFault } from './json-text.ts';
import { asProblem, type ProblemSettings, sendProblem } from './problems.ts';

const JSON_TYPES = ['application/json', 'application/merge-patch+json'];

/**
 * Reads JSON bodies. Bytes that are no UTF-8 are refused: read leniently they would be
 * stored as U+FFFD, and nobody would know what was meant. So is a body of another
 * character set, and a key such as `__proto__`.
 */
export function registerBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addHook('preParsing', (request, _reply, payload, done) => {
    done(isEncoded(request.headers) ? tooEncoded() : null, payload);
  });
  const parseJson = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser(JSON_TYPES, { parseAs: 'buffer' }, (request, body, done) => {
    const bytes = body as Buffer;
    if (bytes.length === 0) done(null, undefined);
    else if (!isUtf8(bytes) || !saysUtf8(request.headers['content-type'])) done(notUtf8());
    else {
      const text = withoutMark(bytes.toString('utf8'));
      parseJson(request, text, (error, value) => {
        const crowded = error === null && bytes.length > CROWDED_MIN_BYTES && isCrowded(value);
        const trusted = crowded || (error === null && isFaultless(text, value));
        const fault = trusted ? null : findJsonFault(text);
        if (crowded) done(tooCrowded());
        else if (fault !== null) done(explainFault(fault));
        else if (error === null && value === null) done(notAnObject());
        else done(error, value);
      });
    }
  });
}

/** Whether a body comes compressed, or in whatever else it is to be read by (RFC 9110 §8.4). */
function isEncoded(headers: IncomingHttpHeaders): boolean {
  const coding = headers['content-encoding'];
  if (coding === undefined || /^(?:identity)?$/i.test(coding)) return false;
  const length = headers['content-length'] ?? '0';
  return length !== '0' || headers['transfer-encoding'] !== undefined;
}

function tooEncoded(): Problem {
  return new Problem('media-type-unsupported', 'Send the body without a Content-Encoding.', {
    headers: { 'accept-encoding': 'identity' },
  });
}

/** What `JSON.parse` and the count of members don't tell from what may stand in a text. */
const UNSURE = /__proto__|\\u/;

/**
 * Reads one JSON text of a body that holds many, as strictly as a body of its own.
 *
 * @param what it is called in messages
 * @throws Problem body-malformed, request-invalid
 */
export function readJsonText(bytes: Buffer, what: string): unknown {
  if (!isUtf8(bytes)) throw notUtf8(what);
  const text = withoutMark(bytes.toString('utf8'));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // What is broken is found below, with its place.
  }
  if (bytes.length > CROWDED_MIN_BYTES && isCrowded(value)) throw tooCrowded(what);
  const trusted = value !== undefined && !UNSURE.test(text) && isFaultless(text, value);
  const fault = trusted ? null : findJsonFault(text);
  if (fault !== null) throw explainFault(fault, what);
  return value;
}

/** Smaller bodies can't hold enough to keep the validation busy. */
const CROWDED_MIN_BYTES = 64 * 1024;
const MEMBERS_MAX = 1_000;
const DEPTH_MAX = 100;

/**
 * Whether an object has more members than any of ours can have, or values lie deeper:
 * listing what is wrong with each would hold up all other requests.
 */
function isCrowded(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEPTH_MAX) return true;
    const next: unknown[] = [];
    for (const item of level) {
      if (typeof item !== 'object' || item === null) continue;
      const members = Object.values(item);
      if (!Array.isArray(item) && members.length > MEMBERS_MAX) return true;
      for (const member of members) next.push(member);
    }
    level = next;
  }
  return false;
}

/** To a route whose body may be left out, null would look like no body. */
function notAnObject(): Problem {
  return new Problem('request-invalid', 'The body is not valid: must be an object.', {
    errors: [{ pointer: '', code: 'invalid-type', message: 'must be an object' }],
  });
}

/** What is wrong with a body before anybody asks what it says. */
function explainFault({ code, pointer, line, column, message }: JsonFault, what = 'body'): Problem {
  const place = `line ${line}, column ${column}`;
  return code === 'syntax'
    ? new Problem('body-malformed', `The ${what} is not valid JSON: at ${place}, ${message}.`, {
        errors: [{ pointer, code, message: `at ${place}, ${message}` }],
      })
    : new Problem('request-invalid', `The ${what} is not valid: ${pointer} ${message}.`, {
        errors: [{ pointer, code, message }],
      });
}

function tooCrowded(what = 'body'): Problem {
  return new Problem(
    'request-invalid',
    `The ${what} is not valid: an object may have ${MEMBERS_MAX} members, and values may lie ${DEPTH_MAX} deep.`,
    { errors: [{ pointer: '', code: 'too-big', message: 'has too many or too deep members' }] },
  );
}

/** RFC 8259 §8.1: JSON is exchanged in UTF-8; a mark at its beginning may be ignored. */
function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function saysUtf8(contentType: string | undefined): boolean {
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(contentType ?? '')?.[1];
  return charset === undefined || /^(?:utf-?8|us-ascii)$/i.test(charset);
}

function notUtf8(what = 'body'): Problem {
  return new Problem('body-malformed', `The ${what} is not encoded in UTF-8.`);
}

/** What is wrong with percent-encoding in the query that stands for no characters, such as `%ff`. */
export function findUnreadableQuery(url: string): Problem | undefined {
  const start = url.indexOf('?');
  if (start < 0 || !url.includes('%', start)) return undefined;
  try {
    decodeURIComponent(url.slice(start));
    return undefined;
  } catch {
    return new Problem(
      'request-invalid',
      'The query is not valid: its percent-encoding is broken.',
      {
        errors: [{ parameter: '', code: 'encoding', message: 'is no percent-encoded UTF-8' }],
      },
    );
  }
}

/** Answers what Fastify refuses before it has a route, such as a path that can't be decoded. */
export function createFrameworkErrors(settings: ProblemSettings) {
  return (error: Error, request: FastifyRequest, reply: FastifyReply): void => {
    sendProblem(asProblem(error), request, reply, settings);
  };
}
