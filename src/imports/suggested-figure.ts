/** The figure that a suggested claim is about, put as a question. */
import type { ClaimInput } from '../claims/schema.ts';
import type { Claim } from '../extraction/schema.ts';
import { capitalise } from '../text/capitalise.ts';
import { slugify } from '../text/slug.ts';

/** Money and shares are amounts of something; of everything else there are so many. */
export const AMOUNT = /^(?:[A-Z]{3}\b|percent)/;

const questionOf = (subject: string, unit: string): string =>
  AMOUNT.test(unit) && subject !== unit
    ? `${capitalise(subject)}: how much, in ${unit}?`
    : `How many ${subject}?`;

export function figureOf(claim: Claim, unit: string): ClaimInput['figure'] {
  const subject = claim.subject ?? unit;
  const where = claim.place === null ? '' : ` – ${claim.place}`;
  return {
    slug: slugify(`${subject} ${claim.place ?? ''} ${unit === subject ? '' : unit}`),
    question: questionOf(`${subject}${where}`, unit).slice(0, 500),
    unit: unit.slice(0, 100),
    subject,
    place: claim.place,
  };
}
