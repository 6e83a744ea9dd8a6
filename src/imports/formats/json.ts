import { Unreadable } from '../../text/encoding.ts';

export type Json = Record<string, unknown>;

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const list = (value: unknown): Json[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** An object or a list. @throws Unreadable */
export function parseJson(source: string): Json | unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    throw new Unreadable(`The JSON is broken: ${(error as Error).message}.`);
  }
  if (typeof value !== 'object' || value === null) throw new Unreadable('The JSON holds no story.');
  return value as Json | unknown[];
}
