/** Many published articles, written past the services so that tens of thousands take minutes. */
import type { ArticleContent } from '../../src/articles/content.ts';
import type { Database } from '../../src/core/database/types.ts';
import { sha256 } from '../../src/core/hash.ts';
import { createId } from '../../src/core/ids.ts';
import { insertProjections } from '../../src/publishing/projection.ts';
import { type Live, makePublications } from '../../src/publishing/publication.ts';

const CHUNK = 100;

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
  const copy = (number: number): Live => {
    const content: ArticleContent = {
      ...original,
      slug: `${slug}-${number}`,
      quotes: original.quotes.map((quote) => ({ ...quote, id: createId() })),
      claims: original.claims.map((claim) => ({ ...claim, id: createId() })),
    };
    return { row: { ...article, id: createId(), slug: content.slug }, content };
  };
  for (let done = 0; done < count; done += CHUNK) {
    const size = Math.min(CHUNK, count - done);
    const copies = Array.from({ length: size }, (_, index) => copy(done + index));
    await db.write(async (client) => {
      await client.article.createMany({ data: copies.map(({ row }) => row) });
      await client.revision.createMany({
        data: copies.map(({ row, content }) => {
          const json = JSON.stringify(content);
          const hash = sha256(json);
          return { ...revision, id: createId(), articleId: row.id, content: json, hash };
        }),
      });
      await client.articleReference.createMany({
        data: copies.flatMap(({ row }) =>
          references.map((reference) => ({ ...reference, articleId: row.id })),
        ),
      });
      const publications = await makePublications(client, copies);
      await client.edition.createMany({
        data: publications.map(({ article: { id }, document, etag }) => ({
          ...edition,
          id: createId(),
          articleId: id,
          document,
          etag,
        })),
      });
      await insertProjections(client, publications, new Date());
    });
    onProgress(done);
  }
}
