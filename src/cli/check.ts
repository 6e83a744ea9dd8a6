import { checkNewsroom } from '../maintenance/check.ts';
import { formatFindings } from '../maintenance/report.ts';
import { print } from './print.ts';
import { withExistingDatabase } from './work.ts';

/** Ends with 1 when anything is wrong. */
export async function checkCommand(): Promise<void> {
  const findings = await withExistingDatabase((db) =>
    checkNewsroom(db, (finding) => {
      for (const line of formatFindings([finding])) print(line);
    }),
  );
  const wrong = findings.reduce((sum, finding) => sum + finding.wrong, 0);
  print(wrong === 0 ? 'Everything is as it should be.' : `${wrong} problems were found.`);
  if (wrong > 0) process.exitCode = 1;
}
