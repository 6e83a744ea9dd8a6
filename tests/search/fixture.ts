/** A small newsroom to search in: ten stories, a day apart. */
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const person = (name: string) => ({ kind: 'person', name });
const organisation = (name: string) => ({ kind: 'organisation', name });
const anchor = (exact: string) => ({ in: 'body', pieces: [{ exact }] });
const evacuees = {
  slug: 'evacuees',
  question: 'How many people left their homes?',
  unit: 'people',
};

const STORIES: readonly Record<string, unknown>[] = [
  {
    slug: 'wall-gives-way',
    headline: 'River wall gives way',
    summary: 'Water came into the town before dawn.',
    body: 'At least 1,200 people left their homes, the fire service said. “The water came over the wall at four,” said Mara Elsing.',
    section: 'local',
    tags: ['floods', 'rivers'],
    quotes: [
      {
        kind: 'direct',
        speaker: person('Mara Elsing'),
        verb: 'said',
        anchor: anchor('The water came over the wall at four'),
      },
    ],
    claims: [
      {
        figure: evacuees,
        comparator: 'gte',
        low: 1200,
        high: null,
        asOf: '2024-10-01',
        chain: [{ role: 'originator', verb: 'said', source: organisation('Fire Service') }],
        anchor: anchor('At least 1,200 people'),
      },
    ],
  },
  {
    slug: 'after-the-flood',
    headline: 'After the flood: a talk',
    summary: 'Mara Elsing on the night of the water.',
    body: 'We met her at the wall, where the mud was still wet.',
    section: 'local',
    tags: ['floods'],
    interviews: [
      {
        title: 'At the wall',
        turns: [
          { role: 'question', speaker: organisation('The Ledger'), text: 'When did you know?' },
          {
            role: 'answer',
            speaker: person('Mara Elsing'),
            text: 'When the *river* stood at the wall, we knew. The wall was old.',
          },
        ],
      },
    ],
  },
  {
    slug: 'budget',
    headline: 'Council passes its budget',
    summary: 'A new river wall is not in it.',
    body: 'The council passed its budget on Monday. There is money for roads, and none for the wall at the river.',
    section: 'politics',
    tags: ['budget'],
  },
  {
    slug: 'harbour-fog',
    headline: 'Fog keeps the ferry in harbour',
    summary: 'The morning boat did not leave.',
    body: 'The morning boat stayed in harbour. “We wait for the fog to lift,” said the master, Joan Reyes.',
    section: 'local',
    tags: ['ferries'],
    quotes: [
      {
        kind: 'direct',
        speaker: person('Joan Reyes'),
        verb: 'said',
        anchor: anchor('We wait for the fog to lift'),
      },
    ],
  },
  {
    slug: 'cafe-ouvre',
    headline: 'Le café rouvre',
    summary: 'Après l’eau, la lumière.',
    body: 'Le café de la place a rouvert ses portes. L’eau était montée jusqu’au comptoir.',
    section: 'culture',
    language: 'fr',
    tags: [],
  },
  {
    slug: 'tokyo',
    headline: '東京の川',
    summary: '川の水が増えた。',
    body: '東京都の川で水が増えた。',
    section: 'world',
    language: 'ja',
    tags: ['rivers'],
  },
  {
    slug: 'count-disputed',
    headline: 'Count of the evacuated is disputed',
    summary: 'The council speaks of fewer.',
    body: 'A council officer spoke of roughly 900 people. The well-known count of the fire service is higher.',
    section: 'local',
    tags: ['floods'],
    claims: [
      {
        figure: evacuees,
        comparator: 'approx',
        low: 900,
        high: 900,
        asOf: '2024-10-06',
        chain: [{ role: 'originator', verb: 'spoke of', source: organisation('Town Council') }],
        anchor: anchor('roughly 900 people'),
      },
    ],
  },
  {
    slug: 'wall-rebuilt',
    headline: 'A wall, rebuilt',
    summary: 'Masons begin at the river in spring.',
    body: 'The masons begin in spring. “It was never a bad wall,” said Joan Reyes, “only an old one.”',
    section: 'local',
    tags: ['rivers'],
    quotes: [
      {
        kind: 'direct',
        speaker: person('Joan Reyes'),
        verb: 'said',
        anchor: {
          in: 'body',
          pieces: [{ exact: 'It was never a bad wall' }, { exact: 'only an old one' }],
        },
      },
    ],
  },
  {
    slug: 'data-lost',
    headline: 'ユーザーIDが漏れた',
    summary: 'サーバーAPIの障害で。',
    body: '約1,300人のデータが漏れた。去年の3.5倍だ。ハスの花とバスの列。',
    section: 'world',
    language: 'ja',
    tags: [],
  },
  {
    slug: 'rain-in-delhi',
    headline: 'दिल्ली में बारिश',
    summary: 'सड़कों पर काम रुका।',
    body: 'बारिश से काम रुका, अनीता वर्मा ने कहा। شوارع دِلهي مُغلَقة، والمياه تعلو. ฝนตก น้ำท่วม คนกินข้าว',
    section: 'world',
    language: 'hi',
    tags: [],
  },
];

const DAY_MS = 86_400_000;
const START_MS = Date.parse('2024-10-01T06:00:00.000Z');

/** When the story at this place is published. */
const publishedAt = (index: number): Date => new Date(START_MS + index * DAY_MS);

/** Opens a newsroom and publishes the stories in it. @returns it, and their ids by slug */
export async function openStories(): Promise<{ newsroom: Newsroom; ids: Map<string, string> }> {
  let now = publishedAt(0);
  const newsroom = await openNewsroom({ clock: () => now });
  const ids = new Map<string, string>();
  for (const [index, story] of STORIES.entries()) {
    now = publishedAt(index);
    const { body } = await newsroom.publish({ language: 'en', ...story });
    ids.set(String(story.slug), body.id);
  }
  return { newsroom, ids };
}
