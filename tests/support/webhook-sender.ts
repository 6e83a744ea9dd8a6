/**
 * A process that sends webhooks until it is killed. Its clock is ahead of the real one, or
 * behind it, by CLOCK_OFFSET_MS.
 */
import { pino } from 'pino';
import { openDatabase } from '../../src/core/database/open.ts';
import { createOutgoing } from '../../src/core/http/outgoing.ts';
import { createSignal } from '../../src/core/signal.ts';
import { createWorkRunner } from '../../src/core/work.ts';
import { createDispatcher } from '../../src/webhooks/dispatch.ts';

const offsetMs = Number(process.env.CLOCK_OFFSET_MS);
const clock = () => new Date(Date.now() + offsetMs);
const db = await openDatabase({ databaseUrl: String(process.env.DATABASE_URL) });
createDispatcher({
  db,
  clock,
  run: createWorkRunner({ db, clock, onTouched: () => undefined }),
  outgoing: createOutgoing({ allowPrivate: true }),
  changed: createSignal(),
  log: pino({ level: 'warn' }),
}).start();
setInterval(() => undefined, 60_000);
// A test that fails leaves nobody behind who goes on sending.
process.on('disconnect', () => process.exit());
process.send?.('sending');
