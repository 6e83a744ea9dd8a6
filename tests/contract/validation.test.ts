import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/core/http/json-schema.ts';
import { fullArticle, plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await openNewsroom();
});

afterAll(() => newsroom.close());

/** The first problem of a refused article, after checking that nothing was stored. */
async function refuse(changes: object): Promise<JsonObject[]> {
  const before = await newsroom.db.read.article.count();
  const { status, body } = await newsroom.post('/v1/desk/articles', plainArticle(changes));
  expect(status).toBe(400);
  expect(body.code).toBe('request-invalid');
  expect(await newsroom.db.read.article.count()).toBe(before);
  return body.errors;
}

async function refuseQuery(url: string): Promise<JsonObject[]> {
  const { status, body } = await newsroom.get(url);
  expect(status).toBe(400);
  return body.errors;
}

const quote = (changes: object) => ({
  kind: 'direct',
  speaker: 'ada-renn',
  anchor: { in: 'body', pieces: [{ exact: 'We wait for the fog to lift' }] },
  ...changes,
});

describe('An unknown member of a body', () => {
  it.each([
    ['of an article', { headlin: 'x' }, '/headlin', 'headline'],
    ['of a byline', { bylines: [{ name: 'A', rolle: 'x' }] }, '/bylines/0/rolle', 'role'],
    ['of a dateline', { dateline: { plaice: 'x' } }, '/dateline/plaice', 'place'],
    ['of an interview', { interviews: [{ titel: 'x' }] }, '/interviews/0/titel', 'title'],
    [
      'of a turn',
      { interviews: [{ turns: [{ role: 'answer', text: 'x', speeker: null }] }] },
      '/interviews/0/turns/0/speeker',
      'speaker',
    ],
    ['of a quote', { quotes: [quote({ verbs: 'x' })] }, '/quotes/0/verbs', 'verb'],
    [
      'of an anchor',
      { quotes: [quote({ anchor: { pieces: [{ exact: 'x' }], inn: 'body' } })] },
      '/quotes/0/anchor/inn',
      'in',
    ],
    [
      'of a piece of an anchor',
      { quotes: [quote({ anchor: { pieces: [{ exact: 'x', prefixx: 'y' }] } })] },
      '/quotes/0/anchor/pieces/0/prefixx',
      'prefix',
    ],
  ])('%s is refused with its pointer and the nearest name', async (_, changes, at, near) => {
    expect(await refuse(changes)).toEqual([
      {
        pointer: at,
        code: 'unknown-field',
        message: `is not known here; did you mean ${near}?`,
        suggestion: near,
      },
    ]);
  });

  it('is refused with all known names where none is near', async () => {
    const [problem] = await refuse({ dateline: { zzzzzz: 1 } });

    expect(problem?.message).toBe('is not known here; known are place, date');
  });

  it('is refused with all others at once', async () => {
    const problems = await refuse({ headlin: 1, sumary: 2, tags: 'x' });

    expect(problems.map(({ pointer }) => pointer).sort()).toEqual(['/headlin', '/sumary', '/tags']);
  });

  it('is escaped in its pointer as RFC 6901 says', async () => {
    const [problem] = await refuse({ 'a/b~c': 1 });

    expect(problem?.pointer).toBe('/a~1b~0c');
  });
});

describe('What is too little', () => {
  it('is told once for each place', async () => {
    const problems = await refuse({ headline: '', slug: '', bylines: [{ name: '' }] });
    expect(problems.map(({ pointer, message }) => [pointer, message]).sort()).toEqual([
      ['/bylines/0/name', 'is empty'],
      ['/headline', 'is empty'],
      ['/slug', expect.stringContaining('is not a slug')],
    ]);
  });

  it.each([
    [0, 'is less than the minimum of 1'],
    [1.5, 'must be a whole number'],
    [2_000_000, 'is more than the maximum of 1000000'],
  ])('of a number is told as such: %s', async (revision, message) => {
    const { body } = await newsroom.create(plainArticle());
    const answer = await newsroom.step(body.id, 'restore', { revision });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ pointer: '/revision', message }]);
  });
});

describe('A value that may be of several kinds', () => {
  it.each([
    ['a source with a misspelt name', { kind: 'person', nmae: 'A' }, ['/name', '/nmae']],
    ['a source without a name', { kind: 'person' }, ['/name']],
    ['a source of an unknown kind', { kind: 'robot', name: 'A' }, ['/kind']],
    ['a source with an id that is none', { id: 'x' }, ['/id']],
    ['a source as a number', 5, ['']],
    ['a source as a list', [], ['']],
    ['a source with spaces in its slug', 'Ada Renn', ['']],
  ])('is judged by what was meant: %s', async (_, speaker, at) => {
    const problems = await refuse({ quotes: [quote({ speaker })] });

    expect(problems.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(at.map((tail) => `/quotes/0/speaker${tail}`)),
    );
    expect(problems).toHaveLength(at.length);
  });

  it('says what it may be where nothing fits', async () => {
    const [number] = await refuse({ quotes: [quote({ speaker: 5 })] });
    const [slug] = await refuse({ quotes: [quote({ speaker: 'Ada Renn' })] });

    expect(number?.message).toBe('must be a string, or must be an object');
    expect(slug?.message).toBe('is neither an id nor a slug');
  });

  it('says which of several values it takes', async () => {
    const [problem] = await refuse({ quotes: [quote({ kind: 'indierct' })] });

    expect(problem).toMatchObject({
      pointer: '/quotes/0/kind',
      message: 'must be one of direct, mixed, indirect',
    });
  });
});

