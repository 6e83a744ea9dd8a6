import { describe, expect, it } from 'vitest';
import { closeBlocks } from '../../src/text/open-blocks.ts';

describe('what is left open', () => {
  it.each([
    ['code', 'Fog.\n\n```js\nlet a = 1;', '```'],
    ['code behind a longer fence', 'Fog.\n\n````\n```\na', '````'],
    ['code behind tildes', '~~~\na\n\nb', '~~~'],
    ['a comment', 'Fog.\n\n<!-- to be checked', '-->'],
    ['a comment that holds a fence', '<!--\n```', '-->'],
    ['preformatted text', '<pre>\na\n\nb', '</pre>'],
    ['a script', '<script>\nalert(1)', '</script>'],
    ['an instruction', '<?php echo 1', '?>'],
    ['a declaration', '<!DOCTYPE html', '>'],
  ])('is closed: %s', (_name, markdown, closer) => {
    expect(closeBlocks(markdown)).toBe(`${markdown}\n${closer}`);
    expect(closeBlocks(closeBlocks(markdown))).toBe(closeBlocks(markdown));
  });

  it.each([
    'Fog and `code`.',
    '```\na\n```',
    '<!-- done -->\n\nFog.',
    '- ```\n  a',
    '> ```\n> a',
    'A <b>bold</b> word.',
    '    ```',
  ])('is left as it is where nothing is: %j', (markdown) => {
    expect(closeBlocks(markdown)).toBe(markdown);
  });
});
