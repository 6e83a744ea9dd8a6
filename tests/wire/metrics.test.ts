import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

describe('GET /metrics', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
  });
  afterAll(() => newsroom.close());

  const read = async () => {
    const answer = await newsroom.get('/metrics');
    expect(answer.status).toBe(200);
    expect(String(answer.headers['content-type'])).toMatch(/^text\/plain/);
    return answer.text;
  };

  it('counts the time of the processor from the start of the process, not from the first scrape', async () => {
    const { user, system } = process.cpuUsage();
    const text = await read();
    const seconds = (name: string) =>
      Number(new RegExp(`^process_cpu_${name}seconds_total (\\S+)$`, 'm').exec(text)?.[1]);
    expect(seconds('user_')).toBeGreaterThanOrEqual(user / 1e6);
    expect(seconds('system_')).toBeGreaterThanOrEqual(system / 1e6);
    expect(seconds('')).toBeCloseTo(seconds('user_') + seconds('system_'), 3);
  });

  it('counts what the desk answered, also before anybody asked', async () => {
    await newsroom.post('/v1/desk/articles', plainArticle({ slug: 'counted' }));
    await newsroom.post('/v1/desk/articles', plainArticle({ slug: 'counted' }));
    const line = (status: number) =>
      `onrecord_desk_requests_total{method="POST",status="${status}"} 1\n`;
    expect(await read()).toContain(line(201));
    expect(await read()).toContain(line(409));
  });

  it('counts the answers of the wire, and tells of the process', async () => {
    await newsroom.get('/v1/articles');
    await newsroom.get('/v1/articles');
    const text = await read();
    expect(text).toContain('onrecord_wire_cache_misses_total 1\n');
    expect(text).toContain('onrecord_wire_cache_hits_total 1\n');
    expect(text).toMatch(/^onrecord_cache_bytes [1-9]\d*$/m);
    expect(text).toMatch(/^process_resident_memory_bytes [1-9]\d*$/m);
  });
});
