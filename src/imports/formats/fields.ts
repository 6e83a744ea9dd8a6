/** What every format has in some form, made into the fields of a story. */
import { BODY_MAX } from '../../articles/schema.ts';
import { project } from '../../text/projection.ts';
import { isSlug, slugify } from '../../text/slug.ts';
import { readDate } from '../dates.ts';
import { clip, firstSentence, type ImportItem, type ImportTerm } from '../item.ts';
import { type Author, readAuthors } from './authors.ts';
import { cleanText, NAME_MAX } from './clean-text.ts';

/** A story as a format gives it; texts are plain, the body is CommonMark. */
export interface RawItem {
  origin: string;
  title: string;
  summary: string;
  body: string;
  slug?: string;
  section?: ImportTerm | null;
  tags?: readonly ImportTerm[];
  authors?: readonly (string | Author)[];
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
  if (plain.trim() === '' && title !== '') lost.add('It has no text.');
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
