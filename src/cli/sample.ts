/** Brings the sample newsroom into an empty database, through the same services as the API. */
import { readdirSync, readFileSync } from 'node:fs';
import { articleInput, articlePatch } from '../articles/schema.ts';
import { changeArticle, createArticle } from '../articles/service.ts';
import type { Database } from '../core/database/types.ts';
import { parseBody } from '../core/http/validation.ts';
import { findPrismaFolder } from '../core/prisma-folder.ts';
import { createWorkRunner, SYSTEM } from '../core/work.ts';
import { figureInput } from '../figures/schema.ts';
import { createFigure } from '../figures/service.ts';
import { publishArticle } from '../publishing/publish.ts';
import { sourceInput } from '../sources/schema.ts';
import { createSource } from '../sources/service.ts';
import { termInput } from '../taxonomy/schema.ts';
import { createTerm } from '../taxonomy/service.ts';

interface Newsroom {
  sections: unknown[];
  tags: unknown[];
  sources: unknown[];
  figures: unknown[];
}

interface SampleArticle {
  publishedAt: string;
  article: { claims?: { supersedes?: string }[] };
  links?: { claim: number; supersedes: { article: string; anchor: string } }[];
  correction?: { patch: { claims?: { id?: string }[] }; note: string; at: string };
}

const FOLDER = `${findPrismaFolder()}/sample`;

/** @returns how many articles were published */
export async function loadSample(db: Database): Promise<number> {
  let now = new Date(0);
  const run = createWorkRunner({ db, clock: () => now, onTouched: () => undefined });
  const newsroom = readJson<Newsroom>(`${FOLDER}/newsroom.json`);
  const articles = readdirSync(`${FOLDER}/articles`)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readJson<SampleArticle>(`${FOLDER}/articles/${name}`))
    .sort((a, b) => a.publishedAt.localeCompare(b.publishedAt));
  now = new Date(articles[0]?.publishedAt ?? 0);
  await run(SYSTEM, async (work) => {
    for (const section of newsroom.sections)
      await createTerm(work, 'section', parseBody(termInput, section));
    for (const tag of newsroom.tags) await createTerm(work, 'tag', parseBody(termInput, tag));
    for (const source of newsroom.sources) await createSource(work, parseBody(sourceInput, source));
    for (const figure of newsroom.figures) await createFigure(work, parseBody(figureInput, figure));
  });
  for (const sample of articles) {
    now = new Date(sample.publishedAt);
    await run(SYSTEM, async (work) => {
      await linkClaims(db, sample);
      const { row } = await createArticle(work, parseBody(articleInput, sample.article));
      await publishArticle(work, row.id, {}, '*');
    });
    if (sample.correction !== undefined) {
      now = new Date(sample.correction.at);
      await correct(run, sample);
    }
  }
  return articles.length;
}

type Run = ReturnType<typeof createWorkRunner>;

async function correct(run: Run, { article, correction }: SampleArticle): Promise<void> {
  if (correction === undefined) return;
  await run(SYSTEM, async (work) => {
    const { slug } = article as { slug: string };
    const published = await work.client.publishedArticle.findUniqueOrThrow({ where: { slug } });
    const { claims } = JSON.parse(published.document) as { claims: { id: string }[] };
    // The patch lists the claims in their order; with their ids it changes them.
    correction.patch.claims?.forEach((claim, index) => {
      const known = claims[index];
      if (known !== undefined) claim.id = known.id;
    });
    await changeArticle(work, published.id, parseBody(articlePatch, correction.patch), '*');
    await publishArticle(work, published.id, { note: correction.note, correction: true }, '*');
  });
}

/** Which earlier claims of the newsroom are superseded is said by article and words. */
async function linkClaims(db: Database, { article, links }: SampleArticle): Promise<void> {
  for (const { claim, supersedes } of links ?? []) {
    const row = await db.read.publishedArticle.findUniqueOrThrow({
      where: { slug: supersedes.article },
    });
    const { claims } = JSON.parse(row.document) as { claims: { id: string; text: string }[] };
    const earlier = claims.find(({ text }) => text === supersedes.anchor);
    const target = article.claims?.[claim];
    if (earlier === undefined || target === undefined)
      throw new Error('A link of the sample newsroom leads nowhere.');
    target.supersedes = earlier.id;
  }
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}
