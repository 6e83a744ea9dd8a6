/** How sums of money are marked beside their figure, as bodies of regular expressions. */

/** Codes that stand for nothing else before a figure: ISO 4217, and those that papers use. */
export const CURRENCY_CODES =
  'USD|EUR|GBP|JPY|CNY|INR|RUB|UAH|CHF|SEK|NOK|DKK|MXN|BRL|ZAR|NGN|KES|KRW|TRY|PLN|HUF|CZK|AED|SAR|THB|MYR|IDR|ILS|MWK|AUD|CAD|NZD|SGD|HKD|PS|RM|BTC|ETH';

/** "$", "€", and with a country: "R$", "HK$", "$US". Needs the flag `u`. */
const CURRENCY_SIGN = '[A-Z]{0,3}\\p{Sc}(?:US|A|C)?';

/** Whatever marks the figure behind it, with the space between: "$", "Rs. ", "CHF ". */
export const CURRENCY_BEFORE = `(?:${CURRENCY_SIGN}|\\b(?:${CURRENCY_CODES}|Rs\\.?)) ?`;
