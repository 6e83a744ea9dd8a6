/** When and where a claim holds. */
import { describe, expect, test } from 'vitest';
import { show } from './helpers.ts';

/** Published on a Thursday. */
const PUBLISHED = '2025-05-08';

function datesOf(text: string): (string | null)[] {
  return show(text, PUBLISHED).raw.claims.map((claim) => claim.asOf);
}

function placesOf(text: string): (string | null)[] {
  return show(text, PUBLISHED).raw.claims.map((claim) => claim.place);
}

describe('a claim holds', () => {
  test.each([
    [
      'as of the date beyond an aside',
      'Up to 90 crews, most of them divers, were sent by 3 May.',
      '2025-05-03',
    ],
    [
      'as of the date of the main clause, for a part without a verb',
      'The dam broke on Monday, flooding 40 farms.',
      '2025-05-05',
    ],
    ['as of the opening of its sentence', 'Last month, the mill ground 900 tonnes.', '2025-04'],
    ['for a stretch of years', 'In the season of 1997–98 the mill ground 900 tonnes.', '1997/1998'],
    ['for the week to a day', 'In the week to Sunday, 300 boats crossed.', '2025-04-28/2025-05-04'],
    [
      'on a day to come, where the verb says so',
      'The ferry will carry 300 boats on Monday.',
      '2025-05-12',
    ],
    [
      'since the first of the month',
      'Since the first of the month the mill ground 900 tonnes.',
      '2025-05-01/..',
    ],
  ])('%s', (_, text, edtf) => {
    expect(datesOf(text)).toEqual([edtf]);
  });

  test('a day, week or month before the date that was named last', () => {
    expect(datesOf('The toll rose to 63 on Friday, up from 20 a day earlier.')).toEqual([
      '2025-05-02',
      '2025-05-01',
    ]);
    expect(datesOf('Thefts fell to 12 last week from 40 the week before.')).toEqual([
      '2025-04-28/2025-05-04',
      '2025-04-21/2025-04-27',
    ]);
  });

  test.each([
    ['in the third quarter of 2024', '2024-07/2024-09'],
    ['in the fourth quarter of last year', '2024-10/2024-12'],
    ['in the second half of 2024', '2024-07/2024-12'],
    ['last Thursday', '2025-05-01'],
    ['last May', '2024-05'],
    ['last March', '2025-03'],
    ['next March', '2026-03'],
    ['on 31 April 2025', null],
    ['on 2025-02-30', null],
    ['on 29 February 2024', '2024-02-29'],
  ])('%s', (when, edtf) => {
    expect(datesOf(`The mill ground 900 tonnes ${when}.`)).toEqual([edtf]);
  });

  test('on the last day of a shorter month or year before', () => {
    const text = 'The toll rose to 63 on 31 March 2025, up from 20 a month earlier.';
    expect(datesOf(text)).toEqual(['2025-03-31', '2025-02-28']);
    const leap = 'The toll rose to 63 on 29 February 2024, up from 20 a year earlier.';
    expect(datesOf(leap)).toEqual(['2024-02-29', '2023-02-28']);
  });

  test('as of no date that only a relative clause or another clause tells', () => {
    expect(datesOf('The keeper, who returned on Sunday, saw 40 boats.')).toEqual([null]);
    expect(datesOf('The budget, $5 million a year, runs out on 30 June.')).toEqual([null]);
  });
});

