import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../src/extraction/reading/language.ts';

describe('Cyrillic, by the letters that only one language has', () => {
  const cases: [string, string][] = [
    ['ru', 'Мэр города сообщил, что шлюз открыт и вода уходит. Новые ворота мы поставим весной.'],
    ['uk', 'Мер міста повідомив, що шлюз відкрито і вода спадає. Нові ворота поставимо навесні.'],
    [
      'be',
      'Мэр горада паведаміў, што шлюз адкрыты і вада сыходзіць. Новую браму паставім увесну, ён казаў.',
    ],
    [
      'bg',
      'Кметът на града съобщи, че шлюзът е отворен и водата спада. Ще сложим нова врата напролет.',
    ],
    [
      'sr',
      'Градоначелник је рекао да је брана отворена и да вода опада. Нову капију ћемо поставити у пролеће.',
    ],
    [
      'mk',
      'Градоначалникот рече дека браната е отворена и водата опаѓа. Ќе поставиме нова порта напролет.',
    ],
  ];
  test.each(cases)('%s', (code, text) => {
    expect(detectLanguage(text)).toBe(code);
  });

  test('a Ukrainian name leaves a Russian text Russian', () => {
    expect(
      detectLanguage(
        'Газета «Україна» пишет, что мэр открыл шлюз и что вода быстро уходит из города.',
      ),
    ).toBe('ru');
  });
});

describe('Latin pairs, by the words or letters that only one language has', () => {
  const cases: [string, string][] = [
    [
      'da',
      'Borgmesteren siger, at slusen blev åbnet efter regnen, og at vandet nu løber ud af byen. Hun har ikke set noget lignende, men det er ved at være forbi.',
    ],
    [
      'nb',
      'Ordføreren sier at slusen ble åpnet etter regnet, og at vannet nå renner ut av byen. Hun har ikke sett noe lignende, men det er på vei til å være over.',
    ],
    [
      'sv',
      'Borgmästaren säger att slussen öppnades efter regnet och att vattnet nu rinner ut från staden. Hon har inte sett något sådant, men det är snart över.',
    ],
    [
      'cs',
      'Starosta řekl, že stavidlo je otevřené a že voda z města odtéká. Podle něj se to v tomto městě ještě nestalo, ale na jaře bude nové, a to se mu líbí.',
    ],
    [
      'sk',
      'Starosta povedal, že stavidlo je otvorené a že voda z mesta odteká. Podľa neho sa to v tomto meste ešte nestalo, ale na jar príde nové, pôjde to do tendra a to sa mu páči.',
    ],
    [
      'pl',
      'Burmistrz powiedział, że śluza jest otwarta i że woda odpływa z miasta. To się tu jeszcze nie zdarzyło, ale na wiosnę będzie nowa, a także most, który jest stary.',
    ],
    [
      'hr',
      'Gradonačelnik je rekao da je brana otvorena i da voda opada, što je dobro. Prije kiše se to nije dogodilo, ali vrijeme je bilo loše i tko zna kako će biti na proljeće.',
    ],
    [
      'sr',
      'Gradonačelnik je rekao da je brana otvorena i da voda opada, što je dobro. Pre kiše se to nije dogodilo, ali vreme je bilo loše i ko zna šta će biti posle.',
    ],
  ];
  test.each(cases)('%s', (code, text) => {
    expect(detectLanguage(text)).toBe(code);
  });

  test('English stays English, with foreign names in it', () => {
    expect(
      detectLanguage(
        'The mayor of Málaga said to reporters that he would do it in the spring, and that a sluice at Kraków is open.',
      ),
    ).toBe('en');
  });
});

describe('a sentence', () => {
  test.each([
    ['de', 'Die Brücke ist gesperrt.'],
    ['de', 'Mehr als 300 Menschen verpassten das Boot.'],
    ['fr', 'Plus de 300 personnes ont manqué le bateau.'],
    ['es', '«Esperamos a que se levante la niebla», dijo Ada Renn.'],
    ['it', 'Il ponte è chiuso.'],
    ['nl', 'Meer dan 300 mensen misten de boot.'],
    ['pt', 'Mais de 300 pessoas perderam o barco.'],
    ['pl', 'Ponad 300 osób spóźniło się na statek.'],
    ['sv', '”Vi väntar på att dimman ska lätta”, sa Ada Renn.'],
    ['cs', '„Čekáme, až se mlha zvedne,“ řekla Ada Rennová.'],
    ['fi', 'Yli 300 ihmistä myöhästyi laivasta.'],
    ['hu', 'Több mint 300 ember lekéste a hajót.'],
    ['tr', '300’den fazla kişi tekneyi kaçırdı ve belediye başkanı bunu söyledi.'],
    ['ro', 'Peste 300 de persoane au pierdut vaporul.'],
  ])('of %s is told: %s', (code, text) => {
    expect(detectLanguage(text)).toBe(code);
  });

  test.each([
    'Ursula von der Leyen visits Los Angeles',
    'Café owner Zoë naïve about cliché résumé',
    '“Wir schaffen das,” said Merkel.',
    'De la Cruz wins in San José',
    'U.S. airspace, O’Connor, he’s a salesman',
    'Renn 3, Lind 2',
  ])('is English: %s', (text) => {
    expect(detectLanguage(text)).toBe('en');
  });
});
