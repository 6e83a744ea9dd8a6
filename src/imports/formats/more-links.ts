/** Links of an excerpt to the story itself, which themes and feeds put behind it. */
const MORE = [
  /<a\b[^>]{0,500}\bclass="[^">]{0,200}\bmore-link\b[^>]{0,500}>[\s\S]{0,300}?<\/a>/g,
  /<a\b[^>]{0,500}>\s*(?:read (?:more|on|the rest)|continue reading|weiterlesen|mehr lesen|lire la suite|leer más)\b[^<]{0,200}<\/a>\s*(?=(?:(?:<\/p>|<img\b[^>]{0,500}>)\s*)*$)/gi,
  /<p>\s*The post <a\b[^>]{0,500}>[^<]{0,500}<\/a> (?:first )?appeared (?:first )?on <a\b[^>]{0,500}>[^<]{0,300}<\/a>\.?\s*<\/p>/g,
];

/** HTML without what only says that there is more to read, and where it appeared first. */
export function withoutMore(html: string): string {
  return MORE.reduce((rest, link) => rest.replace(link, ''), html);
}
