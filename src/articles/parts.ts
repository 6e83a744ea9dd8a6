/**
 * One part of an article at a time: interviews, turns, quotes and claims. Each write
 * makes a new revision of the article, under the article's ETag.
 */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { Client } from '../core/database/types.ts';
import { notFound } from '../core/errors.ts';
import type { HttpContext } from '../core/http/context.ts';
import { deskRead, deskWrite } from '../core/http/desk.ts';
import type { Precondition } from '../core/http/preconditions.ts';
import { id, idOrSlug } from '../core/http/scalars.ts';
import { parseBody } from '../core/http/validation.ts';
import type { Work } from '../core/work.ts';
import { capitalise } from '../text/capitalise.ts';
import { mergePatch, toDocument } from './document.ts';
import { articleTag, presentArticle } from './present.ts';
import { type ArticleDocument, resolveContent } from './resolve.ts';
import type { DeskArticle } from './schema.ts';
import { getArticle, getForChange, type Loaded, saveRevision } from './service.ts';

type Part = { id?: string | undefined };

/** How one kind of part is found in the editors' form of an article. */
export interface PartKind<Input extends Part> {
  /** `quote`: in operation ids and texts. */
  name: string;
  plural: string;
  tag: string;
  input: z.ZodType<Input>;
  /** Schema of a POST: the input, and where it goes. */
  create: z.ZodType;
  /** Schema of a PATCH. */
  patch: z.ZodType;
  shown: z.ZodType;
  /** The list that a part belongs in; `where` is the body of a POST. */
  listFor(document: ArticleDocument, where: Record<string, unknown>): Input[];
  /** Every list in which such parts stand. */
  lists(document: ArticleDocument): Input[][];
  /** The parts as an article at the desk shows them. */
  present(article: DeskArticle): { id: string }[];
  /** Keys of a POST or PATCH that say where a part goes and are no part of it. */
  placement: readonly string[];
}

/** Where a part goes among its siblings, from 1; last if not given. */
export const position = z.int().min(1).max(10_000).optional().meta({
  description: 'Place among its siblings, from 1; last if not given.',
});

/** The address of a kind's list in an article, and its names as operation ids and texts have them. */
function namesOf({ name, plural }: { name: string; plural: string }) {
  return {
    url: `/v1/desk/articles/:id/${plural}`,
    capital: capitalise(name),
    capitals: capitalise(plural),
    one: `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`,
  };
}

const params = z.strictObject({ id: idOrSlug });
const partParams = z.strictObject({ id: idOrSlug, part: id });

export function registerParts<Input extends Part>(
  app: FastifyInstance,
  context: HttpContext,
  kind: PartKind<Input>,
): void {
  registerReads(app, context, kind);
  registerWrites(app, context, kind);
}

function registerReads<Input extends Part>(
  app: FastifyInstance,
  context: HttpContext,
  kind: PartKind<Input>,
): void {
  const { url, capital, capitals, one } = namesOf(kind);
  deskRead(app, context, {
    method: 'get',
    url,
    operationId: `listDesk${capitals}`,
    tag: kind.tag,
    summary: `List an article’s ${kind.plural}`,
    description: `The ${kind.plural} of the newest revision, in their order.`,
    role: 'reader',
    params,
    responses: {
      200: z.strictObject({ data: z.array(kind.shown) }).meta({
        id: `Desk${capital}List`,
        description: `All ${kind.plural} of an article, in their order.`,
      }),
    },
    async read({ params: { id: article } }) {
      const { row, shown } = await show(
        context.db.current,
        kind,
        await getArticle(context.db.current, article),
      );
      return { body: { data: shown }, etag: articleTag(row) };
    },
  });

  deskRead(app, context, {
    method: 'get',
    url: `${url}/:part`,
    operationId: `readDesk${capital}`,
    tag: kind.tag,
    summary: `Read ${one} at the desk`,
    description: `One ${kind.name} of the newest revision.`,
    role: 'reader',
    params: partParams,
    responses: { 200: kind.shown },
    read: async ({ params: { id: article, part } }) =>
      answerPart(context.db.current, kind, await getArticle(context.db.current, article), part),
  });
}

