import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WireArticle } from '../../src/articles/schema.ts';
import { openDatabase } from '../../src/core/database/open.ts';
import { SYSTEM } from '../../src/core/work.ts';
import { checkNewsroom } from '../../src/maintenance/check.ts';
import { checkProjection } from '../../src/maintenance/check-projection.ts';
import { formatFindings } from '../../src/maintenance/report.ts';
import { rebuildAndTell } from '../../src/publishing/rebuild-telling.ts';
import { AT_ONCE_MAX } from '../../src/publishing/reproject.ts';
import { insertIntoIndex, removeFromIndex } from '../../src/search/index-store.ts';
import { fullArticle, plainArticle } from '../support/articles.ts';
import { copyArticle } from '../support/many-articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { snapshot } from '../support/projection.ts';

describe('onrecord check', () => {
  let newsroom: Newsroom;
  beforeEach(async () => {
    newsroom = await openNewsroom();
    await newsroom.publish(fullArticle({ slug: 'wall' }));
    await newsroom.publish(plainArticle({ slug: 'ferry' }));
    await newsroom.create(plainArticle({ slug: 'draft' }));
  });
  afterEach(() => newsroom.close());

  /** Opened anew each time, as the command does. */
  async function wrongIn(): Promise<Record<string, string[]>> {
    const db = await openDatabase(newsroom.config);
    const findings = await checkNewsroom(db).finally(() => db.close());
    const bad = findings.filter(({ wrong }) => wrong > 0);
    return Object.fromEntries(bad.map(({ name, problems }) => [name, problems]));
  }

  it('finds nothing wrong with a newsroom, and changes nothing', async () => {
    const before = await snapshot(newsroom.db.read);
    const findings = await checkNewsroom(newsroom.db);
    expect(formatFindings(findings).filter((line) => !line.startsWith('ok'))).toEqual([]);
    expect(findings.every(({ checked }) => checked > 0)).toBe(true);
    expect(await snapshot(newsroom.db.read)).toEqual(before);
  });

  it('finds nothing wrong while a job makes documents anew', async () => {
    await copyArticle(newsroom.db, 'ferry', AT_ONCE_MAX);
    const checking = checkProjection(newsroom.db);
    const renamed = await newsroom.patch('/v1/desk/sections/local', { name: 'Around here' });
    expect(renamed.status).toBe(202);
    expect((await checking).problems).toEqual([]);
  });

  it('finds an audit entry that was changed, one that was cut out, and the last one cut off', async () => {
    const { auditEntry } = newsroom.db.read;
    const last = await auditEntry.findFirstOrThrow({ orderBy: { seq: 'desc' } });
    await newsroom.db.write(async (client) => {
      await client.auditEntry.update({ where: { seq: 2 }, data: { actor: 'somebody-else' } });
      await client.auditEntry.delete({ where: { seq: 4 } });
      await client.auditEntry.delete({ where: { seq: last.seq } });
    });
    const { 'audit chain': problems } = await wrongIn();
    expect(problems?.join('\n')).toMatch(/entry 2 .* was changed/);
    expect(problems).toContain('audit entry 4 is missing');
    expect(problems).toContain(`audit entry ${last.seq} is missing`);
  });

  it('finds a gap in the change log', async () => {
    await newsroom.db.write((client) => client.change.delete({ where: { seq: 2 } }));
    expect(await wrongIn()).toEqual({ 'change log': ['change 2 is missing'] });
  });

  it('finds a revision that was changed, and one that is missing', async () => {
    const draft = await newsroom.db.read.article.findUniqueOrThrow({ where: { slug: 'draft' } });
    const ferry = await newsroom.db.read.article.findUniqueOrThrow({ where: { slug: 'ferry' } });
    await newsroom.patch('/v1/desk/articles/ferry', { headline: 'Second' });
    await newsroom.db.write(async (client) => {
      await client.revision.updateMany({
        where: { articleId: draft.id },
        data: { content: '{"headline":"forged"}' },
      });
      await client.revision.deleteMany({ where: { articleId: ferry.id, number: 2 } });
    });
    const { revisions } = await wrongIn();
    expect(revisions).toEqual([
      `revision 1 of article ${draft.id} was changed`,
      `article ${ferry.id} has 1 of 2 revisions`,
    ]);
  });

  it('finds an edition that was changed', async () => {
    await newsroom.db.write((client) => client.edition.updateMany({ data: { document: '{}' } }));
    expect((await wrongIn()).editions).toHaveLength(2);
  });

  it('finds an anchor whose words are not where it says, and the document that it stands in', async () => {
    await newsroom.db.write(async (client) => {
      const row = await client.publishedArticle.findUniqueOrThrow({ where: { slug: 'wall' } });
      const article = JSON.parse(row.document);
      article.quotes[0].anchor.pieces[0].start += 1;
      await client.publishedArticle.update({
        where: { id: row.id },
        data: { document: JSON.stringify(article) },
      });
    });
    const wrong = await wrongIn();
    expect(wrong.anchors).toHaveLength(1);
    expect(wrong['published tables']).toEqual([
      'article wall: its document is not what it was made from',
    ]);
  });

  it('finds a document that was changed where it is compressed', async () => {
    await newsroom.db.write((client) =>
      client.publishedArticle.update({
        where: { slug: 'wall' },
        data: { br: new Uint8Array([1, 2, 3]), gzip: gzipSync('{"headline":"forged"}') },
      }),
    );
    const of = (encoding: string) =>
      `article wall: its document in ${encoding} is not what it was made from`;
    expect(await wrongIn()).toEqual({ 'published tables': [of('br'), of('gzip')] });
  });

  it('finds nothing wrong where nothing is compressed', async () => {
    await newsroom.db.write((client) =>
      client.publishedArticle.updateMany({ data: { br: null, gzip: null } }),
    );
    expect(await wrongIn()).toEqual({});
  });

  it('finds published rows that were changed, added or lost', async () => {
    await newsroom.db.write(async (client) => {
      await client.publishedClaim.updateMany({ data: { low: 9_999 } });
      await client.publishedSource.updateMany({
        where: { slug: 'mara-elsing' },
        data: { quotes: 7 },
      });
      await client.publishedArticle.deleteMany({ where: { slug: 'ferry' } });
      const quote = await client.publishedQuote.findFirstOrThrow();
      await client.publishedQuote.create({
        data: { ...quote, id: 'forged', articleId: 'nowhere' },
      });
    });
    const { 'published tables': problems = [] } = await wrongIn();
    expect(problems).toEqual([
      'article wall: a claim is not what it was made from',
      'article ferry: its document is not what it was made from',
      'PublishedQuote shows article nowhere, which is not live',
      'source mara-elsing: what the wire shows is not what it was made from',
    ]);
  });

  it('finds what is missing in the search index, what is wrong in it, and what is too much', async () => {
    const read = async (slug: string) => {
      const where = { slug };
      const { document } = await newsroom.db.read.publishedArticle.findUniqueOrThrow({ where });
      return JSON.parse(document) as WireArticle;
    };
    const [wall, ferry] = [await read('wall'), await read('ferry')];
    const forged = { ...wall, bodyText: wall.bodyText.replace('fire service', 'river board') };
    await newsroom.db.write(async (client) => {
      await removeFromIndex(client, [wall.id, ferry.id]);
      await insertIntoIndex(client, [forged, { ...ferry, id: 'nowhere' }]);
    });
    const { 'search index': problems = [] } = await wrongIn();
    expect(problems).toHaveLength(3);
    expect(problems.join('\n')).toMatch(/article wall has other words in row \d+/);
    expect(problems).toContain('article ferry is not in it: run onrecord rebuild');
    expect(problems.join('\n')).toMatch(/row \d+ belongs to nothing published/);
    await newsroom.context.run(SYSTEM, rebuildAndTell);
    expect(await wrongIn()).toEqual({});
  });
});
