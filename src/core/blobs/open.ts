import { join } from 'node:path';
import { createDiskStore } from './disk.ts';
import { createS3Store, type S3Settings } from './s3.ts';
import type { BlobStore } from './types.ts';

/** Where pictures lie: under the data folder, or in a bucket. */
export function openBlobStore(settings: { dataDir: string; s3: S3Settings | null }): BlobStore {
  return settings.s3 === null
    ? createDiskStore(join(settings.dataDir, 'assets'))
    : createS3Store(settings.s3);
}
