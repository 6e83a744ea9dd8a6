import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

let newsroom: Newsroom;
let base: string;
let browser: Browser;
let page: Page;
let complaints: string[];
let requested: string[];

beforeAll(async () => {
  newsroom = await openNewsroom();
  base = await newsroom.server.listen({ port: 0, host: '127.0.0.1' });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await newsroom?.close();
});

beforeEach(async () => {
  page = await browser.newPage();
  complaints = [];
  requested = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) requested.push(request.url());
  });
});

afterEach(() => page.close());

async function open(path: string): Promise<void> {
  await page.goto(`${base}${path}`);
}

/** Scrolls down to the end: the viewer draws what comes into view, and takes it away again. */
async function readOperations(expected: number): Promise<string[]> {
  await page.waitForSelector('.opblock');
  const seen = new Set<string>();
  for (let step = 0; step < 400 && seen.size < expected; step += 1) {
    for (const summary of await page.locator('.opblock-summary').all()) {
      const method = await summary.locator('.opblock-summary-method').textContent();
      const path = await summary.locator('.opblock-summary-path').getAttribute('data-path');
      seen.add(`${method} ${path}`);
    }
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(20);
  }
  return [...seen].sort();
}

describe('/docs in a browser', () => {
  it('shows every operation, complains of nothing and asks nobody else', async () => {
    await open('/docs');
    const { body } = await newsroom.get('/openapi.json');
    const expected = Object.entries(body.paths as Record<string, object>).flatMap(
      ([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );

    expect(await page.locator('.info .title').textContent()).toContain(body.info.title);
    expect(await readOperations(expected.length)).toEqual(expected.sort());
    expect(await page.locator('.errors-wrapper').count()).toBe(0);
    expect(complaints).toEqual([]);
    expect(requested.filter((url) => !url.startsWith(`${base}/`))).toEqual([]);
  });

  it('shows them behind a proxy that takes a path away, and finds all it needs under it', async () => {
    const proxy = createServer((asked, answer) => {
      const path = /^\/api(\/.*)$/.exec(asked.url ?? '')?.[1];
      if (path === undefined) return answer.writeHead(404).end();
      request(base + path, (got) => {
        got.pipe(answer.writeHead(got.statusCode ?? 502, got.headers));
      }).end();
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    await page.goto(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}/api/docs`);
    await page.waitForSelector('.opblock');
    expect(complaints).toEqual([]);
    proxy.closeAllConnections();
    proxy.close();
  });

  it('opens an operation with its parameters, its answers and their examples', async () => {
    await open('/docs#/Articles/readArticle');
    const operation = page.locator('#operations-Articles-readArticle');
    await operation.locator('.opblock-body .responses-table').waitFor();
    const text = (await operation.textContent()) ?? '';

    for (const shown of ['slug', 'fields', 'If-None-Match', '304', '308', '404', '410']) {
      expect(text).toContain(shown);
    }
    expect(text).toContain('marrowford-wall-gives-way');
    expect(complaints).toEqual([]);
  });

  it('opens an operation of the desk with the body that it takes', async () => {
    await open('/docs#/Desk%3A%20articles/createArticle');
    const operation = page.locator('[id$="createArticle"].opblock');
    await operation.locator('.opblock-section-request-body').waitFor();

    expect(await operation.textContent()).toContain('The water came over the wall at four');
    expect(await page.locator('button.authorize').count()).toBe(1);
    expect(complaints).toEqual([]);
  });
});

describe('The page of a problem in a browser', () => {
  it('says what it means, and leads to all of the API', async () => {
    await open('/docs/problems/gate-refused');

    expect(await page.locator('h1').textContent()).toBe('The article can’t be published as it is');
    await page.getByRole('link', { name: 'All of the API' }).click();
    await page.waitForSelector('.opblock');
    expect(complaints).toEqual([]);
    expect(requested.filter((url) => !url.startsWith(`${base}/`))).toEqual([]);
  });
});
