import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ExtractArgs, runExtract } from '../../src/extraction/cli.ts';

function run(args: ExtractArgs): { code: number; out: string; err: string } {
  let out = '';
  let err = '';
  const code = runExtract(args, {
    write: (text) => {
      out += text;
    },
    error: (text) => {
      err += text;
    },
    colour: false,
  });
  return { code, out, err };
}

const folder = mkdtempSync(join(tmpdir(), 'extract-'));
const file = join(folder, 'lock.txt');
writeFileSync(file, '“The lock leaks,” Ann Lee said on Tuesday. It lost 90 litres on Monday.');
writeFileSync(join(folder, 'lock.meta.json'), '{"publishedOn": "2025-05-08"}');

describe('onrecord extract', () => {
  test('shows the text with its findings by default', () => {
    const { code, out } = run({ file, published: '2025-05-08' });
    expect(code).toBe(0);
    expect(out).toContain('“[q1 The lock leaks,]”');
    expect(out).toContain('q1 direct · Ann Lee · said');
    expect(out).toContain('as of 2025-05-05');
  });

  test('prints JSON when asked', () => {
    expect(JSON.parse(run({ file, format: 'json' }).out).quotes).toHaveLength(1);
  });

  test('writes a folder, with the dates of its meta files', () => {
    const out = join(folder, 'out');
    expect(run({ dir: folder, out }).code).toBe(0);
    const found = JSON.parse(readFileSync(join(out, 'lock.json'), 'utf8'));
    expect(found.claims[0].asOf).toBe('2025-05-05');
  });

  test('a missing file is said, with exit code 1', () => {
    const { code, err } = run({ file: join(folder, 'none.txt') });
    expect(code).toBe(1);
    expect(err).toContain('none.txt');
  });

  test('wrong arguments give the usage or the reason, with exit code 2', () => {
    expect(run({}).err).toContain('Usage');
    expect(run({ file, published: 'soon' })).toMatchObject({ code: 2 });
  });
});
