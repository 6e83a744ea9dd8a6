import { describe, expect, it } from 'vitest';
import { nextTurn, noteArrival } from '../../src/core/turns.ts';

describe('the next turn of the event loop', () => {
  it('is the same for all who wait for it in this one', async () => {
    const first = nextTurn();
    expect(nextTurn()).toBe(first);
    await first;
    expect(nextTurn()).not.toBe(first);
  });

  it('is gone through by all of them together, step by step', async () => {
    const steps: string[] = [];
    const work = async (name: string) => {
      for (let step = 1; step <= 2; step += 1) {
        await nextTurn();
        steps.push(`${name} reads ${step}`);
        await null;
        steps.push(`${name} answers ${step}`);
      }
    };
    await Promise.all([work('a'), work('b'), work('c')]);
    const inTurn = (step: number) =>
      ['reads', 'answers'].flatMap((what) =>
        ['a', 'b', 'c'].map((name) => `${name} ${what} ${step}`),
      );
    expect(steps).toEqual([...inTurn(1), ...inTurn(2)]);
  });

  it('comes after what was waiting for the event loop before', async () => {
    const seen: string[] = [];
    setImmediate(() => seen.push('somebody else'));
    await nextTurn().then(() => seen.push('who waited'));
    expect(seen).toEqual(['somebody else', 'who waited']);
  });

  it('begins after a bounded number of clients, however many come', async () => {
    let rounds = 0;
    let isOver = false;
    const come = () => {
      rounds += 1;
      noteArrival();
      if (!isOver) setImmediate(come);
    };
    setImmediate(come);
    await nextTurn();
    isOver = true;
    expect(rounds).toBeGreaterThan(10);
    expect(rounds).toBeLessThan(20);
  });
});
