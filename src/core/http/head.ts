/**
 * Heads of finished answers. Node checks and joins each header of each answer anew, which is
 * a tenth of the time of an answer from the cache, and comes to the same each time.
 */
import type { ServerResponse } from 'node:http';

/**
 * Writes the head of an answer.
 *
 * @param headers what is the same each time, as name, value, name, value
 * @param extra what differs from one time to the next
 */
export type WriteHead = (
  response: ServerResponse,
  status: number,
  headers: string[],
  extra: string[],
) => void;

/** As one list, which Node writes without a look-up for each. */
export const writeList: WriteHead = (response, status, headers, extra) => {
  response.writeHead(status, extra.length === 0 ? headers : headers.concat(extra));
};

interface Block {
  /** What Node must see, for it decides by it how to send the body. */
  framing: string[];
  /** The other headers as lines. */
  lines: string;
}

const blocks = new WeakMap<string[], Block>();

/** As one block of lines from the second time on; the first time, Node checks each header. */
export const writeBlock: WriteHead = (response, status, headers, extra) => {
  const block = blocks.get(headers);
  if (block === undefined) {
    writeList(response, status, headers, extra);
    blocks.set(headers, createBlock(headers));
    return;
  }
  writeList(response, status, block.framing, extra);
  // Node's text of the head, from the status line to the empty line, until it is sent.
  const written = response as unknown as { _header: string };
  written._header = `${written._header.slice(0, -2)}${block.lines}\r\n`;
};

function createBlock(headers: readonly string[]): Block {
  const framing: string[] = [];
  let lines = '';
  for (let at = 0; at < headers.length; at += 2) {
    const [name = '', value = ''] = [headers[at], headers[at + 1]];
    if (name === 'content-length') framing.push(name, value);
    else lines += `${name}: ${value}\r\n`;
  }
  return { framing, lines };
}
