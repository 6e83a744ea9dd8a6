/** Names of units: currencies by sign, word and code, measures and times. */

const SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  US$: 'USD',
  C$: 'CAD',
  A$: 'AUD',
  HK$: 'HKD',
  NZ$: 'NZD',
  S$: 'SGD',
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
export const CODE =
  /^(?:USD|EUR|GBP|JPY|CNY|INR|RUB|UAH|CHF|SEK|NOK|DKK|MXN|BRL|ZAR|NGN|KES|KRW|TRY|PLN|HUF|CZK|AED|SAR|THB|MYR|IDR|ILS|MWK|AUD|CAD|NZD|SGD|HKD|PS|RM|BTC|ETH)$/;
export const TIME =
  /^(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|nights?|weekends?|milliseconds?|ms)$/;
export const MEASURE =
  /^(?:mm|cm|km|kms|m|kg|g|mg|lb|lbs|oz|ft|mph|kph|kmh|kwh|mwh|gwh|twh|kw|mw|gw|gb|mb|tb|hp|bhp|nm|mah|rpm|pc|pct|bhp|deg|degf|degc|min|mins|w|v|ml|psi|mpa|mbps|gbps|fps|m2|m3|km2|ppb|ppm|mpg|hz|ghz|mhz|metres?|meters?|kilomet(?:er|re)s?|centimet(?:er|re)s?|millimet(?:er|re)s?|miles?|yards?|foot|feet|inch(?:es)?|acres?|hectares?|tonnes?|tons?|kilograms?|kilos?|grams?|pounds?|ounces?|lit(?:er|re)s?|gallons?|barrels?|degrees?|watts?|kilowatts?|megawatts?|gigawatts?|horsepower|volts?|points?|knots?|celsius|fahrenheit|gigabytes?|megabytes?|terabytes?|pixels?|megapixels?|calories?|bushels?|square|cubic|sq|°c|°f|c|f)$/;

export function signBefore(text: string, at: number): string | null {
  const before = text.slice(Math.max(0, at - 5), at);
  const sign =
    /((?:US|C|A|HK|NZ|S)?\$|[€£¥₹₽₴₩₺₪])(?:US|A|C)?\s?[-−]?$/u.exec(before)?.[1] ??
    /\b(Rs\.?)\s?$/.exec(before)?.[1];
  if (sign) return SIGNS[sign] ?? null;
  const code = /\b([A-Z]{2,3})\s?$/.exec(before)?.[1];
  return code && CODE.test(code) ? code.replace('PS', 'GBP').replace('RM', 'MYR') : null;
}

export function singular(word: string): string {
  return word.replace(/(?:ies)$/, 'y').replace(/s$/, '');
}
