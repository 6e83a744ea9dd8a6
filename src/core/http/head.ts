/**
 * Sending finished answers. Node checks and joins each header of each answer anew, and writes
 * head and body apart, which together is a tenth of the time of an answer from the cache and
 * comes to the same bytes each time.
 */
import type { ServerResponse } from 'node:http';

/** An answer that is finished, whoever it goes to. */
export interface FinishedAnswer {
  readonly status: 200 | 304;
  /** Its headers as lines, without the length of the body. */
  readonly lines: string;
  /** `null` where its status has none, or where a rendition's own bytes were not read. */
  body: Buffer | null;
  /** The lines, the empty line and the body; `null` when it was sent once, and made at the second time. */
  joined?: Buffer | null;
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
export const sendChecked: Send = (response, answer, extra) => {
  const headers = [...framingOf(answer, response), ...pairsOf(answer.lines), ...extra];
  response.writeHead(answer.status, headers).end(answer.body);
  limitStall(response);
};

/** With headers that Node doesn't look at; whoever made them did. */
export const sendUnchecked: Send = (response, answer, extra, isHead) => {
  const isAgain = answer.joined !== undefined;
  answer.joined ??= null;
  // What Node must see, for it decides by it how to send the body.
  response.writeHead(answer.status, framingOf(answer, response));
  // Node's text of the head, from the status line to the empty line, until it is sent.
  const written = response as unknown as { _header: string };
  const start = written._header.slice(0, -2) + linesOf(extra);
  const body = isHead ? null : answer.body;
  if (isAgain && body !== null) {
    written._header = start;
    response.end(join(answer, body));
  } else {
    written._header = `${start}${answer.lines}\r\n`;
    response.end(body);
  }
  limitStall(response);
};

const NO_BODY: string[] = [];
const NO_BODY_STAYS: string[] = ['connection', 'keep-alive'];

function framingOf({ body }: FinishedAnswer, response: ServerResponse): string[] {
  if (body !== null) return ['content-length', String(body.length)];
  return mayStay(response) ? NO_BODY_STAYS : NO_BODY;
}

/**
 * Whether a client of HTTP/1.0 asked to keep its connection. Node ends that for an answer
 * without a length, which one without a body needs none of.
 */
function mayStay(response: ServerResponse): boolean {
  const isOld = !response.useChunkedEncodingByDefault;
  return isOld && response.shouldKeepAlive && !response.hasHeader('connection');
}

/** Headers as lines. @param pairs name, value, name, value */
export function linesOf(pairs: readonly string[]): string {
  let lines = '';
  for (let at = 0; at < pairs.length; at += 2) lines += `${pairs[at]}: ${pairs[at + 1]}\r\n`;
  return lines;
}

function pairsOf(lines: string): string[] {
  return [...lines.matchAll(/(.*?): (.*)\r\n/g)].flatMap(([, name = '', value = '']) => [
    name,
    value,
  ]);
}

/** The body stands in the same memory afterwards, so that it isn't kept twice. */
function join(answer: FinishedAnswer, body: Buffer): Buffer {
  if (answer.joined) return answer.joined;
  const head = Buffer.from(`${answer.lines}\r\n`, 'latin1');
  const joined = Buffer.concat([head, body]);
  answer.body = joined.subarray(head.length);
  answer.joined = joined;
  return joined;
}
