/** What every number expression is of, and in which unit. */
import { describe, expect, test } from 'vitest';
import { show } from './helpers.ts';

function concepts(text: string): (string | null)[] {
  return show(text).raw.quantities.map((quantity) => quantity.subject);
}

describe('a quantity is of', () => {
  test.each([
    ['the noun that it modifies', 'It swam a 750 metre swim.', 'swim'],
    ['the noun behind the rate', 'It has a $3500 a month mortgage.', 'mortgage'],
    ['the noun behind a bracket', 'It makes 450 Nm (332 lb-ft) of torque.', 'torque'],
    ['the noun that "with" ties to it', 'The Vellin is a barge with 3,687 rpm.', 'barge'],
    ['the antecedent of "which"', 'The flats, which range from $800 to $900, sold.', 'flats'],
    ['the antecedent of "that"', 'It is a squad that contained just 17 keepers.', 'squad'],
    ['the subject of a headline’s infinitive', 'Firm to spend $40 million', 'Firm'],
    ['the subject of the main clause', 'The deficit hit a peak having risen by $4m.', 'deficit'],
    ['the subject of a verb that looks like a noun', 'The figure drops to just 87 mph.', 'figure'],
    [
      'the noun before a preposition and a pronoun',
      'The voltage across it was 5 volts.',
      'voltage',
    ],
    [
      'the subject before a span of years',
      'Sampling between 2014 and 2017 came to 4 ppb.',
      'Sampling',
    ],
    ['the subject before a ticker', 'Automakers (.SXAP) slid 4.8%.', 'Automakers'],
  ])('%s', (_, text, word) => {
    expect(concepts(text)[0]?.split(' ')).toContain(word);
  });

  test('those that an owner has', () => {
    expect(concepts('Two of Lee’s deputies were fired.')).toEqual(['Lee’s deputies']);
  });
});

describe('a unit', () => {
  test.each([
    ['behind a name measures', 'It bought the Ostren 550 megawatt plant.', 'megawatt'],
    ['of age has a hyphen or none', 'It takes 12-15 year olds.', 'years old'],
    ['of weight is no money', 'Add three pounds of eels.', 'pounds'],
  ])('%s', (_, text, unit) => {
    expect(show(text).raw.quantities[0]?.unit).toBe(unit);
  });
});

describe('a sum of money', () => {
  test.each([
    ['AU$5m', 'The club paid AU$5m for it.', 'AUD', 5e6],
    ['R$40', 'A ticket costs R$40 there.', 'BRL', 40],
    ['J$40', 'A ticket costs J$40 there.', 'J$', 40],
    ['CHF 300', 'A ticket costs CHF 300 there.', 'CHF', 300],
    ['RM79', 'A ticket costs RM79 there.', 'MYR', 79],
    ['Rs 500', 'A ticket costs Rs 500 there.', 'INR', 500],
    ['₹2000', 'A ticket costs ₹2000 there.', 'INR', 2000],
    ['5 €', 'A ticket costs 5 € there.', 'EUR', 5],
    ['7€', 'A ticket costs 7€ there.', 'EUR', 7],
    ['-$5 million', 'The firm made -$5 million in May.', 'USD', -5e6],
    ['minus £5m', 'The firm made minus £5m in May.', 'GBP', -5e6],
  ])('has the mark of its currency: %s', (words, text, unit, value) => {
    const { raw, at } = show(text);
    const sums = raw.quantities.map((one) => [at(one.span), one.unit, one.low]);
    expect(sums).toEqual([[words, unit, value]]);
  });
});

test('a few short words of another language leave a text English', () => {
  const text = 'S&P 500 e-minis were up 0.25 points, or 0.01% and Nasdaq 100 e-minis were up.';
  expect(show(text).raw.language).toBe('en');
});
