import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder prisma/ of this installation, which lies beside src/ and beside dist/. */
export function findPrismaFolder(): string {
  for (let up = new URL('./', import.meta.url); up.pathname !== '/'; up = new URL('../', up)) {
    const folder = fileURLToPath(new URL('prisma', up));
    if (existsSync(`${folder}/schema.prisma`)) return folder;
  }
  throw new Error('The folder prisma/ is missing beside the program: reinstall Onrecord.');
}
