/** Rows 28 to 35 of the list of other systems' advisories, as requests to ours. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import {
  FORM_TYPE,
  fetchBytes,
  formOf,
  makePicture,
  sendForm,
  upload,
} from '../support/pictures.ts';

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><rect width="9" height="9"/></svg>';
const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const ZIP = Buffer.from('504b0506000000000000000000000000000000000000', 'hex');

/** What is no picture, whatever it is called. */
const NO_PICTURES: Record<string, Buffer> = {
  'an SVG': Buffer.from(SVG),
  'an SVG with an XML declaration': Buffer.from(`<?xml version="1.0"?>${SVG}`),
  'an HTML page': Buffer.from('<!doctype html><script>alert(1)</script>'),
  'a script': Buffer.from('alert(document.cookie)//                 '),
  'a GIF': GIF,
  'a PDF': Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n'),
  'a ZIP archive': Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(40), ZIP]),
  'a BMP': Buffer.concat([Buffer.from('BM'), Buffer.alloc(60)]),
  'a TIFF': Buffer.concat([Buffer.from('49492a00', 'hex'), Buffer.alloc(60)]),
  'a HEIC': Buffer.concat([
    Buffer.from('00000018', 'hex'),
    Buffer.from('ftypheic\0\0\0\0heicmif1'),
    Buffer.alloc(40),
  ]),
  'a program': Buffer.concat([Buffer.from('7f454c46', 'hex'), Buffer.alloc(60)]),
  nothing: Buffer.alloc(0),
};

