import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUDIT_ORIGIN, auditHash } from '../../src/core/audit.ts';
import { sha256 } from '../../src/core/hash.ts';
import { plainArticle } from '../support/articles.ts';
import { withFault } from '../support/faults.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const ADMIN = 'an-admin-token-of-more-than-32-characters';

describe('/v1/desk/tokens', () => {
  let now = new Date('2024-10-09T12:00:00Z');
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom({ env: { ADMIN_TOKEN: ADMIN }, clock: () => now });
  });
  afterAll(() => newsroom.close());

  const me = (secret: string) =>
    newsroom.send('GET', '/v1/desk/me', {
      as: null,
      headers: { authorization: `Bearer ${secret}` },
    });

  it('201 shows the secret once; it works at once and is stored as its hash', async () => {
    const created = await newsroom.post('/v1/desk/tokens', { name: 'Ines Farrow', role: 'writer' });
    expect(created.status).toBe(201);
    const { id, secret } = created.body;
    expect(secret).toMatch(/^onr_[\w-]{43}$/);
    expect((await me(secret)).body).toEqual({
      id,
      name: 'Ines Farrow',
      role: 'writer',
      can: ['reader', 'writer'],
    });
    const list = await newsroom.get('/v1/desk/tokens');
    expect(list.text).not.toContain(secret);
    expect(list.body.data).toEqual(
      expect.arrayContaining([expect.objectContaining({ id, name: 'Ines Farrow' })]),
    );
    const row = await newsroom.db.read.token.findUniqueOrThrow({ where: { id } });
    expect(row.hash).toBe(sha256(secret));
    expect(JSON.stringify(row)).not.toContain(secret);
    const { body: admin } = await newsroom.get('/v1/desk/me');
    expect(row.createdBy).toBe(admin.id);
    const { body: audit } = await newsroom.get(`/v1/desk/audit?target=${id}`);
    expect(audit.data).toMatchObject([
      { action: 'token.create', actor: admin.id, details: { role: 'writer' } },
    ]);
  });

  it('200 however the scheme is written, and with spaces behind it (RFC 9110, § 11.1)', async () => {
    for (const scheme of ['bearer', 'BEARER', 'Bearer  ']) {
      const headers = { authorization: `${scheme} ${ADMIN}` };
      const { status } = await newsroom.send('GET', '/v1/desk/me', { as: null, headers });
      expect(status, scheme).toBe(200);
    }
  });

  it('are listed page by page, oldest first, each once', async () => {
    const all = (await newsroom.get('/v1/desk/tokens?limit=100')).body;
    expect(all.page.next).toBeNull();
    const seen: string[] = [];
    for (let cursor = ''; seen.length <= all.data.length; ) {
      const { body } = await newsroom.get(`/v1/desk/tokens?limit=2${cursor}`);
      seen.push(...body.data.map(({ id }: { id: string }) => id));
      if (body.page.next === null) break;
      cursor = `&cursor=${body.page.next}`;
    }
    expect(seen).toEqual(all.data.map(({ id }: { id: string }) => id));
    expect(seen).toEqual([...seen].sort());
  });

  it('401 from the moment of its revocation; revoking twice is revoking once', async () => {
    const { body } = await newsroom.post('/v1/desk/tokens', { name: 'Short', role: 'reader' });
    expect((await me(body.secret)).status).toBe(200);
    expect((await newsroom.send('DELETE', `/v1/desk/tokens/${body.id}`)).status).toBe(204);
    expect((await me(body.secret)).status).toBe(401);
    expect((await newsroom.send('DELETE', `/v1/desk/tokens/${body.id}`)).status).toBe(204);
    const audit = await newsroom.get(`/v1/desk/audit?target=${body.id}&action=token.revoke`);
    expect(audit.body.data).toHaveLength(1);
  });

  it('401 from the moment of its expiry', async () => {
    const expiresAt = '2024-10-09T13:00:00.000Z';
    const { body } = await newsroom.post('/v1/desk/tokens', {
      name: 'Timed',
      role: 'reader',
      expiresAt,
    });
    expect(body.expiresAt).toBe(expiresAt);
    now = new Date('2024-10-09T12:59:59.999Z');
    expect((await me(body.secret)).status).toBe(200);
    now = new Date(expiresAt);
    expect((await me(body.secret)).status).toBe(401);
    now = new Date('2024-10-09T12:00:00Z');
  });

  describe('lastUsedAt', () => {
    const create = async (name: string) =>
      (await newsroom.post('/v1/desk/tokens', { name, role: 'reader' })).body;
    const used = async (id: string) =>
      (await newsroom.get('/v1/desk/tokens?limit=100')).body.data.find(
        (token: { id: string }) => token.id === id,
      ).lastUsedAt;
    const at = (time: string) => {
      now = new Date(`2024-10-09T${time}Z`);
      return now;
    };
    afterAll(() => at('12:00:00.000'));

    it('is null until the token is used; its use is written down beside the requests', async () => {
      at('12:00:00.000');
      const { id, secret, lastUsedAt } = await create('Used');
      expect(lastUsedAt).toBeNull();
      await newsroom.lastUses.tick();
      expect(await used(id)).toBeNull();
      await me(secret);
      expect(await used(id)).toBeNull();
      await newsroom.lastUses.tick();
      expect(await used(id)).toBe('2024-10-09T12:00:00.000Z');
    });

    it('is written at most once an hour, by 100 requests as by one, and is no change on record', async () => {
      const { id, secret } = await create('Busy');
      const audit = await newsroom.db.read.auditEntry.count();
      const changes = await newsroom.db.read.change.count();
      const seen: (string | null)[] = [];
      for (const time of ['12:00:00.000', '12:59:59.999', '13:00:00.000', '13:00:00.001']) {
        at(time);
        await Promise.all(Array.from({ length: 25 }, () => me(secret)));
        await newsroom.lastUses.tick();
        seen.push(await used(id));
      }
      const first = '2024-10-09T12:00:00.000Z';
      const second = '2024-10-09T13:00:00.000Z';
      expect(seen).toEqual([first, first, second, second]);
      expect(await newsroom.db.read.auditEntry.count()).toBe(audit);
      expect(await newsroom.db.read.change.count()).toBe(changes);
    });

    it('goes back with a clock that was an hour fast or more', async () => {
      const { id, secret } = await create('Fast');
      for (const time of ['14:00:00.000', '13:00:00.000']) {
        at(time);
        await me(secret);
        await newsroom.lastUses.tick();
      }
      expect(await used(id)).toBe('2024-10-09T13:00:00.000Z');
    });

    it('is that of a request that its role did not allow, not of a token that is refused', async () => {
      at('12:00:00.000');
      const { id, secret } = await create('Curious');
      const asked = await newsroom.send('GET', '/v1/desk/audit', {
        as: null,
        headers: { authorization: `Bearer ${secret}` },
      });
      expect(asked.status).toBe(403);
      await newsroom.lastUses.tick();
      expect(await used(id)).toBe('2024-10-09T12:00:00.000Z');
      await newsroom.send('DELETE', `/v1/desk/tokens/${id}`);
      at('15:00:00.000');
      expect((await me(secret)).status).toBe(401);
      await newsroom.lastUses.tick();
      expect(await used(id)).toBe('2024-10-09T12:00:00.000Z');
    });

    it('fails no request where it can’t be written, and is noted again at the next', async () => {
      at('12:00:00.000');
      const { id, secret } = await create('Unlucky');
      await withFault(newsroom, 'UPDATE', 'Token', async () => {
        expect((await me(secret)).status).toBe(200);
        await expect(newsroom.lastUses.tick()).rejects.toThrow();
        expect((await me(secret)).status).toBe(200);
      });
      expect(await used(id)).toBeNull();
      await newsroom.lastUses.tick();
      expect(await used(id)).toBe('2024-10-09T12:00:00.000Z');
    });

    it('is written down as the server ends', async () => {
      const ending = await openNewsroom({ clock: () => now });
      await ending.get('/v1/desk/me', { as: 'writer' });
      await ending.server.close();
      const rows = await ending.db.read.token.findMany({ where: { lastUsedAt: { not: null } } });
      expect(rows.map(({ name }) => name)).toEqual(['the writer']);
      await ending.close();
    });
  });

  it('the token of the settings is an administrator', async () => {
    expect((await me(ADMIN)).body).toMatchObject({ id: 'admin-token', role: 'admin' });
    expect((await me(`${ADMIN}x`)).status).toBe(401);
  });

  it.each([
    [{ role: 'writer' }, '/name'],
    [{ name: 'x', role: 'owner' }, '/role'],
    [{ name: 'x', role: ['admin'] }, '/role'],
    [{ name: 'x', role: 'admin', secret: 'mine' }, '/secret'],
    [{ name: 'x', role: 'admin', expiresAt: '2024-02-30T00:00:00Z' }, '/expiresAt'],
    [{ name: 'x', role: 'admin', expiresAt: '0000-01-01T00:00:00Z' }, '/expiresAt'],
    [{ name: 'x\u0000', role: 'admin' }, '/name'],
  ])('400 for %j', async (body, pointer) => {
    const { status, body: problem } = await newsroom.post('/v1/desk/tokens', body);
    expect(status).toBe(400);
    expect(problem.errors[0].pointer).toBe(pointer);
  });

  it('404 for no token, 400 for no id', async () => {
    const missing = '/v1/desk/tokens/0192e4a0-0000-7000-8000-00000000dead';
    expect((await newsroom.send('DELETE', missing)).status).toBe(404);
    expect((await newsroom.send('DELETE', '/v1/desk/tokens/x')).status).toBe(400);
  });
});