function registerWrites<Input extends Part>(
  app: FastifyInstance,
  context: HttpContext,
  kind: PartKind<Input>,
): void {
  const { url, capital, one } = namesOf(kind);
  deskWrite(app, context, {
    method: 'post',
    url,
    operationId: `create${capital}`,
    tag: kind.tag,
    summary: `Add ${one}`,
    description: `Adds one ${kind.name} to an article. The ETag is the article’s.`,
    role: 'writer',
    ifMatch: true,
    params,
    body: kind.create,
    responses: { 201: kind.shown },
    async write(work, { params: { id: article }, body, precondition }) {
      const { saved, added } = await addPart(
        work,
        kind,
        article,
        body as Record<string, unknown>,
        precondition,
      );
      const answer = await answerPart(work.client, kind, saved, added);
      return {
        ...answer,
        status: 201,
        location: `/v1/desk/articles/${saved.row.id}/${kind.plural}/${added}`,
      };
    },
  });

  deskWrite(app, context, {
    method: 'patch',
    url: `${url}/:part`,
    operationId: `update${capital}`,
    tag: kind.tag,
    summary: `Change ${one}`,
    description: 'JSON Merge Patch. Makes a new revision of the article, whose ETag is answered.',
    role: 'writer',
    ifMatch: true,
    params: partParams,
    body: kind.patch,
    responses: { 200: kind.shown },
    problems: [409, 422],
    async write(work, { params: { id: article, part }, body, precondition }) {
      const saved = await changePart(
        work,
        kind,
        article,
        part,
        body as Record<string, unknown>,
        precondition,
      );
      return answerPart(work.client, kind, saved, part);
    },
  });

  deskWrite(app, context, {
    method: 'delete',
    url: `${url}/:part`,
    operationId: `delete${capital}`,
    tag: kind.tag,
    summary: `Take ${one} out`,
    description:
      'Makes a new revision without it. What was published stays on record in its editions.',
    role: 'writer',
    ifMatch: true,
    params: partParams,
    responses: { 204: null },
    problems: [409, 422],
    async write(work, { params: { id: article, part }, precondition }) {
      const saved = await removePart(work, kind, article, part, precondition);
      return { status: 204, etag: articleTag(saved.row) };
    },
  });
}

async function addPart<Input extends Part>(
  work: Work,
  kind: PartKind<Input>,
  article: string,
  body: Record<string, unknown>,
  precondition: Precondition,
): Promise<{ saved: Loaded; added: string }> {
  const loaded = await getForChange(work, article, precondition);
  const document = structuredClone(toDocument(loaded.content));
  const list = kind.listFor(document, body);
  const part = without(body, kind.placement) as unknown as Input;
  const index = place(list, part, body.position);
  const saved = await save(work, loaded, document);
  const added = kind.listFor(toDocument(saved.content), body)[index]?.id;
  return { saved, added: added as string };
}

async function changePart<Input extends Part>(
  work: Work,
  kind: PartKind<Input>,
  article: string,
  partId: string,
  patch: Record<string, unknown>,
  precondition: Precondition,
): Promise<Loaded> {
  const loaded = await getForChange(work, article, precondition);
  const document = structuredClone(toDocument(loaded.content));
  const { list, index } = findPart(kind, document, partId);
  const merged = mergePatch(list[index] as never, without(patch, kind.placement) as never);
  const part = parseBody(kind.input, merged);
  list.splice(index, 1);
  place(list, part, patch.position ?? index + 1);
  return save(work, loaded, document);
}

async function removePart<Input extends Part>(
  work: Work,
  kind: PartKind<Input>,
  article: string,
  partId: string,
  precondition: Precondition,
): Promise<Loaded> {
  const loaded = await getForChange(work, article, precondition);
  const document = structuredClone(toDocument(loaded.content));
  const { list, index } = findPart(kind, document, partId);
  list.splice(index, 1);
  for (const claim of document.claims ?? []) if (claim.partOf === partId) claim.partOf = null;
  return save(work, loaded, document);
}

async function save(work: Work, loaded: Loaded, document: ArticleDocument): Promise<Loaded> {
  return saveRevision(work, loaded, await resolveContent(work, document, loaded.content), null);
}

function place<Input>(list: Input[], part: Input, wanted: unknown): number {
  const index = Math.min(typeof wanted === 'number' ? wanted - 1 : list.length, list.length);
  list.splice(index, 0, part);
  return index;
}

function findPart<Input extends Part>(
  kind: PartKind<Input>,
  document: ArticleDocument,
  partId: string,
) {
  for (const list of kind.lists(document)) {
    const index = list.findIndex((part) => part.id === partId);
    if (index >= 0) return { list, index };
  }
  throw notFound();
}

function without(body: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([key]) => !keys.includes(key)));
}

async function show<Input extends Part>(
  client: Client,
  kind: PartKind<Input>,
  { row, content }: Loaded,
) {
  return { row, shown: kind.present(await presentArticle(client, row, content)) };
}

async function answerPart<Input extends Part>(
  client: Client,
  kind: PartKind<Input>,
  loaded: Loaded,
  partId: string,
) {
  const { row, shown } = await show(client, kind, loaded);
  const part = shown.find((candidate) => candidate.id === partId);
  if (part === undefined) throw notFound();
  return { body: part, etag: articleTag(row) };
}
