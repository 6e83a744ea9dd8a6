/**
 * How schemas are asked. zod can compile one to a single function, which takes a quarter of the
 * time; what that refuses it gives to the schema itself, whose problems are told. This file
 * relies on an internal of zod: `compileFn`, since `compile` makes a second function that
 * nobody here calls. tests/properties/parsing.test.ts would notice a change.
 */
import * as z from 'zod';

/** Issues carry what was given, to tell what is missing from what is of another type. */
const REPORTED = { reportInput: true };
/**
 * Compiling the schema of an article takes 40 ms, and so does its first use. Most schemas are
 * used once or twice in a process, or never.
 */
const USES_BEFORE_COMPILED = 2;

export type Parse<T> = (value: unknown) => z.ZodSafeParseResult<T>;

const known = new WeakMap<z.ZodType, Parse<unknown>>();

/** What tells whether a value is valid, with all that is wrong with one that is not. */
export function parserOf<T>(schema: z.ZodType<T>): Parse<T> {
  const before = known.get(schema) as Parse<T> | undefined;
  if (before !== undefined) return before;
  let uses = 0;
  let present = schema;
  const parse: Parse<T> = (value) => {
    if (uses === USES_BEFORE_COMPILED) present = compiled(schema);
    uses += 1;
    return present.safeParse(value, REPORTED);
  };
  known.set(schema, parse);
  return parse;
}

function compiled<T>(schema: z.ZodType<T>): z.ZodType<T> {
  try {
    return z.core.withParser(schema, z.core.compileFn(schema));
  } catch {
    return schema;
  }
}
