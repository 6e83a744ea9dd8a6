import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ExportOptions, exportLines } from '../maintenance/export.ts';
import { withExistingDatabase } from './work.ts';

/** Writes the export to standard output, no faster than it is read. */
export async function exportCommand(options: ExportOptions): Promise<void> {
  await withExistingDatabase((db) =>
    pipeline(Readable.from(exportLines(db.read, options)), process.stdout, { end: false }),
  );
}
