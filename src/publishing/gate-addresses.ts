import { createTextReader } from '../articles/long-texts.ts';
import { findUnaddressed, type Unaddressed } from '../text/html.ts';
import type { GateInput } from './gate.ts';
import type { GateProblem } from './gate-problem.ts';

/** So many of a text are named. */
const NAMED_MAX = 3;

/** Links and pictures keep their addresses: readers of feeds and apps have no page to start from. */
export async function checkAddresses({ content }: GateInput): Promise<GateProblem[]> {
  const readText = createTextReader();
  const texts: [pointer: string, markdown: string][] = [['/body', content.body]];
  for (const [i, { turns }] of content.interviews.entries()) {
    for (const [t, { text }] of turns.entries())
      texts.push([`/interviews/${i}/turns/${t}/text`, text]);
  }
  const problems: GateProblem[] = [];
  for (const [pointer, markdown] of texts) {
    const found = findUnaddressed((await readText(markdown)).html);
    if (found.length === 0) continue;
    problems.push({
      code: 'address-missing',
      severity: 'warning',
      pointer,
      message: `Published without an address, which is to be a full one (https://…): ${listOf(found)}.`,
    });
  }
  return problems;
}

function listOf(found: readonly Unaddressed[]): string {
  const named = found
    .slice(0, NAMED_MAX)
    .map(({ element, name }) => (name === '' ? `a ${element}` : `the ${element} “${name}”`));
  const others = found.length - named.length;
  return others > 0 ? `${named.join(', ')} and ${others} more` : named.join(', ');
}
