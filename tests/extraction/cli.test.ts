import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ExtractArgs, runExtract } from '../../src/cli/extract-texts.ts';

async function run(
  args: ExtractArgs,
): Promise<{ code: number; out: string; err: string; progress: [number, string][] }> {
  let out = '';
  const progress: [number, string][] = [];
  let err = '';
  const code = await runExtract(args, {
    write: (text) => {
      out += text;
    },
    error: (text) => {
      err += text;
    },
    colour: false,
    progress: {
      show: (share, what) => progress.push([share, what]),
      end: () => progress.push([1, 'end']),
    },
  });
  return { code, out, err, progress };
}

const folder = mkdtempSync(join(tmpdir(), 'extract-'));
const file = join(folder, 'lock.txt');
writeFileSync(file, '“The lock leaks,” Ann Lee said on Tuesday. It lost 90 litres on Monday.');
writeFileSync(join(folder, 'lock.meta.json'), '{"publishedOn": "2025-05-08"}');

describe('onrecord extract', () => {
  test('shows the text with its findings by default', async () => {
    const { code, out } = await run({ file, published: '2025-05-08' });
    expect(code).toBe(0);
    expect(out).toContain('“[q1 The lock leaks,]”');
    expect(out).toContain('q1 direct · Ann Lee · said');
    expect(out).toContain('as of 2025-05-05');
  });

  test('shows nothing that steers a terminal', async () => {
    const steering = join(folder, 'steering.md');
    writeFileSync(steering, `The lock leaks.\u001b[2J It is ${'old '.repeat(200)}.\rGone.`);
    const { out } = await run({ file: steering });
    expect(out).toContain('leaks.\uFFFD[2J');
    expect(out).toContain('.\nGone.');
  });

  test.each([
    ['a day that no calendar has', { file, published: '2024-02-31' }, 2, '2024-02-31'],
    ['a format that it has not', { file, format: 'yaml' as never }, 2, 'text, json'],
    ['a file that is not there', { file: join(folder, 'none.txt') }, 1, 'no such file'],
    ['a folder as a file', { file: folder }, 1, 'it is a folder: --dir reads one'],
    ['a folder that is not there', { dir: join(folder, 'none'), out: folder }, 1, 'no such file'],
  ])('says in words what is wrong with %s', async (_what, args, code, words) => {
    const answer = await run(args);
    expect(answer).toMatchObject({ code, out: '' });
    expect(answer.err).toContain(words);
    expect(answer.err).not.toMatch(/E[A-Z]{4,}/);
  });

  test('reads the other texts of a folder where what is said of one is broken', async () => {
    const from = mkdtempSync(join(tmpdir(), 'extract-meta-'));
    writeFileSync(join(from, 'a.txt'), 'It leaks.');
    writeFileSync(join(from, 'a.meta.json'), '{"publishedOn": ');
    writeFileSync(join(from, 'b.txt'), 'It leaks.');
    writeFileSync(join(from, 'b.meta.json'), '{"publishedOn": "May"}');
    writeFileSync(join(from, 'c.txt'), 'It leaks.');
    const out = join(from, 'out');
    const { code, err } = await run({ dir: from, out });
    expect(code).toBe(1);
    expect(err).toMatch(/a\.meta\.json: it is no JSON\.\n.*b\.meta\.json: publishedOn is no date/);
    expect(JSON.parse(readFileSync(join(out, 'c.json'), 'utf8'))).toMatchObject({ quotes: [] });
    const empty = await run({ dir: out, out });
    expect(empty).toMatchObject({ code: 1, err: expect.stringContaining('no .txt file') });
  });

  test('shows how far it is', async () => {
    const { progress } = await run({ file });
    expect(progress[0]).toEqual([0, 'looking for words']);
    expect(progress.at(-2)?.[1]).toBe('looking for claims');
    expect(progress.at(-1)).toEqual([1, 'end']);
    const out = join(folder, 'progress');
    const texts = await run({ dir: folder, out });
    expect(texts.progress[0]?.[1]).toMatch(/^0 of \d+ texts$/);
  });

  test('begins a turn before a figure that begins it', async () => {
    const interview = join(folder, 'interview.md');
    writeFileSync(
      interview,
      'Q: How many locks leak?\nA: At least 14 locks leak.\n\nQ: Who says so?\nA: The keepers.\n',
    );
    const { out } = await run({ file: interview });
    expect(out).toMatch(/A: ⟨t2 answer, [^⟩]*⟩ \[c1 At least 14/);
  });

  test('prints JSON when asked', async () => {
    expect(JSON.parse((await run({ file, format: 'json' })).out).quotes).toHaveLength(1);
  });

  test('writes a folder, with the dates of its meta files', async () => {
    const out = join(folder, 'out');
    expect((await run({ dir: folder, out })).code).toBe(0);
    const found = JSON.parse(readFileSync(join(out, 'lock.json'), 'utf8'));
    expect(found.claims[0].asOf).toBe('2025-05-05');
  });

  test('a missing file is said, with exit code 1', async () => {
    const { code, err } = await run({ file: join(folder, 'none.txt') });
    expect(code).toBe(1);
    expect(err).toContain('none.txt');
  });

  test('wrong arguments give the usage or the reason, with exit code 2', async () => {
    expect((await run({})).err).toContain('Usage');
    expect(await run({ file, published: 'soon' })).toMatchObject({ code: 2 });
  });

  describe('of other encodings', () => {
    const text = 'It’s Café Müller: “The lock leaks,” Ann Lee said on Tuesday. It lost 90 litres.';
    const ENCODED = {
      'utf-16le': Buffer.from(`\ufeff${text}`, 'utf16le'),
      'utf-16be': Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
      'windows-1252': Buffer.from(
        text.replaceAll(
          /[’“”]/g,
          (mark) => ({ '’': '\x92', '“': '\x93', '”': '\x94' })[mark] ?? '',
        ),
        'latin1',
      ),
    };

    test.each(Object.entries(ENCODED))(
      '%s is converted, and that is said',
      async (label, bytes) => {
        const encoded = join(folder, label);
        writeFileSync(encoded, bytes);
        const { code, out, err } = await run({ file: encoded });
        expect(code).toBe(0);
        expect(out).toContain('It’s Café Müller: “[q1 The lock leaks,]”');
        expect(err).toContain(label);
      },
    );

    test.each([
      ['binary', Buffer.from([0, 1, 2, 3, 0, 5, 6, 7, 8, 0]), 'not text'],
      ['a PDF', Buffer.from('%PDF-1.7\n'), 'a PDF'],
      ['empty', Buffer.from(''), 'empty'],
    ])('what is %s is refused', async (name, bytes, reason) => {
      const bad = join(folder, name);
      writeFileSync(bad, bytes);
      const { code, out, err } = await run({ file: bad });
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain(reason);
      expect(err).toContain(bad);
    });

    test('a folder leaves out what is no text, and counts a byte-order mark', async () => {
      const mixed = mkdtempSync(join(tmpdir(), 'extract-'));
      writeFileSync(join(mixed, 'a.txt'), Buffer.from([0, 1, 2, 3, 0, 5, 6, 7, 8, 0]));
      writeFileSync(join(mixed, 'plain.txt'), text);
      writeFileSync(join(mixed, 'marked.txt'), `\ufeff${text}`);
      writeFileSync(join(mixed, 'wide.txt'), ENCODED['utf-16le']);
      writeFileSync(join(mixed, 'empty.txt'), '');
      const { code, err } = await run({ dir: mixed, out: mixed });
      expect(code).toBe(1);
      expect(err).toContain('a.txt');
      const read = (name: string) =>
        JSON.parse(readFileSync(join(mixed, `${name}.json`), 'utf8')).quotes;
      const [[start]] = read('plain')[0].spans;
      expect(read('marked')[0].spans[0][0]).toBe(start + 1);
      expect(read('wide')).toEqual(read('marked'));
      expect(read('empty')).toEqual([]);
    });
  });
});
