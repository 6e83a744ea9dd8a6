import { compile } from 'micromark';
import { type MarkdownEvent, parseMarkdown } from './markdown.ts';
import {
  decodeReference,
  escapeHtml,
  type HtmlState,
  isBlockTag,
  isDroppedTag,
  REFERENCE,
  scanHtml,
} from './raw-html.ts';

/** What news text is made of; everything else loses its tags and keeps its words. */
export const ELEMENTS = (
  'a abbr blockquote br cite code del em figcaption figure h1 h2 h3 h4 h5 h6 hr img ins li ol p ' +
  'pre q span strong sub sup ul'
).split(' ');
const ALLOWED = new Set(ELEMENTS);

/** Compiles one chunk; raw HTML is rewritten on the way, `state` is carried on. */
export function compileMarkdown(markdown: string, state: HtmlState): string {
  const end: Handle = function () {
    this.setData('ignoreEncode');
    return this.raw(rewriteHtml(this.resume(), state));
  };
  const rawHtml: HtmlExtension = {
    enter: { htmlFlow: beginRawHtml, htmlText: beginRawHtml },
    exit: { htmlFlow: end, htmlText: end },
  };
  const options = { allowDangerousProtocol: true, htmlExtensions: [rawHtml] };
  return compile(options)(withoutHtmlInImages(parseMarkdown(markdown)));
}

type HtmlExtension = NonNullable<
  NonNullable<Parameters<typeof compile>[0]>['htmlExtensions']
>[number];
type Handle = NonNullable<NonNullable<HtmlExtension['enter']>['htmlFlow']>;

const beginRawHtml: Handle = function (token) {
  if (token.type === 'htmlFlow') this.lineEndingIfNeeded();
  this.buffer();
  this.setData('slurpAllLineEndings');
  return this.setData('ignoreEncode', true);
};

/** An alternative text is text: tags in it would only be shown as such. */
function withoutHtmlInImages(events: MarkdownEvent[]): MarkdownEvent[] {
  let images = 0;
  let html = 0;
  return events.filter(([step, { type }]) => {
    const change = step === 'enter' ? 1 : -1;
    if (type === 'image') images += change;
    if (type === 'htmlText' && images > 0) html += change;
    return html === 0 && !(type === 'htmlText' && images > 0);
  });
}

/**
 * Raw HTML with only complete tags of the allow-list in it. Elements whose content is
 * dropped all become `style`, whose content HTML parsers read in the simplest way.
 */
function rewriteHtml(html: string, state: HtmlState): string {
  let result = '';
  for (const piece of scanHtml(html, state)) {
    const text = html.slice(piece.start, piece.end);
    if (piece.kind === 'text') {
      result += escapeHtml(text.replace(REFERENCE, decodeReference));
    } else if (ALLOWED.has(piece.name)) result += text;
    else if (isDroppedTag(piece.name)) result += piece.closing ? '</style>' : '<style>';
    else if (isBlockTag(piece.name)) result += '\n';
  }
  return result;
}
