/** Imports through the command line, and what it prints of them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { importFile } from '../../src/cli/import.ts';
import type { ImportOptions } from '../../src/imports/batch.ts';
import { createReader } from '../../src/imports/reader.ts';
import type { Newsroom } from './newsroom.ts';

export interface ImportFiles {
  folder: string;
  /** Imports a file that is there. @returns the report */
  importPath(path: string, options?: Partial<ImportOptions>): Promise<string>;
  /** Writes a file and imports it. @returns the report */
  importContent(
    name: string,
    content: string | Uint8Array,
    options?: Partial<ImportOptions>,
  ): Promise<string>;
  close(): Promise<void>;
}

export function openImportFiles(newsroom: Pick<Newsroom, 'db'>): ImportFiles {
  const reader = createReader();
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
  const importPath: ImportFiles['importPath'] = async (path, options) => {
    const defaults = { accept: null, publish: false, section: 'news', language: 'en' };
    const importing = { db: newsroom.db, reader, options: { ...defaults, ...options } };
    return printedBy(() => importFile(importing, path));
  };
  return {
    folder,
    importPath,
    importContent(name, content, options) {
      writeFileSync(join(folder, name), content);
      return importPath(join(folder, name), options);
    },
    async close() {
      await reader.close();
      process.exitCode = undefined;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What is written to standard output meanwhile. */
async function printedBy(run: () => Promise<void>): Promise<string> {
  const printed: string[] = [];
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.push(String(text));
    return true;
  });
  try {
    await run();
  } finally {
    stdout.mockRestore();
  }
  return printed.join('');
}
