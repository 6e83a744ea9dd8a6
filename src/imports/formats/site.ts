import { sha256 } from '../../core/hash.ts';
import type { Note } from '../item.ts';
import { textOf, textsOf, type XmlElement } from './xml.ts';

/** What a feed says about all of its stories. */
export interface Site {
  link: string;
  /** The address that relative ones are read from (xml:base). */
  base: string;
  /** Who wrote what names nobody (RFC 4287 §4.2.1). */
  author: string;
  language: string;
  /** Names of authors by their logins. */
  authors: Map<string, string>;
  note: Note;
}

/** Elements that hold a story’s words. */
const WORDS = ['title', 'content:encoded', 'content', 'description', 'summary'];

/**
 * What the origin calls a story. A guid that is no address may be used by another feed too;
 * a story without any is known by its words.
 */
export function originOf(element: XmlElement, site: Site, names: readonly string[]): string {
  const own = textOf(element, ...names);
  if (/^[a-z][\w+.-]*:\S/i.test(own)) return own;
  if (own !== '') return `${site.link}#${own}`;
  return `words:${sha256([site.link, ...textsOf(element, ...WORDS)].join('\n'))}`;
}
