/** Waits for conditions, which are looked at whenever something arrives. */
export interface Waiting {
  /** Resolves when the condition holds. */
  until(condition: () => boolean): Promise<void>;
  /** Looks at all that is waited for. */
  look(): void;
}

export function createWaiting(): Waiting {
  const looks = new Set<() => void>();
  return {
    until: (condition) =>
      new Promise((resolve) => {
        const look = () => {
          if (!condition()) return;
          looks.delete(look);
          resolve();
        };
        looks.add(look);
        look();
      }),
    look() {
      for (const look of looks) look();
    },
  };
}
