/** Who speaks or is cited, in schema.org's words. */
import type { Organization, Person } from 'schema-dts';
import type { SourceRef } from '../sources/schema.ts';
import { type Surroundings, sourceUrl } from './surroundings.ts';

/** A member that is left out where it would be an empty list. */
export function some<K extends string, T>(name: K, items: T[]): { [key in K]?: NoInfer<T>[] } {
  return items.length === 0 ? {} : ({ [name]: items } as { [key in K]: T[] });
}

/** A person or organisation. Whom the public may not know is a person without an address. */
export function party(
  source: SourceRef,
  { publicUrl, sources }: Surroundings,
  whole = false,
): Person | Organization {
  const details = whole ? sources.get(source.id) : undefined;
  const shared = {
    '@id': sourceUrl(publicUrl, source),
    name: source.name,
    ...some('sameAs', details?.sameAs ?? []),
  };
  if (source.kind === 'organisation') return { '@type': 'Organization', ...shared };
  return {
    '@type': 'Person',
    ...shared,
    ...(source.kind === 'unnamed' ? { disambiguatingDescription: 'unnamed source' } : {}),
    ...(details?.affiliation
      ? { affiliation: { '@type': 'Organization', name: details.affiliation } }
      : {}),
  };
}

export function cited(source: SourceRef, { publicUrl, sources }: Surroundings) {
  return {
    '@type': 'CreativeWork' as const,
    '@id': sourceUrl(publicUrl, source),
    name: source.name,
    ...some('sameAs', sources.get(source.id)?.sameAs ?? []),
  };
}

/** Who said it; a document is what it is based on. */
export function creator(source: SourceRef, around: Surroundings) {
  return source.kind === 'document'
    ? { isBasedOn: cited(source, around) }
    : { author: party(source, around) };
}
