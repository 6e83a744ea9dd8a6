/** Lines of which nobody can tell whether PostgreSQL kept them. */
import { expect, it } from 'vitest';
import { plainArticle } from '../support/articles.ts';
import { openNetwork } from '../support/network.ts';
import { freshDatabase, openNewsroom } from '../support/newsroom.ts';

it('lines whose COMMIT nobody answered are not done again, nor told as undone', async () => {
  const network = await openNetwork(await freshDatabase(''));
  const newsroom = await openNewsroom({ env: { DATABASE_URL: network.url } });
  const lines = ['one', 'two', 'three'].map((headline) =>
    JSON.stringify({ op: 'create', article: plainArticle({ headline, slug: undefined }) }),
  );
  network.goDownAtCommit();
  const { text } = await newsroom.post('/v1/desk/bulk', lines.join('\n'), {
    headers: { 'content-type': 'application/x-ndjson' },
  });
  network.recover();
  const results = text.trim().split('\n');
  expect(results.map((line) => JSON.parse(line).status)).toEqual([500, 500, 500]);
  expect(text).not.toContain('Nothing was changed');
  expect(await newsroom.db.current.article.count()).toBe(lines.length);
  await newsroom.close();
  await network.close();
});
