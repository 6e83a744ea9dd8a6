import { createHash } from 'node:crypto';
import { type ChartClaim, type ChartData, isBounded } from '../charts/data.ts';
import { foreign, langOf, OWN_LANGUAGE } from '../charts/lines.ts';
import { drawSeriesChart } from '../charts/series-chart.ts';
import { DARK, FONT, LIGHT, styleSheet, type Theme } from '../charts/theme.ts';
import { dayWords } from '../charts/words.ts';
import { quotedWords } from '../formats/surroundings.ts';
import { amountWords } from '../text/amounts.ts';
import { escapeXml } from '../text/escape.ts';
import { isRightToLeft } from '../text/language.ts';
import type { FigureClaims } from './figure-claims.ts';
import { type DatedClaim, isRelayed, type SeriesClaim } from './series.ts';
import { chartData, drawnOf } from './series-picture.ts';

const WIDE = { width: 720 };
const NARROW = { width: 360 };

function colours({ paper, ink, soft, grid }: typeof LIGHT): string {
  return `body{background:${paper};color:${ink}}caption,.note,.note a{color:${soft}}th,td{border-color:${grid}}`;
}

const SHARED = [
  '*{box-sizing:border-box}',
  `body{margin:0;font:15px/1.45 ${FONT}}`,
  'main{max-width:960px;margin:auto}',
  'figure{margin:0}',
  'svg{display:block;width:100%;height:auto}',
  '.narrow{display:none}',
  '.table{overflow-x:auto;padding:0 20px;container-type:inline-size}',
  'table{border-collapse:collapse;width:100%;font-size:14px}',
  'caption{padding:12px 0 6px;max-width:100cqw}',
  'caption,th,td{unicode-bidi:plaintext}',
  // A word that is wider than a frame is broken; others keep whole where columns are narrow.
  'caption,th,td{overflow-wrap:break-word}',
  'th,td{max-width:16em}',
  'th,td{vertical-align:top;padding-block:6px;padding-inline:0 12px;border-bottom:1px solid}',
  // Words in both directions keep to the edge of their column.
  'caption,th,td{text-align:left}',
  '[dir=rtl] :is(caption,th,td){text-align:right}',
  'thead th{font-size:12px}',
  'tbody th{font-weight:600;min-width:8em}',
  'tr:not(.said) td:nth-child(2){white-space:nowrap}',
  // A day in three lines is hard to find.
  'td:nth-child(3){min-width:9.5em}',
  // Headlines of a word a line would make each row as high as a telephone shows of it.
  'td:nth-last-child(2){min-width:15em}',
  '.note{padding:8px 20px 16px;margin:0;font-size:13px}',
  '@media (max-width:540px){.wide{display:none}.narrow{display:block}.table,.note{padding-left:14px;padding-right:14px}}',
].join('');

function pageStyle(theme: Theme): string {
  if (theme === 'dark') return SHARED + colours(DARK);
  if (theme === 'light') return SHARED + colours(LIGHT);
  return `${SHARED}${colours(LIGHT)}@media (prefers-color-scheme:dark){${colours(DARK)}}`;
}

/** What a page with the drawing in it may do: show its two style sheets, in anybody's frame. */
export function embedPolicy(theme: Theme): string {
  const styles = [pageStyle(theme), styleSheet(theme)].map(styleHash).join(' ');
  return `default-src 'none'; style-src ${styles}; base-uri 'none'; form-action 'none'; frame-ancestors *`;
}

/** What a drawing that is opened by itself may do: show its style sheet. */
export function chartPolicy(theme: Theme): string {
  return `default-src 'none'; style-src ${styleHash(styleSheet(theme))}; frame-ancestors *; sandbox`;
}

function styleHash(style: string): string {
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}

/**
 * A page for a frame on any site: the chart, and the same as a table. It is in the language of
 * its question and its claims; our own words in it are English.
 *
 * @param languages of the claims’ articles, by id
 */
export function embedPage(
  found: FigureClaims,
  languages: Languages,
  theme: Theme,
  withSuperseded: boolean,
): string {
  const data = chartData(found, languages);
  const language = data.language ?? OWN_LANGUAGE;
  const chart = (name: string, size: typeof WIDE) =>
    `<div class="${name}">${drawSeriesChart(data, { ...size, theme, idPrefix: name })}</div>`;
  return [
    `<!doctype html><html${langOf(language)}${isRightToLeft(language) ? ' dir="rtl"' : ''}><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="robots" content="noindex">',
    `<title>${escapeXml(data.question)}</title><style>${pageStyle(theme)}</style></head><body><main>`,
    `<figure>${chart('wide', WIDE)}${chart('narrow', NARROW)}</figure>`,
    `<div class="table" tabindex="0" role="region" aria-label="The claims as a table">${table(data, drawnOf(found), languages)}</div>`,
    `<p class="note"${ownLang(data)}><a href="series.csv${withSuperseded ? '?superseded=true' : ''}">All claims as CSV</a></p>`,
    '</main></body></html>',
  ].join('');
}

type Languages = ReadonlyMap<string, string>;

/** What says that words are ours, where the page is in another language. */
const ownLang = (data: ChartData): string => (foreign(data) === null ? '' : langOf(OWN_LANGUAGE));

function table(data: ChartData, said: readonly DatedClaim[], languages: Languages): string {
  const { question, unit, claims } = data;
  const own = ownLang(data);
  const asked = `<span${langOf(foreign(data))}>${escapeXml(question)}</span>`;
  const where = claims.some(isPlaced) ? ['Place'] : [];
  const heads = ['Source', `Claim (${unit})`, 'As of', ...where, 'Reported in', 'Notes'];
  const rows = said.map(({ claim }, index) =>
    row(claims[index] as ChartClaim, claim, data, languages),
  );
  return [
    `<table><caption${own}>What each source said, in order of date: ${asked}</caption><thead${own}><tr>`,
    ...heads.map((head) => `<th scope="col">${escapeXml(head)}</th>`),
    `</tr></thead><tbody>${rows.join('')}</tbody></table>`,
  ].join('');
}

const isPlaced = ({ place }: ChartClaim): boolean => place !== null;

/** A claim, as the chart has it and as it was said. */
function row(drawn: ChartClaim, said: SeriesClaim, data: ChartData, languages: Languages): string {
  const notes = [
    ...(drawn.conflict ? ['disputed'] : []),
    ...(drawn.superseded ? ['superseded'] : []),
    ...(isRelayed(said) ? ['passed on by another source'] : []),
  ];
  const own = ownLang(data);
  const language = languages.get(said.article.id) ?? null;
  const its = language === (data.language ?? OWN_LANGUAGE) ? '' : langOf(language);
  const cell = (lang: string, text: string) => `<td${lang}>${escapeXml(text)}</td>`;
  // “Dozens” has no bounds, and is told as it was said.
  const inWords = !isBounded(drawn);
  return [
    `<tr${inWords ? ' class="said"' : ''}><th scope="row">${escapeXml(said.source.name)}</th>`,
    inWords ? cell(its, `“${quotedWords(said)}”`) : cell(own, amountWords(drawn, data.unit)),
    cell(own, dayWords(drawn)),
    ...(data.claims.some(isPlaced) ? [cell('', drawn.place ?? '–')] : []),
    cell(its, said.article.headline),
    cell(own, notes.join(', ') || '–'),
    '</tr>',
  ].join('');
}
