import type { Comparator } from '../claims/schema.ts';
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

/** The ids of everything that a content refers to, by kind. */
export function references(content: ArticleContent): { kind: string; targetId: string }[] {
  const sources = new Set<string>();
  for (const turn of allTurns(content)) if (turn.speaker !== null) sources.add(turn.speaker);
  for (const quote of content.quotes) if (quote.speaker !== null) sources.add(quote.speaker);
  for (const claim of content.claims) for (const link of claim.chain) sources.add(link.source);
  const figures = new Set(content.claims.map((claim) => claim.figure));
  const assets = new Set(
    [content.image, ...content.bylines.map(({ image }) => image)].filter((image) => image != null),
  );
  return [
    ...[...sources].map((targetId) => ({ kind: 'source', targetId })),
    ...[...figures].map((targetId) => ({ kind: 'figure', targetId })),
    ...(content.section === '' ? [] : [{ kind: 'section', targetId: content.section }]),
    ...[...new Set(content.tags)].map((targetId) => ({ kind: 'tag', targetId })),
    ...[...assets].map((targetId) => ({ kind: 'asset', targetId })),
  ];
}

/** The originator of a claim: the first who is said to have counted, else the first named. */
export function originatorOf(claim: ContentClaim): string | null {
  const link = claim.chain.find(({ role }) => role === 'originator') ?? claim.chain[0];
  return link?.source ?? null;
}
