import { isUniqueViolation } from '../database/types.ts';
import { Problem } from '../errors.ts';
import { sha256 } from '../hash.ts';
import { openSealed, seal } from '../seal.ts';
import type { Work } from '../work.ts';
import type { HttpContext } from './context.ts';
import type { DeskAnswer, DeskInput } from './desk.ts';

/** For how long a key stands for its first request. */
const IDEMPOTENCY_HOURS = 24;

const running = new Set<string>();

/**
 * Runs a write so that an Idempotency-Key stands for one change. The key is stored in
 * the transaction of the change: either both are there or neither is, whatever breaks off.
 *
 * @throws Problem request-in-progress, idempotency-mismatch
 */
export async function runIdempotently<P, Q, B>(
  context: HttpContext,
  method: string,
  input: DeskInput<P, Q, B>,
  change: (work: Work) => Promise<DeskAnswer>,
): Promise<DeskAnswer> {
  const { actor, request } = input;
  if (method !== 'post') return context.run(actor, change, request.id);
  const content = JSON.stringify([method, request.url, request.body ?? null]);
  return runOnce(context, input, { content }, change);
}

/** What an Idempotency-Key stands for: a request, or one part of it. */
export interface Repeatable {
  /** What must be the same when it is sent again. */
  content: string;
  /** Which part of the request it is; the whole if not given. */
  part?: string;
}

type Change = (work: Work) => Promise<DeskAnswer>;
type Sent = Pick<DeskInput<unknown, unknown, unknown>, 'actor' | 'request'>;

/** As `runIdempotently`, for a request whose body is read piece by piece. */
export async function runOnce(
  context: Pick<HttpContext, 'run'>,
  input: Sent,
  repeatable: Repeatable,
  change: Change,
): Promise<DeskAnswer> {
  const [answer] = await runAllOnce(context, input, [{ ...repeatable, change }]);
  return answer as DeskAnswer;
}

/** As `runOnce`, for several parts of a request: all of them are done, or none. */
export async function runAllOnce(
  context: Pick<HttpContext, 'run'>,
  input: Sent,
  parts: readonly (Repeatable & { change: Change })[],
): Promise<DeskAnswer[]> {
  const { actor, request } = input;
  const kept = parts.map((part) => ({ change: part.change, ...keepingOf(input, part) }));
  const keys = kept.flatMap(({ key }) => key ?? []);
  if (keys.some((key) => running.has(key))) throw inProgress();
  for (const key of keys) running.add(key);
  const all = async (work: Work) => {
    const answers: DeskAnswer[] = [];
    for (const { change, key, hash, secret } of kept)
      answers.push(key === null ? await change(work) : await once(work, key, hash, secret, change));
    return answers;
  };
  try {
    return await context.run(actor, all, request.id);
  } catch (error) {
    // Another process was first: its answer is there now.
    if (keys.length === 0 || !isUniqueViolation(error)) throw error;
    return await context.run(actor, all, request.id);
  } finally {
    for (const key of keys) running.delete(key);
  }
}

/** An answer whose finished bytes are text again, as JSON has no bytes. */
function withText(answer: DeskAnswer): DeskAnswer {
  const { body } = answer;
  return Buffer.isBuffer(body) ? { ...answer, body: body.toString() } : answer;
}

/** Under which key an answer is kept, and what opens it; `key` is null where none is wanted. */
function keepingOf({ actor, request }: Sent, { content, part }: Repeatable) {
  const header = request.headers['idempotency-key'];
  if (typeof header !== 'string') return { key: null, hash: '', secret: '' };
  // Answers can hold secrets that are shown once. What is kept for a repetition can only be
  // read with the token and the key that the client sends again.
  const token = request.headers.authorization?.replace(/^bearer +/i, '');
  const secret = `${token}\n${header}`;
  const key = sha256(`${actor.id}\n${secret}${part === undefined ? '' : `\n${part}`}`);
  return { key, hash: sha256(content), secret };
}

function inProgress(): Problem {
  return new Problem(
    'request-in-progress',
    'The first request with this key is still running; wait for its answer.',
    { headers: { 'retry-after': '1' } },
  );
}

async function once(
  work: Work,
  key: string,
  hash: string,
  secret: string,
  change: Change,
): Promise<DeskAnswer> {
  const { client, now } = work;
  const since = new Date(now.getTime() - IDEMPOTENCY_HOURS * 3_600_000);
  await client.idempotencyKey.deleteMany({ where: { createdAt: { lt: since } } });
  const known = await client.idempotencyKey.findUnique({ where: { key } });
  if (known !== null) {
    if (known.hash !== hash) {
      throw new Problem(
        'idempotency-mismatch',
        'This Idempotency-Key was used for another request.',
        {
          errors: [
            {
              parameter: 'Idempotency-Key',
              code: 'idempotency-mismatch',
              message: 'was used for another request',
            },
          ],
        },
      );
    }
    return JSON.parse(openSealed(known.body, secret)) as DeskAnswer;
  }
  const answer = await change(work);
  await client.idempotencyKey.create({
    data: {
      key,
      hash,
      body: seal(JSON.stringify(withText(answer)), secret),
      createdAt: now,
    },
  });
  return answer;
}
