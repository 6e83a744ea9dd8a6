import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it, vi } from 'vitest';
import { readEvents } from '../../packages/client/src/events.ts';
import { makeTypes } from '../../scripts/client-types.ts';

const PACKAGE = new URL('../../packages/client/', import.meta.url);
const README = readFileSync(new URL('README.md', PACKAGE), 'utf8');

describe('the package of the client', () => {
  it('is under 8 kB, and what its README says, and needs nothing of Node', async () => {
    const { outputFiles, metafile } = await build({
      entryPoints: [fileURLToPath(new URL('src/main.ts', PACKAGE))],
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
      write: false,
      metafile: true,
    });
    const [bundle] = outputFiles;
    expect(gzipSync(bundle?.contents ?? '').length).toBeLessThan(8_000);
    const [, kilobytes] = /is under ([\d.]+) kB/.exec(README) ?? [];
    expect(gzipSync(bundle?.contents ?? '').length).toBeLessThan(Number(kilobytes) * 1_000);
    expect(
      Object.keys(metafile.inputs).every((path) => path.startsWith('packages/client/src/')),
    ).toBe(true);
  });

  it('has the types of the present openapi.yaml', async () => {
    const kept = readFileSync(new URL('src/api.ts', PACKAGE), 'utf8');
    expect(kept === (await makeTypes()), 'stale: run `npm run client:types`').toBe(true);
  });

  it('has no dependencies', () => {
    const meta = JSON.parse(readFileSync(new URL('package.json', PACKAGE), 'utf8')) as Record<
      string,
      unknown
    >;
    expect(meta.name).toBe('@onrecord/client');
    expect(meta.dependencies).toBeUndefined();
  });
});

describe('the events of a stream', () => {
  const text =
    '\ufeffretry: 1000\r\nid: 4\r\n\r\n: heartbeat\n\nid: 5\ndata: {"a":\ndata: "ü😀"}\n\nevent: x\nid:6\rid: 7\0\rdata:\ttwo\r\rdata: lost at the end';

  it('are the same wherever the bytes are cut', async () => {
    const bytes = new TextEncoder().encode(text);
    for (let size = 1; size <= bytes.length; size += 1) {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          for (let at = 0; at < bytes.length; at += size)
            controller.enqueue(bytes.subarray(at, at + size));
          controller.close();
        },
      });
      const events = [];
      for await (const event of readEvents(body)) events.push(event);
      expect(events).toEqual([
        { id: '4', data: '', retryMs: 1_000 },
        { id: '5', data: '{"a":\n"ü😀"}', retryMs: 1_000 },
        { id: '6', data: '\ttwo', retryMs: 1_000 },
      ]);
    }
  });

  it('take time in proportion to their bytes, in however many pieces these come', async () => {
    const line = new TextEncoder().encode(`data: ${'x'.repeat(8_000_000)}\n\n`);
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < line.length; at += 16_384)
          controller.enqueue(line.subarray(at, at + 16_384));
        controller.close();
      },
    });
    const before = process.cpuUsage();
    const { value } = await readEvents(body).next();
    expect(value?.data).toHaveLength(8_000_000);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_500);
  });

  it('may be left where the connection breaks as they are', async () => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('id: 1\n\n')),
      cancel: () => Promise.reject(new Error('the connection broke')),
    });
    for await (const { id } of readEvents(body)) if (id === '1') break;
  });

  it('end with an error, and the connection with them, where a stream falls silent', async () => {
    vi.useFakeTimers();
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('id: 1\n\n: heart')),
      cancel: () => {
        isCancelled = true;
      },
    });
    const events = readEvents(body);
    expect((await events.next()).value).toEqual({ id: '1', data: '', retryMs: null });
    const silence = expect(events.next()).rejects.toThrow('silent');
    await vi.advanceTimersByTimeAsync(45_000);
    await silence;
    expect(isCancelled).toBe(true);
    vi.useRealTimers();
  });
});
