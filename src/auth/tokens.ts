import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Clock } from '../core/clock.ts';
import type { Client } from '../core/database/types.ts';
import { notFound, Problem } from '../core/errors.ts';
import { equalHashes, sha256 } from '../core/hash.ts';
import type { Authenticate } from '../core/http/desk.ts';
import { createId } from '../core/ids.ts';
import type { Role } from '../core/roles.ts';
import type { Actor, Work } from '../core/work.ts';
import { findToken, insertToken, markRevoked, type TokenRow } from './store.ts';

const SECRET_BYTES = 32;
const SECRET_PREFIX = 'onr_';

/** A new token. The secret is returned once and stored as its SHA-256 only. */
export async function createToken(
  work: Work,
  input: { name: string; role: Role; expiresAt?: Date | null },
): Promise<{ row: TokenRow; secret: string }> {
  const secret = SECRET_PREFIX + randomBytes(SECRET_BYTES).toString('base64url');
  const row = await insertToken(work.client, {
    id: createId(),
    name: input.name,
    role: input.role,
    hash: sha256(secret),
    createdAt: work.now,
    createdBy: work.actor.id,
    expiresAt: input.expiresAt ?? null,
  });
  work.record({
    action: 'token.create',
    kind: 'token',
    targetId: row.id,
    details: { role: input.role },
  });
  return { row, secret };
}

/** Revokes a token; it is refused from the next request on. @throws Problem not-found */
export async function revokeToken(work: Work, id: string): Promise<void> {
  const row = await findToken(work.client, { id });
  if (row === null) throw notFound();
  if (row.revokedAt !== null) return;
  await markRevoked(work.client, id, work.now);
  work.record({ action: 'token.revoke', kind: 'token', targetId: id });
}

/** Whether a token may be used: from its revocation and from its expiry on it may not. */
export function tokenState(
  { revokedAt, expiresAt }: Pick<TokenRow, 'revokedAt' | 'expiresAt'>,
  now: Date,
): 'valid' | 'revoked' | 'expired' {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'valid';
}

export interface AuthenticationSettings {
  client: Client;
  clock: Clock;
  adminToken: string | undefined;
  /** Told of each token that is accepted; that of the settings has no row. */
  onUse(token: TokenRow): void;
}

/**
 * Finds who sends a request by its bearer token. Every request asks the database, so that
 * a revocation holds at once in every process.
 */
export function createAuthenticate({
  client,
  clock,
  adminToken,
  onUse,
}: AuthenticationSettings): Authenticate {
  const adminHash = adminToken === undefined ? null : sha256(adminToken);
  return async (request) => {
    const hash = sha256(readBearer(request));
    if (adminHash !== null && equalHashes(hash, adminHash)) {
      return { id: 'admin-token', name: 'Administrator', role: 'admin' };
    }
    const row = await findToken(client, { hash });
    if (row === null || tokenState(row, clock()) !== 'valid')
      throw unauthenticated('The token is unknown, has expired or was revoked.');
    onUse(row);
    return asActor(row);
  };
}

function asActor(row: Pick<TokenRow, 'id' | 'name' | 'role'>): Actor {
  return { id: row.id, name: row.name, role: row.role as Role };
}

function readBearer(request: FastifyRequest): string {
  const header = request.headers.authorization;
  const match = header === undefined ? null : /^Bearer +([\x21-\x7e]{1,512})$/i.exec(header);
  if (match?.[1] === undefined) throw unauthenticated('Send a token as Authorization: Bearer ….');
  return match[1];
}

function unauthenticated(detail: string): Problem {
  return new Problem('unauthenticated', detail, {
    headers: { 'www-authenticate': 'Bearer realm="Onrecord desk"' },
  });
}
