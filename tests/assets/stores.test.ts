import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';
import { createDiskStore } from '../../src/core/blobs/disk.ts';
import { plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { fetchBytes, makePicture, upload } from '../support/pictures.ts';
import { type Bucket, openBucket } from '../support/s3.ts';

const KEYS = { accessKeyId: 'TESTKEY', secretAccessKey: 'a/secret+of=tests', region: 'eu-test-1' };

describe('pictures in a bucket', () => {
  let bucket: Bucket;
  let newsroom: Newsroom;
  beforeAll(async () => {
    bucket = await openBucket(KEYS);
    newsroom = await openNewsroom({
      env: {
        ASSET_STORE: `s3://pictures/news/desk?endpoint=${bucket.url}&region=${KEYS.region}`,
        AWS_ACCESS_KEY_ID: KEYS.accessKeyId,
        AWS_SECRET_ACCESS_KEY: KEYS.secretAccessKey,
      },
    });
  });
  afterAll(async () => {
    await newsroom.close();
    await bucket.close();
  });

  it('are put, read and removed with signed requests, and nothing lies on disk', async () => {
    const { status, body, text } = await upload(newsroom, {
      file: await makePicture('png', { width: 500 }),
    });
    expect(status, text).toBe(201);
    expect(bucket.refused).toEqual([]);
    expect(
      [...bucket.objects.keys()].map((key) =>
        key.replace(/[0-9a-f]{64}/, 'HASH').replace(/\/[0-9a-f]{2}\//, '/AA/'),
      ),
    ).toEqual([
      '/pictures/news/desk/AA/HASH/320.webp',
      '/pictures/news/desk/AA/HASH/320.jpg',
      '/pictures/news/desk/AA/HASH/500.webp',
      '/pictures/news/desk/AA/HASH/500.jpg',
    ]);
    expect([...bucket.objects.values()].map(({ type }) => type)).toEqual([
      'image/webp',
      'image/jpeg',
      'image/webp',
      'image/jpeg',
    ]);
    await newsroom.publish(plainArticle({ slug: 'from-a-bucket', image: body.id }));
    const { image } = (await newsroom.get('/v1/articles/from-a-bucket')).body;
    for (const { url } of [...image.renditions, ...body.renditions]) {
      const shown = await fetchBytes(newsroom, url);
      expect(shown.status).toBe(200);
      expect([...bucket.objects.values()].some(({ bytes }) => bytes.equals(shown.bytes))).toBe(
        true,
      );
    }
    expect(readdirSync(newsroom.folder)).not.toContain('assets');
    const { body: other } = await upload(newsroom, { file: await makePicture('png', { seed: 2 }) });
    const held = bucket.objects.size;
    expect((await newsroom.remove(`/v1/desk/assets/${other.id}`)).status).toBe(204);
    expect(bucket.objects.size).toBe(held - other.renditions.length);
  });

  it('503 while the bucket refuses, with nothing of it in the answer and no asset made', async () => {
    const before = await newsroom.db.read.asset.count();
    bucket.failWith = 403;
    const refused = await upload(newsroom, { file: await makePicture('png', { seed: 3 }) });
    bucket.failWith = null;
    expect([refused.status, refused.body.code]).toEqual([503, 'unavailable']);
    expect(refused.headers['retry-after']).toBe('5');
    for (const secret of [bucket.url, 'pictures/news', KEYS.accessKeyId])
      expect(refused.text).not.toContain(secret);
    expect(await newsroom.db.read.asset.count()).toBe(before);
    expect((await upload(newsroom, { file: await makePicture('png', { seed: 3 }) })).status).toBe(
      201,
    );
  });
});

describe('the setting ASSET_STORE', () => {
  const endpoint = 'endpoint=https://s3.example.org';

  it('stops the start when it names no bucket, no endpoint or no keys', () => {
    for (const value of [
      's3://',
      `s3://?${endpoint}`,
      's3://bucket',
      `https://bucket?${endpoint}`,
      's3://bucket?endpoint=file:///etc',
      'bucket',
    ]) {
      expect(() => readConfig({ ASSET_STORE: value }), value).toThrow(/ASSET_STORE/);
    }
    expect(() => readConfig({ ASSET_STORE: `s3://bucket?${endpoint}` })).toThrow(ConfigError);
  });

  it('is the disk if not given', () => {
    expect(readConfig({}).s3).toBeNull();
  });
});

describe('pictures on disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-blobs-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const store = createDiskStore(join(folder, 'assets'));

  it('are there whole or not at all', async () => {
    expect(await store.find('aa/bb/1.webp')).toBeNull();
    await Promise.all(
      Array.from({ length: 8 }, () =>
        store.put('aa/bb/1.webp', Buffer.from('whole'), 'image/webp'),
      ),
    );
    expect(String(await store.find('aa/bb/1.webp'))).toBe('whole');
    expect(readdirSync(join(folder, 'assets', 'aa', 'bb'))).toEqual(['1.webp']);
    await store.remove('aa/bb/1.webp');
    await store.remove('aa/bb/1.webp');
    expect(await store.find('aa/bb/1.webp')).toBeNull();
  });

  it('leave no part of a file behind when it can’t be written', async () => {
    writeFileSync(join(folder, 'assets', 'cc'), 'a file where a folder should be');
    await expect(store.put('cc/dd/1.webp', Buffer.from('x'), 'image/webp')).rejects.toThrow();
    expect(await store.find('cc/dd/1.webp')).toBeNull();
  });

  it('have keys that lead nowhere else', async () => {
    for (const key of ['../x', 'a/../b', '/etc/passwd', 'a//b', 'a\0b', 'A/b', '', '.', 'a/.b']) {
      await expect(store.find(key), key).rejects.toThrow(/no key/);
    }
  });
});
