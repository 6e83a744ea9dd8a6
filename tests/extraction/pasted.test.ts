/** Figures in what a newsroom pastes: releases, live blogs, earnings, polls, weather, courts, reports. */
import { describe, expect, test } from 'vitest';
import { show } from './helpers.ts';

/** Published on a Thursday. */
const PUBLISHED = '2026-03-12';

function claimsOf(text: string): ReturnType<typeof show>['raw']['claims'] {
  return show(text, PUBLISHED).raw.claims;
}

describe('a press release', () => {
  test('keeps the code of its currency, and the firm that announces', () => {
    const text =
      'OSTREN – 12 March 2026 – Halden Marine ASA (OSE: HALD) today announced a NOK 1.4 billion investment.';
    const { raw, at } = show(text, PUBLISHED);
    expect(raw.claims.map((claim) => at(claim.span))).toEqual(['NOK 1.4 billion']);
    expect(raw.claims).toMatchObject([
      { subject: 'investment', source: { name: 'Halden Marine ASA' }, asOf: '2026-03-12' },
    ]);
  });

  test('counts the same on both ends of a change', () => {
    expect(claimsOf('It will raise capacity from four to seven vessels.')).toMatchObject([
      { low: 4, unit: 'vessels' },
      { low: 7, unit: 'vessels' },
    ]);
  });
});

describe('a live blog', () => {
  test('tells what is said of the whole from what is said of a part', () => {
    expect(claimsOf('Power is back for 12,000 of the 31,000 homes that lost it.')).toMatchObject([
      { low: 12_000, subject: 'homes', partOf: 1 },
      { low: 31_000, subject: 'homes lost it' },
    ]);
  });

  test('writes speeds as they are written', () => {
    const { raw, at } = show('Winds of 146 km/h were recorded.', PUBLISHED);
    expect(raw.claims.map((claim) => [at(claim.span), claim.unit])).toEqual([['146 km/h', 'km/h']]);
  });
});

describe('an interview', () => {
  test('answers with what the question asks for, and with more', () => {
    const text =
      'Q: How many cases do you have right now?\n\nA: We had 1,304 confirmed cases. Of those, 212 are in hospital.\n\nQ: And how many have died?\n\nA: Forty-one. Thirty-six of them were over 70.';
    expect(claimsOf(text).map((claim) => [claim.low, claim.subject])).toEqual([
      [1304, 'confirmed cases'],
      [212, 'cases in hospital'],
      [41, 'people died'],
      [36, 'people died'],
    ]);
  });

  test('"it" costs what the last amount did', () => {
    const text = 'The critics say the scheme has cost £300 million. It has cost £214 million.';
    const [first, second] = claimsOf(text);
    expect(second?.subject).toBe(first?.subject);
  });
});

describe('earnings', () => {
  test('tell the drop from the level', () => {
    const text = 'The group reported an 18% drop in operating profit to 142 million pounds.';
    expect(claimsOf(text).map((claim) => claim.subject)).toEqual([
      'drop in operating profit',
      'operating profit',
    ]);
  });

  test('go on in other places', () => {
    const text = 'Sales were down 6% in the UK and 2% in Poland, but up 9% in Ghana.';
    expect(claimsOf(text).map((claim) => [claim.subject, claim.place])).toEqual([
      ['fall in Sales', 'UK'],
      ['fall in Sales', 'Poland'],
      ['rise in Sales', 'Ghana'],
    ]);
  });

  test('are in shares of a firm, which is no place', () => {
    expect(claimsOf('Shares in Halden fell 9.2%.')).toMatchObject([{ place: null }]);
  });
});

describe('a poll', () => {
  test('gives levels and changes their own units', () => {
    const text =
      'It put the Greens on 21 per cent, up four points, and the Reds on 19, down three.';
    expect(claimsOf(text).map((claim) => [claim.unit, claim.subject])).toEqual([
      ['percent', 'Greens'],
      ['points', 'rise in Greens'],
      ['percent', 'Reds'],
      ['points', 'fall in Reds'],
    ]);
  });

  test('tells a verb once for two', () => {
    const text = 'In May 41 percent chose Helen Marsh and 27 percent Anders Vik.';
    expect(claimsOf(text).map((claim) => claim.subject)).toEqual([
      'chose Helen Marsh',
      'chose Anders Vik',
    ]);
  });

  test('counts shares of those who say something', () => {
    expect(claimsOf('Two in five voters said prices mattered most.')).toMatchObject([
      { unit: 'share', subject: 'voters' },
    ]);
  });
});

