/**
 * Published advisories of comparable systems, each as a request that would have worked
 * there. The rows are those of docs/advisories.md, which says where the others are.
 */
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { fullArticle, plainArticle } from '../support/articles.ts';
import { secondOver } from '../support/clock.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { fill, listOperations, type Operation } from '../support/operations.ts';

const CANARY = 'QZX9SECRET';
let newsroom: Newsroom;
let operations: Operation[];
let live: { id: string; quote: string; claim: string };
beforeAll(async () => {
  newsroom = await openNewsroom();
  operations = (await listOperations(newsroom)).operations.filter(({ id }) => !/stream/i.test(id));
  const { body } = await newsroom.publish(fullArticle({ slug: 'the-target' }));
  live = { id: body.id, quote: body.quotes[0].id, claim: body.claims[0].id };
  await newsroom.post(
    '/v1/desk/articles',
    plainArticle({ slug: 'hidden-draft', headline: CANARY, body: CANARY }),
  );
});
afterAll(() => newsroom.close());

const wire = () =>
  operations.filter(
    ({ isDesk, method, path }) => !isDesk && method === 'GET' && path.startsWith('/v1/'),
  );
const lists = () =>
  wire().filter(({ parameters }) => parameters.some(({ name }) => name === 'cursor'));
/** The path of an operation with names that exist. */
const real = ({ path }: Operation) =>
  fill(path, {
    slug: path.includes('figures')
      ? 'marrowford-evacuees'
      : path.includes('sources')
        ? 'mara-elsing'
        : 'the-target',
    id: path.includes('quotes') ? live.quote : live.claim,
    number: '1',
  });

async function refuses(url: string, statuses = [400]): Promise<string> {
  const answer = await newsroom.get(url);
  expect(statuses, `${url} ${answer.text.slice(0, 200)}`).toContain(answer.status);
  return answer.text;
}

