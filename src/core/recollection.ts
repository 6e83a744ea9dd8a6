/** Tells whether a key was asked about before, among about as many of the last ones. */
export function createRecollection(max: number): (key: string) => boolean {
  let recent = new Set<string>();
  let older = new Set<string>();
  return (key) => {
    if (recent.has(key)) return true;
    const isOld = older.has(key);
    recent.add(key);
    if (recent.size >= max / 2) {
      older = recent;
      recent = new Set();
    }
    return isOld;
  };
}
