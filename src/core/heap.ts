import { setFlagsFromString } from 'node:v8';

/** How much what is old may grow, by hundredths, before all of the memory is looked through again. */
const GROWTH_PERCENT = 200;
/** A piece of memory of its own. The C library keeps twice as much that is free. */
const PIECE_BYTES = 8 * 2 ** 20;

/**
 * Sets up memory for a program that makes much for a moment and keeps some of it
 * (docs/decisions/0022, 0024, 0030). To be called before answers are made.
 *
 * V8 notes where objects were made that lived long, and puts all that is made there among what
 * is old from then on. A cache teaches it that at each place where answers are made, and what
 * is made for one reader then lies about until all of the memory is looked through.
 *
 * How much may be added before that happens V8 chooses by how fast it is added. Where a cache
 * takes in some and lets go of others it chooses a tenth, and looks through all of it several
 * times a second; by itself it would allow up to 300 hundredths.
 *
 * What is free at the end of the heap glibc gives back to the system from 128 KB on, and takes
 * it again for the next answers. It keeps twice as much as the largest piece that it was given
 * back (mallopt(3), M_MMAP_THRESHOLD); V8 gives this one back when it first collects.
 */
export function setUpHeap(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
  new ArrayBuffer(PIECE_BYTES);
}
