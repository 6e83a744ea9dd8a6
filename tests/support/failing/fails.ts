import { expect, it } from 'vitest';

it('fails', () => {
  expect('this test').toBe('one that passes');
});