describe('a weather report', () => {
  test('is about the day to come', () => {
    expect(claimsOf('It is forecast to reach 39C in Lincoln on Tuesday.')).toMatchObject([
      { place: 'Lincoln', asOf: '2026-03-17' },
    ]);
  });

  test('says what is a share of what', () => {
    expect(claimsOf('Reservoirs are at 58% of capacity.')).toMatchObject([
      { subject: 'Reservoirs as share of capacity' },
    ]);
  });
});

describe('a comparison', () => {
  test('is dated by now, not by what it compares with', () => {
    expect(claimsOf('Prices were 6.4% higher than in 2021.')).toMatchObject([{ asOf: null }]);
  });
});

describe('an appeal', () => {
  test('is placed by the place, not by who appeals', () => {
    const text = 'With 1.9 million people hungry in the Sahel, Relief Now is seeking $64 million.';
    expect(claimsOf(text).map((claim) => claim.place)).toEqual(['Sahel', 'Sahel']);
  });
});

describe('a court report', () => {
  test('weighs what was seized, and says what it is worth', () => {
    const text = 'Police seized 1.2 tonnes of cocaine worth an estimated €84 million.';
    expect(claimsOf(text).map((claim) => claim.subject)).toEqual([
      'cocaine seized by Police',
      'cocaine',
    ]);
  });

  test('dates the sentence, not the theft', () => {
    const text = 'A treasurer who stole £2.3 million from a hospice was jailed on Friday.';
    expect(claimsOf(text)).toMatchObject([{ subject: 'money stolen', asOf: null }]);
  });

  test('knows the participles of verbs with a prefix', () => {
    expect(claimsOf('He must repay £610,000.')).toMatchObject([{ subject: 'money repaid' }]);
  });

  test('counts one of three', () => {
    expect(claimsOf('It has closed one of its three wards.')).toMatchObject([
      { low: 1, subject: 'wards closed', partOf: 1 },
      { low: 3 },
    ]);
  });
});

describe('a report of a disaster or a war', () => {
  test('places what struck mountains, and leaves out how far it was', () => {
    const text =
      'A quake struck the mountains of northern Albor, killing 73 people. It was centered 31 kilometers (19 miles) northeast of Kemar.';
    expect(claimsOf(text).map((claim) => [claim.low, claim.place])).toEqual([
      [73, 'northern Albor'],
    ]);
  });

  test('dates by the year that "when" goes on from', () => {
    expect(claimsOf('It was last hit by a quake in 1979, when 136 people died.')).toMatchObject([
      { asOf: '1979' },
    ]);
  });

  test('lets two share a predicate', () => {
    const text = '2,300 soldiers and 45 helicopters were sent to the area.';
    expect(claimsOf(text).map((claim) => claim.subject)).toEqual([
      'soldiers sent to area',
      'helicopters sent to area',
    ]);
  });

  test('goes on about the figure that others put higher', () => {
    const text = 'The army says it lost 212 soldiers. Analysts put the figure at more than 900.';
    expect(claimsOf(text).at(-1)).toMatchObject({ unit: 'soldiers', subject: 'soldiers lost' });
  });

  test('names no body as a place', () => {
    const text = 'Some 4,500 people have fled, according to the United Nations refugee agency.';
    expect(claimsOf(text)).toMatchObject([{ place: null }]);
  });
});

describe('what is no claim', () => {
  test.each([
    ['the age of who died', 'Marta Linde, who wrote 23 novels, dies at 91', 1],
    ['an age behind a name', 'The writer has died. She was 91.', 0],
    ['a rank among children', 'She was the third of five children of a miner.', 0],
    ['a family', 'She is survived by two daughters and six grandchildren.', 0],
    ['children by age', 'They were children under five.', 0],
  ])('%s', (_, text, count) => {
    expect(claimsOf(text)).toHaveLength(count);
  });

  test('a heading in capitals names no place', () => {
    expect(claimsOf('COUNCIL BACKS £4.6M PLAN TO REOPEN LIDO')).toMatchObject([{ place: null }]);
  });
});
