/** `onrecord extract`: reads files, writes extractions. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { extract } from './extract.ts';

export function extractDirectory(from: string, to: string, trace = false): number {
  mkdirSync(to, { recursive: true });
  const names = readdirSync(from)
    .filter((name) => name.endsWith('.txt'))
    .sort();
  for (const name of names) {
    const stem = basename(name, '.txt');
    const text = readFileSync(join(from, name), 'utf8');
    let publishedOn: string | undefined;
    try {
      publishedOn = JSON.parse(readFileSync(join(from, `${stem}.meta.json`), 'utf8')).publishedOn;
    } catch {
      publishedOn = undefined;
    }
    writeFileSync(join(to, `${stem}.json`), JSON.stringify(extract(text, { publishedOn, trace })));
  }
  return names.length;
}
