/** Tells those who listen that something happened; what it was, they look up themselves. */
export interface Signal {
  /** @returns a function that ends the listening */
  listen(listener: () => void): () => void;
  give(): void;
}

export function createSignal(): Signal {
  const listeners = new Set<() => void>();
  return {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    give() {
      for (const listener of [...listeners]) listener();
    },
  };
}
