const BAR_WIDTH = 24;
const REDRAW_MS = 200;

/** A bar on a terminal, and none where the errors go elsewhere. */
export function createBar() {
  let drawnAt = Number.NEGATIVE_INFINITY;
  let isDrawn = false;
  return {
    /** @param share of the work that is done, 0 to 1 */
    show(share: number, what: string): void {
      const now = performance.now();
      if (!process.stderr.isTTY || now - drawnAt < REDRAW_MS) return;
      drawnAt = now;
      isDrawn = true;
      const bar = '█'.repeat(Math.round(share * BAR_WIDTH)).padEnd(BAR_WIDTH, '░');
      process.stderr.write(`\r${bar} ${(share * 100).toFixed(0)} % ${what}\u001b[K`);
    },
    end(): void {
      if (isDrawn) process.stderr.write('\r\u001b[K');
      isDrawn = false;
    },
  };
}
