/** Stories that come with a request: all of it is read before anything is changed. */
import { Problem } from '../core/errors.ts';
import { createId } from '../core/ids.ts';
import type { Work } from '../core/work.ts';
import { Unreadable } from '../text/encoding.ts';
import type { ImportOptions } from './batch.ts';
import { createImportJob, type ImportJob } from './jobs.ts';
import type { Reader } from './reader.ts';
import type { FindKnown, InputBatch } from './reading.ts';
import type { ImportInput } from './schema.ts';
import { type ImportResult, importBatch } from './service.ts';

/** A request's stories, read and extracted from. */
export interface PreparedImport {
  input: ImportInput;
  batches: InputBatch[];
}

/** Stories of one request at most; more come as a file through the command line. */
const STORIES_MAX = 500;

/** @throws Problem content-unusable when the content can't be read */
export async function prepareImport(
  input: ImportInput,
  reader: Pick<Reader, 'read'>,
  findKnown: FindKnown,
): Promise<PreparedImport> {
  const bytes =
    input.content === undefined
      ? Buffer.from(input.contentBase64 ?? '', 'base64')
      : Buffer.from(input.content);
  const source = { name: input.name, bytes, format: input.format };
  const batches: InputBatch[] = [];
  let stories = 0;
  try {
    for await (const { batch } of reader.read(source, optionsOf(input), findKnown)) {
      if (batch === null) continue;
      batches.push(batch);
      stories += batch.stories.length;
      if (stories > STORIES_MAX)
        throw new Unreadable(`It holds more than ${STORIES_MAX} stories: use the command line.`);
    }
    return { input, batches };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw unusable(input, [error.message]);
  }
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
  { input, batches }: PreparedImport,
): Promise<ImportJob> {
  const id = createId();
  const options = optionsOf(input);
  const items: ImportResult[] = [];
  for (const batch of batches) items.push(...(await importBatch(work, batch, options, id)));
  if (items.length > 0 && items.every(({ outcome }) => outcome === 'failed'))
    throw refusal(input, items);
  const notices = new Set(batches.flatMap((batch) => [...batch.notices.keys()]));
  const { format, hash } = batches[0] as InputBatch;
  return createImportJob(work, {
    id,
    name: input.name,
    format,
    hash,
    notices: [...notices],
    items,
  });
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
