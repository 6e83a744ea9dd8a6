import { parseBody } from '../core/http/validation.ts';
import { isId } from '../core/ids.ts';
import { type FigureInput, figureInput } from '../figures/schema.ts';
import { type SourceInput, sourceInput } from '../sources/schema.ts';
import { type TermInput, termInput } from '../taxonomy/schema.ts';
import type { ImportReference } from './item.ts';

/** A section, tag, source or figure as an editor could make it, with its id in the export. */
export type Reference = { id: string | undefined } & (
  | { kind: 'section' | 'tag'; input: TermInput }
  | { kind: 'source'; input: SourceInput }
  | { kind: 'figure'; input: FigureInput }
);

/** @throws Problem request-invalid */
export function prepareReference({ reference: kind, members }: ImportReference): Reference {
  const id = typeof members.id === 'string' && isId(members.id) ? members.id : undefined;
  switch (kind) {
    case 'source':
      return { kind, id, input: parseBody(sourceInput, pick(members, sourceInput.shape)) };
    case 'figure':
      return { kind, id, input: parseBody(figureInput, pick(members, figureInput.shape)) };
    default:
      return { kind, id, input: parseBody(termInput, pick(members, termInput.shape)) };
  }
}

/** Later exports may hold more than is known here. */
function pick(members: Record<string, unknown>, shape: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([key]) => key in shape));
}
