/** Names of units: currencies by sign, word and code, measures and times. */
import { CURRENCY_BEFORE, CURRENCY_CODES } from '../../text/currencies.ts';

const SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  US$: 'USD',
  $US: 'USD',
  C$: 'CAD',
  CA$: 'CAD',
  $C: 'CAD',
  A$: 'AUD',
  AU$: 'AUD',
  $A: 'AUD',
  HK$: 'HKD',
  NZ$: 'NZD',
  S$: 'SGD',
  R$: 'BRL',
  NT$: 'TWD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₽': 'RUB',
  '₴': 'UAH',
  '₩': 'KRW',
  '₺': 'TRY',
  '₪': 'ILS',
  Rs: 'INR',
  'Rs.': 'INR',
  PS: 'GBP',
  RM: 'MYR',
};
export const CURRENCIES: Readonly<Record<string, string>> = {
  dollar: 'USD',
  buck: 'USD',
  euro: 'EUR',
  pound: 'GBP',
  sterling: 'GBP',
  yen: 'JPY',
  yuan: 'CNY',
  renminbi: 'CNY',
  rupee: 'INR',
  rouble: 'RUB',
  ruble: 'RUB',
  hryvnia: 'UAH',
  franc: 'CHF',
  krona: 'SEK',
  krone: 'NOK',
  kroner: 'NOK',
  kronor: 'SEK',
  peso: 'MXN',
  real: 'BRL',
  reais: 'BRL',
  rand: 'ZAR',
  naira: 'NGN',
  shilling: 'KES',
  won: 'KRW',
  lira: 'TRY',
  zloty: 'PLN',
  forint: 'HUF',
  koruna: 'CZK',
  crown: 'CZK',
  dirham: 'AED',
  riyal: 'SAR',
  dinar: 'KWD',
  baht: 'THB',
  ringgit: 'MYR',
  rupiah: 'IDR',
  shekel: 'ILS',
  kwacha: 'MWK',
  cedi: 'GHS',
  lari: 'GEL',
  taka: 'BDT',
  birr: 'ETB',
  dong: 'VND',
  tenge: 'KZT',
  lev: 'BGN',
  lei: 'RON',
  leu: 'RON',
  afghani: 'AFN',
  gourde: 'HTG',
  bolivar: 'VES',
  guarani: 'PYG',
  cent: 'cents',
  penny: 'pence',
  pence: 'pence',
};
export const CODE = new RegExp(`^(?:${CURRENCY_CODES})$`);
export const TIME =
  /^(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|nights?|weekends?|milliseconds?|ms)$/;
export const MEASURE =
  /^(?:mm|cm|km|kms|m|kg|g|mg|lb|lbs|oz|ft|mph|kph|kmh|kwh|mwh|gwh|twh|kw|mw|gw|gb|mb|tb|hp|bhp|nm|mah|rpm|pc|pct|bhp|deg|degf|degc|min|mins|w|v|ml|psi|mpa|mbps|gbps|fps|m2|m3|km2|ppb|ppm|mpg|hz|ghz|mhz|metres?|meters?|kilomet(?:er|re)s?|centimet(?:er|re)s?|millimet(?:er|re)s?|miles?|yards?|foot|feet|inch(?:es)?|acres?|hectares?|tonnes?|tons?|kilograms?|kilos?|grams?|pounds?|ounces?|lit(?:er|re)s?|gallons?|barrels?|degrees?|watts?|kilowatts?|megawatts?|gigawatts?|horsepower|volts?|points?|knots?|celsius|fahrenheit|gigabytes?|megabytes?|terabytes?|pixels?|megapixels?|calories?|bushels?|square|cubic|sq|°c|°f|c|f)$/;

const MONEY_BEFORE = new RegExp(
  `(?:(?<![^\\s(])(?:[-−]|minus ))?(${CURRENCY_BEFORE})\\s?[-−]?$`,
  'u',
);

/** The currency that is marked before a figure, and how many UTF-16 units its mark takes. */
export function currencyBefore(text: string, at: number): { name: string; length: number } | null {
  const match = MONEY_BEFORE.exec(text.slice(Math.max(0, at - 12), at));
  return match && { name: currencyOf(match[1] ?? ''), length: match[0].length };
}

/** The currency that is marked behind a figure: "5 €", "1,200₽". */
export function currencyAfter(text: string, at: number): { name: string; length: number } | null {
  const match = /^\s?(\p{Sc})(?!\s?\d)/u.exec(text.slice(at, at + 4));
  return match && { name: currencyOf(match[1] ?? ''), length: match[0].length };
}

/** The code of a currency, or its sign where that is all that is known. */
const currencyOf = (mark: string): string => SIGNS[mark.trim()] ?? mark.trim();

export function singular(word: string): string {
  return word.replace(/(?:ies)$/, 'y').replace(/s$/, '');
}

/** Where only people are, without an article: "dozens in hospital". */
export const CARE = /^(?:hospital|custody|detention|jail|prison|quarantine)$/;
