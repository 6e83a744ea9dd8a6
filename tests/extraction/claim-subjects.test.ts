/** What a claim says is counted or measured, and in which state. */
import { describe, expect, test } from 'vitest';
import { show } from './helpers.ts';

/** Subjects of all claims of a text, in order. */
function subjects(text: string): (string | null)[] {
  return show(text, '2025-11-03').raw.claims.map((claim) => claim.subject);
}

describe('those counted', () => {
  test.each([
    [
      'are in the state that follows',
      'Nine divers were trapped in a lock.',
      'divers trapped in lock',
    ],
    ['are what the verb did to them', 'Customs seized 40 crates.', 'crates seized'],
    [
      'keep where the verb took them',
      'The flood drove 300 people from their homes.',
      'people driven from homes',
    ],
    [
      'take the event that governs them',
      'The evacuation of 60 tenants began.',
      'tenants evacuation',
    ],
    ['say what they did', 'Some 80 growers walked to the bridge.', 'growers walked to bridge'],
    ['keep a denial', 'Twelve barges have not been inspected.', 'barges not inspected'],
    [
      'pass over an aside',
      'Some 90 crews, including divers, were sent to the lock.',
      'crews sent to lock',
    ],
    [
      'are none of what is said of somebody else',
      'The county said that storms drove off crews, estimated to be over 70 divers.',
      'divers',
    ],
    [
      'live in a place that is named',
      'In Ostren, a town of 4,000 people, the bell rang.',
      'population of Ostren',
    ],
  ])('%s', (_, text, subject) => {
    expect(subjects(text)).toEqual([subject]);
  });

  test('and a part of them share the state of the whole', () => {
    expect(subjects('Up to 900 sailors, including 40 cooks, were expected at the pier.')).toEqual([
      'sailors expected at pier',
      'cooks expected at pier',
    ]);
  });

  test('of a figure without a noun are what its clause names', () => {
    expect(subjects('The number of bridge failures rose to 17.')).toEqual(['bridge failures']);
    expect(subjects('In May, arrivals at the pier fell to 1,200.')).toEqual([
      'arrivals at the pier',
    ]);
  });

  test('of an answer are what the question asks for', () => {
    const text = 'Q: How many keepers were hurt?\n\nA: Seven, all at night.';
    expect(subjects(text)).toEqual(['keepers hurt']);
  });

  test('in all are those of the share before', () => {
    const text = 'About one in five piers is closed, 41 in all.';
    expect(subjects(text)).toEqual(['piers closed', 'piers closed']);
  });

  test.each([
    ['are employees of who employs them', 'The mill employs 1,860 people.', ['employees of mill']],
    [
      'of a whole have no state of the part',
      'Seven of Ostren’s ten locks were shut.',
      ['locks shut', 'locks'],
    ],
    [
      'told again in another noun share its state',
      'Some 90 tonnes are smuggled each year, about 4,000 crates.',
      ['tonnes smuggled each year', 'crates smuggled each year'],
    ],
    [
      'are what the clause before is about',
      'Day passes will stay. They cost $5, and about 4,000 have been sold.',
      ['cost of Day passes', 'Day passes sold'],
    ],
    [
      'of whom a figure tells apart have its own predicate',
      'Some 400 people were affected (40 of whom were relocated).',
      ['people affected', 'people relocated'],
    ],
    ['are in care', 'The heat put dozens in hospital.', ['people in hospital']],
    ['stand behind quoted words', 'Some 40 keepers “strongly” opposed it.', ['keepers opposed it']],
    ['are named at the head of a sentence', 'Arrivals averaged 1,200.', ['arrivals']],
    [
      'are one of those before',
      'She promised to build two locks. Only one of them was financed.',
      ['locks built', 'locks financed'],
    ],
  ])('%s', (_, text, expected) => {
    expect(subjects(text)).toEqual(expected);
  });

  test('leave their place to the place', () => {
    const { raw } = show('Some 400 keepers fled to Ostren.');
    expect(raw.claims).toMatchObject([{ subject: 'keepers fled', place: 'Ostren' }]);
  });

  test('who tell as a part of more are a finding, not sources', () => {
    expect(subjects('Two of our four keepers told us to wait.')).toEqual(['keepers', 'keepers']);
    expect(subjects('Two keepers told us to wait.')).toEqual([]);
  });

  test('have a unit that figures of two agencies share', () => {
    const { raw } = show('The slide buried 14 houses and 20 villagers.');
    expect(raw.claims.map((claim) => claim.unit)).toEqual(['homes', 'people']);
  });
});

