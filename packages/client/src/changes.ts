/** What changes in public, from a stream that is opened again where it breaks off. */
import { drop } from './answers.ts';
import { readEvents } from './events.ts';
import { OnrecordError } from './problem.ts';
import { pause, waitMs } from './retry.ts';
import type { Send } from './sending.ts';
import type { Schemas } from './types.ts';

const EVENT_STREAM = 'text/event-stream';

export interface ChangesOptions {
  /** The `seq` after which to begin; with what changes from now on if not given. */
  after?: number | undefined;
  signal?: AbortSignal | undefined;
}

/** Every change since a place, for ever: nothing missing, and nothing twice. */
export async function* followChanges(
  send: Send,
  { after, signal }: ChangesOptions,
): AsyncGenerator<Schemas['Change']> {
  let last = after;
  let leastMs = 0;
  for (let failures = 0; ; failures += 1) {
    try {
      const stream = await openStream(send, last, signal);
      for await (const { id, data, retryMs } of readEvents(stream)) {
        failures = 0;
        leastMs = retryMs ?? leastMs;
        // The stream begins with its position, before anything happens.
        if (data === '') {
          last ??= Number(id);
          continue;
        }
        const change = toChange(data);
        if (last !== undefined && change.seq <= last) continue;
        signal?.throwIfAborted();
        last = change.seq;
        yield change;
      }
    } catch (error) {
      if (error instanceof OnrecordError && error.status < 500) throw error;
    }
    await pause(leastMs + waitMs(failures, null), signal);
  }
}

/** @throws OnrecordError also where something else answers in the place of the stream */
async function openStream(
  send: Send,
  last: number | undefined,
  signal: AbortSignal | undefined,
): Promise<ReadableStream<Uint8Array>> {
  const headers = {
    accept: EVENT_STREAM,
    ...(last === undefined ? {} : { 'last-event-id': String(last) }),
  };
  const init = { headers, ...(signal && { signal }) };
  // For ever: what is passing is waited for, for as long as each answer asks.
  const response = await send('/v1/changes/stream', init, async (opened) => opened, Infinity);
  const { body, status } = response;
  if (body !== null && response.headers.get('content-type')?.startsWith(EVENT_STREAM)) return body;
  await drop(response);
  throw new OnrecordError(status, { detail: 'What answered is no stream of events.' });
}

/** @throws OnrecordError where it is none: asked for again, it would be the same */
function toChange(data: string): Schemas['Change'] {
  try {
    const change = JSON.parse(data) as Schemas['Change'];
    if (Number.isInteger(change.seq)) return change;
  } catch {}
  throw new OnrecordError(200, { detail: 'What came is no change.' });
}
