import type { Comparator } from '../claims/schema.ts';
import type { ShownKind } from '../core/references/reproject.ts';
import type { AnchorStatus, DeskAnchor } from '../text/schema.ts';
import type { TurnRole } from '../turns/schema.ts';

/**
 * What a revision holds: the article document, with ids instead of the sources, figures
 * and parts that it refers to. Sections and tags are slugs. Kept as JSON for ever, so
 * that a field may be added here but never change its meaning.
 */
export interface ArticleContent {
  slug: string;
  headline: string;
  summary: string;
  body: string;
  language: string;
  section: string;
  tags: string[];
  bylines: { name: string; role: string | null; image: string | null }[];
  dateline: { place: string | null; date: string | null } | null;
  image: string | null;
  interviews: ContentInterview[];
  quotes: ContentQuote[];
  claims: ContentClaim[];
}

export interface ContentInterview {
  id: string;
  title: string | null;
  turns: ContentTurn[];
}

export interface ContentTurn {
  id: string;
  role: TurnRole;
  speaker: string | null;
  speakerRole: string | null;
  text: string;
}

export interface ContentQuote {
  id: string;
  kind: 'direct' | 'mixed' | 'indirect';
  speaker: string | null;
  speakerRole: string | null;
  organisation: string | null;
  verb: string | null;
  saidOn: string | null;
  venue: string | null;
  translated: boolean;
  original: { language: string; text: string } | null;
  anchor: DeskAnchor;
  status: AnchorStatus;
}

export interface ContentClaim {
  id: string;
  figure: string;
  comparator: Comparator;
  low: number | null;
  high: number | null;
  unit: string;
  place: string | null;
  asOf: string | null;
  chain: { role: 'originator' | 'relay'; verb: string | null; source: string }[];
  partOf: string | null;
  supersedes: string | null;
  boundsReason: string | null;
  anchor: DeskAnchor;
  status: AnchorStatus;
}

export function allTurns(content: Pick<ArticleContent, 'interviews'>): ContentTurn[] {
  return content.interviews.flatMap((interview) => interview.turns);
}

/** By kind, the ids of what is referred to; sections and tags by their slugs. */
export type References = Record<ShownKind, Set<string>>;

/** Everything that some contents refer to. */
export function references(...contents: readonly ArticleContent[]): References {
  const found: References = {
    source: new Set(),
    figure: new Set(),
    section: new Set(),
    tag: new Set(),
    asset: new Set(),
  };
  const add = (kind: keyof References, id: string | null | undefined) => {
    if (id) found[kind].add(id);
  };
  for (const content of contents) {
    for (const { turns } of content.interviews)
      for (const { speaker } of turns) add('source', speaker);
    for (const { speaker } of content.quotes) add('source', speaker);
    for (const { chain, figure } of content.claims) {
      for (const { source } of chain) add('source', source);
      add('figure', figure);
    }
    add('section', content.section);
    for (const tag of content.tags) add('tag', tag);
    add('asset', content.image);
    for (const { image } of content.bylines) add('asset', image);
  }
  return found;
}

/** The originator of a claim: the first who is said to have counted, else the first named. */
export function originatorOf(claim: ContentClaim): string | null {
  const link = claim.chain.find(({ role }) => role === 'originator') ?? claim.chain[0];
  return link?.source ?? null;
}
