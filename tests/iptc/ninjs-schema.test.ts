/** ninjs against IPTC's own schemas, which are not ours to ship: NINJS_SCHEMAS names their folder. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as ajvFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSample } from '../../src/cli/sample.ts';
import { plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { makePicture, upload } from '../support/pictures.ts';

const FOLDER =
  process.env.NINJS_SCHEMAS ??
  fileURLToPath(new URL('../../../shared/schemas/ninjs', import.meta.url));

function readSchema(version: string): object {
  const path = `${FOLDER}/ninjs-schema_${version}.json`;
  if (!existsSync(path)) {
    throw new Error(
      `IPTC's schema is missing: put ninjs-schema_${version}.json into ${FOLDER}, or set NINJS_SCHEMAS.`,
    );
  }
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** The module is CommonJS with a default export of its own. */
const addFormats =
  (ajvFormats.default as unknown as { default?: typeof ajvFormats.default }).default ??
  ajvFormats.default;

function compile(version: string) {
  const ajv = version === '3.1' ? new Ajv2020({ strict: false }) : new Ajv({ strict: false });
  (addFormats as unknown as (ajv: unknown) => void)(ajv);
  // Places may carry GeoJSON; ours carry none, and its schema is somebody else's.
  ajv.addSchema({ not: {} }, 'https://geojson.org/schema/GeoJSON.json');
  return ajv.compile(readSchema(version));
}

let newsroom: Newsroom;
let slugs: string[];

beforeAll(async () => {
  newsroom = await openNewsroom({ env: { PUBLIC_URL: 'https://news.example.org' } });
  await loadSample(newsroom.db);
  const fields = { caption: 'At four.', credit: 'Jo Dent', licence: 'CC BY 4.0' };
  const focal = { focalX: '0.25', focalY: '0.5' };
  const file = await makePicture('jpeg');
  const { body: asset } = await upload(newsroom, { file, fields: { ...fields, ...focal } });
  const quotes = [
    {
      kind: 'direct',
      speaker: { kind: 'person', name: 'Mara Elsing' },
      translated: true,
      original: { language: 'de', text: 'Wir warten, bis der Nebel sich hebt.' },
      anchor: { pieces: [{ exact: 'We wait for the fog to lift' }] },
    },
  ];
  await newsroom.publish(plainArticle({ slug: 'pictured', image: asset.id, quotes }));
  const { body } = await newsroom.get('/v1/articles?limit=100');
  slugs = body.data.map(({ slug }: { slug: string }) => slug);
});
afterAll(() => newsroom.close());

describe('ninjs', () => {
  it.each([
    ['3.1', ''],
    ['1.6', '?version=1'],
  ])(
    '%s of the whole sample newsroom, a picture and a translated quote is valid by IPTC’s schema, with no extra keys',
    async (version, query) => {
      const validate = compile(version);
      expect(slugs).toContain('pictured');
      expect(slugs.length).toBeGreaterThan(9);
      for (const slug of slugs) {
        const { text } = await newsroom.get(`/v1/articles/${slug}/ninjs${query}`);
        validate(JSON.parse(text));
        expect(validate.errors, slug).toBeNull();
      }
    },
  );

  it.each([
    ['3.1', { uri: 'https://news.example.org/1', extra: 1 }],
    ['1.6', { uri: 'https://news.example.org/1', extra: 1 }],
  ])('%s: the schema refuses a key of our own', (version, item) => {
    expect(compile(version)(item)).toBe(false);
  });
});
