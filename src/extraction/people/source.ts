/** What a mention is resolved to, and what resolving asks of the document. */

import type { Token } from '../reading/tokens.ts';
import type { SourceKind } from '../schema.ts';
import type { BodiesTable } from './bodies.ts';
import type { PeopleTable, Person } from './people.ts';
import type { SpokenTurn } from './turn-speakers.ts';

export interface Source {
  name: string | null;
  kind: SourceKind;
  role: string | null;
  organisation: string | null;
  anonymous: boolean;
  gender: 'm' | 'f' | 'n' | 'p' | null;
}

export interface ResolveContext {
  text: string;
  tokens: readonly Token[];
  people: PeopleTable;
  bodies: BodiesTable;
  /** Sources of earlier reports with the token of their mention, oldest first. */
  earlier: { source: Source; at: number }[];
  /** Turns of the transcript, if there is one: who "I" and "you" are. */
  turns: readonly SpokenTurn[];
}

export function fromPerson(person: Person): Source {
  return {
    name: person.name,
    kind: 'person',
    role: person.role,
    organisation: person.organisation,
    anonymous: false,
    gender: person.gender,
  };
}

/** The latest sources first, as far back as a reader remembers; keeps long texts linear. */
export function recentSources(context: ResolveContext): { source: Source; at: number }[] {
  return context.earlier.slice(-80).reverse();
}
