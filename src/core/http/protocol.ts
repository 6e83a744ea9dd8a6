/** What is refused as HTTP, before it is a request of anything: in problem documents as all else. */
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { PROBLEMS, type ProblemCode } from '../errors.ts';
import { linesOf } from './head.ts';
import { PROBLEM_TYPE, type ProblemSettings } from './problems.ts';

const CLIENT_ERRORS: Record<string, ProblemCode> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
};

/** Answers what node refuses as HTTP, and closes: where the next request begins is unknown. */
export function createClientErrors({ publicUrl }: ProblemSettings) {
  return (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
      socket.destroy();
      return;
    }
    // The rest of a request whose answer is on its way already gets none of its own.
    const pending = (socket as Socket & { _httpMessage?: { headersSent: boolean } })._httpMessage;
    if (pending?.headersSent) {
      socket.destroy();
      return;
    }
    const code = CLIENT_ERRORS[error.code ?? ''] ?? 'http-malformed';
    const { status, headers, body } = refusal(publicUrl, code);
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${linesOf(headers)}\r\n${body}`);
  };
}

/**
 * Whether a request names no host, as HTTP/1.1 demands (RFC 9112 §3.2). Node would answer in
 * words of its own, so that it is told not to look (`requireHostHeader`).
 */
export function lacksHost({ headers, httpVersionMinor }: IncomingMessage): boolean {
  return headers.host === undefined && httpVersionMinor > 0;
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

/** The connection ends with it: whether a body follows is unknown. */
function refusal(publicUrl: string, code: ProblemCode, why?: string) {
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
