/** Forms with a file: read within bounds, kept in memory, never in a temporary file. */
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../core/errors.ts';
import { sha256 } from '../core/hash.ts';

const FILE_MAX_BYTES = 25 * 1024 * 1024;
const FIELDS_MAX = 10;

const LIMITS = {
  fileSize: FILE_MAX_BYTES,
  files: 1,
  fields: FIELDS_MAX,
  parts: FIELDS_MAX + 1,
  fieldNameSize: 100,
  fieldSize: 16 * 1024,
  headerPairs: 20,
};

/** Lets the routes of a scope take forms; `request.body` holds fields as text and a `File`. */
export async function acceptForms(scope: FastifyInstance): Promise<void> {
  await scope.register(multipart, { limits: LIMITS, throwFileSizeLimit: true });
  scope.addHook('preValidation', async (request) => {
    if (request.isMultipart()) request.body = await readForm(request);
  });
}

async function readForm(request: FastifyRequest): Promise<Record<string, string | File>> {
  const form = new Map<string, string | File>();
  try {
    for await (const part of request.parts()) {
      if (form.has(part.fieldname)) throw twice(part.fieldname);
      if (part.type === 'file') form.set(part.fieldname, asFile(await part.toBuffer()));
      else form.set(part.fieldname, String(part.value));
    }
  } catch (error) {
    throw asProblem(error);
  }
  return Object.fromEntries(form);
}

/**
 * The file, without the name that its sender gave it. As JSON it is its hash, so that an
 * Idempotency-Key stands for one file.
 */
function asFile(bytes: Buffer): File {
  const file = new File([new Uint8Array(bytes)], 'file');
  return Object.defineProperty(file, 'toJSON', { value: () => sha256(bytes) });
}

const TOO_LARGE: Record<string, string> = {
  FST_REQ_FILE_TOO_LARGE: `The file is larger than ${FILE_MAX_BYTES / 1024 / 1024} MB.`,
  FST_FILES_LIMIT: 'The form has more than one file.',
  FST_FIELDS_LIMIT: `The form has more than ${FIELDS_MAX} fields.`,
  FST_PARTS_LIMIT: `The form has more than ${FIELDS_MAX + 1} parts.`,
};

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { code = '', message } = error as Error & { code?: string };
  const limit = TOO_LARGE[code];
  if (limit !== undefined) return new Problem('body-too-large', limit, { cause: error });
  return new Problem('body-malformed', `The form can’t be read: ${message}.`, { cause: error });
}

function twice(name: string): Problem {
  return new Problem('request-invalid', 'The body is not valid: a field is given twice.', {
    errors: [{ pointer: `/${name}`, code: 'repeated', message: 'is given twice' }],
  });
}
