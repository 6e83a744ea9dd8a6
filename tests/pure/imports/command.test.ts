import { describe, expect, it } from 'vitest';
import { importCommand } from '../../../src/cli/import.ts';

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
});