describe('A parameter', () => {
  it.each([
    ['/v1/articles?sektion=local', 'sektion', 'section'],
    ['/v1/quotes?speeker=x', 'speeker', 'speaker'],
    ['/v1/claims?figur=x', 'figur', 'figure'],
    ['/v1/desk/articles?stat=draft', 'stat', 'state'],
    ['/v1/articles?limi=5', 'limi', 'limit'],
  ])('that is unknown is refused with the nearest: %s', async (url, parameter, suggestion) => {
    expect(await refuseQuery(url)).toEqual([
      {
        parameter,
        code: 'unknown-parameter',
        message: `is not known here; did you mean ${suggestion}?`,
        suggestion,
      },
    ]);
  });

  it.each(['where[state]=draft', 'section[not]=', 'section[]=a', '$where=1', '__proto__=1'])(
    'that looks like an operator is an unknown one: ?%s',
    async (query) => {
      const [problem] = await refuseQuery(`/v1/articles?${query}`);

      expect(problem).toMatchObject({
        parameter: query.split('=')[0],
        code: 'unknown-parameter',
      });
    },
  );

  it.each(['section=a&section=b', 'limit=1&limit=1', 'from=2024-10-01&from=2024-10-02'])(
    'that is given twice is refused: ?%s',
    async (query) => {
      const [problem, ...rest] = await refuseQuery(`/v1/articles?${query}`);

      expect(problem).toEqual({
        parameter: query.split('=')[0],
        code: 'repeated',
        message: 'is given more than once',
      });
      expect(rest).toEqual([]);
    },
  );

  it.each([
    ['limit=101', 'limit', 'is not between 1 and 100'],
    ['limit=0', 'limit', 'is not between 1 and 100'],
    ['limit=1e1', 'limit', 'is not a whole number'],
    ['limit=', 'limit', 'is not a whole number'],
    ['from=2024-02-30', 'from', 'is neither an RFC 3339 instant in UTC nor a day (YYYY-MM-DD)'],
    ['language=EN_us', 'language', 'is not a BCP 47 language tag, such as en or pt-BR'],
    ['kind=opinion', 'kind', 'must be one of news, interview'],
  ])('that has no such value says what it takes: ?%s', async (query, parameter, message) => {
    const [problem] = await refuseQuery(`/v1/articles?${query}`);

    expect(problem).toMatchObject({ parameter, message });
  });

  it('`fields` names each member once', async () => {
    for (const url of ['/v1/articles', '/v1/articles/wall', '/v1/figures', '/v1/sources']) {
      const problems = await refuseQuery(`${url}?fields=slug,id,slug,slug`);
      expect(problems, url).toEqual([
        { parameter: 'fields', code: 'repeated', message: '"slug" is named more than once' },
      ]);
    }
  });

  it('`fields` names what it does not know, and what is near', async () => {
    const problems = await refuseQuery('/v1/articles?fields=headlin,slug,zzzzzz');

    expect(problems).toEqual([
      {
        parameter: 'fields',
        code: 'unknown-field',
        message: '"headlin" is not a field; did you mean headline?',
        suggestion: 'headline',
      },
      {
        parameter: 'fields',
        code: 'unknown-field',
        message: expect.stringContaining('"zzzzzz" is not a field; known are id, slug'),
      },
    ]);
  });

  it('is refused also where none is known', async () => {
    for (const url of ['/v1/desk/me?x=1', '/health?x=1', '/docs?x=1', '/openapi.json?x=1']) {
      const [problem] = await refuseQuery(url);
      expect(problem, url).toMatchObject({ parameter: 'x', code: 'unknown-parameter' });
    }
  });
});

describe('A body in a media type that the operation does not declare', () => {
  it('is refused, also where another operation takes it', async () => {
    const patch = { headers: { 'content-type': 'application/merge-patch+json' } };
    const { status, body } = await newsroom.post('/v1/desk/articles', plainArticle(), patch);

    expect(status).toBe(415);
    expect(body.detail).toBe('Send the body as application/json.');
  });

  it('is taken where it is declared', async () => {
    const { body } = await newsroom.create(plainArticle());
    const url = `/v1/desk/articles/${body.id}`;
    const { etag } = await newsroom.get(url);
    const headers = { 'content-type': 'application/merge-patch+json', 'if-match': etag };

    expect((await newsroom.patch(url, { headline: 'Later' }, { headers })).status).toBe(200);
  });
});

describe('`fields`', () => {
  it('answers nothing but what it names, inside and outside of lists', async () => {
    await newsroom.publish(fullArticle({ slug: 'wall' }));
    const one = await newsroom.get('/v1/articles/wall?fields=headline,edition');
    const list = await newsroom.get('/v1/articles?fields=slug');

    expect(one.body).toEqual({ headline: 'River wall gives way', edition: 1 });
    expect(list.body.data).toEqual([{ slug: 'wall' }]);
  });
});
