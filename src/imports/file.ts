/** Files of this machine as inputs. */
import { createReadStream, type Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { HEAD_BYTES, Unreadable } from '../text/encoding.ts';
import type { ImportFormat } from './item.ts';
import { type Input, toInput } from './read.ts';

/**
 * A file to import; its format is told from its content unless given. It may be read several
 * times and must not change meanwhile.
 *
 * @throws Unreadable also while it is read, once it was changed
 */
export async function openFile(path: string, format?: ImportFormat): Promise<Input> {
  const before = await statFile(path);
  const head = await readHead(path, before.size);
  async function* chunks() {
    yield* createReadStream(path);
    if (!isSame(before, await statFile(path)))
      throw new Unreadable(
        'The file was changed while it was read. Import it again once nobody writes to it.',
      );
  }
  return toInput(path, before.size, head, chunks, format);
}

async function statFile(path: string): Promise<Stats> {
  const found = await stat(path).catch(explain);
  if (found.isDirectory()) throw new Unreadable('It is a folder: name the files in it.');
  if (!found.isFile()) throw new Unreadable('It is no file: save it as one and import that.');
  return found;
}

function explain({ code, message }: NodeJS.ErrnoException): never {
  const reasons: Record<string, string> = {
    ENOENT: 'There is no such file.',
    EACCES: 'You may not read it.',
  };
  throw new Unreadable(reasons[code ?? ''] ?? `It can’t be read: ${message}.`);
}

const isSame = (a: Stats, b: Stats): boolean =>
  a.ino === b.ino && a.size === b.size && a.mtimeMs === b.mtimeMs;

async function readHead(path: string, size: number): Promise<Uint8Array> {
  const file = await open(path).catch(explain);
  try {
    const head = Buffer.alloc(Math.min(HEAD_BYTES, size));
    await file.read(head, 0, head.length, 0);
    return head;
  } finally {
    await file.close();
  }
}
