import type { Quote } from '../extraction/schema.ts';
import type { SourceInput } from '../sources/schema.ts';

/** Why an unnamed source of an import is unnamed, until an editor says more. */
const UNNAMED_REASON = 'Not named in the imported text.';
/** Labels that say what somebody does there, and not who it is. */
const OFFICE =
  /^(?:the )?(?:host|interviewer|editor|reporter|moderator|presenter|anchor|narrator|journalist|correspondent|question|press|audience(?: member)?|caller)$/i;
const NAME_MAX = 300;

/** A source to be suggested for what was found in a text. An office names nobody. */
export function sourceOf(found: 'person' | 'organisation' | 'unnamed', name: string): SourceInput {
  const kind = OFFICE.test(name) ? 'unnamed' : found;
  const source = { kind, name: name.slice(0, NAME_MAX) };
  return kind === 'unnamed' ? { ...source, reason: UNNAMED_REASON } : source;
}

/**
 * Who a label means. “Editor (The Ledger):” is the house, in that role; else a name is a
 * person's unless the text knows it as something else.
 *
 * @param name as the extraction read it in the label
 * @param quotes of the same text
 */
export function speakerOf(
  name: string | null,
  label: string,
  quotes: readonly Quote[],
): { speaker: SourceInput | null; speakerRole: string | null } {
  const house = /^\W*([\p{L} ]{2,40}?)\s*\(([^()]{2,80})\)/u.exec(label);
  if (house?.[1] !== undefined && house[2] !== undefined && name === house[1].trim()) {
    return { speaker: { kind: 'organisation', name: house[2].trim() }, speakerRole: name };
  }
  if (name === null) return { speaker: null, speakerRole: null };
  const known = quotes.find(({ speaker }) => speaker?.name === name)?.speaker;
  const isHouse =
    known?.kind === 'organisation' ||
    /\.\w{2,}$|\b(?:News|Times|Post|Agency|Magazine|Ledger)\b/.test(name);
  return { speaker: sourceOf(isHouse ? 'organisation' : 'person', name), speakerRole: null };
}