describe('a claim is placed', () => {
  test.each([
    ['by a country as its subject', 'Zambia has recorded 741 deaths.', 'Zambia'],
    [
      'by a place that something struck',
      'A gale hit Morvane and left 40 people homeless.',
      'Morvane',
    ],
    [
      'with what the place lies in',
      'Police seized 40 crates in a shed at Kellmar in Ostren.',
      'Kellmar in Ostren',
    ],
    [
      'by the nearest clause',
      'Ann Lee, who lost her shop in Tarvin, gave 40 coats to Kellmar.',
      'Kellmar',
    ],
  ])('%s', (_, text, place) => {
    expect(placesOf(text)).toEqual([place]);
  });

  test('by what "the valley" or "the country" stands for', () => {
    const text =
      'Rain fell in the Ostren valley in Peru. It left 40 people homeless in the valley.';
    expect(placesOf(text)).toEqual(['Ostren valley in Peru']);
    expect(placesOf('Peru is poor. There are 40 clinics across the country.')).toEqual(['Peru']);
  });

  test.each([
    [
      'by the name before a noun of place, with its relative clause',
      'The Kellmar area, where some 400 people were forced out, lies low.',
      'Kellmar area',
    ],
    [
      'by the name, not by what explains it',
      'In Kellmar, the poorest island in Ostren, 400 people were displaced.',
      'Kellmar',
    ],
    [
      'by where people live',
      'The rain left 400 people from Morvane and Tarvin in need.',
      'Morvane and Tarvin',
    ],
    [
      'by where people were taken from, where no other is told',
      'Boats rescued 400 people from Morvane.',
      'Morvane',
    ],
    [
      'by the clause before the report that "and" ties to it',
      'The ministry declared an emergency in Morvane and said that 400 people had fled.',
      'Morvane',
    ],
    [
      'by the list that a noun of place opens',
      'Rain in the regions – Morvane, Ostren and Tarvin – left 400 people homeless.',
      'Morvane, Ostren and Tarvin',
    ],
    [
      'by the office of who tells of people in need',
      'Morvane Governor Ann Lee confirmed that 40 families were evacuated.',
      'Morvane',
    ],
  ])('%s', (_, text, place) => {
    expect(placesOf(text)).toEqual([place]);
  });

  test('by the sentence before, for those whom an event struck', () => {
    const storm = 'A storm struck Morvane on Monday.';
    expect(placesOf(`${storm} At least 40 homes were destroyed.`)).toEqual(['Morvane']);
    expect(placesOf(`${storm} The firm sold 40 boats.`)).toEqual([null]);
    expect(placesOf('Those counted in Morvane in May:\n• 4,000 displaced people')).toEqual([
      'Morvane',
    ]);
  });

  test('by no origin of things', () => {
    expect(placesOf('It shot down 40 drones launched from Morvane.')).toEqual([null]);
  });

  test('by no channel, and by no adjective', () => {
    expect(placesOf('On its Tarvin channel it counted 40 boats.')).toEqual([null]);
    expect(placesOf('It sank 40 boats in Chinese waters.')).toEqual([null]);
  });
});

describe('a figure is vouched for', () => {
  const sourceOf = (text: string): (string | null)[] =>
    show(text, PUBLISHED).raw.claims.map((claim) => claim.source?.name ?? null);

  test.each([
    ['by who counts', 'The Harbour Office counted 40 boats.', 'Harbour Office'],
    [
      'by the body whose list it is',
      'The Harbour Office’s own register lists 40 boats.',
      'Harbour Office',
    ],
    [
      'by the body that is cited',
      'Ann Lee said, citing the Harbour Office, that 40 boats sank.',
      'Harbour Office',
    ],
    [
      'by who says so beside it',
      'Uptake is far from the 95 percent the Harbour Office says is needed.',
      'Harbour Office',
    ],
  ])('%s', (_, text, name) => {
    expect(sourceOf(text)).toEqual([name]);
  });

  test('by nobody where another clause reports something else', () => {
    expect(
      sourceOf('One in five piers is closed, and the Harbour Office said that it would rain.'),
    ).toEqual([null]);
  });
});

describe('no claim', () => {
  test.each([
    ['is the number of sources', 'Three people familiar with the plan said that it failed.'],
    [
      'is a number of sources that are cited',
      'The paper, citing two officials, said that it failed.',
    ],
    ['is the size of a family', 'She lives with her four children in a tent.'],
    ['is a definite handful', 'Trade between the two states is small.'],
    ['is a count in passing', 'The crowd sang in three languages.'],
    ['is a time of day', 'The message came at 7.15 on a wet day.'],
    ['is what was not', 'He said that not one child was lost.'],
  ])('%s', (_, text) => {
    expect(show(text).raw.claims).toEqual([]);
  });

  test.each(['They won 3-0.', 'They won 3–0, then left.'])('is a score: %s', (text) => {
    expect(show(text).raw.claims).toEqual([]);
  });

  test('is a term of years, unless in prison', () => {
    expect(show('The trial took nine years.').raw.claims).toEqual([]);
    expect(show('A smuggler was jailed for nine years.').raw.claims).toMatchObject([
      { low: 9, unit: 'years', subject: 'prison sentence' },
    ]);
  });
});
