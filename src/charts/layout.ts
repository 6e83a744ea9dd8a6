/** Sizes that the parts of a chart share. All are pixels. */

export interface Type {
  title: number;
  text: number;
  small: number;
  pad: number;
}

export const LINE = 1.25;
export const NARROW_PX = 460;

export function typeFor(width: number): Type {
  if (width < NARROW_PX) return { title: 16, text: 12, small: 10.5, pad: 14 };
  if (width < 900) return { title: 20, text: 13, small: 11, pad: 20 };
  return { title: 24, text: 14.5, small: 12, pad: 28 };
}

/** A part of the drawing, and where it ends. */
export interface Drawn {
  svg: string;
  bottom: number;
}
