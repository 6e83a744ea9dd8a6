/** What every format has in some form, made into the fields of a story. */
import { BODY_MAX } from '../../articles/schema.ts';
import { decodeText } from '../../text/encoding.ts';
import { project } from '../../text/projection.ts';
import { isSlug, slugify } from '../../text/slug.ts';
import { readDate } from '../dates.ts';
import { clip, firstSentence, type ImportItem, type ImportTerm } from '../item.ts';

/** A story as a format gives it; texts are plain, the body is CommonMark. */
export interface RawItem {
  origin: string;
  title: string;
  summary: string;
  body: string;
  slug?: string;
  section?: ImportTerm | null;
  tags?: readonly ImportTerm[];
  authors?: readonly string[];
  language?: string;
  place?: string;
  /** Dates as they are written, the best first. */
  dates?: readonly unknown[];
  hold?: string | null;
  lost?: readonly string[];
}

const HEADLINE_MAX = 500;
const NAMED_MAX = 2_000;
const SUMMARY_MAX = 5_000;
const MADE_HEADLINE_MAX = 140;
const MADE_SUMMARY_MAX = 400;
const TAGS_MAX = 100;
const NAME_MAX = 200;

export function toItem(given: RawItem): ImportItem {
  const raw = {
    ...given,
    title: cleanText(given.title),
    summary: cleanText(given.summary),
    body: cleanText(given.body),
  };
  const lost = new Set(raw.lost);
  // A longer text becomes no article; its first words name it in the report.
  const plain = project(raw.body.length > BODY_MAX ? raw.body.slice(0, NAMED_MAX) : raw.body).text;
  const title = raw.title.trim();
  const summary = raw.summary.trim();
  const tags = uniqueTerms(raw.tags ?? []).filter(({ slug }) => slug !== raw.section?.slug);
  if (title.length > HEADLINE_MAX)
    lost.add(`The headline was longer than ${HEADLINE_MAX} characters and was cut.`);
  if (summary.length > SUMMARY_MAX)
    lost.add(`The summary was longer than ${SUMMARY_MAX} characters and was cut.`);
  if (tags.length > TAGS_MAX)
    lost.add(`It has more than ${TAGS_MAX} tags; the others are left out.`);
  return {
    origin: raw.origin,
    headline: title === '' ? firstSentence(plain, MADE_HEADLINE_MAX) : clip(title, HEADLINE_MAX),
    summary: summary === '' ? firstSentence(plain, MADE_SUMMARY_MAX) : clip(summary, SUMMARY_MAX),
    body: raw.body,
    slug: raw.slug !== undefined && isSlug(raw.slug) ? raw.slug : null,
    language: readLanguage(raw.language ?? ''),
    section: raw.section ?? null,
    tags: tags.slice(0, TAGS_MAX),
    bylines: readAuthors(raw.authors ?? [], lost),
    place: raw.place?.trim() ? clip(cleanText(raw.place).trim(), NAME_MAX) : null,
    publishedAt: firstDate(raw.dates ?? [], lost),
    hold: raw.hold ?? null,
    lost: [...lost],
  };
}

/** Control characters and halves of characters are nobody's words, and no database keeps them all. */
export function cleanText(text: string): string {
  return withWindowsMarks(text)
    .replace(/[\f\u0085]/g, '\n')
    .replace(/(?![\t\n\r])\p{Cc}/gu, '')
    .replace(/\p{Cs}/gu, '\uFFFD');
}

/**
 * Quotation marks and dashes of Windows-1252 whose bytes became control characters, as HTML
 * reads their numbers (HTML, numeric character reference end state).
 */
function withWindowsMarks(text: string): string {
  if (!/[\u0091-\u0097]/.test(text)) return text;
  return text.replace(/[\u0080-\u009f]/g, (mark) =>
    decodeText(Uint8Array.of(mark.charCodeAt(0)), 'windows-1252'),
  );
}

/** A section or tag by its name, and its slug where the origin gives one. */
export function term(name: string, slug?: string): ImportTerm {
  const trimmed = clip(cleanText(name).replace(/\s+/g, ' ').trim(), NAME_MAX);
  return { name: trimmed, slug: slug !== undefined && isSlug(slug) ? slug : slugify(trimmed) };
}

function uniqueTerms(terms: readonly ImportTerm[]): ImportTerm[] {
  const bySlug = new Map<string, ImportTerm>();
  for (const one of terms) if (one.name !== '' && !bySlug.has(one.slug)) bySlug.set(one.slug, one);
  return [...bySlug.values()];
}

function readLanguage(tag: string): string | null {
  const trimmed = tag.trim().replaceAll('_', '-');
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(trimmed) && trimmed.length <= 35
    ? trimmed.replace(/^[A-Za-z]+/, (primary) => primary.toLowerCase())
    : null;
}

function firstDate(candidates: readonly unknown[], lost: Set<string>): Date | null {
  for (const candidate of candidates) {
    const date = readDate(candidate);
    if (date !== null) return date;
  }
  const written = candidates.find((value) => typeof value === 'string' && /[1-9]/.test(value));
  if (written !== undefined)
    lost.add(`Its date could not be read: “${clip(String(written), 60)}”.`);
  return null;
}

/** Each author once, by name: feeds give `jane@example.org (Jane Doe)` and `Jane Doe` for one. */
function readAuthors(authors: readonly string[], lost: Set<string>): ImportItem['bylines'] {
  const names = new Map<string, string>();
  for (const author of authors.map((value) => cleanText(value).replace(/\s+/g, ' ').trim())) {
    if (author === '') continue;
    const name = nameOf(author);
    if (name === '') lost.add('An author who is named by an e-mail address alone is left out.');
    else if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), clip(name, NAME_MAX));
  }
  return [...names.values()].slice(0, 50).map((name) => ({ name, role: null }));
}

const EMAIL = /[^\s()<>@]+@[^\s()<>@]+/;

function nameOf(author: string): string {
  if (!EMAIL.test(author)) return author;
  return author
    .replace(EMAIL, '')
    .replace(/mailto:/i, '')
    .replace(/[()<>"]/g, '')
    .trim();
}

/** A line such as `By Ada Renn, Bo Lind and Cy Dahl` as names. */
export function splitByline(line: string): string[] {
  const names = line.trim().replace(/^(?:by|von|par|por|di|door|av|af)[:\s]+(?=\p{Lu})/iu, '');
  const groups = names.split(/,?\s+(?:and|und|et|y|en|och|og|&)\s+/u);
  const last = groups.length - 1;
  const parts = groups.flatMap((group, index) => (index < last ? group.split(/,\s+/) : group));
  const areNames = parts.every((part) => /^[\p{L}.’'-]+(?:\s[\p{L}.’'-]+){1,3}$/u.test(part));
  return parts.length > 1 && areNames ? parts : [names];
}
