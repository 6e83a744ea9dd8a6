import { appendChange } from '../../src/changes/log.ts';
import { createId } from '../../src/core/ids.ts';
import { SYSTEM, type WorkRunner } from '../../src/core/work.ts';

/** Appends changes without the work of publishing. */
export function append(
  { context }: { context: { run: WorkRunner } },
  count: number,
  document: string | null = null,
): Promise<void> {
  return context.run(SYSTEM, async (work) => {
    for (let index = 0; index < count; index += 1) {
      const id = createId();
      await appendChange(work, {
        type: 'article.withdrawn',
        kind: 'article',
        targetId: id,
        articleId: id,
        slug: `a-${index}`,
        document,
        tags: [id],
      });
    }
  });
}
