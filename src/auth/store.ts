import type { Client } from '../core/database/types.ts';
import type { AuditEntry, Prisma, Token } from '../generated/sqlite/client.ts';

export type TokenRow = Token;
export type AuditRow = AuditEntry;

export function insertToken(client: Client, data: Prisma.TokenCreateInput): Promise<TokenRow> {
  return client.token.create({ data });
}

export function findToken(
  client: Client,
  by: { id: string } | { hash: string },
): Promise<TokenRow | null> {
  return client.token.findUnique({ where: by });
}

/** Tokens, the oldest first, after a position; all that there are without `take`. */
export function listTokens(
  client: Client,
  after: string | null = null,
  take?: number,
): Promise<TokenRow[]> {
  return client.token.findMany({
    where: after === null ? {} : { id: { gt: after } },
    orderBy: { id: 'asc' },
    ...(take === undefined ? {} : { take }),
  });
}

export async function markRevoked(client: Client, id: string, revokedAt: Date): Promise<void> {
  await client.token.update({ where: { id }, data: { revokedAt } });
}

/** Nothing to do for a token that is gone, as after a restore. */
export async function markUsed(client: Client, id: string, lastUsedAt: Date): Promise<void> {
  await client.token.updateMany({ where: { id }, data: { lastUsedAt } });
}

export interface AuditFilter {
  actor?: string | undefined;
  /** Id of what was changed. */
  target?: string | undefined;
  action?: string | undefined;
}

/** Entries of the audit, the newest first, before a position. */
export function listAudit(
  client: Client,
  { actor, target, action }: AuditFilter,
  before: number | null,
  take: number,
): Promise<AuditRow[]> {
  return client.auditEntry.findMany({
    where: {
      ...(actor === undefined ? {} : { actor }),
      ...(target === undefined ? {} : { targetId: target }),
      ...(action === undefined ? {} : { action }),
      ...(before === null ? {} : { seq: { lt: before } }),
    },
    orderBy: { seq: 'desc' },
    take,
  });
}
