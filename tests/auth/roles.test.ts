import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/core/hash.ts';
import { ROLES, type Role } from '../../src/core/roles.ts';
import { plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { fill, listOperations, type Operation } from '../support/operations.ts';

describe('roles', () => {
  let newsroom: Newsroom;
  let desk: Operation[];
  beforeAll(async () => {
    newsroom = await openNewsroom();
    desk = (await listOperations(newsroom)).operations.filter(({ isDesk }) => isDesk);
  });
  afterAll(() => newsroom.close());

  const ask = (operation: Operation, as: Role | null, headers: Record<string, string> = {}) =>
    newsroom.send(operation.method, fill(operation.path), {
      as,
      ...(operation.body === null ? {} : { body: '{"' }),
      headers,
    });

  it('every desk operation names its role', () => {
    expect(desk.length).toBeGreaterThan(50);
    for (const operation of desk) expect(ROLES, operation.id).toContain(operation.role);
  });

  it('401 without a token, on every desk operation, before anything else is looked at', async () => {
    for (const operation of desk) {
      const { status, headers, body } = await ask(operation, null);
      expect(status, operation.id).toBe(401);
      expect(body.code).toBe('unauthenticated');
      expect(headers['www-authenticate'], operation.id).toMatch(/^Bearer/);
      expect(headers['cache-control'], operation.id).toBe('private, no-store');
    }
  });

  it('403 for each lesser role, and never for the role itself and those above', async () => {
    for (const operation of desk) {
      for (const role of ROLES) {
        const { status, body } = await ask(operation, role);
        const allowed = ROLES.indexOf(role) >= ROLES.indexOf(operation.role as Role);
        if (allowed) expect([401, 403], `${operation.id} as ${role}`).not.toContain(status);
        else {
          expect(status, `${operation.id} as ${role}`).toBe(403);
          expect(body.detail).toContain(operation.role);
        }
      }
    }
  });

  it('every desk path has no operation that is open', async () => {
    const { operations } = await listOperations(newsroom);
    for (const { path, isDesk } of operations) {
      expect(isDesk, path).toBe(path.startsWith('/v1/desk/'));
    }
  });

  it.each([
    ['reader', 'POST', '/v1/desk/articles', 403],
    ['writer', 'POST', '/v1/desk/articles', 201],
    ['writer', 'POST', '/v1/desk/sources', 403],
    ['editor', 'POST', '/v1/desk/sections', 201],
    ['editor', 'GET', '/v1/desk/audit', 403],
    ['editor', 'GET', '/v1/desk/tokens', 403],
    ['admin', 'GET', '/v1/desk/tokens', 200],
    ['reader', 'GET', '/v1/desk/articles', 200],
  ] as const)('a %s’s %s %s is %i', async (as, method, url, expected) => {
    const body =
      method === 'GET'
        ? undefined
        : url.endsWith('articles')
          ? plainArticle()
          : { name: `By ${as}` };
    const { status } = await newsroom.send(method, url, { as, body });
    expect(status).toBe(expected);
  });

  it('a writer drafts and does not publish', async () => {
    const { body } = await newsroom.post(
      '/v1/desk/articles',
      plainArticle({ slug: 'by-a-writer' }),
      { as: 'writer' },
    );
    expect((await newsroom.step(body.id, 'publish', undefined, { as: 'writer' })).status).toBe(403);
    expect((await newsroom.get('/v1/articles/by-a-writer')).status).toBe(404);
    expect((await newsroom.step(body.id, 'publish', undefined, { as: 'editor' })).status).toBe(200);
  });

  it.each([
    ['no scheme', (token: string) => token],
    ['another scheme', (token: string) => `Basic ${Buffer.from(`:${token}`).toString('base64')}`],
    ['a piece of it', (token: string) => `Bearer ${token.slice(0, -1)}`],
    ['more than it', (token: string) => `Bearer ${token}x`],
    ['another case', (token: string) => `Bearer ${token.toUpperCase()}`],
    ['two tokens', (token: string) => `Bearer ${token} ${token}`],
    ['an empty one', () => 'Bearer '],
    ['its hash', (token: string) => `Bearer ${sha256(token)}`],
    ['alg none', () => 'Bearer eyJhbGciOiJub25lIn0.eyJyb2xlIjoiYWRtaW4ifQ.'],
    ['more than it, encoded', (token: string) => `Bearer ${token}%00`],
  ])('401 for %s', async (_name, header) => {
    const headers = { authorization: header(newsroom.tokens.admin) };
    const { status } = await newsroom.send('GET', '/v1/desk/me', { as: null, headers });
    expect(status).toBe(401);
  });

  it('401 for a token in the address', async () => {
    const token = newsroom.tokens.admin;
    for (const name of ['token', 'access_token', 'authorization', 'key']) {
      const { status } = await newsroom.send('GET', `/v1/desk/me?${name}=${token}`, { as: null });
      expect(status, name).toBe(401);
    }
  });
});
