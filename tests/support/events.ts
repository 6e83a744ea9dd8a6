/** A reader of server-sent events over a real connection. */
import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import { createWaiting, type Waiting } from './waiting.ts';

export interface ReadEvent {
  id: number;
  // biome-ignore lint/suspicious/noExplicitAny: what arrives is what is asserted.
  data: any;
}

export interface EventReader extends Pick<Waiting, 'until'> {
  status: number;
  headers: IncomingMessage['headers'];
  events: ReadEvent[];
  comments: string[];
  /** The last `id:`, with an event or without. */
  lastId(): number | null;
  /** Resolves when the server ends the stream. */
  ended: Promise<void>;
  cut(): void;
}

export function readEvents(
  url: string,
  headers: Record<string, string> = {},
): Promise<EventReader> {
  return new Promise((resolve, reject) => {
    const request = get(url, {
      agent: false,
      headers: { accept: 'text/event-stream', ...headers },
    });
    request.on('error', reject);
    request.on('response', (response) => resolve(follow(request, response)));
  });
}

function follow(request: ClientRequest, response: IncomingMessage): EventReader {
  const events: ReadEvent[] = [];
  const comments: string[] = [];
  const waiting = createWaiting();
  let lastId: number | null = null;
  let rest = '';

  response.setEncoding('utf8');
  response.on('data', (chunk: string) => {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) readBlock(block);
    waiting.look();
  });
  const readBlock = (block: string) => {
    let data: string | undefined;
    for (const line of block.split('\n')) {
      if (line.startsWith(':')) comments.push(line.slice(1).trim());
      if (line.startsWith('id: ')) lastId = Number(line.slice(4));
      if (line.startsWith('data: ')) data = line.slice(6);
    }
    if (data !== undefined) events.push({ id: Number(lastId), data: JSON.parse(data) });
  };
  const ended = new Promise<void>((resolve) => {
    response.on('close', () => resolve());
    response.on('error', () => resolve());
  });
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    events,
    comments,
    lastId: () => lastId,
    until: waiting.until,
    ended,
    cut: () => request.destroy(),
  };
}
