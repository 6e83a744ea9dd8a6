/** Colours and type. Every mark has 3:1 against its paper and every text 4.5:1 (WCAG 2.2). */

export type Theme = 'auto' | 'light' | 'dark';

export interface Palette {
  paper: string;
  ink: string;
  soft: string;
  grid: string;
  axis: string;
  alarm: string;
  band: string;
  sources: readonly string[];
}

export const LIGHT: Palette = {
  paper: '#ffffff',
  ink: '#16191d',
  soft: '#5a6169',
  grid: '#e3e5e8',
  axis: '#6d747c',
  alarm: '#a3231f',
  band: '#fbeceb',
  sources: ['#1c5d99', '#b5471b', '#1d7a57', '#7a3f92', '#8a6400', '#b12c6c', '#356f7c', '#575d63'],
};

export const DARK: Palette = {
  paper: '#15181c',
  ink: '#f0f1f3',
  soft: '#a9b0b8',
  grid: '#2e3339',
  axis: '#8b939c',
  alarm: '#ff938c',
  band: '#38201f',
  sources: ['#79b5ee', '#f29a72', '#66c9a2', '#cba1e0', '#dcb955', '#f08fbb', '#8cc3cf', '#bcc2c8'],
};

export const FONT =
  "'Source Sans 3','Source Sans Pro','Helvetica Neue',Helvetica,Arial,'Liberation Sans',sans-serif";

function rules(palette: Palette): string {
  const sources = palette.sources.map(
    (colour, index) =>
      `.s${index}{stroke:${colour};fill:${colour}}.s${index} .hollow{fill:${palette.paper}}`,
  );
  return [
    `.paper{fill:${palette.paper}}`,
    `.ink{fill:${palette.ink}}`,
    `.soft{fill:${palette.soft}}`,
    `.grid{stroke:${palette.grid}}`,
    `.axis{stroke:${palette.axis}}`,
    `.alarm{fill:${palette.alarm}}`,
    `.band{fill:${palette.band};stroke:${palette.alarm}}`,
    `.or .label{stroke:${palette.paper}}`,
    ...sources,
  ].join('');
}

const SHARED = [
  `.or{direction:ltr;font-family:${FONT};font-variant-numeric:lining-nums tabular-nums}`,
  // A question in Hebrew ends on its left, whatever the page's direction is.
  '.or text{stroke:none;unicode-bidi:plaintext}',
  // An amount and its place: in one line with those of other marks.
  '.or .label{unicode-bidi:isolate}',
  '.or .label{paint-order:stroke;stroke-width:3px;stroke-linejoin:round}',
  '.or .shaft{fill:none;stroke-width:2.2px}',
  '.or .range{stroke-width:1.8px;fill-opacity:.2}',
  '.or .faint{fill-opacity:.06}',
  '.or .span{fill:none;stroke-width:2px}',
  '.or .join{fill:none;stroke-width:1.2px;stroke-opacity:.4}',
  '.or .head{stroke:none}',
  '.or .solid{stroke-width:1px}',
  '.or .tint{stroke-width:1.8px;fill-opacity:.28}',
  '.or .hollow{stroke-width:1.8px}',
  '.or .letter{font-size:8.5px;font-weight:700;text-anchor:middle}',
  '.or .old{opacity:.45}',
  '.or .band{stroke-width:1px;stroke-dasharray:3 3}',
  '.or .grid,.or .axis{stroke-width:1px;shape-rendering:crispEdges}',
  '.or .cut{stroke-dasharray:2 3}',
  '.or .bold{font-weight:700}',
  // Its mark is faint; words must stay legible.
  '.or text.old{opacity:1;font-weight:400}',
  '.or .end{text-anchor:end}',
  '.or .mid{text-anchor:middle}',
].join('');

/** The style sheet of a drawing. `auto` follows the reader's own setting. */
export function styleSheet(theme: Theme): string {
  if (theme === 'dark') return SHARED + rules(DARK);
  if (theme === 'light') return SHARED + rules(LIGHT);
  return `${SHARED}${rules(LIGHT)}@media (prefers-color-scheme:dark){${rules(DARK)}}`;
}
