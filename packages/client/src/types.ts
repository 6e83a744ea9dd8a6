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
  Member<'query', Part<O, 'query'>> &
  BodyMember<O> & {
    /** The media type to ask for; JSON if not given. */
    accept?: MediaTypes<O>;
    /** The ETag of the version that was read, for what changes it. */
    ifMatch?: string;
    /** Stands for this one request; made by the client if not given. */
    idempotencyKey?: string;
    headers?: Record<string, string>;
    signal?: AbortSignal;
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

/** A document of which `fields` left something out; `{}` would do for it. */
type Whole<T> = T extends unknown ? (Record<never, never> extends T ? never : T) : never;

/** What a call gives: JSON parsed, other text as text. */
export type DataOf<O, Options> = Options extends { accept: infer A }
  ? Pick1<Contents<O>, A>
  : [Pick1<Contents<O>, 'application/json'>] extends [never]
    ? string
    : Options extends { query: { fields: string } }
      ? Pick1<Contents<O>, 'application/json'>
      : Whole<Pick1<Contents<O>, 'application/json'>>;

type Pick1<C, A> = C extends unknown ? (A extends keyof C ? C[A] : never) : never;

/** The paths that answer a page of a list. */
export type ListPaths = {
  [P in PathsOf<'get'>]: Pick1<Contents<Operation<P, 'get'>>, 'application/json'> extends {
    data: unknown[];
    page: { next: string | null };
  }
    ? P
    : never;
}[PathsOf<'get'>];

/** One thing in a list. */
export type ItemOf<O, Options> =
  DataOf<O, Options> extends { data: (infer I)[] }
    ? Options extends { query: { fields: string } }
      ? I
      : Whole<I>
    : never;
