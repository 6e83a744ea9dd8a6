/** One server-sent event (WHATWG HTML, § 9.2). */
export interface StreamEvent {
  id: string;
  data: string;
  /** How long the server asked last to wait before connecting again; null if it did not. */
  retryMs: number | null;
}

/** The server says something every 15 seconds; a connection that says nothing is dead. */
const SILENCE_MS = 45_000;

/**
 * Reads the events of a stream, however its bytes are cut. Comments and names are left out;
 * an event without data only says where the stream is.
 *
 * @throws where nothing comes for too long
 */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as never)
    .getReader() as ReadableStreamDefaultReader<string>;
  let rest = '';
  let held = '';
  let id = '';
  let data: string[] = [];
  let isPlaced = false;
  let retryMs: number | null = null;
  try {
    for (;;) {
      const { done, value } = await within(SILENCE_MS, reader.read());
      if (done) return;
      // Only what is new is searched: a line may have megabytes. A CR may be half of a CRLF.
      const text = `${held}${value}`;
      held = text.endsWith('\r') ? '\r' : '';
      const lines = text.slice(0, text.length - held.length).split(/\r\n?|\n/);
      lines[0] = `${rest}${lines[0]}`;
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line === '') {
          if (data.length > 0 || isPlaced) yield { id, data: data.join('\n'), retryMs };
          data = [];
          isPlaced = false;
          continue;
        }
        const [, name, content = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
        if (name === 'data') data.push(content);
        else if (name === 'retry' && /^\d+$/.test(content)) retryMs = Number(content);
        else if (name === 'id' && !content.includes('\0')) {
          id = content;
          isPlaced = true;
        }
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** What is promised, or an error if it takes longer. */
function within<T>(ms: number, promised: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The stream fell silent.')), ms);
    promised.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
