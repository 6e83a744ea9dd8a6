import type { Reproject } from '../core/reproject.ts';
import { keepFormerSlug } from '../core/slugs.ts';
import type { Work } from '../core/work.ts';
import { refresh } from './publish.ts';
import { showFigures, showSources } from './reference-projection.ts';

/**
 * Shows a renamed or otherwise changed reference datum wherever it is public: every
 * article that shows it gets new bytes and a new ETag, all others keep theirs.
 */
export const reproject: Reproject = async (work, kind, before, after) => {
  if (before.slug !== after.slug) {
    await keepFormerSlug(work.client, kind, before.slug, after.id);
    if (kind === 'section' || kind === 'tag')
      await renameReferences(work, kind, before.slug, after.slug);
  }
  const articles = await findShowing(work, kind, before);
  if (kind === 'source') await showSources(work, [after.id]);
  if (kind === 'figure') await showFigures(work, [after.id]);
  for (const id of articles) await refresh(work, id);
};

async function renameReferences(
  work: Work,
  kind: 'section' | 'tag',
  from: string,
  to: string,
): Promise<void> {
  await work.client.articleReference.updateMany({
    where: { kind, targetId: from },
    data: { targetId: to },
  });
}

async function findShowing(
  { client }: Work,
  kind: Parameters<Reproject>[1],
  { id, slug }: { id: string; slug: string },
): Promise<string[]> {
  switch (kind) {
    case 'source': {
      const rows = await client.publishedArticleSource.findMany({
        where: { sourceId: id },
        select: { articleId: true },
      });
      return rows.map(({ articleId }) => articleId);
    }
    case 'figure': {
      const rows = await client.publishedArticleFigure.findMany({
        where: { figureId: id },
        select: { articleId: true },
      });
      return rows.map(({ articleId }) => articleId);
    }
    case 'section': {
      const rows = await client.publishedArticle.findMany({
        where: { section: slug },
        select: { id: true },
      });
      return rows.map((row) => row.id);
    }
    case 'tag': {
      const rows = await client.publishedArticleTag.findMany({
        where: { tag: slug },
        select: { articleId: true },
      });
      return rows.map(({ articleId }) => articleId);
    }
  }
}
