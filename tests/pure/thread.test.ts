import { afterEach, describe, expect, it } from 'vitest';
import { createThread, startThread, type Thread } from '../../src/core/thread.ts';
import { withoutThreads } from '../support/no-threads.ts';
import type { Task } from '../support/odd-thread.ts';
import { runProgram } from '../support/program.ts';

describe('a thread', () => {
  let thread: Thread<Task>;
  const open = ({ waitingMax = 10, timeoutMs = 10_000 } = {}) => {
    thread = createThread<Task>({
      start: () => startThread('../support/odd-thread', import.meta.url),
      waitingMax,
      timeoutMs,
      keepsProcess: true,
      refuse: (reason) => new Error(`refused: ${reason}`),
      fail: (message, name) => new Error(`${name}: ${message}`),
    });
    return thread;
  };
  afterEach(() => thread.close());

  it('is started by its first job, and does one after another', async () => {
    const { ask } = open();
    expect(thread.running).toBeNull();
    const texts = ['one', 'two', 'three'];
    const answers = await Promise.all(texts.map((text) => ask({ kind: 'echo', text })));
    expect(answers).toEqual(texts);
    expect(thread.running).not.toBeNull();
  });

  it('tells what went wrong with a job, and does the next', async () => {
    const { ask } = open();
    await expect(ask({ kind: 'fail', text: 'not that' })).rejects.toThrow('Odd: not that');
    expect(await ask({ kind: 'echo', text: 'this' })).toBe('this');
  });

  it('refuses what comes when too many wait', async () => {
    const { ask } = open({ waitingMax: 2 });
    const asked = [ask({ kind: 'echo', text: 'a' }), ask({ kind: 'echo', text: 'b' })];
    expect(() => ask({ kind: 'echo', text: 'c' })).toThrow('refused: too many others');
    expect(await Promise.all(asked)).toEqual(['a', 'b']);
    expect(await ask({ kind: 'echo', text: 'c' })).toBe('c');
  });

  it('that died refuses what waited, and another one takes its place', async () => {
    const { ask } = open();
    const asked = [ask({ kind: 'die', text: '' }), ask({ kind: 'echo', text: 'a' })];
    for (const answer of await Promise.allSettled(asked)) {
      expect(answer.status).toBe('rejected');
      expect(String((answer as PromiseRejectedResult).reason)).toMatch('refused: its thread ended');
    }
    expect(await ask({ kind: 'echo', text: 'b' })).toBe('b');
  });

  it('that the system does not give refuses what was asked, and is tried again', async () => {
    const { ask } = open();
    const asked = withoutThreads(async () => ask({ kind: 'echo', text: 'a' }));
    await expect(asked).rejects.toThrow('refused: ERR_WORKER_INIT_FAILED');
    expect(await ask({ kind: 'echo', text: 'b' })).toBe('b');
  });

  it('that takes too long is ended, and another one does what comes then', async () => {
    const { ask } = open({ timeoutMs: 3_000 });
    const first = ask({ kind: 'hang', text: '' });
    const late = thread.running;
    await expect(first).rejects.toThrow('refused: it takes too long');
    expect(await ask({ kind: 'echo', text: 'on' })).toBe('on');
    expect(thread.running).not.toBe(late);
  });

  it('is not late where whoever asked it was held up', async () => {
    const { ask } = open({ timeoutMs: 3_000 });
    await ask({ kind: 'echo', text: 'ready' });
    const first = thread.running;
    // Behind this, timers come before what was answered.
    await new Promise((resolve) => setImmediate(resolve));
    const asked = ask({ kind: 'echo', text: 'in time' });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3_500);
    expect(await asked).toBe('in time');
    expect(thread.running).toBe(first);
  });

  it('that keeps no process does what it was asked, and is left behind', async () => {
    const program = `
      import { createThread, startThread } from '${new URL('../../src/core/thread.ts', import.meta.url)}';
      const thread = createThread({
        start: () => startThread('odd-thread', '${new URL('../support/odd-thread.ts', import.meta.url)}'),
        waitingMax: 10,
        timeoutMs: 60_000,
        keepsProcess: false,
        refuse: (reason) => new Error(reason),
        fail: (message) => new Error(message),
      });
      process.stdout.write(await thread.ask({ kind: 'echo', text: 'done' }));
    `;
    expect(await runProgram(program)).toBe('done');
  });
});
