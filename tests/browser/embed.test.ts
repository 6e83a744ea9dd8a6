import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainArticle } from '../support/articles.ts';
import { openBrowser } from '../support/browser.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const SAID = 'Dozens of people who had been asleep in the lower town when the river came are out';
const QUESTION = 'How many people are out of their homes because of the flood in Marrowford?';

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

let newsroom: Newsroom;
let base = '';
let browser: Browser;
let host: Server;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  newsroom = await openNewsroom();
  const source = { kind: 'organisation', name: 'Elvershire Fire and Rescue Service' };
  await newsroom.publish(
    plainArticle({
      headline:
        'River wall gives way in Marrowford and thousands leave their homes in the lower town',
      body: `At least 1,200 people left. ${SAID}.`,
      quotes: [],
      claims: [
        {
          figure: { slug: 'evacuees', question: QUESTION, unit: 'people' },
          comparator: 'gte',
          low: 1200,
          high: null,
          asOf: '2024-10-09',
          place: 'Marrowford',
          chain: [{ role: 'originator', source }],
          anchor: { in: 'body', pieces: [{ exact: 'At least 1,200 people' }] },
        },
        {
          figure: 'evacuees',
          comparator: 'approx',
          asOf: '2024-10-10',
          chain: [{ role: 'originator', source }],
          anchor: { in: 'body', pieces: [{ exact: SAID }] },
        },
      ],
    }),
  );
  base = await newsroom.server.listen({ port: 0, host: '127.0.0.1' });
  // Another site, which shows the figure in a frame as wide as a telephone.
  host = createServer((_, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(`<iframe src="${base}/v1/figures/evacuees/embed" width="320" height="600"></iframe>`);
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  browser = await openBrowser();
  page = await browser.newPage();
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
});

afterAll(async () => {
  await browser?.close();
  host?.close();
  host?.closeAllConnections();
  await newsroom?.close();
});

describe('a figure in a narrow frame on another site', () => {
  it('is shown with its styles, and complains of nothing', async () => {
    const frame = page.frameLocator('iframe');
    expect(await frame.locator('.narrow svg').isVisible()).toBe(true);
    expect(await frame.locator('.wide svg').isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });

  it('has a table whose caption is not cut off, and which can be scrolled by keyboard', async () => {
    const frame = page.frameLocator('iframe');
    const region = frame.getByRole('region', { name: 'The claims as a table' });
    const sides = await region.evaluate((table) => [
      table.scrollWidth,
      table.clientWidth,
      table.querySelector('caption')?.getBoundingClientRect().right ?? 0,
    ]);
    const [whole = 0, shown = 0, captionEnd = 0] = sides;
    expect(whole).toBeGreaterThan(shown);
    expect(captionEnd).toBeLessThanOrEqual(shown);
    // Of a claim in numbers a telephone shows several rows, however long its headline is.
    const row = await region.getByRole('row', { name: 'at least 1,200' }).boundingBox();
    expect(row?.height).toBeLessThan(100);
    const day = region.getByRole('cell', { name: '9 October 2024' });
    const lines = await day.evaluate((cell) => {
      const range = cell.ownerDocument.createRange();
      range.selectNodeContents(cell);
      return range.getClientRects().length;
    });
    expect(lines).toBe(1);
    // Amounts keep to one line; what was said in words need not.
    const saidRow = region.getByRole('row', { name: SAID });
    const width = await saidRow
      .locator('td')
      .first()
      .evaluate((cell) => cell.clientWidth);
    expect(width).toBeLessThan(shown);
    await region.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => region.evaluate((table) => table.scrollLeft)).toBeGreaterThan(0);
  });
});

describe('a figure of words that are wider than its frame', () => {
  it('breaks them, and cuts none off', async () => {
    await newsroom.publish(
      plainArticle({
        slug: 'long-words',
        headline: `The ${LONG} counts`,
        body: 'At least 1,200 people left.',
        claims: [
          {
            figure: { slug: 'long-words', question: `How many left the ${LONG}?`, unit: 'people' },
            comparator: 'gte',
            low: 1200,
            high: null,
            asOf: '2024-10-09',
            place: LONG,
            chain: [{ role: 'originator', source: { kind: 'organisation', name: LONG } }],
            anchor: { in: 'body', pieces: [{ exact: 'At least 1,200 people' }] },
          },
        ],
      }),
    );
    const narrow = await browser.newPage({ viewport: { width: 320, height: 600 } });
    await narrow.goto(`${base}/v1/figures/long-words/embed`);
    for (const cell of await narrow.locator('caption, th, td').all()) {
      const [whole = 0, shown = 0] = await cell.evaluate((box) => {
        const range = box.ownerDocument.createRange();
        range.selectNodeContents(box);
        const edge = box.getBoundingClientRect().right;
        return [range.getBoundingClientRect().right - edge, box.clientWidth];
      });
      expect(whole).toBeLessThanOrEqual(0.5);
      expect(shown).toBeLessThan(320);
    }
    await narrow.close();
  });
});
