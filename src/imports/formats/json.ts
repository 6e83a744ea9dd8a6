import { findJsonFault } from '../../core/http/json-text.ts';
import { Unreadable } from '../../text/encoding.ts';

export type Json = Record<string, unknown>;

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const list = (value: unknown): Json[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** An object or a list. @throws Unreadable */
export function parseJson(source: string): Json | unknown[] {
  const value = parse(
    source,
    (line, column) => `The JSON is broken in line ${line}, column ${column}`,
  );
  if (typeof value !== 'object' || value === null) throw new Unreadable('The JSON holds no story.');
  return value as Json | unknown[];
}

/** The object of a line of NDJSON. @throws Unreadable */
export function parseLine(source: string, number: number): Json {
  const value = parse(source, (_line, column) => `Line ${number} is broken at column ${column}`);
  if (isObject(value)) return value;
  throw new Unreadable(`Line ${number} holds no object.`);
}

function parse(source: string, place: (line: number, column: number) => string): unknown {
  try {
    return JSON.parse(source);
  } catch (error) {
    const fault = findJsonFault(source);
    throw new Unreadable(
      fault?.code === 'syntax'
        ? `${place(fault.line, fault.column)}: ${fault.message}.`
        : `The JSON is broken: ${(error as Error).message}.`,
    );
  }
}
