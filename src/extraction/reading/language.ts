/**
 * The language of a text as far as its commonest words, its script or its letters tell. Only
 * English is read in full; of other languages the turns, the marked quotations and the numbers are.
 */
import { languageOfCyrillic, languageOfPair } from './language-letters.ts';
import { languageOfFew } from './short-language.ts';

const COMMON: Readonly<Record<string, string>> = {
  en: 'the of and to in a is that for it was on with as he by at from his said have are be this not has but they she will who',
  de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach',
  fr: 'de la le et les des en un une du est que dans qui pour au sur par plus pas il ne se sont avec elle ont ce cette',
  es: 'de la que el en y a los del se las por un para con no una su al es lo como más pero sus le ha este',
  it: 'di e il la che in un per è una del con non da le si al dei sono nel alla ha come più anche gli della',
  nl: 'de van het een en in is dat op te zijn met voor niet aan er om ook als door maar bij dan hij heeft',
  pt: 'de a o que e do da em um para com não uma os no se na por mais as dos como mas foi ao ele das',
  da: 'og i at det er en til på for med de den som der har et vil var ikke fra han af sig men også ved blev efter',
  sv: 'och i att det är en till på för med de den som av har ett vill var inte från han om sig men också vid blev efter',
  cs: 'se na je že ve jako za po jsem pro od ale jeho které jsou byl také podle který bylo není aby nebo až bude ještě jejich',
  sk: 'sa na je že vo ako za po som pre od ale jeho ktoré sú bol tiež podľa ktorý bolo nie aby alebo až bude ešte ich',
  pl: 'na się nie że jest jak za od po przez dla ale jego są był także który oraz tym według które już jednak',
  fi: 'ja on ei että se hän oli ovat mutta kun myös sekä kuin joka jotka tämä ole olivat sanoi mukaan yli alle noin vuonna voi pian ollut',
  hu: 'a az és hogy nem van volt egy is ez de már csak meg mint vagy több azt szerint még után ki le el pedig akik mondta',
  ro: 'și de la în că este sunt nu cu pe un o din pentru care mai a au fost după dar iar prin al ale lui spus',
  tr: 've bir bu için ile da de olarak daha çok gibi olan olduğunu ancak kadar sonra göre değil ama dedi söyledi',
  id: 'yang dan di ini itu dari untuk dengan tidak pada adalah dalam akan ke oleh juga mengatakan lebih orang kata',
  sr: 'je na se da za su od sa ne kao koji što će iz nije po ali bi koje bio kako biti rekao',
};
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/\p{Script=Thai}/u, 'th'],
];
/** How much of the text is looked at: a language shows within a few pages. */
const SAMPLE = 12_000;

const LISTS = Object.entries(COMMON).map(([code, words]) => [code, words.split(' ')] as const);

/** A language shows in as many different words: the "e" of "e-minis" alone is no Italian. */
const DISTINCT = 3;

/** A language code (ISO 639-1); a text in which too little tells counts as English. */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return 'en';
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin < letters * 0.5) {
    const found = SCRIPTS.find(([pattern]) => pattern.test(sample))?.[1] ?? 'und';
    return found === 'ru' ? languageOfCyrillic(sample) : found;
  }
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const hits = LISTS.map(([code, list]) => {
    const known = list.filter((word) => counts.has(word));
    if (known.length < DISTINCT) return [code, 0] as const;
    return [code, known.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0)] as const;
  });
  const best = [...hits].sort((a, b) => b[1] - a[1])[0];
  const english = hits.find(([code]) => code === 'en')?.[1] ?? 0;
  if (best && words.length >= 12 && best[1] >= words.length * 0.12 && best[1] > english * 1.3)
    return languageOfPair(best[0], counts);
  return english > words.length * 0.1 ? 'en' : (languageOfFew(sample) ?? 'en');
}
