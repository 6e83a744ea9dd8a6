/** From the paths of openapi.yaml to what a call takes and gives. Types only. */
import type { components, paths } from './api.ts';

export type Schemas = components['schemas'];
export type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';

/** The paths that know a method. */
export type PathsOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, infer O>
    ? O extends undefined
      ? never
      : P
    : never;
}[keyof paths];

export type Operation<P extends keyof paths, M extends Method> =
  paths[P] extends Record<M, infer O> ? O : never;

type Part<O, K extends 'path' | 'query'> = O extends { parameters: infer S }
  ? K extends keyof S
    ? S[K]
    : never
  : never;

/** What may be left out may be given as undefined as well, under `exactOptionalPropertyTypes` too. */
type OrUndefined<V> = {
  [K in keyof V]: Record<never, never> extends Pick<V, K> ? V[K] | undefined : V[K];
};

/** A member that must be given if anything in it must be, and that is not there if there is nothing. */
type Member<K extends string, V> = [NonNullable<V>] extends [never]
  ? { [name in K]?: never }
  : Record<never, never> extends V
    ? { [name in K]?: NonNullable<V> }
    : { [name in K]: V };

type Bodies<O> = O extends { requestBody?: infer R }
  ? NonNullable<R> extends { content: infer C }
    ? C
    : never
  : never;

type BodyOf<O> = [Bodies<O>] extends [never]
  ? never
  : Bodies<O> extends { 'multipart/form-data': unknown }
    ? FormData
    : Bodies<O> extends { 'application/x-ndjson': unknown }
      ? string
      : Bodies<O>[keyof Bodies<O>];

type NeedsBody<O> = O extends { requestBody: unknown } ? true : false;

type BodyMember<O> = [BodyOf<O>] extends [never]
  ? { body?: never }
  : NeedsBody<O> extends true
    ? { body: BodyOf<O> }
    : { body?: BodyOf<O> };

/** What a call is given beside its path. */
export type CallOptions<O> = Member<'params', Part<O, 'path'>> &
  Member<'query', OrUndefined<Part<O, 'query'>>> &
  BodyMember<O> & {
    /** The media type to ask for; JSON if not given. */
    accept?: MediaTypes<O>;
    /** The ETag of the version that was read, for what changes it. */
    ifMatch?: string | undefined;
    /** Stands for this one POST; made by the client if not given. */
    idempotencyKey?: string | undefined;
    headers?: Record<string, string> | undefined;
    signal?: AbortSignal | undefined;
  };

/** The paths that can be called without options. */
export type FreePaths<M extends Method> = {
  [P in PathsOf<M>]: Record<never, never> extends CallOptions<Operation<P, M>> ? P : never;
}[PathsOf<M>];

/** Options in which nothing is unknown, neither among them nor in their query. */
export type Exact<O, T> = O & {
  [K in keyof O]: K extends keyof T
    ? K extends 'query'
      ? { [Q in keyof O[K]]: Q extends keyof NonNullable<T[K]> ? O[K][Q] : never }
      : O[K]
    : never;
};

type Success<O> = O extends { responses: infer R } ? R[keyof R & (200 | 201 | 202 | 204)] : never;
type Contents<O> =
  Success<O> extends infer S ? (S extends { content: infer C } ? C : never) : never;

type MediaTypes<O> = Contents<O> extends infer C ? (C extends unknown ? keyof C : never) : never;

/** What the client makes of a body, as `dataOf` reads it. */
type Read<T, V> = T extends `${string}${'/' | '+'}json`
  ? V
  : T extends `text/${string}` | `${string}${'xml' | 'yaml' | 'ndjson'}`
    ? string
    : Blob;

/** What is read of one of the media types `T`. */
type ReadAs<C, T> = C extends unknown ? (T extends keyof C ? Read<T, C[T]> : never) : never;

/** A document, or a page of them, of which `fields` left something out; `{}` would do for it. */
type IsPart<T> =
  Record<never, never> extends (T extends { data: (infer I)[] } ? I : T) ? true : false;
type Whole<T> = T extends unknown ? (IsPart<T> extends true ? never : T) : never;

type HasFields<Options> = Options extends { query?: infer Q }
  ? 'fields' extends keyof NonNullable<Q>
    ? true
    : false
  : false;

/** The media type that is asked for: JSON where there is any, if nothing is said. */
type Asked<O, Options> = Options extends { accept: infer A }
  ? A
  : 'application/json' extends MediaTypes<O>
    ? 'application/json'
    : MediaTypes<O>;

type Answered<O, Options> = ReadAs<Contents<O>, Asked<O, Options>>;

/** What a call gives: JSON parsed, other text as text, bytes as they are, nothing for a 204. */
export type DataOf<O, Options> = [Contents<O>] extends [never]
  ? undefined
  : HasFields<Options> extends true
    ? Answered<O, Options>
    : [Whole<Answered<O, Options>>] extends [never]
      ? Answered<O, Options>
      : Whole<Answered<O, Options>>;

type Page = { data: unknown[]; page: { next: string | null } };

/** The paths that answer a page of a list. */
export type ListPaths = {
  [P in PathsOf<'get'>]: DataOf<Operation<P, 'get'>, object> extends Page ? P : never;
}[PathsOf<'get'>];

/** One thing in a list. */
export type ItemOf<O, Options> =
  DataOf<O, Options> extends infer D ? (D extends { data: (infer I)[] } ? I : never) : never;
