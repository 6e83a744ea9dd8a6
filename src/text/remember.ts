import { LRUCache } from 'lru-cache';

/**
 * A pure function of a text that remembers what it made of the texts of late, up to so many
 * characters in all: the same text is saved, checked, published and shown within moments.
 * What it makes is shared, so that nobody may change it.
 */
export function remember<T extends object | string>(
  make: (text: string) => T,
  charactersMax: number,
): (text: string) => T {
  const known = createMemory<T>(charactersMax);
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    known.set(text, made);
    return made;
  };
}

/** A function whose work can be done in steps as well, with something else between them. */
export interface Stepwise<T> {
  (text: string): T;
  steps(text: string): Generator<void, T>;
}

/** As `remember`, of what takes long for long texts. */
export function rememberSteps<T extends object | string>(
  make: (text: string) => Generator<void, T>,
  charactersMax: number,
): Stepwise<T> {
  const known = createMemory<T>(charactersMax);
  function* steps(text: string): Generator<void, T> {
    const made = known.get(text) ?? (yield* make(text));
    known.set(text, made);
    return made;
  }
  const atOnce = (text: string): T => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const making = steps(text);
    for (;;) {
      const step = making.next();
      if (step.done) return step.value;
    }
  };
  return Object.assign(atOnce, { steps });
}

function createMemory<T extends object | string>(charactersMax: number): LRUCache<string, T> {
  return new LRUCache<string, T>({
    maxSize: charactersMax,
    sizeCalculation: (_made, text) => text.length + 1,
  });
}
