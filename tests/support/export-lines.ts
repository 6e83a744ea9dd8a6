import { expect } from 'vitest';
import type { Database } from '../../src/core/database/types.ts';
import { exportLines } from '../../src/maintenance/export.ts';

// biome-ignore lint/suspicious/noExplicitAny: lines differ by their type.
export type Line = Record<string, any>;

/** An export, line by line, each of which must be one line of text. */
export async function readExport({ db }: { db: Database }, all: boolean): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of exportLines(db.read, { all })) {
    expect(line.indexOf('\n')).toBe(line.length - 1);
    lines.push(JSON.parse(line));
  }
  return lines;
}
