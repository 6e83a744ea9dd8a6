/** A line that only divides what stands above it from what stands below. */
export const RULE = /^(?:\*{3,}|\* \* \*|-{3,}|_{3,}|—{3,}|#{3,}|~{3,})$/;

export interface RawTurn {
  /** UTF-16 indices of the spoken words. */
  start: number;
  end: number;
  /** The label as printed, or null where the layout has none. */
  label: string | null;
  asks: boolean;
  rule: string;
}

export interface Transcript {
  turns: RawTurn[];
  /** Where the transcript begins, label included. */
  start: number;
}
