/** Which claim supersedes which; a circle of them would leave none that stands. */
import type { ArticleContent } from '../articles/content.ts';
import type { Client } from '../core/database/types.ts';
import { type GateProblem, gateError } from './gate-problem.ts';

/** By the claim that supersedes: the one that is superseded. */
export type Supersession = ReadonlyMap<string, string>;

/** What would supersede what once these contents are public, as far as they reach. */
export async function readSupersession(
  client: Client,
  contents: readonly ArticleContent[],
): Promise<Supersession> {
  const claims = contents.flatMap((content) => content.claims);
  const supersession = new Map<string, string>();
  const seen = new Set<string>();
  let wanted = claims.flatMap(({ supersedes }) => supersedes ?? []);
  while (wanted.length > 0) {
    for (const id of wanted) seen.add(id);
    const rows = await client.publishedClaim.findMany({
      where: { id: { in: wanted }, supersedesId: { not: null } },
      select: { id: true, supersedesId: true },
    });
    for (const { id, supersedesId } of rows) supersession.set(id, supersedesId as string);
    wanted = rows.map(({ supersedesId }) => supersedesId as string).filter((id) => !seen.has(id));
  }
  for (const { id, supersedes } of claims) {
    if (supersedes === null) supersession.delete(id);
    else supersession.set(id, supersedes);
  }
  return supersession;
}

export function checkSupersession({
  content,
  supersession,
}: {
  content: ArticleContent;
  supersession: Supersession;
}): GateProblem[] {
  return content.claims.flatMap(({ id }, index) =>
    leadsBack(id, supersession)
      ? [
          gateError(
            'supersedes-circular',
            `/claims/${index}/supersedes`,
            'Claims supersede each other in a circle, so that none of them would stand.',
          ),
        ]
      : [],
  );
}

function leadsBack(id: string, supersession: Supersession): boolean {
  const seen = new Set<string>();
  let at = supersession.get(id);
  while (at !== undefined && at !== id && !seen.has(at)) {
    seen.add(at);
    at = supersession.get(at);
  }
  return at === id;
}
