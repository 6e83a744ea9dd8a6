import type { FastifyInstance } from 'fastify';
import { position, registerParts } from '../articles/parts.ts';
import type { HttpContext } from '../core/http/context.ts';
import { deskQuote, quoteInput, quotePatch } from './schema.ts';

export function registerQuoteDesk(app: FastifyInstance, context: HttpContext): void {
  registerParts(app, context, {
    name: 'quote',
    plural: 'quotes',
    tag: 'Desk: quotes',
    input: quoteInput,
    create: quoteInput.omit({ id: true }).extend({ position }).meta({
      id: 'QuoteCreate',
      description: 'A new quote, and where it goes.',
      examples: quoteInput.meta()?.examples,
    }),
    patch: quotePatch.extend({ position }).meta({
      id: 'QuotePatch',
      description: 'JSON Merge Patch (RFC 7396) of a quote.',
      examples: [{ verb: 'said' }],
    }),
    shown: deskQuote,
    placement: ['position'],
    listFor(document) {
      document.quotes ??= [];
      return document.quotes;
    },
    lists: (document) => [document.quotes ?? []],
    present: (article) => article.quotes,
  });
}
