/** Stories that come with a request: all of it is read before anything is changed. */
import { Problem } from '../core/errors.ts';
import { sha256 } from '../core/hash.ts';
import { createId } from '../core/ids.ts';
import type { Work } from '../core/work.ts';
import { Unreadable } from '../text/encoding.ts';
import { createJob } from './jobs.ts';
import {
  addToBatch,
  type Batch,
  type Extract,
  type ImportOptions,
  newBatch,
  noteInBatch,
} from './prepare.ts';
import type { ImportInput } from './schema.ts';
import { type ImportResult, importBatch } from './service.ts';
import type { ImportJobRow } from './store.ts';

/** A request's stories, read and extracted from. */
export interface PreparedImport {
  input: ImportInput;
  format: string;
  batch: Batch;
}

/** Stories of one request at most; more come as a file through the command line. */
const STORIES_MAX = 500;

/** @throws Problem content-unusable when the content can't be read */
export async function prepareImport(input: ImportInput, extract: Extract): Promise<PreparedImport> {
  requireOneContent(input);
  const bytes =
    input.content === undefined
      ? Buffer.from(input.contentBase64 ?? '', 'base64')
      : Buffer.from(input.content);
  try {
    // What reads the formats is loaded for the first import, so that starting does not wait.
    const { openBytes, readParts } = await import('./read.ts');
    const opened = await openBytes(input.name, bytes, input.format);
    const batch = newBatch();
    for await (const part of readParts(opened, (notice) => noteInBatch(batch, notice))) {
      if (batch.stories.length >= STORIES_MAX)
        throw new Unreadable(`It holds more than ${STORIES_MAX} stories: use the command line.`);
      await addToBatch(batch, part, optionsOf(input), extract);
    }
    return { input, format: opened.format, batch };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw unusable(input, [error.message]);
  }
}

function requireOneContent({ content, contentBase64 }: ImportInput): void {
  if ((content === undefined) !== (contentBase64 === undefined)) return;
  throw new Problem('request-invalid', 'Send either content or contentBase64.', {
    errors: [
      {
        pointer: '/content',
        code: 'required',
        message: 'or contentBase64 is required, and not both',
      },
    ],
  });
}

function unusable({ content }: ImportInput, messages: readonly string[]): Problem {
  const pointer = content === undefined ? '/contentBase64' : '/content';
  const [first = '', ...others] = messages;
  return new Problem(
    'content-unusable',
    others.length === 0 ? first : `None of the ${messages.length} stories can be imported.`,
    { errors: messages.map((message) => ({ pointer, code: 'content-unusable', message })) },
  );
}

function optionsOf(input: ImportInput): ImportOptions {
  return {
    accept: input.accept ?? null,
    publish: false,
    section: input.section ?? 'news',
    language: input.language ?? 'en',
    publishedOn: input.publishedOn,
  };
}

/**
 * Makes drafts of the stories that can be articles, and a job that holds their suggestions.
 *
 * @throws Problem when none of them can
 */
export async function importPrepared(
  work: Work,
  { input, format, batch }: PreparedImport,
): Promise<ImportJobRow> {
  const id = createId();
  const items = await importBatch(work, batch, optionsOf(input), id);
  if (items.length > 0 && items.every(({ outcome }) => outcome === 'failed'))
    throw refusal(input, items);
  const notices = [...batch.notices.keys()];
  const hash = sha256(input.content ?? input.contentBase64 ?? '');
  return createJob(work, { id, name: input.name, format, hash, notices, items });
}

/** Of a single story, what is wrong with it; of several, what is wrong with each. */
function refusal(input: ImportInput, items: readonly ImportResult[]): Problem {
  const problems = items.flatMap(({ problem }) => problem ?? []);
  const [only, ...others] = problems;
  if (only !== undefined && others.length === 0 && only.code !== 'content-unusable')
    return new Problem(only.code, only.detail, { errors: only.errors });
  return unusable(
    input,
    items.map(({ headline, problem }) =>
      others.length === 0 ? `${problem?.detail}` : `“${headline}”: ${problem?.detail}`,
    ),
  );
}
