import { describe, expect, it } from 'vitest';
import { mainRendition } from '../../src/formats/pictures.ts';

describe('the rendition that formats show', () => {
  const rendition = (width: number, type: string) => ({ url: '/', type, width, height: 1 });
  const main = (...renditions: ReturnType<typeof rendition>[]) =>
    mainRendition({ renditions } as Parameters<typeof mainRendition>[0]);

  it('is the widest in the type that every reader knows', () => {
    const known = rendition(640, 'image/jpeg');
    const shown = main(rendition(320, 'image/jpeg'), known, rendition(1280, 'image/webp'));
    expect(shown).toBe(known);
  });

  it('is the widest of all where there is none in that type, and none of none', () => {
    const widest = rendition(1280, 'image/webp');
    expect(main(rendition(320, 'image/webp'), widest)).toBe(widest);
    expect(main()).toBeNull();
  });
});
