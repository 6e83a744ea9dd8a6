import { expect, test } from 'vitest';
import { createId, isId } from '../../src/core/ids.ts';

test('ids are UUIDv7 of now, each after the one before', () => {
  const before = Date.now();
  const ids = Array.from({ length: 5_000 }, createId);
  expect(ids.filter((id) => !isId(id) || id[14] !== '7' || !/[89ab]/.test(id[19] ?? ''))).toEqual(
    [],
  );
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  const times = ids.map((id) => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
  expect(Math.min(...times)).toBeGreaterThanOrEqual(before);
  expect(Math.max(...times)).toBeLessThanOrEqual(Date.now() + 1);
});
