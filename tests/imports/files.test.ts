/** What is given to an import in the place of a good file. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFile } from '../../src/imports/file.ts';
import { readParts } from '../../src/imports/read.ts';
import { type ImportFiles, openImportFiles } from '../support/import-files.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const line = (index: number) =>
  `${JSON.stringify({ type: 'article', id: `s${index}`, headline: `Story ${index}`, body: 'Closed.' })}\n`;
const lines = (count: number) => Array.from({ length: count }, (_, index) => line(index)).join('');

describe('files', () => {
  let newsroom: Newsroom;
  let files: ImportFiles;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    files = openImportFiles(newsroom);
    mkdirSync(join(files.folder, 'folder'));
    symlinkSync('folder', join(files.folder, 'link-to-folder'));
    symlinkSync('nowhere', join(files.folder, 'link-to-nothing'));
    symlinkSync('link-to-itself', join(files.folder, 'link-to-itself'));
    execFileSync('mkfifo', [join(files.folder, 'pipe')]);
  });
  afterAll(async () => {
    await files.close();
    await newsroom.close();
  });

  it.each([
    ['folder', 'It is a folder'],
    ['link-to-folder', 'It is a folder'],
    ['link-to-nothing', 'There is no such file'],
    ['link-to-itself', 'It can’t be read'],
    ['missing.txt', 'There is no such file'],
    ['pipe', 'It is no file'],
  ])('that are none are refused with the reason: %s', async (name, reason) => {
    process.exitCode = undefined;
    expect(await files.importPath(join(files.folder, name))).toContain(reason);
    expect(process.exitCode).toBe(1);
  });

  it('are read through a link', async () => {
    writeFileSync(join(files.folder, 'real.txt'), 'The bridge behind the link is closed.');
    symlinkSync('real.txt', join(files.folder, 'link.txt'));
    expect(await files.importPath(join(files.folder, 'link.txt'))).toContain('1 draft');
  });

  it('that somebody writes to meanwhile are refused', async () => {
    const path = join(files.folder, 'growing.ndjson');
    writeFileSync(path, lines(3));
    const input = await openFile(path);
    const read = async () => {
      for await (const _part of readParts(input, () => undefined)) appendFileSync(path, line(9));
    };
    await expect(read()).rejects.toThrow('changed while it was read');
  });
});
