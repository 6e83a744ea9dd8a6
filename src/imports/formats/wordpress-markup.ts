/** The markup that WordPress keeps posts in: HTML with bare line breaks, shortcodes and blocks. */
import { type Converted, convertHtml } from '../html.ts';

const BLOCK =
  /^\s*<\/?(?:address|article|aside|blockquote|center|details|div|dl|dd|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|li|main|nav|object|ol|p|pre|script|section|style|table|tbody|td|tfoot|th|thead|tr|ul|video|audio)\b/i;
const ENDS_BLOCK =
  /<\/?(?:blockquote|div|figure|figcaption|h[1-6]|hr|li|ol|p|pre|table|tbody|thead|tr|ul)\b[^>]*>$/i;
/** Shortcodes with which Divi, WPBakery, Avada and others lay out a page around its text. */
const LAYOUT = /^(?:et_pb|vc|wpb|fusion|av|cs|mk)_/;
/** Attributes are shorter than this, and the search stays linear. */
const SHORTCODE = /\[(\/?)([a-z][\w-]{0,40})((?:\s[^\][]{0,1000})?)\]/g;
const EMPTY_BLOCK = /<!-- wp:([a-z][\w/-]{0,80})(?:\s[^>]{0,2000})?\/-->/g;
const MEDIA = new Set(['audio', 'video', 'playlist', 'gallery']);

export function convertWordpress(content: string, base?: string): Converted {
  const lost = new Set<string>();
  const html = readShortcodes(readBlocks(content, lost), lost);
  const converted = convertHtml(content.includes('<!-- wp:') ? html : withParagraphs(html), base);
  return { markdown: converted.markdown, lost: [...lost, ...converted.lost] };
}

/** Blocks are comments around HTML; those without HTML are made by the site when it is read. */
function readBlocks(content: string, lost: Set<string>): string {
  for (const [, name = ''] of content.matchAll(EMPTY_BLOCK))
    if (!/^(?:spacer|more|separator|nextpage)$/.test(name))
      lost.add(`Blocks that hold no text of their own are left out: ${name}.`);
  return content;
}

/** Shortcodes of WordPress itself; of a plugin's nobody knows what they stand for. */
function readShortcodes(html: string, lost: Set<string>): string {
  const captioned = replaceBetween(html, /\[(?:wp_)?(caption)\b[^\]]{0,1000}\]/g, '[/', captionOf);
  const embedded = replaceBetween(
    captioned,
    /\[(embed)\b[^\]]{0,1000}\]/g,
    '[/',
    (url) => `\n\n${link(url.trim())}\n\n`,
  );
  const closed = new Set(
    Array.from(embedded.matchAll(SHORTCODE), ([, end, name]) => (end === '/' ? name : '')),
  );
  return embedded.replace(SHORTCODE, (all, end: string, name: string, attributes: string) => {
    if (LAYOUT.test(name)) {
      lost.add('The layout of a page builder is left out; its words stand one below the other.');
      return '\n\n';
    }
    if (MEDIA.has(name)) {
      const source = /\b(?:src|mp3|mp4|m4v|webm|ogg)=["']?([^\s"'\]]+)/.exec(attributes)?.[1];
      if (source !== undefined) return `\n\n${link(source)}\n\n`;
      if (end === '') lost.add(`Shortcodes without text are left out: ${name}.`);
      return '';
    }
    if (end === '' && (closed.has(name) || /\s[\w-]+=/.test(attributes)))
      lost.add(`Shortcodes of plugins stand in the text as they were: ${name}.`);
    return all;
  });
}

function captionOf(inner: string): string {
  const [, picture = '', caption = ''] =
    /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)?([\s\S]*)$/.exec(inner) ?? [];
  return `\n\n<figure>${picture}<figcaption>${caption.trim()}</figcaption></figure>\n\n`;
}

const link = (url: string): string => `<p><a href="${url}">${url}</a></p>`;

/**
 * Replaces what stands between a mark and its end, such as `[caption …]` and `[/caption]`.
 * A mark without an end stays; the search stops there, which keeps it linear.
 */
function replaceBetween(
  source: string,
  mark: RegExp,
  end: '[/' | '</',
  replace: (inner: string, whole: string) => string,
): string {
  let result = '';
  let done = 0;
  for (const match of source.matchAll(mark)) {
    if (match.index < done) continue;
    const begin = match.index + match[0].length;
    const at = source.indexOf(`${end}${match[1]}`, begin);
    const close = at < 0 ? -1 : source.indexOf(end === '[/' ? ']' : '>', at);
    if (close < 0) break;
    result +=
      source.slice(done, match.index) +
      replace(source.slice(begin, at), source.slice(match.index, close + 1));
    done = close + 1;
  }
  return result + source.slice(done);
}

/**
 * Blank lines part paragraphs and a line break is one, as WordPress' `wpautop` has it: posts
 * of the classic editor hold tags for everything else.
 */
function withParagraphs(html: string): string {
  const verbatim: string[] = [];
  const source = replaceBetween(
    html.replaceAll('\r\n', '\n'),
    /<(pre|script|style|textarea)\b[^>]{0,1000}>/gi,
    '</',
    (_inner, whole) => `\n\n<pre data-kept="${verbatim.push(whole) - 1}"></pre>\n\n`,
  );
  return source
    .split(/\n\s*\n/)
    .filter((chunk) => chunk.trim() !== '')
    .map((chunk) => (BLOCK.test(chunk) ? chunk : `<p>${withBreaks(chunk.trim())}</p>`))
    .join('\n')
    .replace(
      /<pre data-kept="(\d+)"><\/pre>/g,
      (_all, index: string) => verbatim[Number(index)] ?? '',
    );
}

/** A line break beside a tag that begins or ends a block is none of the text's. */
function withBreaks(paragraph: string): string {
  const lines = paragraph.split('\n').map((line) => line.trim());
  return lines.reduce((text, line) => `${text}${isBroken(text, line) ? '' : '<br>'}\n${line}`);
}

const isBroken = (before: string, after: string): boolean =>
  /<br\s?\/?>$/i.test(before.slice(-8)) ||
  BLOCK.test(after) ||
  /^<\/?(?:br|img)\b/i.test(after) ||
  ENDS_BLOCK.test(before.slice(-200));