describe('queries', () => {
  const PRIVATE = [
    'reason',
    'hash',
    'tokenHash',
    'email',
    'createdBy',
    'author',
    'password',
    'state',
    'revision',
    'mergedIntoId',
    'searchText',
  ];

  it('row 1: a filter on another table is an unknown parameter, and every unknown one answers alike', async () => {
    for (const operation of lists()) {
      const answers = [];
      for (const name of [
        'where[updatedBy][resetPasswordToken][$startsWith]',
        'where[x][y][$z]',
        'qqqqqqqqqq',
      ]) {
        const text = await refuses(`${real(operation)}?${encodeURIComponent(name)}=a`);
        answers.push(text.replaceAll(name, 'NAME').replace(/\?.*?"/g, '"'));
      }
      expect(answers[1]?.replace(/; did you mean.*?\?/g, '')).toBe(
        answers[0]?.replace(/; did you mean.*?\?/g, ''),
      );
    }
  });

  it('row 2: no private field can be filtered, sorted, picked, included or grouped by', async () => {
    for (const operation of lists()) {
      for (const field of PRIVATE) {
        if (operation.parameters.some(({ name }) => name === field)) continue;
        for (const query of [
          `${field}=a`,
          `filter[${field}]=a`,
          `sort=${field}`,
          `order=${field}`,
          `fields=${field}`,
          `include=${field}`,
          `group=${field}`,
        ]) {
          await refuses(`${real(operation)}?${query}`);
        }
      }
    }
  });

  it('row 3: no table’s alias is read', async () => {
    for (const operation of lists()) {
      for (const query of [
        'sort=t1.password',
        'fields=t0.email',
        'order=a.publishedAt',
        't1.slug=x',
      ])
        await refuses(`${real(operation)}?${query}`);
    }
  });

  it('row 4: there is no lookup, populate or other inner operator', async () => {
    for (const operation of lists()) {
      for (const query of ['lookup[x]=1', 'populate[author]=*', '_q=x', 'populate=*', '$lookup=1'])
        await refuses(`${real(operation)}?${query}`);
    }
  });

  it('row 5: search sees nothing that the reader can’t', async () => {
    for (const operation of wire().filter(({ parameters }) =>
      parameters.some(({ name }) => name === 'q'),
    )) {
      for (const as of [null, 'reader', 'admin'] as const) {
        const { status, text } = await newsroom.get(`${real(operation)}?q=${CANARY}`, { as });
        expect(status, operation.path).toBe(200);
        expect(
          text.replaceAll(`q=${CANARY}`, '').replaceAll(`"q":"${CANARY}"`, ''),
          operation.path,
        ).not.toContain(CANARY);
      }
    }
  });

  it('row 6: there are no aggregates', async () => {
    for (const operation of lists()) {
      for (const query of [
        'aggregate[min]=tokenHash',
        'groupBy=email',
        'aggregate=count',
        'count=true',
      ])
        await refuses(`${real(operation)}?${query}`);
    }
  });

  it('row 7: a cursor holds two values and nothing more, and changes take no further conditions', async () => {
    const { body } = await newsroom.get(
      '/v1/quotes?limit=1&order=published'.replace('&order=published', ''),
    );
    const forged = Buffer.from(JSON.stringify([{ reason: { contains: 'a' } }, 'x'])).toString(
      'base64url',
    );
    await refuses(
      `/v1/quotes?limit=1&cursor=${forged}.${String(body.page.next).split('.')[1] ?? 'x'}`,
    );
    const url = `/v1/desk/articles/${live.id}`;
    const patched = await newsroom.patch(url, { headline: 'x', where: { state: 'draft' } });
    expect(patched.status).toBe(400);
    expect(
      (await newsroom.send('DELETE', `${url}?where[state]=draft`, { headers: { 'if-match': '*' } }))
        .status,
    ).toBe(400);
  });

  it('row 8: nobody is found by an address or part of one', async () => {
    const one = await newsroom.get('/v1/sources?q=@example.org');
    const other = await newsroom.get('/v1/sources?q=kjhgfdsa');
    expect(one.text).toBe(other.text);
  });

  it('row 16: quotes, comments and NUL in values are values or refused', async () => {
    for (const operation of lists()) {
      const names = operation.parameters
        .filter(({ in: place, name }) => place === 'query' && !['limit', 'cursor'].includes(name))
        .map(({ name }) => name);
      for (const name of names) {
        for (const value of [
          "a'b",
          "' OR '1'='1",
          'a"; --',
          "slug:[a'b]",
          '\\',
          "a') UNION SELECT 1--",
        ]) {
          const { status, text } = await newsroom.get(
            `${real(operation)}?${name}=${encodeURIComponent(value)}`,
          );
          expect([200, 400], `${operation.path} ${name} ${value}`).toContain(status);
          if (status === 200 && !operation.path.includes('search') && text.includes('"data"'))
            expect(JSON.parse(text).data, `${operation.path} ${name}=${value}`).toEqual([]);
        }
        await refuses(`${real(operation)}?${name}=%00`);
      }
    }
  });

  it('row 18: the names of parameters never reach a query', async () => {
    for (const operation of lists()) {
      for (const name of [
        'filter[a][1) or 1=1--]',
        'section[0) OR 1=1--]',
        'q[]',
        'section["]',
        'limit[1;drop table x]',
      ])
        await refuses(`${real(operation)}?${encodeURIComponent(name)}=x`);
    }
  });

  it('row 19: there are no paths into JSON', async () => {
    for (const operation of lists()) {
      for (const query of [
        'document.$.headline=x',
        "fields=document->'$.reason'",
        'fields=$.*',
        'path[]=a',
      ])
        await refuses(
          `${real(operation)}?${encodeURIComponent(query.split('=')[0] as string)}=${encodeURIComponent(query.split('=')[1] as string)}`,
        );
    }
  });

  it('row 62: limits and lengths are bounded, and refused fast', async () => {
    for (const operation of lists()) {
      for (const query of [
        'limit=1000000000',
        'limit=101',
        `fields=${'id,'.repeat(400)}id`,
        `cursor=${'a'.repeat(600)}`,
      ])
        await refuses(`${real(operation)}?${query}`);
    }
  });
});

describe('what answers hold', () => {
  it('row 9: no key of any answer is a secret, for any role', async () => {
    const SECRET =
      /^(?:password|passwordHash|hash|tokenHash|token|secret|email|ip|apiKey|reason|createdBy|authorization)$/i;
    /** The audit’s own chain, and what the desk shows to those who may see it. */
    const SHOWN: Record<string, string[]> = {
      listAudit: ['hash'],
      listDeskSources: ['reason'],
      readDeskSource: ['reason'],
    };
    const scan = (value: unknown, found: string[]): string[] => {
      if (typeof value !== 'object' || value === null) return found;
      for (const [key, inner] of Object.entries(value)) {
        if (SECRET.test(key) && !Array.isArray(value)) found.push(key);
        scan(inner, found);
      }
      return found;
    };
    for (const operation of operations.filter(
      ({ method, path }) => method === 'GET' && path.startsWith('/v1/'),
    )) {
      const { body, status } = await newsroom.get(real(operation), {
        as: operation.isDesk ? 'admin' : null,
      });
      if (status !== 200) continue;
      const keys = scan(body, []).filter((key) => !(SHOWN[operation.id] ?? []).includes(key));
      expect(keys, operation.id).toEqual([]);
    }
  });

  it('row 10: a column that nobody named is in no answer', async () => {
    const source = await newsroom.db.read.source.findFirstOrThrow({
      where: { slug: 'mara-elsing' },
    });
    const article = await newsroom.db.read.publishedArticle.findFirstOrThrow({
      where: { slug: 'the-target' },
    });
    for (const [url, row] of [
      ['/v1/sources/mara-elsing', source],
      ['/v1/articles/the-target', article],
    ] as const) {
      const { body } = await newsroom.get(url);
      const named = Object.keys(row).filter((column) => column in body);
      expect(
        named.every(
          (column) =>
            ![
              'version',
              'searchText',
              'cacheTags',
              'document',
              'reason',
              'mergedIntoId',
              'createdAt',
            ].includes(column),
        ),
        url,
      ).toBe(true);
    }
  });

  it('row 13: a draft’s address, its former one and a part of it answer as what never was', async () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      const never = await newsroom.send(method, '/v1/articles/nothing-more');
      const hidden = await newsroom.send(method, '/v1/articles/hidden-draft');
      expect(hidden.status).toBe(never.status);
      expect(hidden.text.replaceAll('hidden-draft', 'nothing-more')).toBe(never.text);
      expect((await newsroom.send(method, '/v1/articles/hidden')).status).toBe(never.status);
    }
  });

  it('row 14: saving a draft changes nothing that the public can count', async () => {
    await secondOver();
    const before = new Map<string, string>();
    for (const operation of wire())
      before.set(operation.id, snapshotOf(await newsroom.get(real(operation))));
    await newsroom.post(
      '/v1/desk/articles',
      fullArticle({ slug: 'another-draft', section: 'local', tags: ['floods'] }),
    );
    for (const operation of wire())
      expect(snapshotOf(await newsroom.get(real(operation))), operation.id).toBe(
        before.get(operation.id),
      );
  });

  it('row 15: a reader’s token changes nothing, and learns nothing of what is there', async () => {
    for (const operation of operations.filter(({ isDesk, role }) => isDesk && role !== 'reader')) {
      const there = await newsroom.send(operation.method, fill(operation.path, { id: live.id }), {
        as: 'reader',
        headers: { 'if-match': '*' },
        ...(operation.body === null ? {} : { body: {} }),
      });
      expect(there.status, operation.id).toBe(403);
    }
  });

  it('row 21: nothing is a template', async () => {
    // Ids and times are made of digits as well, but not of so many of these.
    const text = `{{7*1111111}} \${7*1111111} <%=7*1111111%> #{7*1111111} {7*1111111}`;
    const { body } = await newsroom.publish(
      plainArticle({ slug: 'templates', headline: text, summary: text }),
    );
    const { body: shown } = await newsroom.get(`/v1/articles/${body.slug}`);
    expect(shown.headline).toBe(text);
    expect(JSON.stringify(shown)).not.toContain('7777777');
  });

  it('rows 36 and 37: no markup that could run comes out of any text', async () => {
    const attack =
      '<img src=x onerror=alert(1)><svg/onload=alert(1)>[x](javascript:alert(1))<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">';
    const { body } = await newsroom.publish(
      plainArticle({
        slug: 'attack',
        body: attack,
        interviews: [{ turns: [{ role: 'remark', speaker: 'mara-elsing', text: attack }] }],
      }),
    );
    const { body: shown } = await newsroom.get(`/v1/articles/${body.slug}`);
    for (const html of [shown.bodyHtml, shown.interviews[0].turns[0].html]) {
      // Text that was an attack may stand in an attribute's value; there it is text.
      const tags = html.replace(/"[^"]*"/g, '""').match(/<[^>]*>/g) ?? [];
      for (const tag of tags) {
        expect(tag).not.toMatch(/^<\/?(?:script|svg|math|style|iframe|object)|\son\w+/i);
      }
      expect(html).not.toMatch(/(?:href|src)="?\s*javascript:/i);
    }
    const { headers } = await newsroom.get(`/v1/articles/${body.slug}`);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});

/** What the public sees of an answer, its time apart. */
function snapshotOf({
  status,
  text,
  headers,
}: {
  status: number;
  text: string;
  headers: Record<string, unknown>;
}): string {
  return JSON.stringify([
    status,
    text,
    headers.etag,
    headers['last-modified'],
    headers['cache-tag'],
  ]);
}

describe('who may', () => {
  it('row 20: an object is never a token, an id or any other scalar', async () => {
    for (const value of ['{"not":""}', '[object Object]', '{}', 'null', '["a"]']) {
      const { status } = await newsroom.send('GET', '/v1/desk/me', {
        as: null,
        headers: { authorization: `Bearer ${value}` },
      });
      expect(status).toBe(401);
      await refuses(`/v1/quotes/${encodeURIComponent(value)}`);
      await refuses(
        `/v1/quotes?speaker=${encodeURIComponent(value)}`,
        value === 'null' ? [200] : [400],
      );
    }
  });

  it('row 17: a list or an object is no value', async () => {
    for (const role of [['admin'], { role: 'admin' }, ['admin', { isRaw: true }], 0, null]) {
      expect((await newsroom.post('/v1/desk/tokens', { name: 'x', role })).status).toBe(400);
    }
  });

  it('row 39: a token that is revoked is refused at once, by every process', async () => {
    const other = await buildApp({ config: newsroom.config, db: newsroom.db });
    const { body } = await newsroom.post('/v1/desk/tokens', { name: 'leaver', role: 'admin' });
    const headers = { authorization: `Bearer ${body.secret}` };
    const me = { method: 'GET' as const, url: '/v1/desk/me', headers };
    expect((await other.server.inject(me)).statusCode).toBe(200);
    await newsroom.send('DELETE', `/v1/desk/tokens/${body.id}`);
    expect((await other.server.inject(me)).statusCode).toBe(401);
    expect((await newsroom.server.inject(me)).statusCode).toBe(401);
    await other.server.close();
  });

  it('row 40: tokens are opaque; a forged JWT is nothing', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    for (const header of [
      { alg: 'none' },
      { alg: 'HS256', kid: '../../dev/null' },
      { alg: 'None' },
      { alg: 'HS256', jku: 'http://x' },
    ]) {
      const token = `${part(header)}.${part({ role: 'admin', sub: 'admin-token' })}.`;
      expect(
        (
          await newsroom.send('GET', '/v1/desk/me', {
            as: null,
            headers: { authorization: `Bearer ${token}` },
          })
        ).status,
      ).toBe(401);
    }
  });

  it('row 41: all of a secret counts', async () => {
    const long = await openNewsroom({ env: { ADMIN_TOKEN: `${'a'.repeat(72)}-and-then-more` } });
    const ask = (token: string) =>
      long.send('GET', '/v1/desk/me', { as: null, headers: { authorization: `Bearer ${token}` } });
    expect((await ask(`${'a'.repeat(72)}-and-then-more`)).status).toBe(200);
    expect((await ask('a'.repeat(72))).status).toBe(401);
    await long.close();
  });

  it('row 42: wrong tokens are limited by address, whatever else is said', async () => {
    const limited = await openNewsroom({ env: { RATE_LIMIT: '20' } });
    const statuses: number[] = [];
    for (let turn = 0; turn < 60; turn += 1) {
      const { status } = await limited.send('GET', `/v1/desk/me?x=${turn}`, {
        as: null,
        headers: {
          authorization: `Bearer ${turn}`,
          'x-forwarded-for': `203.0.113.${turn}`,
          forwarded: `for=203.0.113.${turn}`,
          'x-real-ip': `203.0.113.${turn}`,
          'user-agent': `agent ${turn}`,
        },
      });
      statuses.push(status);
    }
    expect(statuses.slice(0, 20)).toEqual(Array(20).fill(401));
    expect(statuses.slice(20)).toEqual(Array(40).fill(429));
    await limited.close();
  });

  it('row 43: an unknown, a revoked and an expired token answer alike', async () => {
    const { body } = await newsroom.post('/v1/desk/tokens', { name: 'gone', role: 'reader' });
    await newsroom.send('DELETE', `/v1/desk/tokens/${body.id}`);
    const { body: old } = await newsroom.post('/v1/desk/tokens', {
      name: 'old',
      role: 'reader',
      expiresAt: '2020-01-01T00:00:00Z',
    });
    const answers = [];
    for (const token of [body.secret, old.secret, 'onr_unknown']) {
      const { text, status } = await newsroom.send('GET', '/v1/desk/me', {
        as: null,
        headers: { authorization: `Bearer ${token}` },
      });
      answers.push(`${status} ${text}`);
    }
    expect(new Set(answers).size).toBe(1);
  });

  it('row 45: no spelling of a path gives more rights', async () => {
    for (const { path, method } of operations.filter(({ isDesk }) => isDesk)) {
      const plain = fill(path);
      for (const odd of [
        `${plain}/`,
        `/${plain}`,
        plain.replace('desk', 'DESK'),
        plain.replace('desk', '%64esk'),
        plain.replace('/desk/', '/desk;x=1/'),
        plain.replace('/desk/', '/desk//'),
        plain.replace('/v1/', '/v1/./'),
        `${plain}%2f`,
        plain.replace('/desk/', '%2fdesk%2f'),
      ]) {
        const { status } = await newsroom.send(method, odd, { as: null });
        expect([400, 401, 404, 405], `${method} ${odd}`).toContain(status);
      }
    }
  });

  it('row 46: nobody makes a token but an administrator', async () => {
    for (const as of ['reader', 'writer', 'editor'] as const) {
      for (const role of ['reader', 'admin']) {
        expect((await newsroom.post('/v1/desk/tokens', { name: 'x', role }, { as })).status).toBe(
          403,
        );
      }
    }
  });

  it('row 47: an id leads to its own kind of thing, and an empty list to none', async () => {
    for (const [url, id] of [
      ['quotes', live.claim],
      ['claims', live.quote],
      ['turns', live.id],
      ['articles', live.quote],
      ['sources', live.id],
      ['figures', live.id],
    ]) {
      expect((await newsroom.get(`/v1/${url}/${id}`)).status, url).toBe(404);
    }
    const other = await newsroom.post('/v1/desk/articles', fullArticle());
    const { status } = await newsroom.send(
      'DELETE',
      `/v1/desk/articles/${other.body.id}/quotes/${live.quote}`,
      { headers: { 'if-match': '*' } },
    );
    expect(status).toBe(404);
    const about = await newsroom.step(live.id, 'corrections', {
      note: 'x',
      about: [other.body.quotes[0].id],
    });
    expect(about.status).toBe(422);
  });

  it('row 48: what the server decides can’t be sent', async () => {
    for (const field of [
      'id',
      'role',
      'ownerId',
      'state',
      'status',
      'publishedAt',
      'firstPublishedAt',
      'createdAt',
      'updatedAt',
      'createdBy',
      'revision',
      'liveRevision',
      'edition',
      'version',
    ]) {
      expect(
        (await newsroom.post('/v1/desk/articles', plainArticle({ [field]: 'x' }))).status,
        field,
      ).toBe(400);
      expect(
        (await newsroom.patch(`/v1/desk/articles/${live.id}`, { [field]: 'x' })).status,
        field,
      ).toBe(400);
      if (field !== 'role')
        expect(
          (await newsroom.post('/v1/desk/tokens', { name: 'x', role: 'reader', [field]: 'x' }))
            .status,
          field,
        ).toBe(400);
    }
  });

  it('row 50: no secret is in any log', async () => {
    const lines: string[] = [];
    const stream = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = ((chunk: string | Uint8Array) =>
      stream.write(chunk)) as typeof process.stdout.write;
    try {
      const loud = await openNewsroom({ env: { LOG_LEVEL: 'trace' } });
      const { body } = await loud.post(
        '/v1/desk/tokens',
        { name: 'x', role: 'reader' },
        { headers: { 'idempotency-key': 'log-key' } },
      );
      await loud.send('GET', '/v1/desk/me', {
        as: null,
        headers: { authorization: `Bearer ${body.secret}x`, cookie: 'session=abc' },
      });
      await loud.get(`/v1/articles?token=${body.secret}`);
      await loud.post('/v1/desk/articles', '{"broken');
      await loud.close();
      const log = lines.join('');
      for (const secret of [body.secret, ...Object.values(loud.tokens)])
        expect(log).not.toContain(secret);
    } finally {
      process.stdout.write = write;
    }
  });

  it('row 51: what a token sees is never kept by a cache', async () => {
    for (const operation of operations.filter(({ isDesk }) => isDesk)) {
      const { headers } = await newsroom.send(operation.method, fill(operation.path), {
        as: 'reader',
      });
      expect(headers['cache-control'], operation.id).toBe('private, no-store');
    }
    expect((await newsroom.get('/v1/desk/me/x.css')).status).toBe(404);
    const { text } = await newsroom.get('/v1/articles/nothing-here', {
      headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
    });
    expect(text).not.toContain('evil.example');
  });

  it('row 52: no foreign origin is told yes with credentials', async () => {
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1.evil.example']) {
      for (const url of ['/v1/articles', '/v1/desk/me', '/v1/desk/articles']) {
        for (const method of ['GET', 'OPTIONS']) {
          const { headers } = await newsroom.send(method, url, {
            as: 'admin',
            headers: { origin, 'access-control-request-method': 'GET' },
          });
          expect(headers['access-control-allow-credentials'], url).toBeUndefined();
          if (url.includes('desk'))
            expect(headers['access-control-allow-origin'], url).toBeUndefined();
          else expect(headers['access-control-allow-origin']).toBe('*');
        }
      }
    }
  });

  it('row 53: no cookie is a token, and plain text is no JSON', async () => {
    const headers = {
      cookie: `token=${newsroom.tokens.admin}; authorization=Bearer ${newsroom.tokens.admin}`,
    };
    expect((await newsroom.send('GET', '/v1/desk/me', { as: null, headers })).status).toBe(401);
    const plain = await newsroom.post('/v1/desk/articles', '{"headline":"x"}', {
      headers: { 'content-type': 'text/plain' },
    });
    expect(plain.status).toBe(415);
  });

  it('row 67: the audit says what the server saw', async () => {
    for (const field of ['actor', 'actorName', 'at', 'hash', 'previous']) {
      expect(
        (await newsroom.post('/v1/desk/articles', plainArticle({ [field]: 'x' }))).status,
      ).toBe(400);
    }
    expect((await newsroom.send('DELETE', '/v1/desk/audit')).status).toBe(405);
  });
});

describe('the protocol', () => {
  it('row 31: no path leaves its place', async () => {
    for (const path of [
      '/docs/assets/..%2f..%2fpackage.json',
      '/docs/assets/%2e%2e%2fpackage.json',
      '/docs/assets/..%5c..%5cpackage.json',
      '/docs/assets/%00',
      '/docs/assets/....//x',
      '/docs/assets/swagger-ui.css%00.html',
      '/docs/problems/..%2f..%2f',
      '/docs/%2e%2e/package.json',
      '/docs/assets/constructor',
      '/docs/problems/__proto__',
    ]) {
      const { status, text } = await newsroom.get(path);
      expect([400, 404], path).toContain(status);
      expect(text).not.toContain('"dependencies"');
    }
  });

  it('row 49: no answer leads elsewhere', async () => {
    for (const slug of [
      '//evil.example',
      '/\\evil.example',
      'https:evil.example',
      '%2f%2fevil.example',
      '%5cevil.example',
    ]) {
      const { status, headers } = await newsroom.get(`/v1/articles/${slug}`);
      expect([400, 404], slug).toContain(status);
      expect(headers.location).toBeUndefined();
    }
  });

  it('row 55: a number in quotes is no object, nor a number where one is wanted', async () => {
    expect((await newsroom.post('/v1/desk/articles', '"5"')).status).toBe(400);
    expect(
      (
        await newsroom.patch(`/v1/desk/articles/${live.id}`, {
          claims: [{ id: live.claim, low: '5' }],
        })
      ).status,
    ).toBe(400);
  });

  it('row 56: no bytes in Content-Type stop the process', async () => {
    for (let seed = 0; seed < 100; seed += 1) {
      const type = Array.from({ length: 1 + (seed % 40) }, (_, at) =>
        String.fromCharCode(0x21 + ((seed * 31 + at * 17) % 222)),
      )
        .join('')
        .replace(/[\u007f-\u009f]/g, '~');
      const { statusCode } = await newsroom.server.inject({
        method: 'POST',
        url: '/v1/desk/articles',
        headers: { authorization: `Bearer ${newsroom.tokens.admin}`, 'content-type': type },
        payload: '{}',
      });
      expect(statusCode, type).toBeGreaterThanOrEqual(400);
      expect(statusCode, type).toBeLessThan(500);
    }
    expect((await newsroom.get('/health')).status).toBe(200);
  });

  it('row 57: forwarded headers change no link and no limit where no proxy is configured', async () => {
    const headers = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '203.0.113.1',
      forwarded: 'host=evil.example',
    };
    for (const operation of wire()) {
      const plain = await newsroom.get(real(operation));
      const forged = await newsroom.get(real(operation), { headers });
      expect(forged.text, operation.id).toBe(plain.text);
      expect(JSON.stringify(forged.headers), operation.id).not.toContain('evil.example');
    }
  });

  it('row 58: no prototype is touched', async () => {
    for (const body of [
      '{"__proto__":{"polluted":1},"headline":"x"}',
      '{"headline":"x","constructor":{"prototype":{"polluted":1}}}',
    ]) {
      for (const { method, path, needsMatch } of operations.filter(
        ({ body: takes }) => takes !== null && 'application/json' in takes,
      )) {
        const { status } = await newsroom.send(method, fill(path), {
          as: 'admin',
          body,
          headers: needsMatch ? { 'if-match': '*' } : {},
        });
        expect([400, 415], `${method} ${path}`).toContain(status);
      }
    }
    await refuses('/v1/articles?__proto__[polluted]=1');
    await refuses('/v1/articles?constructor[prototype][polluted]=1');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('row 60: no line break gets into a header', async () => {
    for (const value of ['x%0d%0aSet-Cookie:%20a=b', 'x%0aX-Evil:1', '%E5%98%8D%E5%98%8A']) {
      const { status, headers } = await newsroom.get(`/v1/articles/${value}`);
      expect(status).toBe(400);
      expect(headers).not.toHaveProperty('set-cookie');
      expect(headers).not.toHaveProperty('x-evil');
    }
    const { status } = await newsroom.post('/v1/desk/articles', plainArticle({ slug: 'a\r\nb' }));
    expect(status).toBe(400);
  });

  it('row 61: no pattern is slow on a long text', async () => {
    const TEXTS = [
      'a'.repeat(100_000),
      `${'a-'.repeat(50_000)}!`,
      `${'1,'.repeat(50_000)}x`,
      `${'en-'.repeat(30_000)}`,
      ' '.repeat(100_000),
      `${'2024-'.repeat(20_000)}`,
      `http://${'a.'.repeat(50_000)}`,
    ];
    const FIELDS = [
      'slug',
      'headline',
      'summary',
      'language',
      'section',
      'note',
      'image',
      'unknown',
    ];
    for (const text of TEXTS) {
      for (const field of FIELDS) {
        const started = performance.now();
        await newsroom.post('/v1/desk/articles', { headline: 'x', [field]: text });
        // A pattern that backtracks would take minutes; a busy machine takes no second.
        expect(performance.now() - started, field).toBeLessThan(5_000);
      }
    }
  });

  it('row 64: bombs of depth and number are refused', async () => {
    for (const body of [
      '['.repeat(200_000),
      `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`,
      `{${Array.from({ length: 150_000 }, (_, key) => `"${key}":0`).join(',')}}`,
    ]) {
      const { status } = await newsroom.post('/v1/desk/articles', body);
      expect([400, 413]).toContain(status);
    }
  });

  it('row 65: a burst of requests that are cut off leaves nothing behind', {
    timeout: 60_000,
  }, async () => {
    if (!newsroom.server.server.listening)
      await newsroom.server.listen({ host: '127.0.0.1', port: 0 });
    const { port } = newsroom.server.server.address() as { port: number };
    for (let burst = 0; burst < 20; burst += 1) {
      await Promise.all(
        Array.from(
          { length: 25 },
          () =>
            new Promise<void>((resolve) => {
              const socket = connect(port, '127.0.0.1', () => {
                socket.write(
                  'HEAD /v1/articles/the-target HTTP/1.1\r\nHost: x\r\n\r\nGET /v1/articles HTTP/1.1\r\n',
                );
                socket.destroy();
              });
              socket.on('close', () => resolve());
              socket.on('error', () => resolve());
            }),
        ),
      );
    }
    expect((await fetch(`http://127.0.0.1:${port}/v1/articles`)).status).toBe(200);
    await expect
      .poll(
        () =>
          new Promise((resolve) =>
            newsroom.server.server.getConnections((_error, count) => resolve(count)),
          ),
        { timeout: 20_000 },
      )
      .toBeLessThan(5);
  });

  it('row 66: neither versions nor files of modules are shown', async () => {
    for (const path of [
      '/docs/package.json',
      '/docs/assets/package.json',
      '/docs/assets/index.html',
      '/package.json',
      '/node_modules/fastify/package.json',
      '/.env',
      '/.git/config',
      '/docs/assets/swagger-initializer.js',
    ]) {
      expect((await newsroom.get(path)).status, path).toBe(404);
    }
    for (const url of ['/v1/articles', '/docs', '/health', '/v1/desk/me']) {
      const { headers } = await newsroom.get(url);
      expect(headers).not.toHaveProperty('server');
      expect(headers).not.toHaveProperty('x-powered-by');
    }
  });

  it('row 69: the engine is none of the defective ones', async () => {
    if (newsroom.db.engine !== 'sqlite') return;
    const [row] = (await newsroom.db.read.$queryRawUnsafe('SELECT sqlite_version() AS v')) as {
      v: string;
    }[];
    const [major = 0, minor = 0, patch = 0] = String(row?.v).split('.').map(Number);
    expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(3_051_003);
  });
});

it('docs/advisories.md has every row, and each test that it names is there', () => {
  const page = readFileSync(new URL('../../docs/advisories.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| (\d+) \|.*\| ([^|]+) \|$/gm)];
  expect(rows.map(([, row]) => Number(row))).toEqual(Array.from({ length: 69 }, (_, at) => at + 1));
  for (const [, row, where] of rows) {
    for (const [, file] of (where ?? '').matchAll(/`(tests\/[^`]+)`/g)) {
      expect(existsSync(new URL(`../../${file}`, import.meta.url)), `${row}: ${file}`).toBe(true);
    }
  }
});
