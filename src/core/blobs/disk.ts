import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unavailable } from '../errors.ts';
import { type BlobStore, requireKey } from './types.ts';

/** Files in a folder. One that is there is whole: it is synced before it gets its name. */
export function createDiskStore(folder: string): BlobStore {
  const pathOf = (key: string) => join(folder, ...requireKey(key).split('/'));
  return {
    async put(key, bytes) {
      const path = pathOf(key);
      const parent = dirname(path);
      const temporary = `${path}.${randomUUID()}.tmp`;
      try {
        await mkdir(parent, { recursive: true });
        await writeSynced(temporary, bytes);
        await rename(temporary, path);
        await syncFolder(parent);
      } catch (cause) {
        await rm(temporary, { force: true }).catch(() => undefined);
        throw unavailable('The picture can’t be kept: the disk does not take it.', cause);
      }
    },
    async find(key) {
      try {
        return await readFile(pathOf(key));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async remove(key) {
      await rm(pathOf(key), { force: true });
    },
  };
}

async function writeSynced(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o640);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new name is only kept over a power cut once its folder is synced. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
