/**
 * Sending finished answers. Node checks and joins each header of each answer anew, and writes
 * head and body apart, which together is a tenth of the time of an answer from the cache and
 * comes to the same bytes each time.
 */
import type { ServerResponse } from 'node:http';

/** An answer that is finished, whoever it goes to. */
export interface FinishedAnswer {
  readonly status: 200 | 304;
  /** Its headers as name, value, name, value. */
  readonly headers: string[];
  /** `null` where its status has none, or where a rendition's own bytes were not read. */
  body: Buffer | null;
  /** What sending it unchecked needs; made when it first is. */
  unchecked?: Unchecked;
}

interface Unchecked {
  /** What Node must see, for it decides by it how to send the body. */
  framing: string[];
  /** The other headers as lines. */
  lines: string;
  /** The lines, the empty line and the body; from the second time on. */
  joined: Buffer | null;
}

/**
 * Sends an answer.
 *
 * @param extra headers that differ from one time to the next, as name, value, name, value
 * @param isHead whether only the head is asked for
 */
export type Send = (
  response: ServerResponse,
  answer: FinishedAnswer,
  extra: string[],
  isHead: boolean,
) => void;

/** A client that takes nothing of its answer for so long is let go. */
export const STALL_MS = 30_000;

/**
 * To be called when an answer was ended. One that the system took at once, as nearly all are,
 * needs no timer. The others would hold their connection for as long as their client likes: what
 * is too long for that, and what has to wait for an answer that is (it has no socket yet).
 */
export function limitStall(response: ServerResponse, stallMs = STALL_MS): void {
  const { socket } = response;
  if (socket !== null && socket.writableLength === 0) return;
  response.setTimeout(stallMs, () => response.destroy());
}

/** As any program sends an answer. */
export const sendChecked: Send = (response, { status, headers, body }, extra) => {
  response.writeHead(status, headers.concat(extra)).end(body);
  limitStall(response);
};

/** With headers that Node doesn't look at; whoever made them did. */
export const sendUnchecked: Send = (response, answer, extra, isHead) => {
  const isAgain = answer.unchecked !== undefined;
  answer.unchecked ??= createUnchecked(answer.headers);
  const { framing, lines } = answer.unchecked;
  response.writeHead(answer.status, framing);
  // Node's text of the head, from the status line to the empty line, until it is sent.
  const written = response as unknown as { _header: string };
  const start = written._header.slice(0, -2) + linesOf(extra);
  const body = isHead ? null : answer.body;
  if (isAgain && body !== null) {
    written._header = start;
    response.end(join(answer, answer.unchecked, body));
  } else {
    written._header = `${start}${lines}\r\n`;
    response.end(body);
  }
  limitStall(response);
};

function createUnchecked(headers: readonly string[]): Unchecked {
  const at = headers.indexOf('content-length');
  if (at < 0) return { framing: [], lines: linesOf(headers), joined: null };
  const others = [...headers.slice(0, at), ...headers.slice(at + 2)];
  return { framing: headers.slice(at, at + 2), lines: linesOf(others), joined: null };
}

function linesOf(headers: readonly string[]): string {
  let lines = '';
  for (let at = 0; at < headers.length; at += 2) lines += `${headers[at]}: ${headers[at + 1]}\r\n`;
  return lines;
}

/** The body stands in the same memory afterwards, so that it isn't kept twice. */
function join(answer: FinishedAnswer, unchecked: Unchecked, body: Buffer): Buffer {
  if (unchecked.joined !== null) return unchecked.joined;
  const head = Buffer.from(`${unchecked.lines}\r\n`, 'latin1');
  const joined = Buffer.concat([head, body]);
  answer.body = joined.subarray(head.length);
  unchecked.joined = joined;
  return joined;
}
