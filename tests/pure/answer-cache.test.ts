import { describe, expect, it } from 'vitest';
import { createAnswerCache } from '../../src/core/http/answer-cache.ts';
import { createRendition, shareHeaders } from '../../src/core/http/rendition.ts';
import { createTestClock } from '../support/clock.ts';

const answer = (tags: string[], bytes = 1_000) =>
  createRendition(
    { body: Buffer.alloc(bytes), etag: '"one"', lastModified: new Date(0), tags },
    {
      shared: shareHeaders({}, 'Accept-Encoding'),
      accept: 'application/json',
      isDefault: true,
      changedAt: new Date(0),
      readAt: new Date(),
    },
  );

describe('the cache of answers', () => {
  it('gives no answer of which something was dropped', () => {
    const cache = createAnswerCache(1_000_000);
    cache.set('/a', answer(['one', 'two']), cache.mark());
    cache.set('/b', answer(['three']), cache.mark());
    cache.drop(['two']);
    expect(cache.get('/a')).toBeUndefined();
    expect(cache.get('/b')).toBeDefined();
    cache.drop(['four']);
    expect(cache.get('/b')).toBeDefined();
    expect(cache.get('/a')).toBeUndefined();
  });

  it('gives no answer whose time is over, and keeps it no longer', () => {
    const clock = createTestClock('2026-03-01T08:00:00.000Z');
    const cache = createAnswerCache(1_000_000, clock);
    cache.set('/a', { ...answer(['one']), expiresAtMs: clock().getTime() + 1_000 }, cache.mark());
    clock.pass(999);
    expect(cache.get('/a')).toBeDefined();
    clock.pass(1);
    expect(cache.get('/a')).toBeUndefined();
    expect(cache.bytes).toBe(0);
  });

  it('gives no answer of which something was dropped while it was made', () => {
    const cache = createAnswerCache(1_000_000);
    const mark = cache.mark();
    cache.drop(['one']);
    cache.set('/a', answer(['one']), mark);
    cache.set('/b', answer(['two']), mark);
    expect(cache.get('/a')).toBeUndefined();
    expect(cache.get('/b')).toBeDefined();
  });

  it('gives no answer that is older than what it knows of drops', () => {
    const cache = createAnswerCache(1_000_000);
    cache.set('/a', answer(['one']), cache.mark());
    cache.drop(['one']);
    for (let round = 0; round < 4; round += 1)
      cache.drop(Array.from({ length: 50_000 }, (_, index) => `${round} ${index}`));
    expect(cache.get('/a')).toBeUndefined();
  });

  it('gives no answer of which something was dropped before many others', () => {
    const cache = createAnswerCache(1_000_000);
    cache.set('/a', answer(['one']), cache.mark());
    cache.set('/b', answer(['two']), cache.mark());
    cache.drop(['one']);
    cache.drop(Array.from({ length: 50_000 }, (_, index) => `many ${index}`));
    expect(cache.get('/a')).toBeUndefined();
    expect(cache.get('/b')).toBeDefined();
  });

  it('holds no more than it may', () => {
    const cache = createAnswerCache(100_000);
    for (let index = 0; index < 1_000; index += 1)
      for (let turn = 0; turn < 2; turn += 1)
        cache.set(`/${index}`, answer(['one'], index * 10), cache.mark());
    expect(cache.bytes).toBeGreaterThan(50_000);
    expect(cache.bytes).toBeLessThanOrEqual(100_000);
  });

  it('keeps nothing of an address whose answer has become larger than all of it', () => {
    const cache = createAnswerCache(100_000);
    cache.set('/a', answer(['one']), cache.mark());
    cache.set('/b', answer(['two']), cache.mark());
    cache.set('/a', answer(['one'], 200_000), cache.mark());
    expect(cache.get('/a')).toBeUndefined();
    expect(cache.get('/b')).toBeDefined();
  });

  it('keeps what is read often when many others are read once', () => {
    const cache = createAnswerCache(100_000);
    const often = Array.from({ length: 10 }, (_, index) => `/often/${index}`);
    for (const key of often) cache.set(key, answer(['one']), cache.mark());
    for (let index = 0; index < 10_000; index += 1)
      cache.set(`/once/${index}`, answer(['one']), cache.mark());
    for (const key of often) expect(cache.get(key), key).toBeDefined();
  });

  it('takes in what is made a second time, though it is full', () => {
    const cache = createAnswerCache(100_000);
    for (let index = 0; index < 100; index += 1)
      cache.set(`/once/${index}`, answer(['one']), cache.mark());
    for (let turn = 0; turn < 2; turn += 1) cache.set('/twice', answer(['one']), cache.mark());
    expect(cache.get('/twice')).toBeDefined();
  });
});
