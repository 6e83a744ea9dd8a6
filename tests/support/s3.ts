/** A small service that speaks S3's protocol, for tests. It checks each request's signature. */
import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Bucket {
  url: string;
  /** By path. */
  objects: Map<string, { bytes: Buffer; type: string }>;
  /** `PUT /bucket/key` of everything that was asked, in order. */
  requests: string[];
  /** Requests whose signature was not right. */
  refused: string[];
  /** Answers this status to everything while it is set. */
  failWith: number | null;
  close(): Promise<void>;
}

export interface Keys {
  accessKeyId: string;
  secretAccessKey: string;
  region: string;
}

export async function openBucket(keys: Keys): Promise<Bucket> {
  const bucket: Bucket = {
    url: '',
    objects: new Map(),
    requests: [],
    refused: [],
    failWith: null,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = request.url ?? '';
    bucket.requests.push(`${request.method} ${path}`);
    if (bucket.failWith !== null) return response.writeHead(bucket.failWith).end();
    if (!isSigned(request, keys)) {
      bucket.refused.push(`${request.method} ${path}`);
      return response.writeHead(403).end();
    }
    const known = bucket.objects.get(path);
    if (request.method === 'PUT') {
      const type = String(request.headers['content-type']);
      bucket.objects.set(path, { bytes: Buffer.concat(chunks), type });
      return response.writeHead(200).end();
    }
    if (request.method === 'DELETE') {
      bucket.objects.delete(path);
      return response.writeHead(204).end();
    }
    if (known === undefined) return response.writeHead(404).end();
    return response.writeHead(200, { 'content-type': known.type }).end(known.bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  bucket.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return bucket;
}

/** AWS Signature Version 4, written from its documentation and not from our client. */
function isSigned(
  request: IncomingMessage,
  { accessKeyId, secretAccessKey, region }: Keys,
): boolean {
  const given = String(request.headers.authorization);
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      given,
    );
  if (match === null) return false;
  const [, id = '', date = '', place, names = '', signature] = match;
  const time = String(request.headers['x-amz-date']);
  const payload = String(request.headers['x-amz-content-sha256']);
  if (id !== accessKeyId || place !== region || !time.startsWith(date)) return false;
  const headers = names
    .split(';')
    .map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = [request.method, request.url, '', headers.join(''), names, payload].join('\n');
  const scope = `${date}/${region}/s3/aws4_request`;
  const text = [
    'AWS4-HMAC-SHA256',
    time,
    scope,
    createHash('sha256').update(canonical).digest('hex'),
  ];
  const key = [date, region, 's3', 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${secretAccessKey}`,
  );
  return createHmac('sha256', key).update(text.join('\n')).digest('hex') === signature;
}
