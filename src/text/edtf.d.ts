/** The part of the edtf package (4.11, untyped) that dates.ts uses. */
declare module 'edtf' {
  export interface EdtfValue {
    readonly type: string;
    /** The value in canonical form. */
    readonly edtf: string;
    /** First and last millisecond since 1970, UTC; ±Infinity or NaN where there is none. */
    readonly min: number;
    readonly max: number;
    /** Lists and sets: their members, an inclusive range being a pair. Seasons: year and code. */
    readonly values: unknown[];
    /** Lists and sets: whether they are open at the beginning or at the end. */
    readonly earlier?: boolean;
    readonly later?: boolean;
  }
  /** Throws on anything that is not EDTF; takes five digits and more as milliseconds. */
  export default function edtf(value: string): EdtfValue;
}
