import { expect, it } from 'vitest';
import { conventionalLanguage } from '../../src/text/language.ts';

it.each([
  ['', ''],
  ['en', 'en'],
  ['en-us', 'en-US'],
  ['PT-br', 'pt-BR'],
  ['zh-HANT-tw', 'zh-Hant-TW'],
  ['de-CH-1996', 'de-CH-1996'],
  ['es-419', 'es-419'],
  ['sl-Rozaj', 'sl-rozaj'],
])('%s is written %s', (tag, conventional) => {
  expect(conventionalLanguage(tag)).toBe(conventional);
});
