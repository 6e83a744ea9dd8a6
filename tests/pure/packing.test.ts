import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compress, ENCODINGS, type Encoding } from '../../src/core/http/compression.ts';
import { type PackedDocument, packDocuments } from '../../src/publishing/packing.ts';

const long = (name: string) => JSON.stringify({ name, body: 'The wall holds. '.repeat(200) });
const encodingsOf = (packed: PackedDocument) =>
  ENCODINGS.filter((encoding) => packed[encoding] !== null);

describe('packing documents', () => {
  it('gives each in every encoding, as it would be compressed for a client', async () => {
    const documents = ['Über', 'zwei', '三'].map(long);
    const packed = await packDocuments(documents);
    expect(packed).toHaveLength(3);
    for (const [index, variants] of packed.entries()) {
      expect(Object.keys(variants)).toEqual([...ENCODINGS]);
      for (const encoding of ENCODINGS) {
        const bytes = variants[encoding] ?? Buffer.alloc(0);
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
    expect(packed.map(encodingsOf)).toEqual([[], [...ENCODINGS]]);
  });

  it('gives none, rather than to fail, where too many wait for it', async () => {
    const asked = Array.from({ length: 11 }, (_, index) => packDocuments([long(`no ${index}`)]));
    const encodings = (await Promise.all(asked)).map(([packed]) => packed && encodingsOf(packed));
    expect(encodings).toEqual([...Array<Encoding[]>(10).fill([...ENCODINGS]), []]);
  });
});
