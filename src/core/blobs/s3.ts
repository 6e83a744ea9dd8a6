import { AwsClient } from 'aws4fetch';
import { type Problem, unavailable } from '../errors.ts';
import { type BlobStore, requireKey } from './types.ts';

/** A bucket of any service that speaks S3's protocol. */
export interface S3Settings {
  /** Where the service is, such as https://s3.eu-central-1.amazonaws.com. */
  endpoint: string;
  bucket: string;
  /** Begins every key; no slash at its ends. Empty for none. */
  prefix: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

const TIMEOUT_MS = 10_000;
const RETRIES_MAX = 2;

/** Files in a bucket, addressed by path, with requests signed by AWS Signature Version 4. */
export function createS3Store(settings: S3Settings): BlobStore {
  const client = new AwsClient({
    accessKeyId: settings.accessKeyId,
    secretAccessKey: settings.secretAccessKey,
    region: settings.region,
    service: 's3',
    retries: RETRIES_MAX,
  });
  const folder = settings.prefix === '' ? '' : `${settings.prefix}/`;
  const base = `${settings.endpoint.replace(/\/+$/, '')}/${settings.bucket}/${folder}`;

  async function send(key: string, init: RequestInit): Promise<Response> {
    const url = `${base}${requireKey(key)}`;
    let response: Response;
    try {
      response = await client.fetch(url, {
        ...init,
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch (cause) {
      throw failed(cause);
    }
    if (response.ok || response.status === 404) return response;
    throw failed(new Error(`${init.method} ${url} answered ${response.status}`));
  }

  return {
    async put(key, bytes, type) {
      const headers = { 'content-type': type, 'cache-control': 'max-age=31536000, immutable' };
      const response = await send(key, { method: 'PUT', body: new Uint8Array(bytes), headers });
      if (response.status === 404) throw failed(new Error('The bucket does not exist.'));
    },
    async find(key) {
      const response = await send(key, { method: 'GET' });
      return response.status === 404 ? null : Buffer.from(await response.arrayBuffer());
    },
    async remove(key) {
      await send(key, { method: 'DELETE' });
    },
  };
}

/** The reason goes to the log; it may name the bucket. */
function failed(cause: unknown): Problem {
  return unavailable('The store of the pictures does not answer as it should.', cause);
}
