/**
 * The gate: what must be right before an article is published. `check` and `publish` run
 * the same checks; errors refuse the publication, warnings do not.
 */
import { createLocators, type Locators } from '../articles/anchoring.ts';
import type { ArticleContent } from '../articles/content.ts';
import { readLongTexts } from '../articles/long-texts.ts';
import { nextTurn, othersWait } from '../core/turns.ts';
import type { FigureRow } from '../figures/store.ts';
import type { SourceRow } from '../sources/store.ts';
import { checkAddresses } from './gate-addresses.ts';
import { checkAnchors } from './gate-anchors.ts';
import { checkClaims } from './gate-claims.ts';
import { type GateProblem, gateError } from './gate-problem.ts';
import { checkSupersession, type Supersession } from './supersession.ts';

export interface GateInput {
  content: ArticleContent;
  sources: ReadonlyMap<string, SourceRow>;
  figures: ReadonlyMap<string, FigureRow>;
  supersession: Supersession;
  /** What is public now; null if nothing is. */
  live: ArticleContent | null;
  /** The correction note, if one is given. */
  note: string | null;
}

export type Check = (
  input: GateInput,
  locators: Locators,
) => GateProblem[] | Promise<GateProblem[]>;

const CHECKS: readonly Check[] = [
  checkFields,
  checkAnchors,
  checkClaims,
  checkSupersession,
  checkSpeakers,
  checkUnnamed,
  checkTranslations,
  checkCorrection,
  checkAddresses,
];

/**
 * Runs every check; others come to their turn in between. What refuses the publication comes
 * before what does not, both in the order of the checks and of the article.
 */
export async function runGate(input: GateInput): Promise<GateProblem[]> {
  await readLongTexts(input.content);
  const locators = createLocators(input.content);
  const problems: GateProblem[] = [];
  for (const check of CHECKS) {
    if (othersWait()) await nextTurn();
    problems.push(...(await check(input, locators)));
  }
  const isError = ({ severity }: GateProblem) => severity === 'error';
  return [...problems.filter(isError), ...problems.filter((problem) => !isError(problem))];
}

function checkFields({ content }: GateInput): GateProblem[] {
  const required = ['headline', 'summary', 'body', 'section', 'language'] as const;
  return required
    .filter((field) => content[field].trim() === '')
    .map((field) => gateError('field-missing', `/${field}`, `The ${field} is empty.`));
}

function checkSpeakers({ content }: GateInput): GateProblem[] {
  const quotes = content.quotes.flatMap((quote, index) =>
    quote.speaker === null
      ? [
          gateError(
            'speaker-missing',
            `/quotes/${index}/speaker`,
            'Nobody is named as the speaker of this quote.',
          ),
        ]
      : [],
  );
  const turns = content.interviews.flatMap((interview, i) =>
    interview.turns.flatMap((turn, t) =>
      turn.speaker === null
        ? [
            gateError(
              'speaker-missing',
              `/interviews/${i}/turns/${t}/speaker`,
              'Nobody is named as the speaker of this turn.',
            ),
          ]
        : [],
    ),
  );
  return [...quotes, ...turns];
}

/** Each unnamed source is reported once, at the first place that refers to it. */
function checkUnnamed({ content, sources }: GateInput): GateProblem[] {
  const places = new Map<string, string>();
  const note = (id: string | null, pointer: string) => {
    if (id !== null && !places.has(id)) places.set(id, pointer);
  };
  for (const [i, quote] of content.quotes.entries()) note(quote.speaker, `/quotes/${i}/speaker`);
  for (const [i, interview] of content.interviews.entries()) {
    for (const [t, turn] of interview.turns.entries()) {
      note(turn.speaker, `/interviews/${i}/turns/${t}/speaker`);
    }
  }
  for (const [i, claim] of content.claims.entries()) {
    for (const [c, link] of claim.chain.entries())
      note(link.source, `/claims/${i}/chain/${c}/source`);
  }
  return [...places].flatMap(([id, pointer]) => {
    const source = sources.get(id);
    if (source?.kind !== 'unnamed' || (source.reason ?? '').trim() !== '') return [];
    return [
      gateError(
        'unnamed-without-reason',
        pointer,
        `No reason is on file why “${source.name}” is unnamed.`,
        {
          change: `/v1/desk/sources/${source.slug}`,
          field: 'reason',
        },
      ),
    ];
  });
}

function checkTranslations({ content }: GateInput): GateProblem[] {
  return content.quotes.flatMap((quote, index) =>
    quote.translated && quote.original === null
      ? [
          gateError(
            'translation-without-original',
            `/quotes/${index}/original`,
            'A translated quote needs its original language and text.',
          ),
        ]
      : [],
  );
}

function checkCorrection({ content, live, note }: GateInput): GateProblem[] {
  if (live === null || (note ?? '').trim() !== '') return [];
  return changedParts(live, content).map(({ kind, id }) => {
    const list = kind === 'quote' ? content.quotes : content.claims;
    const index = list.findIndex((part) => part.id === id);
    return gateError(
      'correction-required',
      index < 0 ? `/${kind}s` : `/${kind}s/${index}/anchor`,
      `The published words of ${kind} ${id} change: publish with a "note" that tells readers of the correction.`,
    );
  });
}

/** The quotes and claims whose published words, figures or attribution are no longer the same. */
export function changedParts(
  live: ArticleContent,
  next: ArticleContent,
): { kind: 'quote' | 'claim'; id: string }[] {
  const changed = <T extends { id: string }>(
    kind: 'quote' | 'claim',
    before: T[],
    after: T[],
    essence: (part: T) => unknown,
  ) =>
    before
      .filter((part) => {
        const now = after.find(({ id }) => id === part.id);
        return now === undefined || JSON.stringify(essence(part)) !== JSON.stringify(essence(now));
      })
      .map(({ id }) => ({ kind, id }));
  const words = (part: { anchor: { pieces: { exact: string }[] } }) =>
    part.anchor.pieces.map(({ exact }) => exact);
  return [
    ...changed('quote', live.quotes, next.quotes, (quote) => [words(quote), quote.speaker]),
    ...changed('claim', live.claims, next.claims, (claim) => [
      words(claim),
      claim.figure,
      claim.chain.map(({ source }) => source),
      claim.comparator,
      claim.low,
      claim.high,
      claim.unit,
    ]),
  ];
}
