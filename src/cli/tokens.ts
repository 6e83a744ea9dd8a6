import { createToken, revokeToken } from '../auth/tokens.ts';
import type { Role } from '../core/roles.ts';
import { print } from './print.ts';
import { doWork, withDatabase } from './work.ts';

export async function createTokenCommand(name: string, role: Role): Promise<void> {
  const { row, secret } = await withDatabase((db) =>
    doWork(db, (work) => createToken(work, { name, role })),
  );
  print(`Token ${row.id} for ${name} (${role}). Its secret is shown this once:`);
  print(secret);
}

export async function listTokensCommand(): Promise<void> {
  const rows = await withDatabase((db) => db.read.token.findMany({ orderBy: { id: 'asc' } }));
  for (const row of rows) {
    const state = row.revokedAt === null ? 'valid' : `revoked ${row.revokedAt.toISOString()}`;
    print(`${row.id}  ${row.role.padEnd(6)}  ${state}  ${row.name}`);
  }
}

export async function revokeTokenCommand(id: string): Promise<void> {
  await withDatabase((db) => doWork(db, (work) => revokeToken(work, id)));
  print(`Token ${id} is revoked.`);
}
