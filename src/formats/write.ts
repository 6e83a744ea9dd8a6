/** A published document as another format. Pure. */
import { toJsonLd } from './jsonld.ts';
import { MARKDOWN_TYPE, toMarkdown } from './markdown.ts';
import { NINJS_TYPE } from './ninjs.ts';
import { toNinjs1 } from './ninjs1.ts';
import { toNinjs3 } from './ninjs3.ts';
import type { Article, Surroundings } from './surroundings.ts';

export const JSONLD_TYPE = 'application/ld+json';
export const MARKDOWN = 'text/markdown';

export type Format = 'jsonld' | 'ninjs' | 'ninjs1' | 'markdown';

export interface Written {
  body: string;
  type: string;
}

/** JSON that can stand in the `script` of a page: no text in it can end that. */
const inPage = (json: string): string => json.replaceAll('<', '\\u003c');

export function write(article: Article, around: Surroundings, format: Format): Written {
  switch (format) {
    case 'jsonld':
      return { body: inPage(JSON.stringify(toJsonLd(article, around))), type: JSONLD_TYPE };
    case 'ninjs':
      return { body: JSON.stringify(toNinjs3(article, around)), type: NINJS_TYPE };
    case 'ninjs1':
      return { body: JSON.stringify(toNinjs1(article, around)), type: NINJS_TYPE };
    case 'markdown':
      return { body: toMarkdown(article, around), type: MARKDOWN_TYPE };
  }
}
