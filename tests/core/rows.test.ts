/** Rows written and read without Prisma are the rows that Prisma writes and reads. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  deleteRows,
  findRows,
  findWholeRows,
  insertNewRows,
  insertRows,
  putRows,
  type Tables,
} from '../../src/core/database/rows.ts';
import { isUniqueViolation } from '../../src/core/database/types.ts';
import { createId } from '../../src/core/ids.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await openNewsroom();
});
afterAll(() => newsroom.close());

const change = (seq: number, fields: Partial<Tables['Change']> = {}): Tables['Change'] => ({
  seq,
  type: 'article.published',
  kind: 'article',
  targetId: createId(),
  articleId: null,
  slug: null,
  edition: null,
  tags: '[]',
  data: 'null',
  at: new Date('2024-11-01T06:00:00.007Z'),
  ...fields,
});

const quote = (fields: Partial<Tables['PublishedQuote']> = {}): Tables['PublishedQuote'] => ({
  id: createId(),
  articleId: createId(),
  position: 1,
  kind: 'direct',
  speakerId: createId(),
  organisation: null,
  anonymous: true,
  section: 'world',
  saidFrom: null,
  saidTo: 20241101,
  publishedAt: new Date('1969-12-31T23:59:59.999Z'),
  document: '{"text":"It’s “so”: 1\\n2"}',
  etag: '"x"',
  ...fields,
});

describe('rows', () => {
  it('are found by Prisma as they were inserted, and the other way round', async () => {
    const { db } = newsroom;
    const [ours, theirs] = [quote(), quote({ anonymous: false, section: "it's \\ 😀" })];
    await db.write(async (client) => {
      await insertRows(client, 'PublishedQuote', [ours]);
      await client.publishedQuote.create({ data: theirs });
    });
    const id = { in: [ours.id, theirs.id] };
    const byPrisma = await db.read.publishedQuote.findMany({
      where: { id },
      orderBy: { id: 'asc' },
    });
    expect(byPrisma).toEqual([ours, theirs]);
    const byTime = { publishedAt: ours.publishedAt };
    expect(await db.read.publishedQuote.count({ where: byTime })).toBe(2);
    expect(await findWholeRows(db.read, 'PublishedQuote', { id: theirs.id })).toEqual([theirs]);
  });

  it('keep fractions, and numbers of more than 32 bits', async () => {
    const { db } = newsroom;
    const [last, first] = [3_621_246_468_202_503, 3_621_246_468_202_500];
    const articleId = createId();
    await db.write((client) =>
      insertRows(client, 'SearchArticle', [{ last, first, articleId, quotes: 1, claims: 2 }]),
    );
    expect(await findWholeRows(db.read, 'SearchArticle', { articleId })).toEqual([
      { last, first, articleId, quotes: 1, claims: 2 },
    ]);
  });

  it('are found by one value, by some, by none and by null', async () => {
    const { db } = newsroom;
    const [one, two, three] = [change(1_001), change(1_002, { slug: 'a' }), change(1_003)];
    const rows = [one, two, three];
    await db.write((client) => insertRows(client, 'Change', rows));
    const seqs = async (where: Parameters<typeof findRows<'Change', 'seq'>>[2]) =>
      (await findRows(db.read, 'Change', where, ['seq'])).map(({ seq }) => seq).sort();
    expect(await seqs({ seq: 1_002 })).toEqual([1_002]);
    expect(await seqs({ seq: [1_001, 1_003, 1_003, 9_999] })).toEqual([1_001, 1_003]);
    expect(await seqs({ seq: [] })).toEqual([]);
    expect(await seqs({ seq: rows.map(({ seq }) => seq), slug: null })).toEqual([1_001, 1_003]);
    expect(await seqs({ targetId: [one.targetId, two.targetId], slug: 'a' })).toEqual([1_002]);
  });

  it('take the place of those with the same key', async () => {
    const { db } = newsroom;
    const name = createId();
    await db.write(async (client) => {
      await putRows(client, 'Counter', ['name'], [{ name, value: 1 }]);
      await putRows(client, 'Counter', ['name'], [{ name, value: 2 }]);
      await insertNewRows(client, 'Counter', [{ name, value: 3 }]);
    });
    expect(await db.read.counter.findMany({ where: { name } })).toEqual([{ name, value: 2 }]);
  });

  it('are part of the transaction: none stays when it throws', async () => {
    const { db } = newsroom;
    const name = createId();
    const failing = db.write(async (client) => {
      await insertRows(client, 'Counter', [{ name, value: 1 }]);
      expect(await findRows(client, 'Counter', { name }, ['value'])).toEqual([{ value: 1 }]);
      expect(await findRows(db.read, 'Counter', { name }, ['value'])).toEqual([]);
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await findRows(db.read, 'Counter', { name }, ['value'])).toEqual([]);
  });

  it('that are there already are refused as such, and nothing stays', async () => {
    const { db } = newsroom;
    const [name, other] = [createId(), createId()];
    await db.write((client) => insertRows(client, 'Counter', [{ name, value: 1 }]));
    const failing = db.write((client) =>
      insertRows(client, 'Counter', [
        { name: other, value: 1 },
        { name, value: 2 },
      ]),
    );
    await expect(failing).rejects.toSatisfy(isUniqueViolation);
    expect(await db.read.counter.count({ where: { name: other } })).toBe(0);
  });

  it('go when they are deleted, and what hangs on them', async () => {
    const { db } = newsroom;
    const { body } = await newsroom.post('/v1/desk/sources', { kind: 'person', name: 'Ann Vale' });
    await db.write((client) => deleteRows(client, 'Source', { id: body.id }));
    expect(await db.read.sourceName.count({ where: { sourceId: body.id } })).toBe(0);
  });
});
