/** Many published articles, written past the services so that tens of thousands take minutes. */
import type { ArticleContent } from '../../src/articles/content.ts';
import type { Client, Database } from '../../src/core/database/types.ts';
import { sha256 } from '../../src/core/hash.ts';
import { createId } from '../../src/core/ids.ts';
import { insertProjections } from '../../src/publishing/projection.ts';
import { makePublication } from '../../src/publishing/publication.ts';

const CHUNK = 200;

/** Publishes copies of a published article with one quote, each with ids of its own. */
export async function copyArticle(
  db: Database,
  slug: string,
  count: number,
  onProgress: (done: number) => void = () => undefined,
): Promise<void> {
  const article = await db.read.article.findUniqueOrThrow({ where: { slug } });
  const revision = await db.read.revision.findFirstOrThrow({ where: { articleId: article.id } });
  const edition = await db.read.edition.findFirstOrThrow({ where: { articleId: article.id } });
  const references = await db.read.articleReference.findMany({ where: { articleId: article.id } });
  const original = JSON.parse(revision.content) as ArticleContent;
  const copyOne = async (client: Client, number: number) => {
    const id = createId();
    const content: ArticleContent = {
      ...original,
      slug: `${slug}-${number}`,
      quotes: original.quotes.map((quote) => ({ ...quote, id: createId() })),
      claims: original.claims.map((claim) => ({ ...claim, id: createId() })),
    };
    const json = JSON.stringify(content);
    const row = await client.article.create({ data: { ...article, id, slug: content.slug } });
    await client.revision.create({
      data: { ...revision, id: createId(), articleId: id, content: json, hash: sha256(json) },
    });
    await client.articleReference.createMany({
      data: references.map((reference) => ({ ...reference, articleId: id })),
    });
    const entry = { ...edition, id: createId(), articleId: id };
    await client.edition.create({ data: entry });
    const publication = await makePublication(client, row, content);
    await client.edition.update({
      where: { id: entry.id },
      data: { document: publication.document, etag: publication.etag },
    });
    await insertProjections(client, [publication]);
  };
  for (let done = 0; done < count; done += CHUNK) {
    await db.write(async (client) => {
      for (let number = done; number < Math.min(count, done + CHUNK); number += 1)
        await copyOne(client, number);
    });
    onProgress(done);
  }
}
