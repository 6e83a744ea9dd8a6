import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder prisma/ of this installation, which lies beside src/ and beside dist/. */
export function findPrismaFolder(): string {
  let above = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(above, 'prisma/schema.prisma'))) {
    if (dirname(above) === above)
      throw new Error('The folder prisma/ is missing beside the program: reinstall Onrecord.');
    above = dirname(above);
  }
  return join(above, 'prisma');
}
