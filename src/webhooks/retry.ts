/** For how long a delivery is tried. */
export const GIVE_UP_MS = 3 * 24 * 3_600_000;

const FIRST_MS = 5_000;
const FACTOR = 3;
const LONGEST_MS = 8 * 3_600_000;
/** How far a delay strays to either side, so that a receiver is not met by all at once. */
const JITTER = 0.2;

/**
 * How long to wait after a failed attempt: 5 s, 15 s, 45 s … to 8 h, give or take a fifth;
 * longer if the receiver asks for it.
 *
 * @param attempts how many there were, this one included
 * @param random a number from 0 to 1
 */
export function retryDelayMs(
  attempts: number,
  retryAfterSeconds: number | null,
  random: number,
): number {
  const delay = Math.min(LONGEST_MS, FIRST_MS * FACTOR ** (attempts - 1));
  const strayed = delay * (1 - JITTER + 2 * JITTER * random);
  const asked = Math.min(LONGEST_MS, (retryAfterSeconds ?? 0) * 1_000);
  return Math.round(Math.max(strayed, asked));
}