describe('the audit', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
  });
  afterAll(() => newsroom.close());

  it('chains every desk write to the one before, under 20 writers at once', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        newsroom.post('/v1/desk/articles', plainArticle({ slug: `chained-${index}` })),
      ),
    );
    const rows = await newsroom.db.read.auditEntry.findMany({ orderBy: { seq: 'asc' } });
    expect(rows.length).toBeGreaterThan(20);
    let previous = AUDIT_ORIGIN;
    for (const [index, { hash, ...row }] of rows.entries()) {
      expect(row.seq).toBe(index + 1);
      expect(row.previous).toBe(previous);
      expect(auditHash(row)).toBe(hash);
      previous = hash;
    }
  });

  it('says who, what, when and under which request', async () => {
    const { body } = await newsroom.post('/v1/desk/articles', plainArticle(), { as: 'writer' });
    const { body: audit } = await newsroom.get(`/v1/desk/audit?target=${body.id}`);
    expect(audit.data[0]).toMatchObject({
      action: 'article.create',
      actorName: 'the writer',
      role: 'writer',
      kind: 'article',
      targetId: body.id,
      requestId: expect.any(String),
    });
    const { body: mine } = await newsroom.get(`/v1/desk/audit?actor=${audit.data[0].actor}`);
    expect(mine.data).toHaveLength(1);
    const targets = new Set(audit.data.map(({ targetId }: { targetId: string }) => targetId));
    expect([...targets]).toEqual([body.id]);
  });

  it('has no row for what was refused', async () => {
    const before = await newsroom.db.read.auditEntry.count();
    await newsroom.post('/v1/desk/articles', { headline: '' });
    await newsroom.post('/v1/desk/articles', plainArticle(), { as: 'reader' });
    const { body } = await newsroom.post('/v1/desk/articles', { headline: 'Unpublishable' });
    await newsroom.step(body.id, 'publish');
    expect(await newsroom.db.read.auditEntry.count()).toBe(before + 1);
  });

  it('can’t be changed over the API', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const { status, headers } = await newsroom.send(method, '/v1/desk/audit', { body: {} });
      expect(status, method).toBe(405);
      expect(headers.allow).toContain('GET, HEAD');
    }
    const { status } = await newsroom.post('/v1/desk/articles', {
      headline: 'x',
      actor: 'me',
      at: '2020',
    });
    expect(status).toBe(400);
  });

  it('pages newest first', async () => {
    const all = (await newsroom.get('/v1/desk/audit?limit=100')).body.data.map(
      ({ seq }: { seq: number }) => seq,
    );
    const first = await newsroom.get('/v1/desk/audit?limit=10');
    const second = await newsroom.get(`/v1/desk/audit?limit=10&cursor=${first.body.page.next}`);
    const seen = [...first.body.data, ...second.body.data].map(({ seq }: { seq: number }) => seq);
    expect(seen).toEqual(all.slice(0, 20));
    expect([...seen].sort((a, b) => b - a)).toEqual(seen);
  });
});
