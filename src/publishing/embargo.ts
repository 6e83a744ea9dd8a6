import type { ArticleRow } from '../articles/store.ts';
import { Problem } from '../core/errors.ts';

/**
 * An embargo that still holds refuses any earlier publication, until it is lifted by an
 * explicit `"embargoUntil": null`.
 *
 * @throws Problem embargoed
 */
export function requireOverEmbargo(row: Pick<ArticleRow, 'embargoUntil'>, at: Date): void {
  if (row.embargoUntil === null || row.embargoUntil <= at) return;
  const until = row.embargoUntil.toISOString();
  throw new Problem(
    'embargoed',
    `It is under embargo until ${until}. Schedule it for then or later, or publish it with "embargoUntil": null to lift the embargo.`,
    { members: { embargoUntil: until } },
  );
}
