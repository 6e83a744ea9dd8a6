import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { HttpContext } from '../core/http/context.ts';
import { deskRead, deskWrite } from '../core/http/desk.ts';
import { pageOf, pageQuery, readPage } from '../core/http/pagination.ts';
import { filled, id } from '../core/http/scalars.ts';
import { ROLES } from '../core/roles.ts';
import { auditItem, deskToken, me, newToken, tokenInput } from './schema.ts';
import { type AuditRow, listAudit, listTokens, type TokenRow } from './store.ts';
import { createToken, revokeToken } from './tokens.ts';

const TAG = 'Desk: access';

export function registerAccessDesk(app: FastifyInstance, context: HttpContext): void {
  deskRead(app, context, {
    method: 'get',
    url: '/v1/desk/me',
    operationId: 'readMe',
    tag: TAG,
    summary: 'Who am I',
    description: 'The token that was sent, and what it may do.',
    role: 'reader',
    responses: { 200: me },
    async read({ actor }) {
      return { body: { ...actor, can: ROLES.slice(0, ROLES.indexOf(actor.role) + 1) } };
    },
  });
  registerTokens(app, context);
  registerAudit(app, context);
}

function registerTokens(app: FastifyInstance, context: HttpContext): void {
  deskRead(app, context, {
    method: 'get',
    url: '/v1/desk/tokens',
    operationId: 'listTokens',
    tag: TAG,
    summary: 'List tokens',
    description: 'All tokens, oldest first, without their secrets.',
    role: 'admin',
    query: z.strictObject(pageQuery),
    responses: { 200: pageOf(deskToken, 'TokenPage') },
    async read({ query }) {
      const { items, page } = await readPage('tokens', query, 'id', (after, take) =>
        listTokens(context.db.current, after, take),
      );
      return { body: { data: items.map(presentToken), page } };
    },
  });

  deskWrite(app, context, {
    method: 'post',
    url: '/v1/desk/tokens',
    operationId: 'createToken',
    tag: TAG,
    summary: 'Create a token',
    description: 'The secret is in this answer and nowhere else.',
    role: 'admin',
    body: tokenInput,
    responses: { 201: newToken },
    async write(work, { body }) {
      const expiresAt = body.expiresAt == null ? null : new Date(body.expiresAt);
      const { row, secret } = await createToken(work, { ...body, expiresAt });
      return {
        status: 201,
        body: { ...presentToken(row), secret },
        location: `/v1/desk/tokens/${row.id}`,
      };
    },
  });

  deskWrite(app, context, {
    method: 'delete',
    url: '/v1/desk/tokens/:id',
    operationId: 'revokeToken',
    tag: TAG,
    summary: 'Revoke a token',
    description:
      'From the next request on it is refused. No If-Match: revoking twice is revoking once.',
    role: 'admin',
    params: z.strictObject({ id }),
    responses: { 204: null },
    async write(work, { params }) {
      await revokeToken(work, params.id);
      return { status: 204 };
    },
  });
}

function registerAudit(app: FastifyInstance, context: HttpContext): void {
  deskRead(app, context, {
    method: 'get',
    url: '/v1/desk/audit',
    operationId: 'listAudit',
    tag: TAG,
    summary: 'Read the audit',
    description: 'Every desk write, newest first. Each entry’s hash covers the one before.',
    role: 'admin',
    query: z.strictObject({
      actor: filled(100).optional(),
      target: filled(100).optional().meta({ description: 'Id of what was changed.' }),
      action: filled(100).optional(),
      ...pageQuery,
    }),
    responses: { 200: pageOf(auditItem, 'AuditPage') },
    async read({ query }) {
      const { items, page } = await readPage('audit', query, 'seq', (before, take) =>
        listAudit(context.db.current, query, before, take),
      );
      return { body: { data: items.map(presentAudit), page } };
    },
  });
}

function presentToken(row: TokenRow) {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}

function presentAudit(row: AuditRow) {
  const { actorName, ...details } = JSON.parse(row.details) as { actorName: string };
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    actor: row.actor,
    actorName,
    role: row.role,
    action: row.action,
    kind: row.kind,
    targetId: row.targetId,
    before: row.before,
    after: row.after,
    details,
    requestId: row.requestId,
    previous: row.previous,
    hash: row.hash,
  };
}
