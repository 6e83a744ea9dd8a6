import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compress, ENCODINGS } from '../../src/core/http/compression.ts';
import { packDocuments } from '../../src/publishing/packing.ts';

const long = (name: string) => JSON.stringify({ name, body: 'The wall holds. '.repeat(200) });

describe('packing documents', () => {
  it('gives each in every encoding, as it would be compressed for a client', async () => {
    const documents = ['Über', 'zwei', '三'].map(long);
    const packed = await packDocuments(documents);
    expect(packed).toHaveLength(3);
    for (const [index, variants] of packed.entries()) {
      expect(variants.map(({ encoding }) => encoding)).toEqual(ENCODINGS);
      for (const { encoding, bytes } of variants) {
        const open = encoding === 'br' ? brotliDecompressSync : gunzipSync;
        expect(open(bytes).toString()).toBe(documents[index]);
        const compressed = await compress(encoding, Buffer.from(documents[index] ?? ''));
        expect(Buffer.from(bytes).equals(compressed)).toBe(true);
        // Nothing else is kept with them.
        for (const one of [bytes, compressed]) expect(one.buffer.byteLength).toBe(one.length);
      }
    }
  });

  it('leaves as it is what is too short for it', async () => {
    const packed = await packDocuments(['{"short":true}', long('not short')]);
    expect(packed.map((variants) => variants.length)).toEqual([0, ENCODINGS.length]);
  });

  it('gives none, rather than to fail, where too many wait for it', async () => {
    const asked = Array.from({ length: 11 }, (_, index) => packDocuments([long(`no ${index}`)]));
    const counts = (await Promise.all(asked)).map(([variants]) => variants?.length);
    expect(counts).toEqual([...Array<number>(10).fill(ENCODINGS.length), 0]);
  });
});
