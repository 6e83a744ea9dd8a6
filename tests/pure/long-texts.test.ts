import { describe, expect, it } from 'vitest';
import { createTextReader } from '../../src/articles/long-texts.ts';
import { renderMarkdown } from '../../src/text/html.ts';
import { project } from '../../src/text/projection.ts';
import { turnsDuring } from '../support/turns.ts';

const written = (water: string, paragraphs: number) =>
  Array.from(
    { length: paragraphs },
    (_, index) => `The *${water}* rose by [two metres](https://example.org/) in night ${index}.`,
  ).join('\n\n');

describe('a long text', () => {
  it.each([
    ['markup', written('river', 200)],
    ['a footnote’s definition', `${written('sea', 200)}\n\n[a]: https://example.org/`],
    ['code', `${written('lake', 200)}\n\n\`\`\`\nfog\n\`\`\``],
    ['raw HTML', `${written('tide', 200)}\n\n<b>fog</b>`],
    ['nothing but words', 'The river rose. '.repeat(1_000)],
  ])('with %s is the same in steps as at once', async (_name, text) => {
    const read = await createTextReader()(text);
    // Other texts to the memory, the same to a reader.
    expect(read.html).toBe(renderMarkdown(`${text}\n`));
    expect(read.plain).toBe(project(`${text}\n`).text);
  });

  it('lets others come to their turn while it is read, and so do many short ones', async () => {
    const long = written('flood', 600);
    expect(await turnsDuring(() => createTextReader()(long))).toBeGreaterThan(10);
    const short = Array.from({ length: 100 }, (_, index) => written(`stream ${index}`, 20));
    const turns = await turnsDuring(async () => {
      const read = createTextReader();
      for (const text of short) await read(text);
    });
    expect(turns).toBeGreaterThan(5);
  });

  it('is read once', async () => {
    const long = written('brook', 300);
    await createTextReader()(long);
    expect([...renderMarkdown.steps(long)]).toEqual([]);
    expect([...project.steps(long)]).toEqual([]);
  });
});
