/** A file as `onrecord export --all` writes it, with as many articles as are asked for. */

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createId } from '../../src/core/ids.ts';

const PEOPLE = 2_000;
const FIGURES = 500;
const FIRST_DAY = Date.UTC(2015, 0, 1);
const DAYS = 3_650;
const WORDS =
  'harbour council bridge engine winter school budget river market signal station garden witness ' +
  'letter morning evening ferry island record season minister worker driver farmer teacher captain ' +
  'storm flood drought repair delay promise answer question report figure number street village';
const VOCABULARY = WORDS.split(' ');

export interface ExportShape {
  articles: number;
  /** The number of the first one; another number is another article. */
  first?: number;
  /** Characters of the body, about. */
  bodyCharacters?: number;
  parts?: { turns: number; quotes: number; claims: number };
}

/** Writes the file. @returns its size in bytes */
export async function writeExport(
  path: string,
  {
    articles,
    first = 0,
    bodyCharacters = 2_500,
    parts = { turns: 8, quotes: 6, claims: 4 },
  }: ExportShape,
): Promise<number> {
  const file = createWriteStream(path);
  let bytes = 0;
  for (let number = first; number < first + articles; number += 1) {
    const line = `${JSON.stringify(exportedArticle(number, bodyCharacters, parts))}\n`;
    bytes += Buffer.byteLength(line);
    if (!file.write(line)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
  return bytes;
}

/** The same stories as an RSS feed, whose quotes and figures have to be found in the text. */
export async function writeFeed(
  path: string,
  { articles, first = 0, bodyCharacters = 2_500 }: ExportShape,
): Promise<void> {
  const file = createWriteStream(path);
  file.write('<?xml version="1.0"?><rss version="2.0"><channel><title>A feed</title>\n');
  for (let number = first; number < first + articles; number += 1) {
    const parts = { turns: 0, quotes: 6, claims: 4 };
    const { slug, headline, body, publishedAt } = exportedArticle(number, bodyCharacters, parts);
    const html = body.replace(/(.+)\n*/g, '&lt;p&gt;$1&lt;/p&gt;');
    const item =
      `<item><guid>${slug}</guid><title>${headline}</title><description>${html}</description>` +
      `<pubDate>${new Date(publishedAt).toUTCString()}</pubDate></item>\n`;
    if (!file.write(item)) await once(file, 'drain');
  }
  file.end('</channel></rss>\n');
  await once(file, 'finish');
}

/** The same number gives the same words, so that two runs import the same. */
function wordsFrom(seed: number): (count: number) => string {
  let state = seed * 2_654_435_761 + 12_345;
  return (count) =>
    Array.from({ length: count }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      const word = VOCABULARY[(state >>> 8) % VOCABULARY.length] as string;
      // One word in eight is a rare one, as in a real archive.
      return (state >>> 3) % 8 === 0 ? `${word}${(state >>> 16) % 4_000}` : word;
    }).join(' ');
}

function personNamed(number: number) {
  const name = `Person ${number % PEOPLE}`;
  return { id: createId(), slug: `person-${number % PEOPLE}`, kind: 'person', name };
}

function exportedArticle(
  number: number,
  bodyCharacters: number,
  { turns, quotes, claims }: NonNullable<ExportShape['parts']>,
) {
  const words = wordsFrom(number + 1);
  const quoted = Array.from({ length: quotes }, (_, index) => `${words(9)} in case ${index}`);
  const counted = Array.from({ length: claims }, (_, index) => ({
    value: 1_000 + number + index,
    text: `${(1_000 + number + index).toLocaleString('en-US')} people of list ${index}`,
  }));
  const paragraphs = [
    ...quoted.map(
      (quote, index) => `“${quote},” said Person ${(number + index) % PEOPLE}. ${words(12)}.`,
    ),
    ...counted.map(({ text }) => `In all ${text} left, the office said. ${words(10)}.`),
  ];
  while (paragraphs.join('\n\n').length < bodyCharacters) paragraphs.push(`${words(40)}.`);
  const day = new Date(FIRST_DAY + (number % DAYS) * 86_400_000 + (number % 86_400) * 1_000);
  const time = day.toISOString();
  const date = time.slice(0, 10);
  return {
    type: 'article',
    id: createId(),
    slug: `story-${number}`,
    headline: `Story ${number}: ${words(6)}`,
    summary: `${words(16)}.`,
    body: paragraphs.join('\n\n'),
    language: 'en',
    section: `section-${number % 12}`,
    tags: [`tag-${number % 200}`, `tag-${(number * 7) % 200}`],
    bylines: [{ name: `Reporter ${number % 50}`, role: 'reporter', image: null }],
    dateline: { place: null, date },
    image: null,
    interviews:
      turns === 0
        ? []
        : [{ id: createId(), title: words(4), turns: turnsOf(number, turns, words) }],
    quotes: quoted.map((exact, index) => ({
      id: createId(),
      kind: 'direct',
      speaker: personNamed(number + index),
      speakerRole: 'witness',
      verb: 'said',
      saidOn: date,
      anchor: { in: 'body', pieces: [{ exact }] },
    })),
    claims: counted.map(({ value, text }, index) => ({
      id: createId(),
      figure: figureNamed(number + index),
      comparator: 'eq',
      low: value,
      high: value,
      unit: 'people',
      place: null,
      asOf: date,
      chain: [{ role: 'originator', verb: 'said', source: officeNamed(number + index) }],
      anchor: { in: 'body', pieces: [{ exact: text }] },
    })),
    state: 'live',
    revision: 1,
    liveRevision: 1,
    publishedAt: time,
    firstPublishedAt: time,
    createdAt: time,
    updatedAt: time,
    editions: [{ number: 1, kind: 'publication', note: null, publishedAt: time }],
  };
}

function turnsOf(number: number, count: number, words: (count: number) => string) {
  return Array.from({ length: count }, (_, index) => ({
    id: createId(),
    role: index % 2 === 0 ? 'question' : 'answer',
    speaker: personNamed(number + (index % 2)),
    speakerRole: null,
    text: index % 2 === 0 ? `${words(10)}?` : `${words(40)}.`,
  }));
}

function officeNamed(number: number) {
  const name = `Office ${number % 100}`;
  return { id: createId(), slug: `office-${number % 100}`, kind: 'organisation', name };
}

function figureNamed(number: number) {
  const slug = `people-who-left-${number % FIGURES}`;
  return {
    id: createId(),
    slug,
    question: `How many left place ${number % FIGURES}?`,
    unit: 'people',
  };
}
