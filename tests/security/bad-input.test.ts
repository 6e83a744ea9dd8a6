import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullArticle, plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { fill, listOperations, type Operation } from '../support/operations.ts';
import { eventually } from '../support/waiting.ts';

let newsroom: Newsroom;
let operations: Operation[];
beforeAll(async () => {
  newsroom = await openNewsroom();
  operations = (await listOperations(newsroom)).operations;
});
afterAll(() => newsroom.close());

/** A request as bytes, which `send` of the newsroom would encode. */
const raw = (
  method: string,
  url: string,
  payload: string | Buffer,
  headers: Record<string, string>,
) =>
  newsroom.server.inject({
    method: method as 'POST',
    url,
    payload,
    headers: { authorization: `Bearer ${newsroom.tokens.admin}`, ...headers },
  });

const writes = () => operations.filter(({ body }) => body !== null && 'application/json' in body);

describe('bodies', () => {
  it.each([
    '{',
    '}',
    '{"headline"',
    '{"headline":"x",}',
    "{'headline':'x'}",
    '{"headline":"x"}}',
    'NaN',
    '[1',
    '"\\ud8"',
    '{"headline":"x"',
    '\u0000',
    '{"headline":"\u0001"}',
    '{"a":1 "b":2}',
    'true false',
    '01',
  ])('400 for malformed JSON %j, and nothing is stored', async (body) => {
    const before = await newsroom.db.read.article.count();
    const answer = await newsroom.post('/v1/desk/articles', body);
    expect(answer.status).toBe(400);
    expect(answer.body.code).toBe('body-malformed');
    expect(answer.body.errors[0].message).toMatch(/^at line 1, column \d+/);
    expect(await newsroom.db.read.article.count()).toBe(before);
  });

  it('400 for a member that is given twice, which is named', async () => {
    const before = await newsroom.db.read.article.count();
    const body = '{"headline":"x","quotes":[{"kind":"direct","verb":"said","verb":"denied"}]}';
    const answer = await newsroom.post('/v1/desk/articles', body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([
      { pointer: '/quotes/0/verb', code: 'repeated', message: 'is given twice' },
    ]);
    expect(await newsroom.db.read.article.count()).toBe(before);
  });

  it.each([
    '{"headline":"x","__proto__":{"polluted":1}}',
    '{"headline":"x","constructor":{"prototype":{"polluted":1}}}',
    '{"headline":"x","quotes":[{"__proto__":{"polluted":1}}]}',
    '{"headline":"x","\\u005f\\u005fproto__":{"polluted":1}}',
  ])('400 for %s, and no prototype is touched', async (body) => {
    const { status } = await newsroom.post('/v1/desk/articles', body);
    expect(status).toBe(400);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each([
    [
      'bytes that are no UTF-8',
      Buffer.from([0x7b, 0x22, 0x68, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
      'application/json',
    ],
    [
      'half of a surrogate pair in UTF-8',
      Buffer.from('{"headline":"\u00ed\u00a0\u0080"}', 'latin1'),
      'application/json',
    ],
    ['Latin-1', Buffer.from('{"headline":"Crème"}', 'latin1'), 'application/json'],
    [
      'Latin-1 that says so',
      Buffer.from('{"headline":"Crème"}', 'latin1'),
      'application/json; charset=iso-8859-1',
    ],
    [
      'UTF-16 that says so',
      Buffer.from('{"headline":"x"}', 'utf16le'),
      'application/json; charset=utf-16',
    ],
  ])('400 for %s', async (_name, body, type) => {
    const answer = await raw('POST', '/v1/desk/articles', body, { 'content-type': type });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().code).toBe('body-malformed');
  });

  it('takes a byte order mark and every plane of Unicode', async () => {
    const body = Buffer.from(`\ufeff${JSON.stringify({ headline: 'Ж 漢 👩‍👩‍👧 e\u0301' })}`);
    const answer = await raw('POST', '/v1/desk/articles', body, {
      'content-type': 'application/json; charset=utf-8',
    });
    expect(answer.statusCode).toBe(201);
    expect(answer.json().headline).toBe('Ж 漢 👩‍👩‍👧 e\u0301');
  });

  it.each([
    ['a string', '"x"'],
    ['a number', '5'],
    ['null', 'null'],
    ['a list', '[]'],
    ['true', 'true'],
  ])('400 for %s instead of an object, on every operation that takes one', async (_name, body) => {
    for (const { method, path, id, needsMatch } of writes()) {
      const headers = needsMatch ? { 'if-match': '*' } : {};
      const answer = await newsroom.send(method, fill(path), { as: 'admin', body, headers });
      expect([400, 422], `${id} ${answer.text}`).toContain(answer.status);
    }
  });

  it('400 for a body where none is taken', async () => {
    const { body } = await newsroom.post('/v1/desk/articles', plainArticle());
    const headers = { 'if-match': '*' };
    const url = `/v1/desk/articles/${body.id}`;
    const { status } = await newsroom.send('DELETE', url, { body: { force: true }, headers });
    expect(status).toBe(400);
    expect((await newsroom.get(url)).status).toBe(200);
  });

  it('400 for null where a body may be left out', async () => {
    const { body } = await newsroom.post('/v1/desk/articles', plainArticle());
    const { status } = await newsroom.post(`/v1/desk/articles/${body.id}/check`, 'null');
    expect(status).toBe(400);
  });
});

describe('media types', () => {
  const TYPES = [
    'text/plain',
    'text/plain; charset=utf-8',
    'text/json',
    'text/html',
    'application/xml',
    'application/javascript',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'application/octet-stream',
    'application/jsonp',
    'application/json+x',
    'application/jso',
    'application/json5',
    'application/ld+json',
    'application/vnd.api+json',
    'application/problem+json',
    'application',
    'application/',
    '/json',
    '*/*',
    'application/*',
    ';',
    ' ',
    'application/json, text/plain',
    'text/plain, application/json',
    'application/json text/plain',
    'a'.repeat(3_000),
    'application /json',
    'application/ json',
    '"application/json"',
    'application%2Fjson',
  ];

  it(`415 or 400 for ${TYPES.length} spellings of others, on every operation with a body`, async () => {
    for (const { method, path, id, needsMatch } of writes()) {
      for (const type of TYPES) {
        const headers = { 'content-type': type, ...(needsMatch ? { 'if-match': '*' } : {}) };
        const answer = await raw(method, fill(path), '{"headline":"x"}', headers);
        expect([400, 415], `${id} ${JSON.stringify(type)} ${answer.payload}`).toContain(
          answer.statusCode,
        );
      }
    }
  });

  it.each([
    'application/json',
    'APPLICATION/JSON',
    'Application/Json',
    'application/json;charset=utf-8',
    'application/json; charset="UTF-8"',
    'application/json ;charset=utf-8',
    'application/json;',
    'application/json\t; charset=utf-8',
    ' application/json',
    'application/json; a=b; c=d',
    'application/json;;',
  ])('validates what comes as %j like any other, or refuses it', async (type) => {
    const bad = await raw('POST', '/v1/desk/articles', '{"headline":5}', { 'content-type': type });
    expect([400, 415], type).toContain(bad.statusCode);
    const good = await raw('POST', '/v1/desk/articles', '{"headline":"x"}', {
      'content-type': type,
    });
    expect([201, 415], type).toContain(good.statusCode);
  });

  it('415 for a body that is compressed, and what is said of none', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    for (const body of [gzipSync('{"headline":"x"}'), '{"headline":"x"}']) {
      const answer = await raw('POST', '/v1/desk/articles', body, headers);
      expect(answer.statusCode).toBe(415);
      expect(answer.headers['accept-encoding']).toBe('identity');
    }
    const identity = { ...headers, 'content-encoding': 'identity' };
    const plain = await raw('POST', '/v1/desk/articles', '{"headline":"x"}', identity);
    expect(plain.statusCode).toBe(201);
    expect((await newsroom.get('/v1/desk/me', { headers })).status).toBe(200);
  });

  it('415 for a merge patch where a whole thing is created', async () => {
    const { status } = await newsroom.post('/v1/desk/articles', plainArticle(), {
      headers: { 'content-type': 'application/merge-patch+json' },
    });
    expect(status).toBe(415);
  });
});

describe('sizes', () => {
  it('413 above the limit, said or not, and service goes on', async () => {
    const big = `{"headline":"x","body":"${'a'.repeat(2 * 1024 * 1024)}"}`;
    const said = await newsroom.post('/v1/desk/articles', big);
    expect(said.status).toBe(413);
    expect(said.body.code).toBe('body-too-large');
    expect((await newsroom.get('/health')).status).toBe(200);
  });

  it.each([
    ['1 MiB of brackets', '['.repeat(1 << 20)],
    ['nesting that closes', `${'['.repeat(1 << 19)}${']'.repeat(1 << 19)}`],
    ['nested objects', `{"headline":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`],
    ['100,000 keys', `{${Array.from({ length: 100_000 }, (_, key) => `"k${key}":1`).join(',')}}`],
    [
      '100,000 keys inside',
      `{"headline":"x","dateline":{${Array.from({ length: 100_000 }, (_, key) => `"k${key}":1`).join(',')}}}`,
    ],
    ['300,000 parts', `{"headline":"x","quotes":[${'0,'.repeat(299_999)}0]}`],
    ['100,000 tags', `{"headline":"x","tags":[${'"a",'.repeat(99_999)}"a"]}`],
  ])('400 for %s, with a short answer', async (_name, body) => {
    const answer = await newsroom.post('/v1/desk/articles', body);
    expect(answer.status).toBe(400);
    expect(answer.text.length).toBeLessThan(64 * 1024);
    expect((await newsroom.get('/health')).status).toBe(200);
  });

  it('400 for text over its limit, at its place', async () => {
    for (const [field, length] of [
      ['headline', 501],
      ['summary', 5_001],
      ['body', 200_001],
    ] as const) {
      const { status, body } = await newsroom.post('/v1/desk/articles', {
        headline: 'x',
        [field]: 'a'.repeat(length),
      });
      expect(status, field).toBe(400);
      expect(body.errors[0]).toMatchObject({
        pointer: `/${field}`,
        message: expect.stringContaining(String(length - 1)),
      });
    }
  });

  it('takes an article as large as one may be, checks it and publishes it', async () => {
    const paragraph = 'The quick brown fox said over 7,000 words about a lazy dog again. ';
    const body = paragraph.repeat(Math.floor(200_000 / paragraph.length));
    const quotes = Array.from({ length: 300 }, (_, turn) => ({
      kind: 'direct',
      speaker: 'mara-elsing',
      anchor: { pieces: [{ exact: `nowhere to be found ${turn} `.repeat(20) }] },
    }));
    await newsroom.post('/v1/desk/sources', { kind: 'person', name: 'Mara Elsing' });
    const created = await newsroom.post('/v1/desk/articles', plainArticle({ body, quotes }));
    expect(created.status, created.text.slice(0, 300)).toBe(201);
    const refused = await newsroom.step(created.body.id, 'publish');
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toHaveLength(300);
    await newsroom.patch(`/v1/desk/articles/${created.body.id}`, { quotes: [] });
    expect((await newsroom.step(created.body.id, 'publish')).status).toBe(200);
  });
});

describe('scalars', () => {
  const ODD = [
    { not: '' },
    { contains: '' },
    {},
    [],
    ['x'],
    [{}],
    null,
    true,
    0,
    1.5,
    ['x', { isRaw: true }],
  ];

  it('400 for objects, lists, null, numbers and flags in place of each text of an article', async () => {
    const article = fullArticle();
    const places: (readonly string[])[] = [
      ['headline'],
      ['slug'],
      ['summary'],
      ['body'],
      ['language'],
      ['section'],
      ['tags', '0'],
      ['bylines', '0', 'name'],
      ['dateline', 'place'],
      ['interviews', '0', 'turns', '0', 'text'],
      ['interviews', '0', 'turns', '0', 'role'],
      ['quotes', '0', 'kind'],
      ['quotes', '0', 'verb'],
      ['quotes', '0', 'anchor', 'pieces', '0', 'exact'],
      ['claims', '0', 'comparator'],
      ['claims', '0', 'unit'],
      ['claims', '0', 'figure', 'question'],
      ['claims', '0', 'chain', '0', 'source', 'name'],
    ];
    for (const path of places) {
      for (const odd of ODD) {
        const sent = structuredClone(article);
        let holder = sent as Record<string, never>;
        for (const key of path.slice(0, -1)) holder = holder[key] as never;
        (holder as Record<string, unknown>)[path.at(-1) as string] = odd;
        const { status, body } = await newsroom.post('/v1/desk/articles', sent);
        if (odd === null && status === 201) continue;
        expect(status, `${path.join('/')} ${JSON.stringify(odd)}`).toBe(400);
        expect(body.errors[0].pointer.startsWith(`/${path[0]}`)).toBe(true);
      }
    }
  });

  it('400 for unknown and doubled parameters, on every operation, with the nearest known name', async () => {
    for (const { method, path, id, isDesk, needsMatch } of operations) {
      if (/stream/i.test(id)) continue;
      const options = {
        as: isDesk ? ('admin' as const) : null,
        headers: needsMatch ? { 'if-match': '*' } : {},
      };
      for (const query of ['unknown=1', 'where[id]=1', '__proto__=1', 'a=1&a=2']) {
        const { status, body, text } = await newsroom.send(
          method,
          `${fill(path)}?${query}`,
          options,
        );
        expect([400, 415, 404], `${id} ${query} ${text.slice(0, 200)}`).toContain(status);
        if (status === 404) expect(path, id).toMatch(/docs|feeds|sitemap/);
        if (status === 400) expect(body.code, id).toBe('request-invalid');
      }
    }
  });

  it('400 that says what is wrong with a path, and repeats no address', async () => {
    const detailOf = async (path: string) => {
      const { status, body } = await newsroom.get(path);
      expect([status, body.code]).toEqual([400, 'request-invalid']);
      return body.detail;
    };
    for (const spelling of ['%C3%28', '%ZZ', '%ED%A0%80'])
      expect(await detailOf(`/v1/articles/${spelling}?fields=id`)).toMatch(/ follow each %.*UTF-8/);
    expect(await detailOf(`/feeds/tags/${'a'.repeat(300)}/rss.xml`)).toMatch(/at most 96/);
  });

  it('400 or 404 for ids of the wrong kind and form, on every operation with one', async () => {
    for (const operation of operations) {
      const names = operation.parameters
        .filter(({ in: place }) => place === 'path')
        .map(({ name }) => name);
      for (const odd of [
        '%00',
        '%ff',
        '%2e%2e%2f',
        'a%2Fb',
        '0192E4A0-0000-7000-8000-00000000DEAD',
        "'",
        '%F0%9F%92%A5',
        'x'.repeat(150),
        '-1',
        '1;x',
        '[object Object]',
      ]) {
        for (const name of names) {
          const url = fill(operation.path, { [name]: odd });
          const { status } = await newsroom.send(operation.method, url, {
            as: operation.isDesk ? 'admin' : null,
            ...(operation.body === null ? {} : { body: {} }),
            headers: { 'if-match': '*' },
          });
          expect([400, 401, 404, 405, 410, 415], `${operation.method} ${url}`).toContain(status);
        }
      }
    }
  });
});

describe('broken HTTP', () => {
  let port: number;
  beforeAll(async () => {
    await newsroom.server.listen({ host: '127.0.0.1', port: 0 });
    port = (newsroom.server.server.address() as { port: number }).port;
  });

  /** Sends bytes and collects what comes back until the server closes. */
  const talk = (bytes: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
      let text = '';
      socket.setTimeout(5_000, () => socket.destroy());
      socket.on('data', (chunk) => {
        text += chunk.toString('latin1');
      });
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
  const HOST = 'Host: x\r\n';

  it.each([
    ['no HTTP at all', 'HELLO\r\n\r\n'],
    [
      'two lengths',
      `POST /v1/articles HTTP/1.1\r\n${HOST}Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd`,
    ],
    [
      'length and chunks',
      `POST /v1/articles HTTP/1.1\r\n${HOST}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
    [
      'a length that is none',
      `POST /v1/articles HTTP/1.1\r\n${HOST}Content-Length: +4\r\n\r\nabcd`,
    ],
    ['a folded header', `GET /v1/articles HTTP/1.1\r\n${HOST}X-A: b\r\n c\r\n\r\n`],
    ['a bare line feed', `GET /v1/articles HTTP/1.1\r\n${HOST}X-A: b\nX-B: c\r\n\r\n`],
    ['a space before the colon', `GET /v1/articles HTTP/1.1\r\n${HOST}X-A : b\r\n\r\n`],
    ['NUL in a header', `GET /v1/articles HTTP/1.1\r\n${HOST}X-A: b\u0000c\r\n\r\n`],
    ['no host', 'GET /v1/articles HTTP/1.1\r\n\r\n'],
    ['no host at the desk', 'POST /v1/desk/articles HTTP/1.1\r\n\r\n'],
    ['two hosts', `GET /v1/articles HTTP/1.1\r\n${HOST}host: y\r\n\r\n`],
    ['two hosts that are one', `GET /v1/articles HTTP/1.0\r\n${HOST}${HOST}\r\n`],
    ['two hosts far apart', `GET /health HTTP/1.1\r\n${HOST}${'a:b\r\n'.repeat(2_500)}${HOST}\r\n`],
    [
      'two tokens',
      `GET /v1/desk/me HTTP/1.1\r\n${HOST}Authorization: Bearer a\r\nAUTHORIZATION: Bearer b\r\n\r\n`,
    ],
    [
      'two media types',
      `POST /v1/desk/articles HTTP/1.1\r\n${HOST}Content-Type: a/b\r\nContent-Length: 2\r\nContent-Type: c/d\r\n\r\n{}`,
    ],
    ['no request at all', '\u0016\u0003\u0001\u0002\r\n\r\n'],
    ['no space behind the method', `GET/v1/articles HTTP/1.1\r\n${HOST}\r\n`],
    ['a method that is no token', `GE(T) /v1/articles HTTP/1.1\r\n${HOST}\r\n`],
    ['a host that is none', 'GET /v1/articles HTTP/1.1\r\nHost: a b\r\n\r\n'],
    ['a user before the host', 'GET /v1/articles HTTP/1.1\r\nHost: a@b\r\n\r\n'],
    ['a # behind the path', `GET /v1/articles#x HTTP/1.1\r\n${HOST}\r\n`],
    ['a # behind the query', `GET /v1/articles?limit=1#x HTTP/1.1\r\n${HOST}\r\n`],
    ['a # at the desk', `GET /v1/desk/me#limit=1 HTTP/1.1\r\n${HOST}\r\n`],
    ['another major version', `GET /v1/articles HTTP/2.0\r\n${HOST}\r\n`],
    [
      'a coding before the chunks',
      `POST /v1/desk/articles HTTP/1.1\r\n${HOST}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n`,
    ],
    [
      'chunks in HTTP/1.0',
      `POST /v1/desk/articles HTTP/1.0\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
  ])('400 as a problem, and the connection closes, for %s', async (_name, bytes) => {
    const answer = await talk(bytes);
    const [head = '', body = ''] = answer
      .slice(answer.lastIndexOf('HTTP/1.1 400'))
      .split('\r\n\r\n');
    expect(head, answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(head).toMatch(/content-type: application\/problem\+json/i);
    expect(head).toMatch(/connection: close/i);
    expect(JSON.parse(body)).toMatchObject({ status: 400, code: 'http-malformed' });
  });

  it.each([
    ['', 'FOO'],
    ['', 'get'],
    ['', 'GETX'],
    ['', 'DESCRIBE'],
    ['\r\n', 'M-FOO'],
  ])(
    '501 as a problem, and the connection closes, behind %j for the method %s',
    async (before, method) => {
      const answer = await talk(`${before}${method} /v1/articles HTTP/1.1\r\n${HOST}\r\n`);
      const [head = '', body = ''] = answer
        .slice(answer.lastIndexOf('HTTP/1.1 '))
        .split('\r\n\r\n');
      expect(head, answer).toMatch(/^HTTP\/1\.1 501 Not Implemented/);
      expect(head).toMatch(/connection: close/i);
      expect(JSON.parse(body)).toMatchObject({ status: 501, code: 'method-unknown' });
    },
  );

  it.each([
    ['FOO /v1/articles HTTP/1.1', 501, 'method-unknown'],
    ['GE(T) /v1/articles HTTP/1.1', 400, 'http-malformed'],
  ])(
    'answers what was asked before on the connection, and then %s with %d',
    async (line, status, code) => {
      const asked = ['/health', '/v1/articles', '/v1/desk/me', '/ready'].map(
        (path) => `GET ${path} HTTP/1.1\r\n${HOST}\r\n`,
      );
      const refused = `${line}\r\n${HOST}\r\n`;
      const answer = await talk(`${asked.join('')}${refused}${refused}`);
      const statuses = [...answer.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, given]) => Number(given));
      expect(statuses, answer).toEqual([200, 200, 401, 200, status]);
      expect(JSON.parse(answer.slice(answer.lastIndexOf('\r\n\r\n')))).toMatchObject({ code });
    },
  );

  it('takes HTTP/1.0 without a host', async () => {
    expect(await talk('GET /v1/articles HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /);
  });

  it.each(['', 'x', 'x:3000', 'a-b.example:', '127.0.0.1:80', '[::1]:3000', 'my_service', 'a%20b'])(
    'takes the host %j',
    async (host) => {
      const answer = await talk(
        `GET /v1/articles HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    },
  );

  it.each(['/v1/articles/', '/v1/articles//turns', '/v1/sources/?limit=1', '/feeds/tags//rss.xml'])(
    '404 for %s, which names nothing',
    async (url) => {
      expect((await newsroom.get(url)).body.code).toBe('not-found');
    },
  );

  it('404 at the desk, whatever the method, where nothing is named', async () => {
    for (const method of ['GET', 'PATCH', 'DELETE'])
      expect((await newsroom.send(method, '/v1/desk/articles/')).body.code).toBe('not-found');
  });

  it('says that a # is what is wrong', async () => {
    const answer = await talk(`GET /v1/articles#x HTTP/1.1\r\n${HOST}\r\n`);
    expect(answer).toContain('The request target has a #');
  });

  it.each(['x:443', '/v1/articles'])(
    '405 as a problem for CONNECT %s, and the connection closes, whatever follows',
    async (target) => {
      const hidden = `GET /v1/articles HTTP/1.1\r\n${HOST}\r\n`;
      const answer = await talk(`CONNECT ${target} HTTP/1.1\r\n${HOST}\r\n${hidden}`);
      const [head = '', body = ''] = answer.split('\r\n\r\n');
      expect(head).toMatch(/^HTTP\/1\.1 405 /);
      expect(head).toMatch(/^allow: $/im);
      expect(head).toMatch(/connection: close/i);
      expect(JSON.parse(body)).toMatchObject({ status: 405, code: 'method-not-allowed' });
    },
  );

  it('lets a client go that was refused a tunnel and stays', async () => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    socket.on('error', () => undefined).resume();
    socket.write(`CONNECT x:443 HTTP/1.1\r\n${HOST}\r\n`);
    const count = () =>
      new Promise<number>((resolve) =>
        newsroom.server.server.getConnections((_error, number) => resolve(number)),
      );
    await eventually(async () => (await count()) > 0);
    await eventually(async () => (await count()) === 0);
    socket.destroy();
  });

  it('204 with all methods for OPTIONS of the server as a whole', async () => {
    const answer = await talk(`OPTIONS * HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 204 /);
    expect(answer).toMatch(/^allow: DELETE, GET, HEAD, PATCH, POST, OPTIONS$/im);
  });

  it('reads headers that stand behind thousands of others', async () => {
    const token = `Authorization: Bearer ${newsroom.tokens.admin}\r\n`;
    const lines = `${HOST}Connection: close\r\n${'a:b\r\n'.repeat(2_500)}${token}`;
    const answer = await talk(`GET /v1/desk/me HTTP/1.1\r\n${lines}\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  });

  it.each([
    [
      'a method of no route, by its whole address',
      'DELETE http://x/v1/articles',
      405,
      '/v1/articles',
    ],
    ['a whole address without a path', 'DELETE http://x', 405, '/'],
    ['a whole address of nothing', 'GET http://x/nothing', 404, '/nothing'],
  ])('a problem with the path alone for %s', async (_name, line, status, instance) => {
    const answer = await talk(`${line} HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head.startsWith(`HTTP/1.1 ${status} `), answer).toBe(true);
    expect(JSON.parse(body)).toMatchObject({ status, instance });
  });

  it('asks for leave of the desk by its whole address as by its path', async () => {
    const ask = async (target: string) => {
      const lines = `${HOST}Origin: http://other.example\r\nConnection: close`;
      const answer = await talk(`OPTIONS ${target} HTTP/1.1\r\n${lines}\r\n\r\n`);
      return answer.replace(/^Date: .*$/im, '');
    };
    expect(await ask('http://x/v1/desk/articles')).toBe(await ask('/v1/desk/articles'));
  });

  it('417 as a problem for what nobody can meet, before the body', async () => {
    const answer = await talk(
      `POST /v1/desk/articles HTTP/1.1\r\n${HOST}Expect: 200-ok\r\nContent-Length: 4\r\n\r\n`,
    );
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 417 /);
    expect(head).toMatch(/content-type: application\/problem\+json/i);
    expect(head).toMatch(/connection: close/i);
    expect(JSON.parse(body)).toMatchObject({ status: 417, code: 'expectation-failed' });
  });

  it('431 for headers that are too large', async () => {
    const answer = await talk(
      `GET /v1/articles HTTP/1.1\r\n${HOST}X-A: ${'a'.repeat(20_000)}\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(answer).toContain('headers-too-large');
  });

  it('does not let one request hide in another', async () => {
    const hidden = 'GET /v1/desk/articles HTTP/1.1\r\nHost: x\r\n\r\n';
    const answer = await talk(
      `POST /v1/articles HTTP/1.1\r\n${HOST}Content-Length: ${hidden.length}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
    );
    expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
  });

  it.each([
    [
      'an unknown transfer coding',
      `POST /v1/articles HTTP/1.1\r\n${HOST}Transfer-Encoding: xchunked\r\n\r\n`,
    ],
    [
      'a chunk size that is none',
      `POST /v1/articles HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\nZZ\r\nabcd\r\n0\r\n\r\n`,
    ],
  ])('closes after one answer for %s', async (_name, bytes) => {
    const answer = await talk(`${bytes}GET /v1/articles HTTP/1.1\r\n${HOST}\r\n`);
    expect(answer.match(/HTTP\/1\.1 /g)?.length ?? 0).toBeLessThanOrEqual(1);
    expect(answer).toMatch(/^(HTTP\/1\.1 4\d\d |$)/);
  });

  it('waits for a slow request no longer than its settings say', { timeout: 20_000 }, async () => {
    const { server } = newsroom.server;
    expect(server.requestTimeout).toBe(30_000);
    expect(server.headersTimeout).toBe(10_000);
    server.requestTimeout = 600;
    server.headersTimeout = 500;
    try {
      const token = `Authorization: Bearer ${newsroom.tokens.admin}\r\n`;
      const slow = [
        `GET /v1/articles HTTP/1.1\r\n${HOST}X-Slow`,
        `POST /v1/desk/articles HTTP/1.1\r\n${HOST}${token}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
      ];
      for (const answer of await Promise.all(slow.map(talk))) {
        expect(answer).toMatch(/^HTTP\/1\.1 408 /);
        expect(answer).toContain('request-timeout');
      }
    } finally {
      server.requestTimeout = 30_000;
      server.headersTimeout = 10_000;
    }
  });
});
