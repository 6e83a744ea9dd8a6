import { describe, expect, it } from 'vitest';
import { read, readOne } from './reading.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');

describe('encodings of an input', () => {
  it.each([
    ['UTF-8 with a mark', Buffer.from('\uFEFFCafé shut'), null],
    ['UTF-16, little end first', Buffer.from('\uFEFFCafé shut', 'utf16le'), 'utf-16le'],
    ['UTF-16, big end first', Buffer.from('\uFEFFCafé shut', 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16 without a mark', Buffer.from('Café shut', 'utf16le'), 'utf-16le'],
    ['Windows-1252', latin('Café shut'), 'windows-1252'],
    [
      'Windows-1252 far behind the beginning',
      latin(`${'a'.repeat(70_000)} Café shut`),
      'windows-1252',
    ],
  ])('reads %s', async (_name, bytes, label) => {
    const { items, notes } = await read(bytes);
    expect(items[0]?.body).toContain('Café shut');
    if (label === null) expect(notes).toEqual([]);
    else expect(notes[0]).toBe(`It is in ${label}; it was converted to UTF-8.`);
  });

  const UKRAINIAN = 'Міст закрили у вівторок. Щонайменше 1200 людей виїхали.';
  /** Of letters from U+0410 to U+044F; the others of Ukrainian lie elsewhere in each encoding. */
  const windows1251: Record<string, number> = { і: 0xb3, ї: 0xbf, є: 0xba, ґ: 0xb4 };
  const cyrillic = (text: string) =>
    Buffer.from(
      [...text].map((c) => {
        const point = c.codePointAt(0) as number;
        return windows1251[c] ?? (point < 0x80 ? point : point - 0x350);
      }),
    );

  it.each([
    ['UTF-16 without a mark', Buffer.from(UKRAINIAN, 'utf16le'), 'utf-16le'],
    [
      'UTF-16 without a mark, big end first',
      Buffer.from(UKRAINIAN, 'utf16le').swap16(),
      'utf-16be',
    ],
    ['Windows-1251', cyrillic(UKRAINIAN), 'windows-1251'],
  ])('reads Ukrainian in %s', async (_name, bytes, label) => {
    const { items, notes } = await read(bytes);
    expect(items[0]?.body).toBe(UKRAINIAN);
    expect(notes[0]).toContain(label);
  });

  it('reads Russian in KOI8', async () => {
    // “мост закрыт” (the bridge is closed)
    const koi8 = [0xcd, 0xcf, 0xd3, 0xd4, 0x20, 0xda, 0xc1, 0xcb, 0xd2, 0xd9, 0xd4];
    const { items, notes } = await read(Buffer.from(koi8));
    expect(items[0]?.body).toBe('мост закрыт');
    expect(notes[0]).toContain('koi8-u');
  });

  it('reads quotation marks of Windows-1252 that somebody took for UTF-8', async () => {
    const item = await readOne('\u0093It leaks\u0085\u0094 \u0096 said Ada Renn\u0092s sister.');
    expect(item.body).toBe('“It leaks…” – said Ada Renn’s sister.');
  });

  it('believes a meta charset where the bytes are not UTF-8, and the bytes where they are', async () => {
    const page =
      '<html><head><meta charset="windows-1251"></head><body><p>Привет, мир</p></body></html>';
    const bytes = Buffer.from(
      [...page].map((c) =>
        c >= 'А' && c <= 'я' ? (c.codePointAt(0) as number) - 0x350 : (c.codePointAt(0) as number),
      ),
    );
    expect((await readOne(bytes, 'a.html')).body).toBe('Привет, мир');
    expect((await readOne(page, 'a.html')).body).toBe('Привет, мир');
  });

  it('reads a feed in the encoding that it declares', async () => {
    const feed =
      '<?xml version="1.0" encoding="ISO-8859-1"?><rss><channel><item><title>Café</title></item></channel></rss>';
    expect((await readOne(latin(feed))).headline).toBe('Café');
  });

  it('counts what is broken in a text that is UTF-8 otherwise', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Zwölf Boxkämpfer über '),
      latin('é'),
      Buffer.from(' Deich'),
    ]);
    const { items, notes } = await read(bytes);
    expect(items[0]?.body).toContain('Zwölf Boxkämpfer über');
    expect(notes[0]).toContain('could not be read: 1');
  });

  it.each([
    ['a PDF', Buffer.from('%PDF-1.7\nx')],
    ['an archive or an office document', Buffer.from([0x50, 0x4b, 3, 4, 20, 0])],
    ['a rich text file', Buffer.from('{\\rtf1 x}')],
    ['not text', Buffer.from([0, 1, 2, 3, 0, 5, 6, 7, 8, 0])],
    ['empty', Buffer.alloc(0)],
    ['no text in it', Buffer.from(' \n\u00a0 ')],
  ])('refuses %s', async (reason, bytes) => {
    await expect(read(bytes)).rejects.toThrow(reason);
  });

  it('leaves out control characters and halves of characters', async () => {
    const item = await readOne(
      '{"uri": "u:1", "headline": "A\\u0000B\\ud800C", "body_text": "x\\u0007y"}',
    );
    expect(item.headline).toBe('AB\uFFFDC');
    expect(item.body).toBe('xy');
  });
});
