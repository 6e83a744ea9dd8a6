/**
 * From what an editor sends to what a revision holds: mentions become ids, parts get
 * their ids, anchors are located. Everything that does not exist is reported at once.
 */
import type { ClaimInput } from '../claims/schema.ts';
import { findRows } from '../core/database/rows.ts';
import { Problem, type ProblemItem } from '../core/errors.ts';
import { nextTurn, othersWait } from '../core/turns.ts';
import type { Work } from '../core/work.ts';
import type { FigureMention, FigureRef } from '../figures/schema.ts';
import type { QuoteInput } from '../quotes/schema.ts';
import type { SourceMention } from '../sources/schema.ts';
import type { InterviewInput, TurnInput } from '../turns/schema.ts';
import { createLocators, locateAnchor } from './anchoring.ts';
import type {
  ArticleContent,
  ContentClaim,
  ContentInterview,
  ContentQuote,
  ContentTurn,
} from './content.ts';
import { readLongTexts } from './long-texts.ts';
import { type Mentions, mentionsIn } from './mentions.ts';
import { createPartIds, type PartIds } from './part-ids.ts';
import type { ArticleInput } from './schema.ts';

/** A whole article as it will be saved; `slug` is decided already. */
export type ArticleDocument = Omit<ArticleInput, 'note'> & { slug: string };

/**
 * @param previous what the article held before, so that parts keep their ids and anchors
 *   are found again
 * @param keepsIds whether it comes from another newsroom with the ids that its parts have
 *   there; what its claims supersede may come later
 * @throws Problem reference-unknown with every reference that leads nowhere
 */
export async function resolveContent(
  work: Work,
  document: ArticleDocument,
  previous: ArticleContent | null,
  keepsIds = false,
): Promise<ArticleContent> {
  const resolver = new Resolver(work, previous, keepsIds);
  const content = await resolver.resolve(document);
  if (resolver.unknown.length > 0) {
    throw new Problem(
      'reference-unknown',
      `${resolver.unknown.length === 1 ? 'A reference leads' : 'References lead'} nowhere; see errors.`,
      {
        errors: resolver.unknown,
      },
    );
  }
  return content;
}

class Resolver {
  readonly unknown: ProblemItem[] = [];
  readonly #work: Work;
  readonly #mentions: Mentions;
  readonly #previous: ArticleContent | null;
  readonly #ids: PartIds;
  readonly #keepsIds: boolean;

  constructor(work: Work, previous: ArticleContent | null, keepsIds: boolean) {
    this.#work = work;
    this.#keepsIds = keepsIds;
    this.#mentions = mentionsIn(work);
    this.#previous = previous;
    this.#ids = createPartIds(previous, keepsIds, (item) => this.unknown.push(item));
  }

  async resolve(document: ArticleDocument): Promise<ArticleContent> {
    const interviews: ContentInterview[] = [];
    for (const [index, interview] of (document.interviews ?? []).entries()) {
      interviews.push(await this.#interview(interview, `/interviews/${index}`));
    }
    const { section, tags } = await this.#terms(document);
    const base: ArticleContent = {
      slug: document.slug,
      headline: document.headline,
      summary: document.summary ?? '',
      body: document.body ?? '',
      language: document.language ?? '',
      section,
      tags,
      bylines: await this.#bylines(document.bylines ?? []),
      dateline: document.dateline
        ? { place: document.dateline.place ?? null, date: document.dateline.date ?? null }
        : null,
      image: await this.#image(document.image ?? null, '/image'),
      interviews,
      quotes: [],
      claims: [],
    };
    if (document.quotes?.length || document.claims?.length) await readLongTexts(base);
    const locators = createLocators(base);
    for (const [index, quote] of (document.quotes ?? []).entries()) {
      if (othersWait()) await nextTurn();
      base.quotes.push(await this.#quote(quote, `/quotes/${index}`, base, locators));
    }
    base.claims = await this.#claims(document.claims ?? [], base, locators);
    return base;
  }

  async #terms(document: ArticleDocument): Promise<{ section: string; tags: string[] }> {
    const section = document.section
      ? (await this.#mentions.term('section', document.section)).slug
      : '';
    const tags: string[] = [];
    for (const tag of document.tags ?? []) {
      const { slug } = await this.#mentions.term('tag', tag);
      if (!tags.includes(slug)) tags.push(slug);
    }
    return { section, tags };
  }

  async #bylines(
    bylines: NonNullable<ArticleDocument['bylines']>,
  ): Promise<ArticleContent['bylines']> {
    const resolved: ArticleContent['bylines'] = [];
    for (const [index, { name, role, image }] of bylines.entries()) {
      const portrait = await this.#image(image ?? null, `/bylines/${index}/image`);
      resolved.push({ name, role: role ?? null, image: portrait });
    }
    return resolved;
  }

  async #image(image: string | null, pointer: string): Promise<string | null> {
    if (image === null) return null;
    const [asset] = await findRows(this.#work.client, 'Asset', { id: image }, ['id']);
    if (asset === undefined)
      this.#report(pointer, 'reference-unknown', `there is no asset ${image}`);
    return image;
  }

  async #interview(input: InterviewInput, pointer: string): Promise<ContentInterview> {
    const turns: ContentTurn[] = [];
    for (const [index, turn] of (input.turns ?? []).entries()) {
      turns.push(await this.#turn(turn, `${pointer}/turns/${index}`));
    }
    return {
      id: this.#ids.take('interview', input.id, pointer),
      title: input.title ?? null,
      turns,
    };
  }

  async #turn(input: TurnInput, pointer: string): Promise<ContentTurn> {
    return {
      id: this.#ids.take('turn', input.id, pointer),
      role: input.role,
      speaker: await this.#source(input.speaker, `${pointer}/speaker`),
      speakerRole: input.speakerRole ?? null,
      text: input.text,
    };
  }

