import { articleTag } from '../articles/present.ts';
import { changeArticle, createArticle, type Loaded } from '../articles/service.ts';
import { Problem } from '../core/errors.ts';
import { requireRole } from '../core/http/desk.ts';
import { readJsonText } from '../core/http/intake.ts';
import { type Precondition, preconditionFrom } from '../core/http/preconditions.ts';
import { parseBody } from '../core/http/validation.ts';
import type { Actor, Work } from '../core/work.ts';
import { publishArticle } from '../publishing/publish.ts';
import { type BulkLine, bulkLine } from './schema.ts';
import { LINE_MAX_BYTES, type SpooledLine } from './spool.ts';

/** What a line that was done answers. */
export interface Done {
  status: 200 | 201;
  id: string;
  slug: string;
  etag: string;
}

/**
 * A line as the change that it asks for, if its sender may ask for it.
 *
 * @throws Problem body-malformed, body-too-large, request-invalid, forbidden, precondition-required
 */
export function readLine({ bytes }: SpooledLine, actor: Actor): BulkLine {
  if (bytes === null) {
    throw new Problem(
      'body-too-large',
      `The line is longer than ${LINE_MAX_BYTES / 1024 / 1024} MB.`,
    );
  }
  const line = parseBody(bulkLine, readJsonText(bytes, 'line'));
  if (line.op === 'publish') requireRole(actor, 'editor');
  if (line.op !== 'create' && line.ifMatch === undefined) {
    throw new Problem(
      'precondition-required',
      'Send ifMatch with the ETag of the version that you read.',
      { errors: [{ pointer: '/ifMatch', code: 'required', message: 'is required' }] },
    );
  }
  return line;
}

/** Does what a line asks for, as the single request would. */
export async function applyLine(work: Work, line: BulkLine): Promise<Done> {
  switch (line.op) {
    case 'create':
      return done(201, await createArticle(work, line.article));
    case 'update':
      return done(200, await changeArticle(work, line.id, line.patch, preconditionOf(line)));
    case 'publish':
      return done(200, await publish(work, line));
  }
}

function publish(work: Work, line: Extract<BulkLine, { op: 'publish' }>): Promise<Loaded> {
  const publishedAt = line.publishedAt === undefined ? undefined : new Date(line.publishedAt);
  return publishArticle(work, line.id, { note: line.note, publishedAt }, preconditionOf(line));
}

function done(status: 200 | 201, { row }: Loaded): Done {
  return { status, id: row.id, slug: row.slug, etag: articleTag(row) };
}

function preconditionOf({ ifMatch = '' }: { ifMatch?: string | undefined }): Precondition {
  return preconditionFrom(ifMatch);
}
