import type { ArticleState } from '../articles/schema.ts';
import { Problem } from '../core/errors.ts';

/** From which states each step is allowed. The one table of the workflow. */
const STEPS = {
  publish: ['draft', 'scheduled', 'live', 'withdrawn'],
  correct: ['live'],
  schedule: ['draft', 'live', 'withdrawn'],
  unschedule: ['scheduled'],
  withdraw: ['live'],
  retract: ['live', 'withdrawn'],
} as const satisfies Record<string, readonly ArticleState[]>;

export type Step = keyof typeof STEPS;

/** The steps that a state allows. */
function allowedSteps(state: string): Step[] {
  return (Object.keys(STEPS) as Step[]).filter((step) =>
    (STEPS[step] as readonly string[]).includes(state),
  );
}

/** @throws Problem transition-forbidden that lists the allowed steps */
export function requireStep(state: string, step: Step): void {
  if ((STEPS[step] as readonly string[]).includes(state)) return;
  const allowed = allowedSteps(state);
  const list = allowed.length === 0 ? 'nothing' : allowed.join(', ');
  throw new Problem(
    'transition-forbidden',
    `A ${state} article can’t be brought to ${step}; allowed: ${list}.`,
    {
      members: { state, allowed },
    },
  );
}
