/**
 * Articles that a large newsroom is copied from: 8 turns, 6 quotes and 4 claims each. What
 * is to differ from copy to copy is written as a mark, and every mark is as long as what
 * takes its place, so that offsets and anchors stay right.
 */

/** How many different articles there are; a newsroom has each as often as the others. */
export const TEMPLATES = 100;
const SOURCES = 40;
const FIGURES = 20;
const SECTIONS = ['world', 'local', 'economy', 'science', 'culture'];
const TAGS = 50;

const letters = (number: number) =>
  number
    .toString(16)
    .padStart(6, '0')
    .replace(/./g, (digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)] ?? '');

/** A word of each copy's own choice: 8 letters. */
const ownWord = (number: number) => `wq${letters(number)}`;
/** A word of all copies of one round, for sources and figures that only those know. */
export const roundWord = (number: number) => `wz${letters(number)}`;
/** When a template is published. */
export const templateTime = (number: number) => new Date(Date.UTC(2001, 0, 1, 0, number));
export const templateSlug = (number: number) => `template-${String(number).padStart(6, '0')}`;

/** All marks: ids, words, a day that a fact is of, the time of publication, the slug. */
export const MARK =
  /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}|w[qz][a-p]{6}|190[12]-\d\d-\d\d|2001-01-01T\d\d:\d\d:00\.000|template-\d{6}/g;
/** The same days as the columns hold them. */
export const isMarkedDay = (value: unknown): value is number =>
  typeof value === 'number' && value >= 19010101 && value < 19030101;

const COMMON =
  'the harbour master and council said that water levels rose again before morning while crews from three towns worked along old walls near bridge road where families had left their homes for higher ground as rain moved north over open country under a grey sky with little wind'.split(
    ' ',
  );

/** Half of the sources and figures are known to every copy, half to those of one round only. */
const isShared = (number: number) => number % 2 === 0;
const nameOf = (number: number) =>
  isShared(number) ? `Person Number${letters(number)}` : `Person ${roundWord(number)}`;

function source(number: number): object {
  return number % 5 === 4
    ? { kind: 'organisation', name: `${nameOf(number)} Office` }
    : { kind: 'person', name: nameOf(number) };
}

function figure(number: number): object {
  const subject = isShared(number) ? `region${letters(number)}` : roundWord(number + 1_000);
  return { slug: `count-${subject}`, question: `How many people left ${subject}?`, unit: 'people' };
}

/** The content of one template, as an editor would post it. */
export function templateArticle(number: number): Record<string, unknown> {
  let word = number * 1_000;
  let step = number;
  const text = (length: number) =>
    Array.from({ length }, (_, index) => {
      if (index % 4 === 3) {
        word += 1;
        return ownWord(word);
      }
      step = (step * 31 + 17) % 9_973;
      return COMMON[step % COMMON.length];
    }).join(' ');
  const statements = Array.from({ length: 6 }, () => text(14));
  const counts = Array.from({ length: 4 }, (_, index) => 1_000 + number * 10 + index);
  const body = [
    text(30),
    ...statements.map(
      (words, index) => `“${words},” said ${nameOf((number * 7 + index) % SOURCES)}. ${text(9)}.`,
    ),
    ...counts.map(
      (count, index) => `More than ${count} people left by day ${index + 1}, ${text(8)}.`,
    ),
    text(30),
  ];
  return {
    slug: templateSlug(number),
    headline: `${text(8)}`,
    summary: `${text(20)}.`,
    body: body.join('\n\n'),
    language: 'en',
    section: SECTIONS[number % SECTIONS.length],
    tags: [`tag-${number % TAGS}`, `tag-${(number * 3 + 1) % TAGS}`],
    bylines: [{ name: 'Ines Farrow', role: 'reporter' }],
    interviews: [{ title: text(4), turns: turns(number, text) }],
    quotes: statements.map((words, index) => ({
      kind: 'direct',
      speaker: source((number * 7 + index) % SOURCES),
      speakerRole: 'crew leader',
      verb: 'said',
      saidOn: `1902-01-0${index + 1}`,
      anchor: { in: 'body', pieces: [{ exact: words }] },
    })),
    claims: counts.map((count, index) => ({
      figure: figure((number * 3 + index) % FIGURES),
      comparator: 'gt',
      low: count,
      high: null,
      place: 'Marrowford',
      asOf: `1901-01-0${index + 1}`,
      chain: [
        { role: 'originator', verb: 'said', source: source((number * 11 + index) % SOURCES) },
      ],
      anchor: { in: 'body', pieces: [{ exact: `More than ${count} people` }] },
    })),
  };
}

function turns(number: number, text: (length: number) => string): object[] {
  return Array.from({ length: 8 }, (_, index) => ({
    role: index % 2 === 0 ? 'question' : 'answer',
    speaker: source(index % 2 === 0 ? 4 : (number * 13) % SOURCES),
    speakerRole: index % 2 === 0 ? 'Editor' : 'witness',
    text: `${text(index % 2 === 0 ? 10 : 26)}.`,
  }));
}