  async #quote(
    input: QuoteInput,
    pointer: string,
    base: ArticleContent,
    locators: ReturnType<typeof createLocators>,
  ): Promise<ContentQuote> {
    const id = this.#ids.take('quote', input.id, pointer);
    const stored = this.#previous?.quotes.find((quote) => quote.id === id);
    const place = this.#ids.place(input.anchor.in, base, `${pointer}/anchor/in`);
    const { anchor, status } = locateAnchor(locators, place, input.anchor.pieces, stored?.anchor);
    return {
      id,
      kind: input.kind,
      speaker: await this.#source(input.speaker, `${pointer}/speaker`),
      speakerRole: input.speakerRole ?? null,
      organisation: input.organisation ?? null,
      verb: input.verb ?? null,
      saidOn: input.saidOn ?? null,
      venue: input.venue ?? null,
      translated: input.translated ?? false,
      original: input.original ?? null,
      anchor,
      status,
    };
  }

  async #claims(
    inputs: ClaimInput[],
    base: ArticleContent,
    locators: ReturnType<typeof createLocators>,
  ): Promise<ContentClaim[]> {
    const ids = inputs.map((input, index) => this.#ids.take('claim', input.id, `/claims/${index}`));
    const claims: ContentClaim[] = [];
    for (const [index, input] of inputs.entries()) {
      if (othersWait()) await nextTurn();
      const pointer = `/claims/${index}`;
      const id = ids[index] as string;
      const stored = this.#previous?.claims.find((claim) => claim.id === id);
      const place = this.#ids.place(input.anchor.in, base, `${pointer}/anchor/in`);
      const figure = await this.#figure(input.figure, `${pointer}/figure`);
      claims.push({
        id,
        figure: figure?.id ?? '',
        comparator: input.comparator,
        low: input.low ?? null,
        high: input.high ?? null,
        unit: input.unit ?? figure?.unit ?? '',
        place: input.place ?? null,
        asOf: input.asOf ?? null,
        chain: await this.#chain(input, pointer),
        partOf: this.#partOf(input.partOf ?? null, index, ids),
        supersedes: await this.#supersedes(input.supersedes ?? null, id, pointer),
        boundsReason: input.boundsReason ?? null,
        ...locateAnchor(locators, place, input.anchor.pieces, stored?.anchor),
      });
    }
    return claims;
  }

  async #chain(input: ClaimInput, pointer: string): Promise<ContentClaim['chain']> {
    const chain: ContentClaim['chain'] = [];
    for (const [index, link] of (input.chain ?? []).entries()) {
      const source = await this.#source(link.source, `${pointer}/chain/${index}/source`);
      if (source !== null) chain.push({ role: link.role, verb: link.verb ?? null, source });
    }
    return chain;
  }

  #partOf(partOf: string | number | null, index: number, ids: string[]): string | null {
    if (partOf === null) return null;
    const id = typeof partOf === 'number' ? ids[partOf] : partOf;
    if (id !== undefined && ids.includes(id) && id !== ids[index]) return id;
    this.#report(
      `/claims/${index}/partOf`,
      'reference-unknown',
      'names no other claim of this article',
    );
    return null;
  }

  async #supersedes(id: string | null, ownId: string, pointer: string): Promise<string | null> {
    if (id === null) return null;
    if (id === ownId) {
      this.#report(`${pointer}/supersedes`, 'reference-unknown', 'names the claim itself');
      return id;
    }
    const columns = ['supersedesId'] as const;
    const [published] = await findRows(this.#work.client, 'PublishedClaim', { id }, columns);
    if (published?.supersedesId === ownId)
      this.#report(
        `${pointer}/supersedes`,
        'reference-unknown',
        'names a claim that supersedes it',
      );
    const known =
      this.#keepsIds ||
      published !== undefined ||
      this.#ids.has('claim', id) ||
      this.#previous?.claims.some((claim) => claim.supersedes === id);
    if (!known)
      this.#report(
        `${pointer}/supersedes`,
        'reference-unknown',
        `there is no published claim ${id}`,
      );
    return id;
  }

  async #source(
    mention: SourceMention | null | undefined,
    pointer: string,
  ): Promise<string | null> {
    if (mention === null || mention === undefined) return null;
    const result = await this.#mentions.source(mention);
    if (!('message' in result)) return result.id;
    this.#report(pointer, result.code, result.message);
    return null;
  }

  async #figure(mention: FigureMention, pointer: string): Promise<FigureRef | null> {
    const result = await this.#mentions.figure(mention);
    if (!('message' in result)) return result;
    this.#report(pointer, result.code, result.message);
    return null;
  }

  #report(pointer: string, code: string, message: string): void {
    this.unknown.push({ pointer, code, message });
  }
}
