import { describe, expect, it } from 'vitest';
import { once } from '../../src/core/once.ts';

describe('once', () => {
  it('makes a value for all who ask, and keeps it', async () => {
    let made = 0;
    const get = once(async () => {
      made += 1;
      return made;
    });
    expect(await Promise.all([get(), get()])).toEqual([1, 1]);
    expect(await get()).toBe(1);
  });

  it('tries again after a failure, which all who waited for it are told', async () => {
    let tries = 0;
    const get = once(async () => {
      tries += 1;
      if (tries === 1) throw new Error('not yet');
      return tries;
    });
    const first = [get(), get()];
    await expect(first[0]).rejects.toThrow('not yet');
    await expect(first[1]).rejects.toThrow('not yet');
    expect(await get()).toBe(2);
  });
});
