/** What is refused as HTTP, before it is a request of anything: in problem documents as all else. */
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { PROBLEMS, type ProblemCode } from '../errors.ts';
import { linesOf } from './head.ts';
import { PROBLEM_TYPE, type ProblemSettings } from './problems.ts';

const CLIENT_ERRORS: Record<string, ProblemCode> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
};

/** The answer that Node sends on a connection; those behind it wait until it is out. */
type Answering = Socket & { _httpMessage?: ServerResponse | null };

/**
 * Answers what Node refuses as HTTP, after what was asked before it, and closes: where the next
 * request begins is unknown.
 */
export function createClientErrors({ publicUrl }: ProblemSettings) {
  const refused = new WeakSet<Socket>();
  return (error: ParseError, socket: Answering): void => {
    if (error.code === 'ECONNRESET') socket.destroy();
    // All that follows on the connection is refused anew; it has had its answer.
    if (refused.has(socket)) return;
    refused.add(socket);
    const text = textOf(refusal(publicUrl, codeOf(error)));
    const answer = (): void => {
      const pending = socket._httpMessage;
      if (pending?.req.complete) pending.once('close', answer);
      // The rest of a request whose answer is on its way already gets none of its own.
      else if (!socket.writable || pending?.headersSent) socket.destroy();
      else socket.end(text);
    };
    answer();
  };
}

function codeOf(error: ParseError): ProblemCode {
  if (isOfUnknownMethod(error)) return 'method-unknown';
  return CLIENT_ERRORS[error.code ?? ''] ?? 'http-malformed';
}

/** What Node's parser tells of what it refuses. */
interface ParseError extends NodeJS.ErrnoException {
  reason?: string;
  /** What was read last, and … */
  rawPacket?: Buffer;
  /** … how far into it all was well. */
  bytesParsed?: number;
}

const REQUEST_LINE = /^[\w!#$%&'*+.^`|~-]+ [!-~]+ HTTP\/1\.[01]\r?\n/;

/**
 * Whether all that is wrong is a method that Node doesn't know (RFC 9110 §9.1), or knows as one
 * of RTSP. It tells the same of bytes that are no request at all.
 */
function isOfUnknownMethod({ code, reason, rawPacket, bytesParsed = 0 }: ParseError): boolean {
  const isMethod = code === 'HPE_INVALID_METHOD' || reason?.startsWith('Invalid method for HTTP');
  if (!isMethod || rawPacket === undefined) return false;
  const text = rawPacket.toString('latin1');
  return REQUEST_LINE.test(text.slice(text.lastIndexOf('\n', bytesParsed - 1) + 1));
}

/** For how long a client is waited for that was refused a tunnel. */
const TUNNEL_CLOSE_MS = 1_000;

/**
 * Refuses to be a way to other servers (RFC 9110 §9.3.6), to which Node answers nothing. The
 * connection is ours from then on, so that Node neither hears its errors nor ever ends it.
 */
export function refuseTunnels(server: Server, { publicUrl }: ProblemSettings): void {
  const { headers, ...told } = refusal(publicUrl, 'method-not-allowed', 'CONNECT is not allowed.');
  const text = textOf({ ...told, headers: [...headers, 'Allow', ''] });
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => socket.destroy());
    socket.resume().end(text);
    setTimeout(() => socket.destroy(), TUNNEL_CLOSE_MS).unref();
  });
}

/** `uri-host [ ":" port ]`, which may be empty (RFC 9110 §7.2). */
const HOST = /^(?:\[[\w.:%~-]+\]|(?:[\w.~!$&'()*+,;=-]|%[\da-f]{2})*)(?::\d*)?$/i;

/**
 * What is wrong with a request by RFC 9112 that Node lets pass; `null` where nothing is. What it
 * refuses about `Host` it would tell in words of its own, so that it is told not to look
 * (`requireHostHeader`).
 */
export function findFault(request: IncomingMessage): string | null {
  const { headers, url = '', httpVersionMajor, httpVersionMinor } = request;
  if (httpVersionMajor !== 1) return 'HTTP/1.1 and HTTP/1.0 are spoken here.';
  const { host } = headers;
  if (host === undefined && httpVersionMinor > 0) return 'Host is required.';
  if (host !== undefined && !HOST.test(host)) return 'Host is no host with or without a port.';
  const repeated = findRepeated(request.rawHeaders);
  if (repeated !== undefined) return `${repeated} is given more than once.`;
  if (url.includes('#')) return 'The request target has a #, which is written %23 in it.';
  const coding = headers['transfer-encoding'];
  if (coding === undefined) return null;
  if (httpVersionMinor === 0) return 'HTTP/1.0 has no Transfer-Encoding.';
  // Node looks at the last coding alone, and leaves what the others did as it is.
  return /^chunked$/i.test(coding) ? null : 'The only Transfer-Encoding here is chunked.';
}

/** Headers that decide who asks what, and for whom. No two have the same length. */
const SINGLE = ['host', 'content-type', 'authorization'];
const SINGLE_BY_LENGTH = new Map(SINGLE.map((name) => [name.length, name]));

/** Node keeps the first of them alone, where another server may have looked at the last. */
function findRepeated(rawHeaders: readonly string[]): string | undefined {
  let seen = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string;
    const single = SINGLE_BY_LENGTH.get(name.length);
    if (single === undefined || name.toLowerCase() !== single) continue;
    const bit = 1 << single.length;
    if ((seen & bit) !== 0) return name;
    seen |= bit;
  }
  return undefined;
}

/** Refuses a request that can't be answered, whatever it is of. */
export type Refuse = (response: ServerResponse, code: ProblemCode, detail: string) => void;

export function createRefuse({ publicUrl }: ProblemSettings): Refuse {
  return (response, code, detail) => {
    const { status, headers, body } = refusal(publicUrl, code, detail);
    response.writeHead(status, headers).end(body);
  };
}

/** Refuses what a client expects and nobody here does (RFC 9110 §10.1.1). */
export function refuseExpectations(server: Server, refuse: Refuse): void {
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) =>
    refuse(response, 'expectation-failed', 'Only 100-continue may be expected.'),
  );
}

interface Refusal {
  status: number;
  /** As name, value, name, value. */
  headers: string[];
  body: string;
}

function textOf({ status, headers, body }: Refusal): string {
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${linesOf(headers)}\r\n${body}`;
}

/** The connection ends with it: whether a body follows is unknown. */
function refusal(publicUrl: string, code: ProblemCode, why?: string): Refusal {
  const [status, title] = PROBLEMS[code];
  const type = `${publicUrl}/docs/problems/${code}`;
  const detail = why ?? `${title}.`;
  const body = JSON.stringify({ type, title, status, detail, instance: '', code });
  const headers = [
    ...['Content-Type', PROBLEM_TYPE],
    ...['Content-Length', String(Buffer.byteLength(body))],
    ...['Cache-Control', 'no-store'],
    ...['X-Content-Type-Options', 'nosniff'],
    ...['Connection', 'close'],
  ];
  return { status, headers, body };
}
