import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import {
  fetchBytes,
  formOf,
  makePhotograph,
  makePicture,
  sendForm,
  upload,
} from '../support/pictures.ts';

describe('pictures', () => {
  let newsroom: Newsroom;
  let seed = 100;
  const fresh = async (options: { width?: number; height?: number } = {}) => {
    seed += 1;
    const answer = await upload(newsroom, {
      file: await makePicture('jpeg', { ...options, seed }),
    });
    expect(answer.status, answer.text).toBe(201);
    return answer.body;
  };
  beforeAll(async () => {
    newsroom = await openNewsroom();
  });
  afterAll(() => newsroom.close());

  describe('POST /v1/desk/assets', () => {
    it.each(['jpeg', 'png', 'webp', 'avif'] as const)(
      '201 for %s, typed by its content',
      async (format) => {
        const file = await makePicture(format, { width: 700, height: 350, seed: format.length });
        const fields = {
          caption: 'After the flood',
          credit: 'I. Farrow',
          licence: 'CC BY 4.0',
          focalX: '0.25',
          focalY: '1',
        };
        const { status, body, headers, etag } = await upload(newsroom, {
          file,
          type: 'text/html',
          filename: 'x.html',
          fields,
        });
        expect(status, JSON.stringify(body)).toBe(201);
        expect(headers.location).toBe(`/v1/desk/assets/${body.id}`);
        expect(etag).toBe('"v1"');
        expect(body).toMatchObject({
          mediaType: `image/${format}`,
          width: 700,
          height: 350,
          alt: 'A river and a broken wall',
          ...{ ...fields, focalX: 0.25, focalY: 1 },
        });
        expect(
          body.renditions.map(
            ({ width, height, type }: { width: number; height: number; type: string }) => [
              width,
              height,
              type,
            ],
          ),
        ).toEqual([
          [320, 160, 'image/webp'],
          [320, 160, 'image/jpeg'],
          [640, 320, 'image/webp'],
          [640, 320, 'image/jpeg'],
          [700, 350, 'image/webp'],
          [700, 350, 'image/jpeg'],
        ]);
        for (const { url, type, width, height } of body.renditions) {
          const { status: shown, headers: head, bytes } = await fetchBytes(newsroom, url);
          expect(shown).toBe(200);
          expect(head).toMatchObject({
            'content-type': type,
            'cache-control': 'private, no-store',
            'x-content-type-options': 'nosniff',
          });
          const read = await sharp(bytes).metadata();
          expect([`image/${read.format}`, read.width, read.height]).toEqual([type, width, height]);
        }
      },
    );

    it('never draws larger than the picture is, nor wider than 1,920', async () => {
      const widths = async (width: number, height: number) =>
        (await fresh({ width, height })).renditions
          .filter(({ type }: { type: string }) => type === 'image/webp')
          .map((one: { width: number }) => one.width);
      expect(await widths(200, 100)).toEqual([200]);
      expect(await widths(640, 100)).toEqual([320, 640]);
      expect(await widths(3000, 100)).toEqual([320, 640, 1280, 1920]);
      expect(await widths(100, 9000)).toEqual([85]);
    });

    it('turns a photograph upright and keeps neither place nor any other metadata', async () => {
      const { status, body } = await upload(newsroom, { file: await makePhotograph() });
      expect(status).toBe(201);
      expect([body.width, body.height]).toEqual([500, 1000]);
      for (const { url } of body.renditions) {
        const { bytes } = await fetchBytes(newsroom, url);
        const {
          exif,
          icc,
          iptc,
          xmp,
          orientation,
          width = 0,
          height = 0,
        } = await sharp(bytes).metadata();
        expect([exif, icc, iptc, xmp, orientation]).toEqual([
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
        ]);
        expect(height).toBe(width * 2);
        expect(bytes.toString('latin1')).not.toMatch(/CANARY|Exif|GPS/);
      }
    });

    it('409 for the same file again, naming the asset that it is', async () => {
      const file = await makePicture('png', { seed: 7, width: 300 });
      const first = await upload(newsroom, { file });
      const second = await upload(newsroom, { file, fields: { alt: 'Another text' } });
      expect(second.status).toBe(409);
      expect(second.body).toMatchObject({ code: 'already-exists', asset: first.body.id });
      expect((await fetchBytes(newsroom, first.body.renditions[0].url)).status).toBe(200);
    });

    it('one Idempotency-Key is one asset, and 422 with another file', async () => {
      const headers = { 'idempotency-key': 'picture-1' };
      const file = await makePicture('png', { seed: 8, width: 310 });
      const first = await upload(newsroom, { file, headers });
      const again = await upload(newsroom, { file, headers });
      expect([again.status, again.body.id]).toEqual([201, first.body.id]);
      const other = await upload(newsroom, {
        file: await makePicture('png', { seed: 9 }),
        headers,
      });
      expect([other.status, other.body.code]).toEqual([422, 'idempotency-mismatch']);
    });

    it('400 without alternative text, without a file, and for unknown or repeated fields', async () => {
      const file = await makePicture('png', { seed: 10 });
      for (const [given, pointer] of [
        [{ file, fields: { alt: '  ' } }, '/alt'],
        [{ fields: {} }, '/file'],
        [{ file, fields: { path: '../x' } }, '/path'],
        [{ file, fields: { createdBy: 'me' } }, '/createdBy'],
        [{ file, fields: { focalX: '0.5' } }, '/focalX'],
        [{ file, fields: { focalX: '2', focalY: '0' } }, '/focalX'],
        [{ file, fields: { alt: '', focalX: '0.5' } }, '/focalX'],
      ] as const) {
        const { status, body } = await upload(newsroom, given);
        expect(status, pointer).toBe(400);
        expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
      }
      const end = formOf({}).length;
      const begin = formOf({ fields: { alt: 'One' } }).subarray(0, -end);
      const twice = Buffer.concat([begin, formOf({ file, fields: { alt: 'Two' } })]);
      const { status, body } = await sendForm(newsroom, twice);
      expect(status).toBe(400);
      expect(body.errors).toMatchObject([{ pointer: '/alt', code: 'repeated' }]);
    });

    it('401 and 403 before anything is read', async () => {
      const file = await makePicture('png', { seed: 11 });
      expect((await upload(newsroom, { file, as: null })).status).toBe(401);
      expect((await upload(newsroom, { file, as: 'reader' })).status).toBe(403);
    });
  });

  describe('GET, PATCH and DELETE /v1/desk/assets', () => {
    it('lists the newest first, by pages', async () => {
      const newest = await fresh();
      const page = await newsroom.get('/v1/desk/assets?limit=1');
      expect(page.body.data.map(({ id }: { id: string }) => id)).toEqual([newest.id]);
      const next = await newsroom.get(`/v1/desk/assets?limit=1&cursor=${page.body.page.next}`);
      expect(next.body.data[0].id < newest.id).toBe(true);
      expect((await newsroom.get(`/v1/desk/assets/${newest.id}`)).body).toEqual(newest);
    });

    it('changes what is said, with If-Match; 412, 428, 400, 404', async () => {
      const { id } = await fresh();
      const url = `/v1/desk/assets/${id}`;
      const changed = await newsroom.patch(url, { alt: 'New words', focalX: 0.1, focalY: 0.2 });
      expect(changed.status).toBe(200);
      expect(changed.body).toMatchObject({ alt: 'New words', focalX: 0.1, focalY: 0.2 });
      expect(changed.etag).toBe('"v2"');
      expect(
        (await newsroom.patch(url, { alt: 'x' }, { headers: { 'if-match': '"v1"' } })).status,
      ).toBe(412);
      expect((await newsroom.send('PATCH', url, { body: { alt: 'x' } })).status).toBe(428);
      for (const body of [
        { alt: '' },
        { alt: null },
        { hash: 'x' },
        { focalX: 0.5, focalY: null },
        { path: '/etc/passwd' },
      ]) {
        expect((await newsroom.patch(url, body)).status, JSON.stringify(body)).toBe(400);
      }
      const nobody = '/v1/desk/assets/00000000-0000-7000-8000-000000000000';
      expect((await newsroom.get(nobody)).status).toBe(404);
      expect((await newsroom.patch(nobody, {}, { headers: { 'if-match': '*' } })).status).toBe(404);
      const audit = await newsroom.db.read.auditEntry.findMany({
        where: { targetId: id },
        orderBy: { seq: 'asc' },
      });
      expect(audit.map(({ action }) => action)).toEqual(['asset.create', 'asset.update']);
    });

    it('deletes what nothing shows, with its files', async () => {
      const { id, renditions } = await fresh();
      const folder = join(newsroom.folder, 'assets');
      const before = readdirSync(folder, { recursive: true }).length;
      expect((await newsroom.remove(`/v1/desk/assets/${id}`, { as: 'writer' })).status).toBe(403);
      expect((await newsroom.remove(`/v1/desk/assets/${id}`)).status).toBe(204);
      expect((await newsroom.get(`/v1/desk/assets/${id}`)).status).toBe(404);
      expect(before - readdirSync(folder, { recursive: true }).length).toBeGreaterThanOrEqual(
        renditions.length,
      );
    });

    it('says that it is deleted though one of its files can’t be', async () => {
      const folder = join(newsroom.folder, 'assets');
      const names = () => readdirSync(folder, { recursive: true, encoding: 'utf8' });
      const before = names();
      const { id } = await fresh();
      const [name = ''] = names().filter((one) => one.includes('.') && !before.includes(one));
      rmSync(join(folder, name));
      mkdirSync(join(folder, name));
      expect((await newsroom.remove(`/v1/desk/assets/${id}`)).status).toBe(204);
      expect((await newsroom.get(`/v1/desk/assets/${id}`)).status).toBe(404);
    });
  });

  describe('on the wire', () => {
    const shown = (image: string | null, changes: object = {}) =>
      plainArticle({ image, headline: `Picture ${Math.random()}`, ...changes });

    it('is there while a published document shows it, and not before nor after', async () => {
      const asset = await fresh();
      const created = await newsroom.post('/v1/desk/articles', shown(asset.id));
      const { hash } = await newsroom.db.read.asset.findUniqueOrThrow({ where: { id: asset.id } });
      const url = `/assets/${hash}/640.webp`;
      const missing = await fetchBytes(newsroom, `/assets/${'0'.repeat(64)}/640.webp`);
      const hidden = await fetchBytes(newsroom, url);
      expect(hidden.status).toBe(404);
      expect(hidden.bytes.toString().replaceAll(hash, '')).toBe(
        missing.bytes.toString().replaceAll('0'.repeat(64), ''),
      );
      await newsroom.step(created.body.id, 'publish');
      const seen = await fetchBytes(newsroom, url);
      expect(seen.status).toBe(200);
      expect(seen.headers).toMatchObject({
        'content-type': 'image/webp',
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
      });
      const again = await fetchBytes(newsroom, url, { 'if-none-match': String(seen.headers.etag) });
      expect([again.status, again.bytes.length]).toEqual([304, 0]);
      const at = String(seen.headers['last-modified']);
      const long = 'Mon, 01 Jan 1990 00:00:00 GMT';
      const statusOf = async (headers: Record<string, string>) =>
        (await fetchBytes(newsroom, url, headers)).status;
      expect(await statusOf({ 'if-modified-since': at })).toBe(304);
      expect(await statusOf({ 'if-modified-since': long })).toBe(200);
      expect(await statusOf({ 'if-modified-since': at, 'if-none-match': '"other"' })).toBe(200);
      expect(await statusOf({ 'if-match': '"other"' })).toBe(412);
      expect(await statusOf({ 'if-unmodified-since': long })).toBe(412);
      expect(await statusOf({ 'if-unmodified-since': at, 'if-match': '*' })).toBe(200);
      expect((await fetchBytes(newsroom, url, { accept: 'text/html' })).status).toBe(406);
      await newsroom.step(created.body.id, 'withdraw');
      expect((await fetchBytes(newsroom, url)).status).toBe(404);
    });

    it('is shown with alternative text and renditions, in articles, lists and bylines', async () => {
      const [picture, portrait] = [await fresh(), await fresh({ width: 100, height: 100 })];
      await newsroom.patch(`/v1/desk/assets/${picture.id}`, {
        caption: 'C',
        credit: 'I. F.',
        focalX: 0.5,
        focalY: 0.25,
      });
      await newsroom.publish(
        shown(picture.id, {
          slug: 'with-picture',
          bylines: [{ name: 'Ines Farrow', image: portrait.id }, { name: 'Jo Dent' }],
        }),
      );
      const { body } = await newsroom.get('/v1/articles/with-picture');
      expect(body.image).toMatchObject({
        id: picture.id,
        alt: 'A river and a broken wall',
        caption: 'C',
        credit: 'I. F.',
        licence: null,
        focalPoint: { x: 0.5, y: 0.25 },
      });
      expect(
        body.bylines.map((byline: { image: { id: string } | null }) => byline.image?.id ?? null),
      ).toEqual([portrait.id, null]);
      for (const { url, type, width } of [
        ...body.image.renditions,
        ...body.bylines[0].image.renditions,
      ]) {
        const { status, headers, bytes } = await fetchBytes(newsroom, url);
        expect([status, headers['content-type'], (await sharp(bytes).metadata()).width]).toEqual([
          200,
          type,
          width,
        ]);
      }
      const list = await newsroom.get('/v1/articles?section=local');
      const summary = list.body.data.find(({ slug }: { slug: string }) => slug === 'with-picture');
      expect([summary.image, summary.bylines]).toEqual([body.image, body.bylines]);
      const desk = await newsroom.get('/v1/desk/articles/with-picture');
      expect([desk.body.image, desk.body.bylines[0].image]).toEqual([picture.id, portrait.id]);
    });

    it('shows new words everywhere after a change, with a new ETag, and leaves others alone', async () => {
      const asset = await fresh();
      await newsroom.publish(shown(asset.id, { slug: 'reworded' }));
      await newsroom.publish(shown(null, { slug: 'untouched' }));
      const [before, other] = [
        await newsroom.get('/v1/articles/reworded'),
        await newsroom.get('/v1/articles/untouched'),
      ];
      await newsroom.patch(`/v1/desk/assets/${asset.id}`, {
        alt: 'The wall, ten metres of it gone',
      });
      const after = await newsroom.get('/v1/articles/reworded');
      expect(after.body.image.alt).toBe('The wall, ten metres of it gone');
      expect(after.etag).not.toBe(before.etag);
      expect((await newsroom.get('/v1/articles/untouched')).etag).toBe(other.etag);
      const change = await newsroom.db.read.change.findFirst({ orderBy: { seq: 'desc' } });
      expect(change).toMatchObject({ type: 'article.refreshed', slug: 'reworded' });
    });

    it('422 for an article that names a picture that is not there', async () => {
      const nobody = '00000000-0000-7000-8000-000000000000';
      const { status, body } = await newsroom.post(
        '/v1/desk/articles',
        shown(nobody, { bylines: [{ name: 'A', image: nobody }] }),
      );
      expect(status).toBe(422);
      expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
        '/bylines/0/image',
        '/image',
      ]);
    });

    it('409 when a draft, a live article or an earlier edition shows it', async () => {
      const [drafted, once] = [await fresh(), await fresh()];
      await newsroom.post(
        '/v1/desk/articles',
        shown(null, { bylines: [{ name: 'A', image: drafted.id }] }),
      );
      const refused = await newsroom.remove(`/v1/desk/assets/${drafted.id}`);
      expect([refused.status, refused.body.code]).toEqual([409, 'in-use']);
      const { body } = await newsroom.publish(shown(once.id, { slug: 'once-shown' }));
      expect((await newsroom.remove(`/v1/desk/assets/${once.id}`)).status).toBe(409);
      await newsroom.patch(`/v1/desk/articles/${body.id}`, { image: null });
      await newsroom.step(body.id, 'publish');
      expect((await newsroom.get('/v1/articles/once-shown')).body.image).toBeNull();
      expect((await newsroom.remove(`/v1/desk/assets/${once.id}`)).status).toBe(409);
      const edition = await newsroom.get('/v1/articles/once-shown/editions/1');
      expect(edition.status).toBe(200);
      const { url } = edition.body.image.renditions[0];
      expect((await fetchBytes(newsroom, url)).status).toBe(200);
    });
  });
});
