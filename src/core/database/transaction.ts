/** What holds for a transaction on either engine. */

/** After so long it is rolled back, unless the database was opened otherwise: others wait to write. */
export const TRANSACTION_TIMEOUT_MS = 60_000;
/** The key of PostgreSQL's advisory lock that puts the writers of all processes in line. */
export const WRITER_LOCK = 7_411_903;

export function tookTooLong(timeoutMs: number): Error {
  return new Error(`A transaction took more than ${timeoutMs} ms.`);
}

/** Of what is asked of one afterwards. */
export function hasEnded(): Error {
  return new Error('The transaction of this statement has ended.');
}
