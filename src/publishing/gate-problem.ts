/** Every code of the gate, and when it comes. */
export const GATE_CODES = {
  'quote-not-found': 'A quote’s words do not stand in the text.',
  'anchor-not-found': 'A claim’s words do not stand in the text.',
  'anchor-ambiguous':
    'The words stand in the text more than once, and prefix and suffix don’t decide.',
  'figure-mismatch': 'The number in the anchored words is not the claim’s.',
  'comparator-mismatch': 'The anchored words say another comparator than the claim.',
  'bounds-invalid': 'The bounds don’t fit the comparator: a bound leaves its other side null.',
  'supersedes-circular': 'Claims supersede each other in a circle.',
  'source-missing': 'A claim is attributed to nobody.',
  'speaker-missing': 'A quote or a turn is attributed to nobody.',
  'unnamed-without-reason': 'An unnamed source has no reason on file.',
  'unit-mismatch': 'The claim’s unit is not the figure’s.',
  'translation-without-original': 'A translated quote has no original language and text.',
  'correction-required':
    'Anchored words of a live article change, and no correction note is given.',
  'field-missing': 'Headline, summary, body, section or language is empty.',
  'as-of-missing': 'A claim does not say as of when; it is filed under the day of its publication.',
  'address-missing':
    'A link or picture in the text has no full address, and is published without any.',
} as const;

export type GateCode = keyof typeof GATE_CODES;

/** What the gate found. */
export interface GateProblem {
  code: GateCode;
  severity: 'error' | 'warning';
  /** JSON pointer into the article. */
  pointer: string;
  message: string;
  suggestion?: unknown;
}

/** A problem that refuses the publication. */
export function gateError(
  code: GateCode,
  pointer: string,
  message: string,
  suggestion?: unknown,
): GateProblem {
  return {
    code,
    severity: 'error',
    pointer,
    message,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}
