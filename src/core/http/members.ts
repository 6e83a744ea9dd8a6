import type * as z from 'zod';

/** What is wrong with members of an object that don’t go together. */
interface Discord {
  error: string;
  /** The member that it is told of. */
  path: [string];
  /** Of the fault; `invalid` if not given. */
  params?: { code: string };
}

/**
 * A refinement of an object that is also made where single members are wrong, so that all
 * faults of a body are told at once; zod would leave it until the others are mended.
 */
export function besideOthers(discord: Discord) {
  const when = ({ value }: z.core.ParsePayload) => typeof value === 'object' && value !== null;
  return { ...discord, when };
}
