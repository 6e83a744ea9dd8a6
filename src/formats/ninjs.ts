/**
 * What both generations of IPTC ninjs say alike. Both are valid by IPTC's schemas, which
 * allow no members of one's own: quotes and claims are associated components, with a
 * claim's bounds as descriptions by role.
 */
import type { SourceRef } from '../sources/schema.ts';
import { SPACELESS } from '../text/characters.ts';
import type { Article } from './surroundings.ts';

/** IPTC has registered no type for ninjs; this is its NewsML-G2 news item, in JSON. */
export const NINJS_TYPE = 'application/vnd.iptc.g2.newsitem+json';

export const GENRES = 'http://cv.iptc.org/newscodes/genre/';
export const genreOf = ({ kind }: Article) => (kind === 'interview' ? 'Interview' : 'Current');

interface Term {
  name: string;
  slug: string;
  rel: 'section' | 'tag';
  uri: string;
}

export function terms(article: Article, publicUrl: string): Term[] {
  return [
    {
      ...article.section,
      rel: 'section',
      uri: `${publicUrl}/v1/articles?section=${article.section.slug}`,
    },
    ...article.tags.map((tag) => ({
      ...tag,
      rel: 'tag' as const,
      uri: `${publicUrl}/v1/articles?tag=${tag.slug}`,
    })),
  ];
}

/** A word or a number; of a script without spaces a stretch, as the dictionary wants short ones. */
const RUN = new RegExp(
  `[${SPACELESS}][${SPACELESS}\\p{M}]{0,99}|` +
    `[\\p{L}\\p{N}](?:(?![${SPACELESS}])[\\p{L}\\p{N}\\p{M}’'-]|[.,](?=\\p{N}))*`,
  'gu',
);
const SPACELESS_RUN = new RegExp(`^[${SPACELESS}]`, 'u');
/** Made when it is needed: it takes 9 ms, which a start would wait for. */
let dictionary: Intl.Segmenter | undefined;

/** Words as readers of each script count them. */
export function countWords(text: string): number {
  let count = 0;
  for (const [run] of text.matchAll(RUN)) {
    if (!SPACELESS_RUN.test(run)) count += 1;
    else {
      dictionary ??= new Intl.Segmenter('ja', { granularity: 'word' });
      for (const { isWordLike } of dictionary.segment(run)) if (isWordLike) count += 1;
    }
  }
  return count;
}

export const countCharacters = (text: string): number => [...text].length;
export const byline = ({ bylines }: Article): string => bylines.map(({ name }) => name).join(', ');

/** What was corrected, for the editors who take it. */
export function editorsNote({ corrections }: Article): string | null {
  if (corrections.length === 0) return null;
  return corrections
    .map(
      ({ edition, note, publishedAt }) =>
        `Correction (edition ${edition}, ${publishedAt.slice(0, 10)}): ${note ?? 'no note'}`,
    )
    .join('\n');
}

/** Distinct names of the places that claims and dateline name. */
export function places(article: Article): { name: string; rel: string }[] {
  const located = article.dateline?.place;
  return [
    ...(located ? [{ name: located, rel: 'dateline' }] : []),
    ...claimedPlaces(article.claims),
  ];
}

export function claimedPlaces(claims: Article['claims']): { name: string; rel: string }[] {
  const claimed = claims.flatMap(({ place }) => (place ? [place] : []));
  return [...new Set(claimed)].map((name) => ({ name, rel: 'claim' }));
}

/** How a source is in the article: who said something, else who passed it on. */
export function roleOf({ id }: SourceRef, { claims, quotes, interviews }: Article): string {
  if (quotes.some(({ speaker }) => speaker.id === id)) return 'quoted';
  if (claims.some(({ source }) => source.id === id)) return 'cited';
  if (interviews.some(({ turns }) => turns.some(({ speaker }) => speaker.id === id)))
    return 'interview';
  return 'relay';
}
