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
  const known = new LRUCache<string, T>({
    maxSize: charactersMax,
    sizeCalculation: (_made, text) => text.length + 1,
  });
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    known.set(text, made);
    return made;
  };
}
