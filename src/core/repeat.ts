/** What is done again and again, never twice at once. It keeps no process from ending. */
export interface Repeated {
  start(): void;
  /** Does it at once, unless it is being done. */
  run(): void;
  /** Waits until it is done, if it is being done. */
  stop(): Promise<void>;
}

/**
 * @param everyMs how long after its start it is done first, and how often then
 * @param onError told of what breaks; it is done again at its time
 */
export function repeat(
  everyMs: number,
  task: () => Promise<void>,
  onError: (error: unknown) => void,
): Repeated {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  const run = () => {
    running ??= task()
      .catch(onError)
      .finally(() => {
        running = null;
      });
  };
  return {
    run,
    start() {
      timer = setInterval(run, everyMs);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
