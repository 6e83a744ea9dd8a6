import { setFlagsFromString } from 'node:v8';

/**
 * V8 notes where objects were made that lived long, and puts all that is made there among what
 * is old from then on. A cache teaches it that at each place where answers are made, and what
 * is made for one reader then lies about until all of the memory is looked through
 * (docs/decisions/0022). To be called before answers are made.
 */
export function stopPretenuring(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}
