/** The article that the documentation shows, as an editor posts it. It passes the gate. */
export const articleExample = {
  slug: 'marrowford-wall-gives-way',
  headline: 'River wall gives way',
  summary: 'The fire service moved at least 1,200 people overnight.',
  body: 'At least 1,200 people left their homes, the fire service said. “The water came over the wall at four,” said Mara Elsing, who leads the crew.',
  language: 'en',
  section: 'local',
  tags: ['floods'],
  bylines: [{ name: 'Ines Farrow', role: 'reporter' }],
  dateline: { place: 'Marrowford', date: '2024-10-09' },
  interviews: [
    {
      title: 'After the flood',
      turns: [
        {
          role: 'question',
          speaker: { kind: 'organisation', name: 'The Ledger' },
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
      anchor: { in: 'body', pieces: [{ exact: 'The water came over the wall at four' }] },
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
          source: { kind: 'organisation', name: 'Marrowford fire service' },
        },
      ],
      anchor: { in: 'body', pieces: [{ exact: 'At least 1,200 people' }] },
    },
  ],
} as const;
