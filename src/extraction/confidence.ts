/**
 * How sure a rule is, from 0 to 1. Set by hand in steps: what marks and layout prove stands
 * highest, what only word order suggests lowest. `onrecord import --accept 0.9` relies on it.
 */
const RULES: Readonly<Record<string, number>> = {
  'quotation before cue': 0.95,
  'inverted cue': 0.92,
  'content before cue': 0.85,
  'quotation after cue': 0.88,
  'inserted cue': 0.85,
  'that-clause': 0.82,
  'bare clause': 0.78,
  'according to, first': 0.85,
  'according to, last': 0.75,
  'cue before colon': 0.8,
  'colon before quotation': 0.7,
  'signed quotation': 0.9,
  'free quotation': 0.5,
};

/** Confidence of a quote: its rule, less where the speaker is missing or only guessed. */
export function quoteConfidence(rule: string, speaker: 'named' | 'described' | 'none'): number {
  const base = RULES[rule] ?? 0.6;
  const penalty = speaker === 'none' ? 0.25 : speaker === 'described' ? 0.03 : 0;
  return Math.max(0.1, Math.round((base - penalty) * 100) / 100);
}

/** Confidence of a claim: a counted noun, a place in a report and a plain figure raise it. */
export function claimConfidence(slots: {
  unit: boolean;
  subject: boolean;
  source: boolean;
  vague: boolean;
}): number {
  const score =
    0.5 +
    (slots.unit ? 0.2 : 0) +
    (slots.subject ? 0.1 : 0) +
    (slots.source ? 0.1 : 0) -
    (slots.vague ? 0.1 : 0);
  return Math.round(score * 100) / 100;
}
