/** Articles of our own for tests. */
import { randomUUID } from 'node:crypto';

/** The least that passes the gate. */
export function plainArticle(changes: object = {}): Record<string, unknown> {
  return {
    headline: 'The ferry is late again',
    summary: 'Fog keeps the morning boat in harbour.',
    body: 'The morning boat stayed in harbour. “We wait for the fog to lift,” said the master.',
    language: 'en',
    section: 'local',
    ...changes,
  };
}

/** A quote and a claim, anchored, attributed and about a figure. */
export function fullArticle(changes: object = {}): Record<string, unknown> {
  return {
    ...plainArticle(),
    headline: 'River wall gives way',
    body: [
      'At least 1,200 people left their homes when the river wall gave way, the fire service said.',
      '“The water came over the wall at four,” said Mara Elsing, who leads the crew. “Nobody was asleep by five.”',
      'A council officer who asked not to be named spoke of *roughly* 1,500 people.',
    ].join('\n\n'),
    section: 'local',
    tags: ['floods', 'rivers'],
    bylines: [{ name: 'Ines Farrow', role: 'reporter' }],
    dateline: { place: 'Marrowford', date: '2024-10-09' },
    interviews: [
      {
        title: 'After the flood',
        turns: [
          {
            role: 'question',
            speaker: { kind: 'organisation', name: 'The Ledger' },
            speakerRole: 'Editor',
            text: 'When did you know?',
          },
          {
            role: 'answer',
            speaker: { kind: 'person', name: 'Mara Elsing' },
            speakerRole: 'crew leader',
            text: 'We knew by *four*.',
          },
        ],
      },
    ],
    quotes: [
      {
        kind: 'direct',
        speaker: { kind: 'person', name: 'Mara Elsing' },
        speakerRole: 'crew leader',
        verb: 'said',
        saidOn: '2024-10-09',
        anchor: {
          in: 'body',
          pieces: [
            { exact: 'The water came over the wall at four' },
            { exact: 'Nobody was asleep by five' },
          ],
        },
      },
    ],
    claims: [
      {
        figure: {
          slug: 'marrowford-evacuees',
          question: 'How many people left their homes?',
          unit: 'people',
        },
        comparator: 'gte',
        low: 1200,
        high: null,
        place: 'Marrowford',
        asOf: '2024-10-09',
        chain: [
          {
            role: 'originator',
            verb: 'said',
            source: { kind: 'organisation', name: 'Marrowford Fire Service' },
          },
        ],
        anchor: { in: 'body', pieces: [{ exact: 'At least 1,200 people' }] },
      },
      {
        figure: {
          slug: 'marrowford-evacuees',
          question: 'How many people left their homes?',
          unit: 'people',
        },
        comparator: 'approx',
        low: 1500,
        high: 1500,
        place: 'Marrowford',
        asOf: '2024-10-09',
        chain: [
          {
            role: 'originator',
            verb: 'spoke of',
            source: {
              kind: 'unnamed',
              name: 'a council officer',
              reason: 'Not cleared to speak to the press.',
            },
          },
        ],
        anchor: { in: 'body', pieces: [{ exact: 'roughly 1,500 people' }] },
      },
    ],
    ...changes,
  };
}

/** A slug of this try alone: a test that is tried again finds what the one before it wrote. */
export const ownSlug = (name: string): string => `${name}-${randomUUID()}`;
