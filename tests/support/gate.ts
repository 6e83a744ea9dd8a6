/** Drafts for the gate, and what it says of them. */
import { expect } from 'vitest';
import type { GateProblem } from '../../src/publishing/gate-problem.ts';
import { plainArticle } from './articles.ts';
import type { Newsroom } from './newsroom.ts';

/** The id of a new draft. */
export async function createDraft(newsroom: Newsroom, article: object): Promise<string> {
  return (await newsroom.create(article)).body.id;
}

export async function checkDraft(newsroom: Newsroom, article: object): Promise<GateProblem[]> {
  const id = await createDraft(newsroom, article);
  const { status, body } = await newsroom.post(`/v1/desk/articles/${id}/check`);
  expect(status).toBe(200);
  return body.problems;
}

const FIGURE = { slug: 'gate-figure', question: 'How many soldiers?', unit: 'soldiers' };
const SAID = [
  { role: 'originator', verb: 'said', source: { kind: 'organisation', name: 'The Ministry' } },
];

/** An article whose only claim stands in `sentence`. */
export function claiming(sentence: string, claim: object, changes: object = {}) {
  return plainArticle({
    body: sentence,
    claims: [
      {
        figure: FIGURE,
        unit: 'soldiers',
        asOf: '2024-10',
        chain: SAID,
        ...claim,
      },
    ],
    ...changes,
  });
}
export const anchored = (exact: string) => ({ anchor: { pieces: [{ exact }] } });
