/** The picture of an article as other formats take it. */
import type { WireImage } from '../assets/schema.ts';

type Rendition = WireImage['renditions'][number];

/** The widest rendition in the type that every reader knows; null if a picture has none. */
export function mainRendition({ renditions }: WireImage): Rendition | null {
  const known = renditions.filter(({ type }) => type === 'image/jpeg');
  return (known.length > 0 ? known : renditions).at(-1) ?? null;
}

/** `The river wall. Picture: Jo Dent`: what stands below a picture; empty if there is nothing. */
export function captionOf({ caption, credit }: WireImage): string {
  return [caption, credit === null || credit === '' ? null : `Picture: ${credit}`]
    .filter((part) => part !== null && part !== '')
    .join(' ');
}

/** `640-webp`: what one of its renditions is called. */
export function renditionName({ width, type }: Rendition): string {
  return `${width}-${type.replace('image/', '')}`;
}
