import { describe, expect, it, vi } from 'vitest';
import { importCommand } from '../../../src/cli/import.ts';
import { print } from '../../../src/cli/print.ts';

const FLAGS = { section: 'news', language: 'en' };

describe('onrecord import', () => {
  it.each([
    ['a day', { published: 'tomorrow' }],
    ['a slug', { section: 'Very Local' }],
    ['a language tag', { language: 'English' }],
    ['a number from 0 to 1', { accept: '1.5' }],
    ['--format is one of', { format: 'word' }],
  ])('says that it takes %s before anything comes in', async (what, flags) => {
    await expect(importCommand(['story.txt'], { ...FLAGS, ...flags })).rejects.toThrow(what);
  });

  it('says that nothing is named', async () => {
    await expect(importCommand([], FLAGS)).rejects.toThrow('Name what to import');
  });

  it('prints nothing that steers a terminal', () => {
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    print('1 × Left out: urn:\u001b]0;x\u0007.\n\tend');
    const printed = write.mock.calls[0]?.[0];
    write.mockRestore();
    expect(printed).toBe('1 × Left out: urn:\uFFFD]0;x\uFFFD.\n\tend\n');
  });
});
