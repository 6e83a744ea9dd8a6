import type { FastifyInstance } from 'fastify';
import { position, registerParts } from '../articles/parts.ts';
import type { HttpContext } from '../core/http/context.ts';
import { claimInput, claimPatch, deskClaim } from './schema.ts';

export function registerClaimDesk(app: FastifyInstance, context: HttpContext): void {
  registerParts(app, context, {
    name: 'claim',
    plural: 'claims',
    tag: 'Desk: claims',
    input: claimInput,
    create: claimInput.omit({ id: true }).extend({ position }).meta({
      id: 'ClaimCreate',
      description: 'A new claim, and where it goes.',
      examples: claimInput.meta()?.examples,
    }),
    patch: claimPatch.extend({ position }).meta({
      id: 'ClaimPatch',
      description: 'JSON Merge Patch (RFC 7396) of a claim.',
      examples: [{ low: 1250 }],
    }),
    shown: deskClaim,
    placement: ['position'],
    listFor(document) {
      document.claims ??= [];
      return document.claims;
    },
    lists: (document) => [document.claims ?? []],
    present: (article) => article.claims,
  });
}