describe('an amount', () => {
  test.each([
    [
      'is of what stands behind it',
      'The fund holds 60 percent of the shares.',
      'shares held by fund',
    ],
    ['is of the noun before its preposition', 'It announced a loss of $5 million.', 'loss'],
    [
      'is of the noun that it is set beside',
      'The yearly budget, $9 million, runs out.',
      'yearly budget',
    ],
    ['is the level of its subject', 'Turnout in the east was 64 percent.', 'Turnout in the east'],
    ['is of the object of the verb', 'Insurers put the damage at $70 million.', 'damage'],
    ['is a change in what changed', 'The ferry raised its fares by 12 percent.', 'rise in fares'],
    ['is a cost', 'The new lock cost $44 million.', 'cost of new lock'],
    [
      'is of the noun that it stands before',
      'A court ordered a $3 million refund.',
      'refund ordered by court',
    ],
    ['of warmth is a temperature', 'The station recorded 31.5 degrees Celsius.', 'temperature'],
    ['of years in prison is a sentence', 'A smuggler got 12 years in prison.', 'prison sentence'],
  ])('%s', (_, text, subject) => {
    expect(subjects(text)).toEqual([subject]);
  });

  test('that stands alone is of what the last one in its unit is of', () => {
    expect(
      subjects('The lost grain was put at 900 tonnes. The union spoke of 1,400 tonnes.').at(-1),
    ).toBe('lost grain');
  });

  test.each([
    [
      'that is compared names both',
      'Fuel costs three times what it costs in the capital.',
      'cost of Fuel compared with capital',
    ],
    [
      'between commas is of the noun before',
      'Child mortality, at 4.1 per 1,000, is high.',
      'Child mortality',
    ],
    ['has a particle behind its verb', 'The fund will pay out $360 million.', 'payment'],
  ])('%s', (_, text, subject) => {
    expect(subjects(text)).toEqual([subject]);
  });

  test('of "the true figure" is of what was measured before', () => {
    const text = 'The lost grain was put at 900 tonnes. The true figure is below 600 tonnes.';
    expect(subjects(text).at(-1)).toBe('lost grain');
  });

  test('that repeats an earlier one is of the same thing, however far back', () => {
    const text = `The lost grain was put at 900 tonnes. ${'It rained again. '.repeat(9)}They speak of 900 tonnes.`;
    expect(subjects(text).at(-1)).toBe('lost grain');
  });

  test('for a rival is of the same thing', () => {
    expect(
      subjects('Lee won 53 percent of the vote, against 47 percent for Ana Marsh.').at(-1),
    ).toBe('vote for Ana Marsh');
  });

  test('in a poll is one of those who were asked', () => {
    expect(subjects('In a poll of pilots, 58 percent backed the plan.')).toEqual([
      'pilots backed plan',
    ]);
  });

  test('that "it" repeats is of what the last share is of', () => {
    const text = 'Rain gives 12 percent of its supply. Critics think that it is nearly 30 percent.';
    const [first, second] = subjects(text);
    expect(second).toBe(first);
  });

  test('of a chance is of the chance, whatever figure stands inside', () => {
    expect(subjects('It put the chance of 900 failures at 8 percent.').at(-1)).toBe(
      'chance of 900 failures',
    );
  });

  test('of something that a pronoun names is of the thing', () => {
    expect(subjects('Day passes will stay. They cost $40.')).toEqual(['cost of Day passes']);
  });
});
