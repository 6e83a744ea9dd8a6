import { type IncomingHttpHeaders, request } from 'node:http';

export interface RawAnswer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  /** As they were sent, compressed or not. */
  bytes: Buffer;
}

/** Asks over a connection, and decodes nothing. */
export function requestRaw(
  url: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const { statusCode: status, headers: given } = answer;
        resolve({ status, headers: given, bytes: Buffer.concat(chunks) });
      });
    });
    sent.on('error', reject).end();
  });
}