function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('advisories of other systems about uploads', () => {
  let newsroom: Newsroom;
  const filesIn = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(folder, name)).isFile(),
    );
  const stored = () => filesIn(newsroom.folder).filter((name) => name.startsWith('assets'));
  beforeAll(async () => {
    newsroom = await openNewsroom();
    expect((await upload(newsroom, { file: await makePicture('png') })).status).toBe(201);
  });
  afterAll(() => newsroom.close());

  it('row 28 (CVE-2026-22707): what is no picture is 415 on every path that takes files, whatever it claims to be', async () => {
    const before = stored();
    for (const [name, file] of Object.entries(NO_PICTURES)) {
      for (const claim of ['image/png', 'image/svg+xml', 'text/html']) {
        const { status, body } = await upload(newsroom, { file, type: claim, filename: 'a.png' });
        expect([status, body.code], name).toEqual([415, 'media-type-unsupported']);
      }
    }
    expect(stored()).toEqual(before);
    const elsewhere = [
      '/v1/desk/articles',
      '/v1/desk/sources',
      '/v1/desk/figures',
      '/v1/desk/assets',
    ];
    const form = formOf({ file: await makePicture('png', { seed: 1 }), fields: { alt: 'x' } });
    for (const url of elsewhere.slice(0, 3)) {
      const answer = await newsroom.post(url, form.toString('latin1'), {
        headers: { 'content-type': FORM_TYPE },
      });
      expect(answer.status, url).toBe(415);
    }
    for (const type of [
      'application/json',
      'application/octet-stream',
      'image/png',
      'text/plain',
    ]) {
      const answer = await newsroom.post('/v1/desk/assets', '{}', {
        headers: { 'content-type': type },
      });
      expect(answer.status, type).toBe(415);
    }
  });

  it('row 29 (CVE-2022-22116, CVE-2024-23724): SVG and HTML are refused; pictures are served as what they are, in a sandbox', async () => {
    expect((await upload(newsroom, { file: Buffer.from(SVG), type: 'image/png' })).status).toBe(
      415,
    );
    const { body } = await upload(newsroom, {
      file: await makePicture('jpeg', { seed: 2 }),
      type: 'text/html',
      filename: 'x.html',
    });
    await newsroom.publish(plainArticle({ image: body.id, slug: 'sandboxed' }));
    const { image } = (await newsroom.get('/v1/articles/sandboxed')).body;
    for (const { url } of [...body.renditions, ...image.renditions]) {
      const { status, headers } = await fetchBytes(newsroom, url);
      expect(status).toBe(200);
      expect(headers['content-type']).toMatch(/^image\/(?:jpeg|webp)$/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    }
  });

  it('row 29: polyglots are 422, and nothing of a picture’s metadata or tail is kept', async () => {
    const jpeg = await makePicture('jpeg', { seed: 3 });
    const whole = await makePicture('png', { seed: 4 });
    const comment = Buffer.from('<script>alert(1)</script>');
    const segment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, comment.length + 2]), comment]);
    const polyglots: Record<string, Buffer> = {
      'JPEG and HTML in a comment': Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]),
      'JPEG and ZIP': Buffer.concat([jpeg, Buffer.from('504b0304', 'hex'), Buffer.alloc(40), ZIP]),
      'JPEG, padding and ZIP': Buffer.concat([jpeg, Buffer.alloc(2_000, 1), ZIP]),
      'JPEG and PHP': Buffer.concat([jpeg, Buffer.from('<?php system($_GET[0]); ?>')]),
      'PNG and ZIP': Buffer.concat([whole, ZIP]),
      'PNG and anything': Buffer.concat([whole, Buffer.from('more')]),
      'WebP and PDF': Buffer.concat([
        await makePicture('webp', { seed: 5 }),
        Buffer.from('%PDF-1.7'),
      ]),
      'AVIF and HTML': Buffer.concat([
        await makePicture('avif', { seed: 6 }),
        Buffer.from('<html><body>'),
      ]),
      'half a PNG': whole.subarray(0, whole.length / 2),
      'half a JPEG': jpeg.subarray(0, jpeg.length / 2),
      'PNG by its first bytes only': Buffer.concat([whole.subarray(0, 8), Buffer.alloc(500, 7)]),
    };
    for (const [name, file] of Object.entries(polyglots)) {
      const { status, body } = await upload(newsroom, { file });
      expect([status, body.code], `${name}: ${body.detail}`).toEqual([422, 'content-unusable']);
    }
    const tail = Buffer.concat([jpeg, await makePicture('jpeg', { seed: 33, width: 90 })]);
    const { status, body } = await upload(newsroom, { file: tail });
    expect(status, 'a second picture after the first, as cameras write it').toBe(201);
    const { bytes } = await fetchBytes(newsroom, body.renditions[0].url);
    expect((await sharp(bytes).metadata()).width).toBe(320);
  });

  it('row 30 (CVE-2026-35412, CVE-2025-55746): nobody names a file, an owner or a path; other files stay as they are', async () => {
    const { body: victim } = await upload(newsroom, {
      file: await makePicture('png', { seed: 20 }),
    });
    const { body: own } = await upload(newsroom, { file: await makePicture('png', { seed: 21 }) });
    const digest = () =>
      stored().map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(newsroom.folder, name)))
          .digest('hex'),
      ]);
    const before = digest();
    for (const change of [
      { id: victim.id },
      { hash: 'x' },
      { path: '../x' },
      { filename_disk: 'x' },
      { createdBy: 'me' },
      { renditions: [] },
    ]) {
      expect((await newsroom.patch(`/v1/desk/assets/${own.id}`, change)).status).toBe(400);
    }
    for (const field of [
      'id',
      'path',
      'filename_disk',
      'hash',
      'createdBy',
      '__proto__',
      'constructor',
    ]) {
      const answer = await upload(newsroom, {
        file: await makePicture('png', { seed: 22 }),
        fields: { [field]: victim.id },
      });
      expect(answer.status, field).toBe(400);
    }
    expect(digest()).toEqual(before);
  });

  it('row 31 (CVE-2023-32235, CVE-2024-32111): no spelling of a path leads out of the folder', async () => {
    const hash = 'a'.repeat(64);
    const paths = [
      '/assets/..%2f..%2fonrecord.db',
      '/assets/../onrecord.db',
      `/assets/${hash}/..%2f..%2fx.webp`,
      `/assets/${hash}/%2e%2e%2f640.webp`,
      `/assets/${hash}/..%5c..%5cx.webp`,
      `/assets/${hash}/640.webp%00.txt`,
      `/assets/....//....//etc/passwd`,
      `/assets/${hash}/%252e%252e%252f640.webp`,
      `/assets/..;/${hash}/640.webp`,
      '/assets/%c0%ae%c0%ae/640.webp',
      `/assets/${hash.toUpperCase()}/640.webp`,
      `/assets/${hash}/640.webp/`,
      `/assets//${hash}/640.webp`,
    ];
    for (const path of paths) {
      const { status, bytes } = await fetchBytes(newsroom, path);
      expect([400, 404], path).toContain(status);
      expect(bytes.toString()).not.toMatch(/SQLite|root:/);
    }
    const { status } = await upload(newsroom, {
      file: await makePicture('png', { seed: 30 }),
      filename: '../../../x.png',
    });
    expect(status).toBe(201);
    expect(
      stored().every((name) => /^assets\/[0-9a-f]{2}\/[0-9a-f]{64}\/\d+\.(?:webp|jpg)$/.test(name)),
    ).toBe(true);
  });

  it('row 32 (CVE-2023-40028): no archive is unpacked anywhere', async () => {
    const bomb = Buffer.concat([
      Buffer.from('504b0304', 'hex'),
      deflateSync(Buffer.alloc(20_000_000)),
    ]);
    const memory = process.memoryUsage().rss;
    expect(
      (await upload(newsroom, { file: bomb, type: 'application/zip', filename: 'a.zip' })).status,
    ).toBe(415);
    expect(process.memoryUsage().rss - memory).toBeLessThan(64e6);
  });

  it('row 33 (CVE-2024-31217): file names of any kind crash nothing', async () => {
    const names = [
      'a'.repeat(300),
      'a\0b.png',
      '\u202egnp.exe',
      '../../etc/passwd',
      '',
      '.',
      '..',
      'CON',
      'ö'.repeat(200),
      "a';drop table x;--",
    ];
    for (const [index, filename] of names.entries()) {
      const { status } = await upload(newsroom, {
        file: await makePicture('png', { seed: 40 + index }),
        filename,
      });
      expect([201, 400], filename).toContain(status);
    }
    expect((await newsroom.get('/health')).status).toBe(200);
  });

  it('row 34 (CVE-2023-25576): 10,000 parts are 413 at once, as are many files and a file too large', async () => {
    const fields = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`f${index}`, 'x']),
    );
    const many = await sendForm(newsroom, formOf({ fields }));
    expect([many.status, many.body.code]).toEqual([413, 'body-too-large']);
    const file = await makePicture('png', { seed: 60 });
    const twice = Buffer.concat([formOf({ file }).subarray(0, -26), formOf({ file })]);
    expect([400, 413]).toContain((await sendForm(newsroom, twice)).status);
    const large = await upload(newsroom, {
      file: Buffer.concat([file, Buffer.alloc(25 * 1024 * 1024)]),
    });
    expect(large.status).toBe(413);
    expect(large.body.detail).toMatch(/25 MB/);
    expect((await sendForm(newsroom, Buffer.from('--nothing'))).status).toBe(400);
  });

  it('row 34 (CVE-2025-24033): an upload that is broken off leaves no file behind', async () => {
    await newsroom.server.listen({ port: 0, host: '127.0.0.1' });
    const { port } = newsroom.server.server.address() as AddressInfo;
    const before = filesIn(newsroom.folder);
    for (let round = 0; round < 5; round += 1) {
      await new Promise<void>((resolve) => {
        const sent = request({
          port,
          method: 'POST',
          path: '/v1/desk/assets',
          headers: {
            authorization: `Bearer ${newsroom.tokens.writer}`,
            'content-type': FORM_TYPE,
            'content-length': 9_000_000,
          },
        });
        sent.on('error', () => resolve());
        sent.on('close', () => resolve());
        sent.write(
          formOf({ file: Buffer.alloc(200_000), fields: { alt: 'x' } }).subarray(0, 150_000),
          () => sent.destroy(),
        );
      });
    }
    expect((await newsroom.get('/health')).status).toBe(200);
    expect(filesIn(newsroom.folder).filter((name) => !/onrecord\.db/.test(name))).toEqual(
      before.filter((name) => !/onrecord\.db/.test(name)),
    );
  });

  it('row 35 (ASVS 5.2.6): a picture of 30,000 × 30,000 pixels in few bytes is 422 without being read', async () => {
    for (const [width, height] of [
      [30_000, 30_000],
      [2_000_000, 33],
      [65_535, 65_535],
    ] as const) {
      const file = png(width, height);
      expect(file.length).toBeLessThan(2_000);
      const memory = process.memoryUsage().rss;
      const { status, body } = await upload(newsroom, { file });
      expect([status, body.code]).toEqual([422, 'content-unusable']);
      expect(process.memoryUsage().rss - memory).toBeLessThan(64e6);
    }
  });
});
