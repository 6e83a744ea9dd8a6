import { listTokens, type TokenRow } from '../auth/store.ts';
import { createToken, revokeToken, tokenState } from '../auth/tokens.ts';
import { systemClock } from '../core/clock.ts';
import { Problem } from '../core/errors.ts';
import type { Role } from '../core/roles.ts';
import { StartError } from '../core/start-error.ts';
import { print } from './print.ts';
import { doWork, withDatabase, withExistingDatabase } from './work.ts';

export async function createTokenCommand(name: string, role: Role): Promise<void> {
  const { row, secret } = await withDatabase((db) =>
    doWork(db, (work) => createToken(work, { name, role })),
  );
  print(`Token ${row.id} for ${name} (${role}). Its secret is shown this once:`);
  print(secret);
}

export async function listTokensCommand(): Promise<void> {
  for (const row of await withExistingDatabase((db) => listTokens(db.current)))
    print(
      `${row.id}  ${row.role.padEnd(6)}  ${describeState(row)}  ${describeUse(row)}  ${row.name}`,
    );
}

function describeUse({ lastUsedAt }: TokenRow): string {
  return lastUsedAt === null ? 'never used' : `last used ${lastUsedAt.toISOString()}`;
}

/** `valid`, or since when it is not: `expired 2024-10-09T13:00:00.000Z`. */
function describeState(row: TokenRow): string {
  const state = tokenState(row, systemClock());
  const since = { valid: null, revoked: row.revokedAt, expired: row.expiresAt }[state];
  return since === null ? state : `${state} ${since.toISOString()}`;
}

export async function revokeTokenCommand(id: string): Promise<void> {
  await withExistingDatabase((db) => doWork(db, (work) => revokeToken(work, id))).catch(
    (error: unknown) => {
      if (!(error instanceof Problem) || error.code !== 'not-found') throw error;
      throw new StartError(`There is no token ${id}: \`onrecord tokens list\` names them all.`);
    },
  );
  print(`Token ${id} is revoked.`);
}
